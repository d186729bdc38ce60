// SPDX-License-Identifier: Apache-2.0

/// Why there is a finding that an earlier letter or report did not tell.
struct Causes {
  private let changes: PartChanges
  private let rules: Set<String>
  private let then: Set<String>

  /// - Parameters:
  ///   - before: the dossier's parts as they were.
  ///   - now: and as they are.
  ///   - rules: digests of the rule files that it rested on.
  ///   - then: fingerprints of what would have been found on its day.
  init(_ before: [DossierPart], _ now: [DossierPart], rules: Set<String>, _ then: Set<String>) {
    changes = PartChanges(before, now)
    self.rules = rules
    self.then = then
  }

  func cause(
    of finding: Finding, _ fingerprint: String, _ assessment: Assessment
  ) -> Resubmission.Cause {
    if changes.explains(finding, assessment) { return .caused }
    // Another version of a list is other rules too, and then nothing was found by the earlier one either.
    let origins = finding.requirement?.origin.map(\.digest) ?? []
    if origins.contains(where: { !rules.contains($0) }) { return .ruleChanged }
    return then.contains(fingerprint) ? .missedBefore : .expired
  }
}

/// What is new or other than it was, and what is gone.
private struct PartChanges {
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
