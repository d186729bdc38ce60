// SPDX-License-Identifier: Apache-2.0

/// Collects what cannot be decided for want of a fact, so that one missing fact is one finding.
struct UnknownFacts {
  private struct Cause: Hashable {
    let owner: Owner
    let fact: FactName
  }

  private struct Effect {
    let title: BilingualText
    let bases: [LegalBasis]
    let binds: Bool
  }

  private var causes: [Cause] = []
  private var effects: [Cause: [Effect]] = [:]

  /// Records that something of this title cannot be decided without these facts.
  mutating func add(
    _ facts: [FactName], _ title: BilingualText, _ bases: [LegalBasis], _ binds: Bool,
    _ owner: Owner
  ) {
    for fact in facts {
      let cause = Cause(owner: owner, fact: fact)
      if effects[cause] == nil { causes.append(cause) }
      if effects[cause]?.last?.title != title {
        effects[cause, default: []].append(Effect(title: title, bases: bases, binds: binds))
      }
    }
  }

  /// One finding for each unknown fact, naming what may be due because of it.
  func findings(in examination: Examination) -> [Finding] {
    causes.map { cause in
      let affected = effects[cause] ?? []
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
