// SPDX-License-Identifier: Apache-2.0

/// What a report rests on: the dossier's parts, the rules, the day, and what was found.
package struct SealedReport: Sendable {
  /// A rule file by name, version and digest.
  package struct Rule: Hashable, Sendable {
    package let id: String
    package let version: String
    /// SHA-256, 64 hexadecimal digits.
    package let digest: String

    package init(id: String, version: String, digest: String) {
      self.id = id
      self.version = version
      self.digest = digest
    }

    package init(_ source: RuleSource) {
      self.init(id: source.id, version: source.version.description, digest: source.digest)
    }
  }

  package var submission: CalendarDate
  /// The categories with plus signs between them.
  package var category: String
  package var place: Division?
  /// Whether files were looked at.
  package var readsFiles: Bool
  package var verdict: Verdict
  package var parts: [DossierPart]
  package var rules: [Rule]
  /// Digest of the reference tables.
  package var tables: String
  /// One for each finding.
  package var fingerprints: [String]

  /// Whether it told that scans were left unopened, as of a dossier that came without its folder.
  package var tellsUnopenedScans: Bool {
    let told = Finding(.scansNotOpened, at: .start)
    return fingerprints.contains(Fingerprint(told, in: Dossier()).text)
  }

  package init(
    submission: CalendarDate, category: String, place: Division?, readsFiles: Bool,
    verdict: Verdict, parts: [DossierPart], rules: [Rule], tables: String, fingerprints: [String]
  ) {
    self.submission = submission
    self.category = category
    self.place = place
    self.readsFiles = readsFiles
    self.verdict = verdict
    self.parts = parts
    self.rules = rules
    self.tables = tables
    self.fingerprints = fingerprints
  }

  /// What an assessment rests on.
  package init(
    _ assessment: Assessment, category: String, parts: [DossierPart], tables: String
  ) {
    self.init(
      submission: assessment.submission, category: category, place: assessment.place,
      readsFiles: assessment.evidence != nil, verdict: assessment.verdict, parts: parts,
      rules: assessment.checklists.flatMap { ([$0.source] + $0.overlays).map(Rule.init) },
      tables: tables,
      fingerprints: assessment.findings.map { Fingerprint($0, in: assessment.dossier).text })
  }
}

/// Whether a sealed report still says what is true of its dossier, and what has changed since where it does not.
package struct Verification: Sendable {
  /// What happened to a part of the dossier.
  package enum Change: String, Sendable {
    case changed, added, removed
  }

  package let parts: [(change: Change, part: DossierPart)]
  /// Rule files that are not what they were: as they are now, and as they were.
  package let rules: [(now: SealedReport.Rule?, then: SealedReport.Rule?)]
  package let tablesChanged: Bool
  /// Findings that the report does not have, by position, and why they are there now.
  package let new: [(finding: Int, cause: Resubmission.Cause)]
  /// How many of the report's findings are not there any more.
  package let settled: Int

  /// Whether nothing that the report rests on, and nothing that it says, has changed.
  package var holds: Bool {
    parts.isEmpty && rules.isEmpty && !tablesChanged && new.isEmpty && settled == 0
  }

  /// - Parameters:
  ///   - sealed: what the report rests on.
  ///   - now: the same of the dossier today.
  ///   - assessment: of the dossier today.
  ///   - then: fingerprints of what would have been found on the report's day.
  package init(
    _ sealed: SealedReport, now: SealedReport, _ assessment: Assessment, then: Set<String>
  ) {
    var parts: [(change: Change, part: DossierPart)] = []
    func key(_ part: DossierPart) -> [String] { [part.kind.rawValue, part.id] }
    let before = Dictionary(sealed.parts.map { (key($0), $0) }) { first, _ in first }
    let current = Set(now.parts.map(key))
    for part in now.parts {
      guard let old = before[key(part)] else {
        parts.append((.added, part))
        continue
      }
      if old != part { parts.append((.changed, part)) }
    }
    for part in sealed.parts where !current.contains(key(part)) { parts.append((.removed, part)) }
    self.parts = parts
    var rules: [(now: SealedReport.Rule?, then: SealedReport.Rule?)] = []
    for rule in now.rules where !sealed.rules.contains(rule) {
      rules.append((rule, sealed.rules.first { $0.id == rule.id }))
    }
    for rule in sealed.rules where !now.rules.contains(where: { $0.id == rule.id }) {
      rules.append((nil, rule))
    }
    self.rules = rules
    tablesChanged = sealed.tables != now.tables
    let told = Set(sealed.fingerprints)
    let causes = Causes(sealed.parts, now.parts, rules: Set(sealed.rules.map(\.digest)), then)
    var new: [(finding: Int, cause: Resubmission.Cause)] = []
    for (index, finding) in assessment.findings.enumerated()
    where !told.contains(now.fingerprints[index]) {
      let cause = causes.cause(of: finding, now.fingerprints[index], assessment)
      // With the same rules and the same dossier only the tables can have brought it.
      new.append((index, cause == .missedBefore ? .ruleChanged : cause))
    }
    self.new = new
    settled = told.subtracting(now.fingerprints).count
  }
}
