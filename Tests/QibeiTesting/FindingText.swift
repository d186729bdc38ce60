// SPDX-License-Identifier: Apache-2.0
internal import QibeiCore
package import QibeiReports
package import QibeiValidation

/// Findings as lines of text, so that a failing test reads as the report would.
package enum FindingText {
  /// `QB3102 supplement 6 s3: English message`, in the assessment's order.
  package static func lines(_ report: Report) -> [String] {
    zip(report.assessment.findings, report.entries).map { finding, entry in
      "\(head(finding, report.assessment.dossier)): \(entry.message.en)"
    }
  }

  /// The same, with the line and column first: `12:7 QB3102 …`.
  package static func placedLines(_ report: Report) -> [String] {
    zip(lines(report), report.positions).map { "\($1.line):\($1.column) \($0)" }
  }

  /// Findings of a validation, as ``lines(_:)``.
  package static func lines(_ validation: Validation) -> [String] { lines(report(validation)) }

  /// Findings of a validation, as ``placedLines(_:)``.
  package static func placedLines(_ validation: Validation) -> [String] {
    placedLines(report(validation))
  }

  /// The report on a validation of `dossier.xml`.
  package static func report(_ validation: Validation) -> Report {
    Report(
      assessment: validation.assessment, input: "dossier.xml", positions: validation.positions())
  }

  private static func head(_ finding: Finding, _ dossier: Dossier) -> String {
    let item = finding.requirement.map { String($0.number) } ?? "-"
    let paper = finding.supplement.map { dossier.text(dossier.supplements[Int($0)].id) } ?? "-"
    return "\(finding.kind.code) \(finding.disposition.rawValue) \(item) \(paper)"
  }
}
