// SPDX-License-Identifier: Apache-2.0
internal import QibeiCore

/// To which item of which list a finding belongs, who issues its paper, and where it stands.
struct ContextLine {
  private(set) var text: String

  /// - Parameters:
  ///   - finding: the finding.
  ///   - report: which it is of.
  ///   - language: to write in.
  ///   - details: what stands before the place.
  ///   - position: where it stands.
  init(
    _ finding: Finding, _ report: Report, _ language: Language, details: [String] = [],
    at position: SourcePosition
  ) {
    var parts: [String] = []
    if let requirement = finding.requirement {
      parts += ([requirement] + finding.sharedWith).map {
        Self.item($0, report.assessment, language)
      }
      if let reason = requirement.reason { parts.append(reason[language]) }
      if let issuer = requirement.issuedBy, finding.kind === FindingKind.missing {
        parts.append((language == .zh ? "出具：" : "from: ") + issuer[language])
      }
      if let days = requirement.leadDays, days > 0 {
        parts.append(language == .zh ? "约 \(days) 个工作日" : "about \(days) working days")
      }
    }
    parts += details
    parts.append("\(SafeText.visible(report.input)):\(position.line):\(position.column)")
    text = parts.joined(separator: " · ")
  }

  // Of two lists, the number alone would not say which.
  private static func item(
    _ requirement: Requirement, _ assessment: Assessment, _ language: Language
  ) -> String {
    var list = ""
    if assessment.checklists.count > 1,
      let checklist = assessment.checklists.first(where: {
        $0.requirements.contains { $0 === requirement }
      })
    {
      list = language == .zh ? "（\(checklist.title.zh)）" : " (\(checklist.title.en))"
    }
    return language == .zh
      ? "第 \(requirement.number) 项“\(requirement.title.zh)”\(list)"
      : "Item \(requirement.number), \(requirement.title.en)\(list)"
  }
}
