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

/// A format that reports are written in.
package enum ReportFormat: String, CaseIterable, Sendable {
  case text, json, csv
  case markdown = "md"
  case html

  /// The format that a file's extension stands for; nil when there is none.
  package init?(fileName: String) {
    guard let dot = fileName.lastIndex(of: ".") else { return nil }
    switch fileName[fileName.index(after: dot)...].lowercased() {
    case "txt": self = .text
    case "json": self = .json
    case "csv": self = .csv
    case "md": self = .markdown
    case "html": self = .html
    default: return nil
    }
  }

  /// Several reports in one text: JSON as an array, the rest one after the other.
  package func render(_ reports: [Report], _ options: ReportOptions) -> String {
    switch self {
    case .json: return JSONValue.array(reports.map { JSONReport($0, options).value }).text
    case .csv: return CSVReport.text(reports, options)
    case .html: return HTMLReport.page(reports.map { HTMLReport($0, options) }, options.languages)
    case .text, .markdown:
      return reports.map { "\(SafeText.visible($0.input))\n\n" + render($0, options) }
        .joined(separator: "\n")
    }
  }

  /// The report, ending in a new line.
  package func render(_ report: Report, _ options: ReportOptions) -> String {
    switch self {
    case .text: TextReport(report, options).text
    case .json: JSONReport(report, options).text
    case .csv: CSVReport.text([report], options)
    case .markdown: MarkdownReport(report, options).text
    case .html: HTMLReport(report, options).text
    }
  }
}
