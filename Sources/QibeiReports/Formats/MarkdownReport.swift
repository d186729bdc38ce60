// SPDX-License-Identifier: Apache-2.0
internal import QibeiCore

/// The report for merge requests and notes: verdict first, then a list by what must happen.
struct MarkdownReport {
  private let report: Report
  private let options: ReportOptions

  init(_ report: Report, _ options: ReportOptions) {
    self.report = report
    self.options = options
  }

  var text: String {
    options.languages.map(section).joined(separator: "\n")
  }

  private func section(_ language: Language) -> String {
    let assessment = report.assessment
    let wording = Wording(assessment: assessment, language: language)
    var text =
      "# \(escaped(VerdictLine(assessment, language).text.split(separator: "\n").map(String.init).first ?? ""))\n\n"
    text += HeaderLines(assessment, language).lines.map { escaped($0) + "\n" }.joined(
      separator: "\n")
    if let resubmission = report.resubmission {
      let lines = ResubmissionLines(resubmission, wording).lines
      text += "\n" + lines.map { escaped($0) + "\n" }.joined(separator: "\n")
    }
    if let stamp = report.stamp(options) { text += "\n\(escaped(stamp[language]))\n" }
    let findings = report.shown(options)
    for disposition in Disposition.allCases {
      let group = findings.filter { $0.finding.disposition == disposition }
      guard !group.isEmpty else { continue }
      text += "\n## \(disposition.label[language]) (\(group.count))\n\n"
      for (finding, position) in group {
        let subject = wording.subject(finding)
        text += "- **\(finding.kind.code)** \(escaped(wording.message(finding)))"
        text += subject.isEmpty ? "" : " · \(escaped(subject))"
        text += "  \n  \(escaped(wording.remedy(finding)))"
        text +=
          "  \n  \(escaped(report.input)):\(position.line):\(position.column)\n"
      }
    }
    return text
  }

  // Nothing from a dossier may become markup.
  private func escaped(_ text: String) -> String {
    // Scalar by scalar: as a character, a bracket with an accent upon it is no bracket.
    var result = String.UnicodeScalarView()
    for scalar in SafeText.visible(text).unicodeScalars {
      switch scalar {
      case "<": result += "&lt;".unicodeScalars
      case ">": result += "&gt;".unicodeScalars
      case "&": result += "&amp;".unicodeScalars
      case "\\", "`", "*", "_", "[", "]", "#", "|", "!", "~": result += ["\\", scalar]
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}
