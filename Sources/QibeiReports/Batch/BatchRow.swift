// SPDX-License-Identifier: Apache-2.0
package import QibeiCore

/// One input of a batch in a table for spreadsheets.
package enum BatchRow {
  /// The first line, behind a byte order mark.
  package static let header =
    "\u{FEFF}"
    + CSVReport.row([
      "input", "verdict", "category", "place", "submission", "elsewhere", "unchecked", "supplement",
      "fix_now", "deferrable", "look", "advise", "codes", "message_zh", "message_en",
    ])

  /// The line of a dossier, with what is counted of it.
  package static func text(_ report: Report, _ record: BatchRecord) -> String {
    let assessment = report.assessment
    return CSVReport.row(
      [
        report.input, assessment.verdict.rawValue, record.categories.joined(separator: "+"),
        assessment.place?.description ?? "", assessment.submission.description,
      ] + Disposition.allCases.map { String(assessment.count($0)) }
        + [record.causes.joined(separator: " "), "", ""])
  }

  /// The line of an input that is no dossier.
  package static func text(refused input: String, _ messages: [BilingualText]) -> String {
    CSVReport.row(
      [input, "refused"] + Array(repeating: "", count: 11) + [
        messages.map(\.zh).joined(separator: "；"), messages.map(\.en).joined(separator: "; "),
      ])
  }
}
