// SPDX-License-Identifier: Apache-2.0

/// Holds scans against the standards of the lists that ask for their papers.
extension EvidenceRule {
  mutating func measureScan(
    _ file: InspectedFile, _ mention: Mention, _ supplement: Supplement, _ checklists: [Checklist]
  ) {
    guard file.type.isScan, let kind = supplement.kind.known else { return }
    for checklist in checklists where !checklist.scanStandards.isEmpty {
      let isAskedFor = checklist.requirements.contains { requirement in
        requirement.choice.demands.contains { $0.kinds.contains(kind) }
      }
      guard isAskedFor else { continue }
      for standard in checklist.scanStandards { measure(file, mention, standard) }
    }
  }

  private mutating func measure(
    _ file: InspectedFile, _ mention: Mention, _ standard: ScanStandard
  ) {
    if let most = standard.mostKilobytes, file.size > most * 1_024 {
      report(
        .scanSize, mention, standard, seen: .count((file.size + 1_023) / 1_024),
        expected: .count(most))
    }
    guard standard.mustBeColour else { return }
    var grey: [Int] = []
    if case .seen(let facts) = file.inside { grey = facts.scans.filter(\.isGrey).map(\.page) }
    if !grey.isEmpty || file.image.map({ $0.channels < 3 }) == true {
      report(.scanGrey, mention, standard, pages: grey)
    }
  }

  private mutating func report(
    _ kind: FindingKind, _ mention: Mention, _ standard: ScanStandard, seen: FindingValue? = nil,
    expected: FindingValue? = nil, pages: [Int] = []
  ) {
    report(kind, mention, seen: seen, expected: expected, pages: pages)
    let at = findings.count - 1
    findings[at].on = .words(standard.text)
    findings[at].bases = standard.bases
    if !standard.bases.contains(where: { $0.evidence.binds }) { findings[at].advise() }
  }
}
