// SPDX-License-Identifier: Apache-2.0

extension RulePlan.Outcome {
  /// Drops what says the same of the same paper again because two lines of the list look at it.
  ///
  /// The one that demands most stays; among equals, the first.
  mutating func foldEchoes() {
    guard findings.count > 1 else { return }
    var dropped: Set<Int> = []
    // Echoes concern one paper, so only findings on the same paper are held against each other.
    var byPaper: [Int32: [Int]] = [:]
    for (index, finding) in findings.enumerated() {
      guard let paper = finding.supplement, finding.disposition != .look else { continue }
      for earlier in byPaper[paper] ?? [] where isEcho(earlier, index) && !dropped.contains(earlier)
      {
        let keepsEarlier = findings[earlier].disposition.rank <= finding.disposition.rank
        dropped.insert(keepsEarlier ? index : earlier)
      }
      byPaper[paper, default: []].append(index)
    }
    if dropped.isEmpty { return }
    findings = findings.indices.filter { !dropped.contains($0) }.map { findings[$0] }
  }

  private func isEcho(_ left: Int, _ right: Int) -> Bool {
    findings[left].kind === findings[right].kind
      && findings[left].sourcePlace == findings[right].sourcePlace
      && findings[left].seen == findings[right].seen
      && findings[left].expected == findings[right].expected
  }
}
