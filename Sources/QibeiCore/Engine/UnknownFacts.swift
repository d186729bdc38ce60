// SPDX-License-Identifier: Apache-2.0

/// Collects what cannot be decided for want of a fact, so that one missing fact is one finding.
struct UnknownFacts {
  private struct Cause: Hashable {
    let owner: Owner
    let fact: FactName
  }

  private var causes: [Cause] = []
  private var requirements: [Cause: [Requirement]] = [:]

  mutating func add(_ facts: [FactName], _ requirement: Requirement, _ owner: Owner) {
    for fact in facts {
      let cause = Cause(owner: owner, fact: fact)
      if requirements[cause] == nil { causes.append(cause) }
      if requirements[cause]?.last !== requirement {
        requirements[cause, default: []].append(requirement)
      }
    }
  }

  /// One finding for each unknown fact, naming the supplements that may be due because of it.
  func findings(in examination: Examination) -> [Finding] {
    causes.map { cause in
      let affected = requirements[cause] ?? []
      var finding = Finding(
        .factUnknown, owner: cause.owner, seen: .words(cause.fact.label),
        expected: .text(cause.fact.stated), limit: .list(affected.map { .words($0.title) }),
        at: place(of: cause, examination.dossier))
      finding.bases = affected.first?.bases ?? []
      if !affected.contains(where: \.binds) { finding.advise() }
      return finding
    }
  }

  private func place(of cause: Cause, _ dossier: Dossier) -> SourcePlace {
    if cause.fact.rawValue.hasPrefix("application.") { return dossier.application.sourcePlace }
    switch cause.owner {
    case .person(let index): return dossier.persons[index].sourcePlace
    case .employer(let index): return dossier.employers[index].sourcePlace
    case .application, .nobody: return dossier.application.sourcePlace
    }
  }
}
