// SPDX-License-Identifier: Apache-2.0
package import QibeiCore

/// A finding in words, for programs that show it in a way of their own.
package struct ReportEntry: Sendable {
  package let code: String
  package let disposition: String
  package let requirement: String?
  package let message: BilingualText
  package let remedy: BilingualText
  package let position: SourcePosition
}

extension Report {
  /// Every finding in words, in the assessment's order.
  package var entries: [ReportEntry] {
    let zh = Wording(assessment: assessment, language: .zh)
    let en = Wording(assessment: assessment, language: .en)
    return zip(assessment.findings, positions).map { finding, position in
      ReportEntry(
        code: finding.kind.code, disposition: finding.disposition.rawValue,
        requirement: finding.requirement?.id,
        message: .init(zh.message(finding), en.message(finding)),
        remedy: .init(zh.remedy(finding), en.remedy(finding)), position: position)
    }
  }
}
