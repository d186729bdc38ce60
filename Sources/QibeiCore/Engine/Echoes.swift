// SPDX-License-Identifier: Apache-2.0

extension RulePlan.Outcome {
  /// Makes one finding of those that tell the same fault of the same paper, because two lines of the list look at it.
  ///
  /// The one that demands most stays; among equals, the first. What it expects is what satisfies both; where only
  /// advice asks for more, that is told as the better value.
  ///
  /// - Parameter acrossLists: whether these are the findings of two lists, each folded already.
  mutating func foldEchoes(acrossLists: Bool = false) {
    guard findings.count > 1 else { return }
    var dropped: Set<Int> = []
    // Echoes concern one paper, so only findings on the same paper are held against each other: of each paper
    // its first and last finding, and of each finding the next on its paper.
    let papers = findings.reduce(0) { max($0, Int($1.supplement ?? -1) + 1) }
    var ends = [(first: Int, last: Int)](repeating: (-1, -1), count: papers)
    var next = [Int](repeating: -1, count: findings.count)
    for index in findings.indices {
      guard let paper = findings[index].supplement.map(Int.init),
        findings[index].disposition != .look
      else { continue }
      var earlier = ends[paper].first
      while earlier >= 0 {
        defer { earlier = next[earlier] }
        guard !dropped.contains(earlier),
          let both = findings[earlier].expectation(shared: findings[index])
        else { continue }
        let keepsEarlier = findings[earlier].disposition.rank <= findings[index].disposition.rank
        let (kept, other) = keepsEarlier ? (earlier, index) : (index, earlier)
        findings[kept].take(both, from: findings[other])
        if acrossLists { findings[kept].share(with: findings[other]) }
        dropped.insert(other)
        if other == index { break }
      }
      if dropped.contains(index) { continue }
      if ends[paper].first < 0 { ends[paper].first = index } else { next[ends[paper].last] = index }
      ends[paper].last = index
    }
    if dropped.isEmpty { return }
    findings = findings.indices.filter { !dropped.contains($0) }.map { findings[$0] }
  }
}

extension Finding {
  /// Makes it speak for the other list's line too.
  mutating func share(with other: Finding) {
    for requirement in [other.requirement].compactMap(\.self) + other.sharedWith
    where requirement !== self.requirement
      && !sharedWith.contains(where: { $0 === requirement })
    {
      sharedWith.append(requirement)
    }
    if other.disposition.rank < disposition.rank { disposition = other.disposition }
    // A paper may follow only where both lists let it.
    mayFollowUntil = mayFollowUntil.flatMap { mine in other.mayFollowUntil.map { min(mine, $0) } }
    bases += other.bases.filter { basis in !bases.contains(basis) }
  }

  /// What would satisfy this finding and another of the same fault; nil where they are not the same fault.
  fileprivate func expectation(shared other: Finding) -> Expectation? {
    guard kind === other.kind, sourcePlace == other.sourcePlace, seen == other.seen else {
      return nil
    }
    if expected == other.expected { return Expectation(value: expected) }
    guard let expected, let theirs = other.expected else { return nil }
    return FindingValue.stricter(expected, theirs, than: seen).map { Expectation(value: $0) }
  }

  fileprivate mutating func take(_ both: Expectation, from other: Finding) {
    guard both.value != expected else { return }
    if disposition == other.disposition || other.disposition != .advise {
      // What the stricter demand says of itself goes with its value.
      if both.value == other.expected { (limit, on) = (other.limit, other.on) }
      expected = both.value
      bases += other.bases.filter { basis in !bases.contains(basis) }
      // Advice that is now demanded anyway is none.
      if let preferred, let expected,
        FindingValue.stricter(preferred, expected, than: seen) == expected
      {
        self.preferred = nil
      }
    } else {
      guard let earlier = preferred, let better = both.value else {
        preferred = both.value
        return
      }
      preferred = FindingValue.stricter(earlier, better, than: seen) ?? earlier
    }
  }
}

private struct Expectation {
  let value: FindingValue?
}

extension FindingValue {
  /// The value that meets two demands, neither of which the seen value meets; nil where none can be told.
  fileprivate static func stricter(
    _ left: FindingValue, _ right: FindingValue, than seen: FindingValue?
  ) -> FindingValue? {
    switch (left, right, seen) {
    case (.date(let left), .date(let right), .date(let seen)):
      if seen < min(left, right) { return .date(max(left, right)) }
      return seen > max(left, right) ? .date(min(left, right)) : nil
    case (.count(let left), .count(let right), .count(let seen)):
      if seen < min(left, right) { return .count(max(left, right)) }
      return seen > max(left, right) ? .count(min(left, right)) : nil
    case (.either(let left), .either(let right), _):
      let both = left.filter(right.contains)
      return both.isEmpty ? nil : .either(both)
    default: return nil
    }
  }
}
