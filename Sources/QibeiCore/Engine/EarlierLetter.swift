// SPDX-License-Identifier: Apache-2.0

/// A part of a dossier, told by a digest of what it says and of the files it brings.
package struct DossierPart: Hashable, Sendable {
  /// What the part is.
  package enum Kind: String, CaseIterable, Sendable {
    case application, person, employer, supplement
  }

  package let kind: Kind
  /// Empty for the application.
  package let id: String
  /// The kind of a supplement; nil for anything else, or where it cannot be read.
  package let word: String?
  /// SHA-256, 64 hexadecimal digits; days of submission and acceptance do not count.
  package let digest: String

  package init(kind: Kind, id: String, word: String?, digest: String) {
    self.kind = kind
    self.id = id
    self.word = word
    self.digest = digest
  }
}

/// A letter that a dossier was answered with before.
package struct EarlierLetter: Sendable {
  /// One thing that it asked for.
  package struct Item: Sendable {
    package let number: Int
    package let code: String
    package let fingerprint: String
    package let fault: BilingualText

    package init(number: Int, code: String, fingerprint: String, fault: BilingualText) {
      self.number = number
      self.code = code
      self.fingerprint = fingerprint
      self.fault = fault
    }
  }

  package let number: String?
  package let dated: CalendarDate
  package let submission: CalendarDate
  /// The dossier's own name; nil where it had none.
  package let dossier: String?
  package let applicant: String
  package let items: [Item]
  package let parts: [DossierPart]
  /// Digests of the rule files that it rests on.
  package let rules: Set<String>

  package init(
    number: String?, dated: CalendarDate, submission: CalendarDate, dossier: String?,
    applicant: String, items: [Item], parts: [DossierPart], rules: Set<String>
  ) {
    self.number = number
    self.dated = dated
    self.submission = submission
    self.dossier = dossier
    self.applicant = applicant
    self.items = items
    self.parts = parts
    self.rules = rules
  }
}

/// A dossier that was handed in again, held against the letter that it answers.
package struct Resubmission: Sendable {
  /// Why there is a finding that the letter did not tell.
  package enum Cause: String, CaseIterable, Sendable {
    /// Its paper, or the facts it follows from, are new or other than they were.
    case caused
    /// On the day of the letter's submission it was no fault.
    case expired
    /// A rule file that it rests on is another one.
    case ruleChanged = "rule-changed"
    /// It was there and ought to have been told (Administrative Licensing Law, article 32: once).
    case missedBefore = "missed-before"
  }

  package let letter: EarlierLetter
  /// Items of the letter that are still open, by position.
  package let open: Set<Int>
  /// Findings that it did not tell, by position in the assessment.
  package let new: [(finding: Int, cause: Cause)]

  /// How many of them there are.
  package func count(_ cause: Cause) -> Int { new.count { $0.cause == cause } }

  /// - Parameters:
  ///   - letter: the one that was answered.
  ///   - assessment: of the dossier as it is now.
  ///   - parts: of the dossier as it is now.
  ///   - then: fingerprints of what would have been found on the day of the letter's submission.
  package init(
    _ letter: EarlierLetter, _ assessment: Assessment, _ parts: [DossierPart], then: Set<String>
  ) {
    self.letter = letter
    let told = Set(letter.items.map(\.fingerprint))
    let change = Change(letter.parts, parts)
    var now: Set<String> = []
    var new: [(finding: Int, cause: Cause)] = []
    for (index, finding) in assessment.findings.enumerated() {
      guard [.elsewhere, .supplement, .fixNow, .deferrable].contains(finding.disposition) else {
        continue
      }
      let fingerprint = Fingerprint(finding, in: assessment.dossier).text
      now.insert(fingerprint)
      if told.contains(fingerprint) { continue }
      let origins = finding.requirement?.origin.map(\.digest) ?? []
      let cause: Cause =
        if change.explains(finding, assessment) {
          .caused
        } else if !then.contains(fingerprint) {
          .expired
        } else if origins.contains(where: { !letter.rules.contains($0) }) {
          .ruleChanged
        } else {
          .missedBefore
        }
      new.append((index, cause))
    }
    open = Set(letter.items.indices.filter { now.contains(letter.items[$0].fingerprint) })
    self.new = new
  }

  /// What is new or other than it was, and what is gone.
  private struct Change {
    private var parts: Set<DossierPart> = []
    private var goneKinds: Set<String> = []
    private let before: Set<DossierPart>

    init(_ before: [DossierPart], _ now: [DossierPart]) {
      self.before = Set(before)
      parts = Set(now).subtracting(self.before)
      let ids = Set(now.filter { $0.kind == .supplement }.map(\.id))
      for part in before where part.kind == .supplement && !ids.contains(part.id) {
        if let word = part.word { goneKinds.insert(word) }
      }
    }

    func explains(_ finding: Finding, _ assessment: Assessment) -> Bool {
      let dossier = assessment.dossier
      if let supplement = finding.supplement {
        let id = dossier.text(dossier.supplements[Int(supplement)].id)
        return parts.contains { $0.kind == .supplement && $0.id == id }
      }
      let kinds = finding.requirement?.choice.demands.flatMap(\.kinds) ?? []
      if kinds.contains(where: { goneKinds.contains(assessment.tables.kinds[$0].id) }) {
        return true
      }
      return parts.contains { part in
        switch (part.kind, finding.owner) {
        case (.application, _): return true
        case (.person, .person(let index)): return part.id == dossier.persons[index].id
        case (.employer, .employer(let index)): return part.id == dossier.employers[index].id
        // What a comparison over several papers found follows from any of them.
        case (.supplement, _): return finding.requirement == nil
        default: return false
        }
      }
    }
  }
}
