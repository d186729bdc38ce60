// SPDX-License-Identifier: Apache-2.0

/// The text of the supplement mentions what the checklist asks for.
struct MentionsCheck: Check {
  static let description = CheckDescription(
    name: "mentions",
    summary: .init("文字写明所列的每一事项。", "The text mentions each of the things named."),
    parameters: [("items", .init("应写明的事项，全部须有", "what it mentions, all of it"))],
    kinds: [.notMentioned],
    examples: [
      CheckExample(
        "a contract that has everything", check: #"<mentions items="position pay"/>"#,
        papers: #"<supplement id="s1" kind="passport" for="p1" mentions="pay position period"/>"#),
      CheckExample(
        "a contract without the pay", check: #"<mentions items="position pay"/>"#,
        papers: #"<supplement id="s1" kind="passport" for="p1" mentions="position"/>"#,
        finds: ["QB2602"]),
      CheckExample(
        "nothing recorded", check: #"<mentions items="position pay"/>"#,
        papers: #"<supplement id="s1" kind="passport" for="p1"/>"#, finds: ["QB9102"]),
    ])

  private let items: [Mention]

  init(_ parameters: CheckParameters) throws(CheckParameterError) {
    items = try parameters.words("items", as: Mention.self)
    _ = try parameters.required("items", items.first)
  }

  func examine(_ paper: Paper, into report: inout CheckReport) {
    switch paper.supplement.mentions {
    case .value(let mentioned):
      let missing = items.filter { !mentioned.contains($0) }
      if !missing.isEmpty { report.add(.notMentioned, paper, seen: .allOf(missing)) }
    case .absent:
      let what = BilingualText(
        "文字是否写明" + items.map(\.label.zh).joined(separator: "、"),
        "whether the text mentions " + items.map(\.label.en).joined(separator: ", "))
      let words = items.map(\.word).joined(separator: " ")
      report.notStated(what, paper, attribute: "supplement/@mentions (\(words))")
    case .unreadable: report.wait(for: .allOf(items), "mentions", paper)
    }
  }
}

extension MentionsCheck {
  func satisfy(_ paper: inout PaperDraft, _ setting: DraftSetting) {
    for item in items { paper.mentions.insert(item) }
  }

  func spoil(_ paper: PaperDraft, _ setting: DraftSetting) -> [PaperDraft] {
    items.map { item in
      paper.with { $0.mentions = WordSet($0.mentions.words.filter { $0 != item }) }
    }
  }
}

extension FindingKind {
  fileprivate static let notMentioned = FindingKind(
    "QB2602", .supplement, tag: .init("内容", "content"),
    meaning: .init(
      "文书没有写明清单要求的事项。", "The paper does not mention something that the checklist asks for."),
    message: .init("{paper}：没有写明{seen}", "{paper} does not mention {seen}"),
    remedy: .init(
      "请由出具方重新出具或另附盖章的补充说明，写明{seen}。",
      "Have the issuer write it again, or add a sealed supplement, that mentions {seen}."))
}
