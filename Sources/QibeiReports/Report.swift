// SPDX-License-Identifier: Apache-2.0
package import QibeiCore

/// What a report is written from: an assessment, and where its findings stand in which file.
package struct Report: Sendable {
  package let assessment: Assessment
  /// The dossier's file as its user knows it.
  package let input: String
  /// One position for each finding of the assessment, in its order.
  package let positions: [SourcePosition]
  /// How it answers an earlier letter; nil where nobody asks.
  package let resubmission: Resubmission?
  /// Put under a JSON report that leaves nothing out; nil for none.
  package let seal: ReportSeal?

  package init(
    assessment: Assessment, input: String, positions: [SourcePosition],
    resubmission: Resubmission? = nil, seal: ReportSeal? = nil
  ) {
    self.seal = seal
    self.resubmission = resubmission
    self.assessment = assessment
    self.input = input
    self.positions = positions
  }

  /// Findings with their positions, in another order.
  func findings(by order: FindingOrder) -> [(finding: Finding, position: SourcePosition)] {
    let pairs = Array(zip(assessment.findings, positions))
    return order.arrangement(of: assessment.findings).map { (pairs[$0].0, pairs[$0].1) }
  }
}

/// How a report looks.
package struct ReportOptions: Sendable {
  /// How much of each finding a text report shows.
  package enum Detail: Sendable {
    case brief, normal, verbose, plain
  }

  package var languages: [Language] = [.zh]
  package var detail = Detail.normal
  package var order = FindingOrder.lead
  package var color = false
  /// Columns of the screen.
  package var width = 100
  package var ambiguousWidth = 1
  package var view = ReportView()
  /// When the authority received the dossier; nil where nobody asks for its deadlines.
  package var received: CalendarDate?
  /// What the commands that a text report suggests need besides, such as a directory of checklists.
  package var extraArguments = ""

  package init() {}
}
