// SPDX-License-Identifier: Apache-2.0

/// What a supplement's status means for a requirement, before any check looks at the paper.
enum StatusRule {
  /// Reports what the status lacks, and says whether the paper itself is to be checked.
  static func examine(
    _ paper: Paper, _ requirement: Requirement, into report: inout CheckReport
  ) -> Bool {
    let supplement = paper.supplement
    let place = supplement.sourcePlace
    func finding(_ kind: FindingKind, seen: FindingValue? = nil, expected: FindingValue? = nil)
      -> Finding
    {
      Finding(
        kind, owner: paper.owner, supplement: paper.index, seen: seen, expected: expected,
        at: place, requirement: requirement)
    }
    switch supplement.status {
    case .absent, .value(.provided): return true
    case .unreadable:
      report.wait(for: .anyOf(SupplementStatus.allCases), "status", at: place, paper)
      return false
    case .value(.promised):
      let day = supplement.promisedBy.known.map(FindingValue.date)
      report.add(finding(.promised, seen: day ?? .words(.init("未写日期", "no day named"))))
      return false
    case .value(.shared):
      if requirement.dataSharing {
        report.add(
          finding(
            .waiverToVerify, seen: source(paper),
            expected: .words(SupplementStatus.shared.label)))
      } else {
        report.add(finding(.sharingNotAccepted))
      }
      return false
    case .value(.waived):
      if let decision = supplement.decision.known, decision.length > 0 {
        report.add(
          finding(
            .waiverToVerify, seen: .text(paper.examination.dossier.text(decision)),
            expected: .words(SupplementStatus.waived.label))
        )
      } else {
        report.add(finding(.waiverWithoutDecision))
      }
      return false
    }
  }

  private static func source(_ paper: Paper) -> FindingValue {
    paper.supplement.decision.known.map { .text(paper.examination.dossier.text($0)) }
      ?? .words(.init("未写来源", "no source named"))
  }
}
