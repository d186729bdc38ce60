// SPDX-License-Identifier: Apache-2.0

/// The supplement bears the seal of one of the parties named.
struct SealCheck: Check {
  static let description = CheckDescription(
    name: "seal",
    summary: .init("有所列任一方的印章。", "It bears the seal of one of the parties named."),
    parameters: [("of", .init("谁的印章，任一即可", "whose seal; any one will do"))],
    kinds: [.notSealed],
    examples: [
      CheckExample(
        "sealed by the employer", check: #"<seal of="employer"/>"#,
        papers: #"<supplement id="s1" kind="passport" for="p1"><seal of="employer"/></supplement>"#),
      CheckExample(
        "no seal", check: #"<seal of="employer"/>"#,
        papers: #"<supplement id="s1" kind="passport" for="p1"/>"#, finds: ["QB2403"]),
    ])

  private let parties: [Party]

  init(_ parameters: CheckParameters) throws(CheckParameterError) {
    parties = try parameters.words("of", as: Party.self)
    _ = try parameters.required("of", parties.first)
  }

  func examine(_ paper: Paper, into report: inout CheckReport) {
    if !parties.contains(where: paper.supplement.seals.contains) {
      report.add(.notSealed, paper, expected: .anyOf(parties))
    }
  }
}

extension SealCheck {
  func satisfy(_ paper: inout PaperDraft, _ setting: DraftSetting) {
    if !parties.contains(where: paper.seals.contains) { paper.seals.insert(parties[0]) }
  }

  func spoil(_ paper: PaperDraft, _ setting: DraftSetting) -> [PaperDraft] {
    [paper.with { $0.seals = WordSet($0.seals.words.filter { !parties.contains($0) }) }]
  }
}

extension FindingKind {
  fileprivate static let notSealed = FindingKind(
    "QB2403", .supplement, tag: .init("未盖章", "no seal"),
    meaning: .init("文书没有清单要求的印章。", "The paper lacks the seal that the checklist asks for."),
    message: .init("{paper}：没有{expected}的印章", "{paper} lacks the seal of {expected}"),
    remedy: .init(
      "请由{expected}加盖印章；印文须与登记名称一致。已盖章的，请写入 <seal of=\"…\"/>。",
      "Have it sealed by {expected}; the seal's text equals the registered name. If it is sealed, record it as <seal of=\"…\"/>."
    ))
}
