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
  /// By whose lists it judged.
  package let categories: Set<String>
  package let items: [Item]
  package let parts: [DossierPart]
  /// Digests of the rule files that it rests on.
  package let rules: Set<String>

  package init(
    number: String?, dated: CalendarDate, submission: CalendarDate, dossier: String?,
    applicant: String, categories: Set<String>, items: [Item], parts: [DossierPart],
    rules: Set<String>
  ) {
    self.number = number
    self.dated = dated
    self.submission = submission
    self.dossier = dossier
    self.applicant = applicant
    self.categories = categories
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
    let causes = Causes(letter.parts, parts, rules: letter.rules, then)
    var now: Set<String> = []
    var new: [(finding: Int, cause: Cause)] = []
    for (index, finding) in assessment.findings.enumerated() {
      guard [.elsewhere, .supplement, .fixNow, .deferrable].contains(finding.disposition) else {
        continue
      }
      let fingerprint = Fingerprint(finding, in: assessment.dossier).text
      now.insert(fingerprint)
      if told.contains(fingerprint) { continue }
      let cause = causes.cause(of: finding, fingerprint, assessment)
      new.append((index, cause))
    }
    open = Set(letter.items.indices.filter { now.contains(letter.items[$0].fingerprint) })
    self.new = new
  }
}
