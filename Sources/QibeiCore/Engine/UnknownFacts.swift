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
  ///
  /// - Parameters:
  ///   - examination: the dossier.
  ///   - checklist: says which words make a difference.
  /// - Returns: findings in the order in which the facts were asked for.
  func findings(in examination: Examination, by checklist: Checklist) -> [Finding] {
    guard !causes.isEmpty else { return [] }
    let conditions = Condition.all(checklist.conditions)
    return causes.map { cause in
      let affected = effects[cause] ?? []
      var finding = Finding(
        .factUnknown, owner: cause.owner, seen: .words(cause.fact.label),
        expected: .text(cause.fact.stated), limit: .list(affected.map { .words($0.title) }),
        on: Self.choice(cause.fact, conditions.words(of: cause.fact)),
        at: place(of: cause, examination.dossier))
      finding.bases = affected.first?.bases ?? []
      if !affected.contains(where: \.binds) { finding.advise() }
      return finding
    }
  }

  // Whoever is asked to declare a fact has to know what can be written.
  private static func choice(_ fact: FactName, _ asked: [String]) -> FindingValue? {
    var words = fact.type == .flag ? ["yes", "no"] : asked
    if fact.type == .word, fact.words?.contains("none") ?? false, !words.contains("none") {
      words.append("none")
    }
    guard !words.isEmpty else { return nil }
    return .words(
      .init(
        "例如：\(words.joined(separator: "、"))。", "For instance: \(words.joined(separator: ", "))."))
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
