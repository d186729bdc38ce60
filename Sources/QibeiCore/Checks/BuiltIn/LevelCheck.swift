// SPDX-License-Identifier: Apache-2.0

/// A certificate of education states at least the level asked for.
struct LevelCheck: Check {
  static let description = CheckDescription(
    name: "level",
    summary: .init(
      "学历证书写明的层次不低于所要求的。", "The certificate states a level of education that is high enough."),
    parameters: [("at-least", .init("最低层次", "lowest level that will do"))],
    kinds: [.levelTooLow],
    examples: [
      CheckExample(
        "a doctor's degree", check: #"<level at-least="doctor"/>"#,
        papers:
          #"<supplement id="s1" kind="passport" for="p1"><states level="doctor"/></supplement>"#),
      CheckExample(
        "a master's degree where a bachelor's will do", check: #"<level at-least="bachelor"/>"#,
        papers:
          #"<supplement id="s1" kind="passport" for="p1"><states level="master"/></supplement>"#),
      CheckExample(
        "a master's degree where a doctorate is asked for", check: #"<level at-least="doctor"/>"#,
        papers:
          #"<supplement id="s1" kind="passport" for="p1"><states level="master"/></supplement>"#,
        finds: ["QB2604"]),
      CheckExample(
        "no level recorded", check: #"<level at-least="doctor"/>"#,
        papers: #"<supplement id="s1" kind="passport" for="p1"/>"#, finds: ["QB9102"]),
    ])

  private let least: EducationLevel

  init(_ parameters: CheckParameters) throws(CheckParameterError) {
    least = try parameters.required(
      "at-least", try parameters.word("at-least", as: EducationLevel.self))
  }

  func examine(_ paper: Paper, into report: inout CheckReport) {
    if paper.supplement.unreadFields.contains(.level) {
      return report.wait(
        for: .words(least.label), "level", at: paper.supplement.statementPlace, paper)
    }
    guard let stated = paper.statements.first(where: { $0.field == .level }),
      let level = EducationLevel(word: paper.examination.dossier.text(stated.value))
    else {
      // As <states> says it, so that the two become one finding.
      return report.add(
        .notStated, paper, seen: .allOf([Field.level]),
        expected: .text("supplement/states (level)"),
        at: paper.supplement.statementPlace)
    }
    if level.rawValue < least.rawValue {
      report.add(
        .levelTooLow, paper, seen: .words(level.label), expected: .words(least.label),
        at: stated.sourcePlace)
    }
  }
}

extension LevelCheck {
  func satisfy(_ paper: inout PaperDraft, _ setting: DraftSetting) {
    paper.fields.insert(.level)
    if paper.level.map({ $0.rawValue < least.rawValue }) ?? true { paper.level = least }
  }

  func spoil(_ paper: PaperDraft, _ setting: DraftSetting) -> [PaperDraft] {
    guard let lower = EducationLevel(rawValue: least.rawValue &- 1) else { return [] }
    return [paper.with { $0.level = lower }]
  }
}

extension FindingKind {
  fileprivate static let levelTooLow = FindingKind(
    "QB2604", .supplement, tag: .init("层次", "level"),
    meaning: .init(
      "证书的学历层次低于清单所要求的。",
      "The certificate's level of education is lower than the checklist asks for."),
    message: .init(
      "{paper}是{seen}，须为{expected}", "{paper} is of level {seen}; {expected} is asked for"),
    remedy: .init(
      "请交{expected}层次的证书；没有的，请看其他类别。",
      "Hand in a certificate of level {expected}; where there is none, look at the other categories."
    ), needsAnotherPaper: true)
}
