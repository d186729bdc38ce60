// SPDX-License-Identifier: Apache-2.0

/// A format that reports are written in: the catalogue that options and file names choose from.
package enum ReportFormat: String, CaseIterable, Sendable {
  case text, json, csv
  case markdown = "md"
  case html, sarif, junit, svrl

  /// The endings of the file names that stand for it, without the dot before them.
  package var endings: [String] {
    switch self {
    case .text: ["txt"]
    case .json: ["json"]
    case .csv: ["csv"]
    case .markdown: ["md"]
    case .html: ["html"]
    case .sarif: ["sarif", "sarif.json"]
    case .junit: ["junit.xml"]
    case .svrl: ["svrl", "svrl.xml", "xml"]
    }
  }

  /// Whether it tells where a finding stands by its XPath, besides line and column.
  package var tellsPaths: Bool {
    switch self {
    case .json, .html, .sarif, .junit, .svrl: true
    case .text, .csv, .markdown: false
    }
  }

  /// The format that a file's longest known ending stands for; nil when there is none.
  package init?(fileName: String) {
    let name = fileName.lowercased()
    let known = Self.allCases.flatMap { format in format.endings.map { (format, $0) } }
      .filter { name.hasSuffix(".\($0.1)") }
    guard let best = known.max(by: { $0.1.utf8.count < $1.1.utf8.count }) else { return nil }
    self = best.0
  }

  /// Several reports in one text: JSON as an array, what has a root of its own under that, the rest one after the other.
  package func render(_ reports: [Report], _ options: ReportOptions) -> String {
    switch self {
    case .json: return JSONValue.array(reports.map { JSONReport($0, options).value }).text
    case .csv: return CSVReport.text(reports, options)
    case .html: return HTMLReport.page(reports.map { HTMLReport($0, options) }, options.languages)
    case .sarif: return SARIFReport.log(reports, options)
    case .junit: return JUnitReport.document(reports, options)
    case .svrl: return SVRLReport.document(reports, options)
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
    case .sarif, .junit, .svrl: render([report], options)
    }
  }
}
