// SPDX-License-Identifier: Apache-2.0
internal import QibeiCore

/// The report for spreadsheets (RFC 4180), with a byte order mark so that they read it as UTF-8.
struct CSVReport {
  private let report: Report
  private let options: ReportOptions

  init(_ report: Report, _ options: ReportOptions) {
    self.report = report
    self.options = options
  }

  private static let columns = [
    "code", "disposition", "requirement", "number", "person", "supplement", "message_zh",
    "message_en", "remedy_zh", "remedy_en", "lead_days", "file", "line", "column",
  ]

  /// One table over all reports.
  static func text(_ reports: [Report], _ options: ReportOptions) -> String {
    let rows = reports.flatMap { CSVReport($0, options).rows }
    return "\u{FEFF}"
      + ([columns] + rows).map(row).joined()
  }

  private var rows: [[String]] {
    let zh = Wording(assessment: report.assessment, language: .zh)
    let en = Wording(assessment: report.assessment, language: .en)
    let rows = report.shown(options).map { finding, position in
      [
        finding.kind.code, finding.disposition.rawValue, finding.requirement?.id ?? "",
        finding.requirement.map { String($0.number) } ?? "", zh.subject(finding),
        report.assessment.dossier.identifier(ofSupplement: finding.supplement) ?? "",
        zh.message(finding), en.message(finding), zh.remedy(finding), en.remedy(finding),
        finding.requirement?.leadDays.map(String.init) ?? "", report.input, String(position.line),
        String(position.column),
      ]
    }
    return rows + (report.stamp(options).map { [partial($0)] } ?? [])
  }

  private func partial(_ stamp: BilingualText) -> [String] {
    Self.columns.map { column in
      switch column {
      case "disposition": "partial"
      case "message_zh": stamp.zh
      case "message_en": stamp.en
      case "file": report.input
      default: ""
      }
    }
  }

  /// One line of a table.
  static func row(_ cells: [String]) -> String {
    cells.map(cell).joined(separator: ",") + "\r\n"
  }

  // A cell that a spreadsheet could take for a formula begins with an apostrophe instead (OWASP ASVS 1.2.10).
  private static func cell(_ text: String) -> String {
    var text = SafeText.visible(text)
    // Scalar by scalar: as a character, an equals sign with an accent upon it is no equals sign.
    if let first = text.unicodeScalars.first, "=+-@＝＋－＠\t\r".unicodeScalars.contains(first) {
      text = "'" + text
    }
    let doubled = text.utf8.flatMap { $0 == UInt8(ascii: "\"") ? [$0, $0] : [$0] }
    return "\"\(String(decoding: doubled, as: UTF8.self))\""
  }
}
