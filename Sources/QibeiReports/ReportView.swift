// SPDX-License-Identifier: Apache-2.0
internal import QibeiCore

/// Which findings a report shows.
///
/// What is checked never depends on it, and neither does the verdict.
package struct ReportView: Sendable {
  /// Findings about one person, besides those about nobody in particular; nil for everybody.
  package var person: String?
  /// Beginnings of the codes to show; empty for all.
  package var only: [String] = []
  /// Beginnings of the codes to leave out.
  package var skipped: [String] = []

  package init() {}

  func shows(_ finding: Finding, in dossier: Dossier) -> Bool {
    let code = finding.kind.code
    if !only.isEmpty, !only.contains(where: code.hasPrefix) { return false }
    if skipped.contains(where: code.hasPrefix) { return false }
    guard let person, case .person(let index) = finding.owner else { return true }
    return dossier.persons[index].id == person
  }
}

extension Report {
  /// The findings that the options show, with their positions, in the order asked for.
  func shown(_ options: ReportOptions) -> [(finding: Finding, position: SourcePosition)] {
    findings(by: options.order).filter { options.view.shows($0.finding, in: assessment.dossier) }
  }

  /// How many findings the options leave out.
  func hidden(_ options: ReportOptions) -> Int {
    assessment.findings.count { !options.view.shows($0, in: assessment.dossier) }
  }

  /// What a report that leaves findings out says of itself; nil for one that shows them all.
  func stamp(_ options: ReportOptions) -> BilingualText? {
    let hidden = hidden(options)
    guard hidden > 0 else { return nil }
    return BilingualText(
      "这份报告不完整：另有 \(hidden) 项没有显示，结论按全部内容得出。",
      "This report is partial: \(hidden) more are not shown; the result counts them all.")
  }
}
