// SPDX-License-Identifier: Apache-2.0

/// The supplement has at least a number of pages.
struct PagesCheck: Check {
  static let description = CheckDescription(
    name: "pages",
    summary: .init("页数不少于所要求的。", "There are at least as many pages as asked for."),
    parameters: [("at-least", .init("最少页数", "least number of pages"))],
    kinds: [.tooFewPages],
    examples: [
      CheckExample(
        "both sides of a form", check: #"<pages at-least="2"/>"#,
        papers: #"<supplement id="s1" kind="passport" for="p1" pages="2"/>"#),
      CheckExample(
        "one side of a form", check: #"<pages at-least="2"/>"#,
        papers: #"<supplement id="s1" kind="passport" for="p1" pages="1"/>"#, finds: ["QB2603"]),
    ])

  private let least: Int

  init(_ parameters: CheckParameters) throws(CheckParameterError) {
    least = try parameters.required("at-least", try parameters.count("at-least"))
  }

  func examine(_ paper: Paper, into report: inout CheckReport) {
    switch paper.supplement.pages {
    case .value(let pages):
      if pages < least {
        report.add(.tooFewPages, paper, seen: .count(pages), expected: .count(least))
      }
    case .absent:
      report.notStated(
        .init("页数", "the number of pages"), paper, attribute: "supplement/@pages")
    case .unreadable: report.wait(for: .count(least), "pages", paper)
    }
  }
}

extension PagesCheck {
  func satisfy(_ paper: inout PaperDraft, _ setting: DraftSetting) {
    paper.pages = max(least, paper.pages ?? 0)
  }

  func spoil(_ paper: PaperDraft, _ setting: DraftSetting) -> [PaperDraft] {
    [paper.with { $0.pages = least - 1 }]
  }
}

extension FindingKind {
  fileprivate static let tooFewPages = FindingKind(
    "QB2603", .supplement, tag: .init("缺页", "pages"),
    meaning: .init("页数少于所要求的。", "There are fewer pages than asked for."),
    message: .init(
      "{paper}：{seen} 页，至少 {expected} 页", "{paper}: {seen} page(s), at least {expected} needed"),
    remedy: .init("请补上缺少的页。", "Add the pages that are missing."))
}
