// SPDX-License-Identifier: Apache-2.0

extension RulePlan.Outcome {
  /// Makes one finding of what the lists of a joint dossier both want: the paper is given once.
  mutating func foldLists(_ tables: ReferenceTables) {
    foldEchoes(acrossLists: true)
    var kept: [Finding] = []
    for finding in findings {
      guard finding.supplement == nil, finding.disposition != .look,
        let twin = kept.firstIndex(where: { $0.wantsSame(as: finding, tables) })
      else {
        kept.append(finding)
        continue
      }
      kept[twin].absorb(finding)
    }
    findings = kept
  }
}

extension Finding {
  fileprivate func wantsSame(as other: Finding, _ tables: ReferenceTables) -> Bool {
    guard kind === other.kind, owner == other.owner else { return false }
    if kind === FindingKind.missing {
      return requirement !== other.requirement && commonKinds(with: other, tables) != nil
    }
    if kind === FindingKind.factUnknown { return seen == other.seen && expected == other.expected }
    return seen == other.seen && expected == other.expected && limit == other.limit
      && on == other.on && sourcePlace == other.sourcePlace
  }

  // One paper that serves both; each procedure needs a form of its own.
  private func commonKinds(with other: Finding, _ tables: ReferenceTables) -> FindingValue? {
    func common(_ left: [SupplementKind], _ right: [SupplementKind]) -> [SupplementKind] {
      left.filter { right.contains($0) && !tables.kinds[$0].isPerLimb }
    }
    switch (seen, other.seen) {
    case (.kinds(let left), .kinds(let right)):
      let both = common(left, right)
      return both.isEmpty ? nil : .kinds(both)
    case (.kindsFrom(let left, let country), .kindsFrom(let right, let other))
    where country == other:
      let both = common(left, right)
      return both.isEmpty ? nil : .kindsFrom(both, country)
    default: return nil
    }
  }

  fileprivate mutating func absorb(_ other: Finding) {
    if kind === FindingKind.missing {
      switch (seen, other.seen) {
      case (.kinds(let left), .kinds(let right)): seen = .kinds(left.filter(right.contains))
      case (.kindsFrom(let left, let country), .kindsFrom(let right, _)):
        seen = .kindsFrom(left.filter(right.contains), country)
      default: break
      }
      // What only one of them would take instead does not settle both.
      if alternatives != other.alternatives { alternatives = nil }
    }
    if kind === FindingKind.factUnknown, case .list(let mine) = limit,
      case .list(let theirs) = other.limit
    {
      limit = .list(mine + theirs.filter { !mine.contains($0) })
    }
    share(with: other)
  }
}
