// SPDX-License-Identifier: Apache-2.0

/// In which order a report lists its findings.
package enum FindingOrder: String, VocabularyWord {
  /// What takes longest first: for applicants.
  case lead
  /// As the checklist numbers them: for officers.
  case paper
  /// By person, then as the checklist numbers them.
  case person

  package var label: BilingualText {
    switch self {
    case .lead: .init("最费时的先列", "longest lead time first")
    case .paper: .init("按清单序号", "by checklist number")
    case .person: .init("按人", "by person")
    }
  }

  /// The findings in order: wrong door, unchecked, must-supplement by person, then the rest; deterministic.
  package func sorted(_ findings: [Finding]) -> [Finding] {
    let order = arrangement(of: findings)
    return order.indices.allSatisfy { order[$0] == $0 } ? findings : order.map { findings[$0] }
  }

  /// The positions of the findings in that order.
  package func arrangement(of findings: [Finding]) -> [Int] {
    guard findings.count > 1 else { return Array(findings.indices) }
    let keys = findings.indices.map { key(findings[$0], $0) }
    return findings.indices.sorted { keys[$0] < keys[$1] }
  }

  private func key(_ finding: Finding, _ offset: Int) -> SortKey {
    let number = finding.requirement?.number ?? 0
    let lead = -(finding.requirement?.leadDays ?? 0)
    let owner =
      switch finding.owner {
      case .application: 0
      case .person(let index): index + 1
      case .employer(let index): 100_000 + index
      case .nobody: 1_000_000
      }
    let (first, second, third) =
      switch self {
      case .lead: (owner, lead, number)
      case .paper: (number, owner, lead)
      case .person: (owner, number, lead)
      }
    return SortKey(
      leading: (finding.disposition.rank, first, second, third),
      trailing: (Int(finding.supplement ?? -1), Int(finding.sourcePlace.element), offset))
  }

  private struct SortKey {
    let leading: (Int, Int, Int, Int)
    let trailing: (Int, Int, Int)

    static func < (left: Self, right: Self) -> Bool {
      left.leading == right.leading ? left.trailing < right.trailing : left.leading < right.leading
    }
  }
}
