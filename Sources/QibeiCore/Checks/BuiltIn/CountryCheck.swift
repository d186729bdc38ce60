// SPDX-License-Identifier: Apache-2.0

/// The paper does not come from a country whose papers cannot answer the item.
struct CountryCheck: Check {
  static let description = CheckDescription(
    name: "country",
    summary: .init(
      "出具国家或地区不在排除之列。", "It does not come from a country or region that is ruled out."),
    parameters: [("not", .init("排除的国家或地区代码", "codes of countries or regions ruled out"))],
    kinds: [.wrongCountry],
    examples: [
      CheckExample(
        "a police certificate from Singapore", check: #"<country not="CHN"/>"#,
        papers: #"<supplement id="s1" kind="passport" for="p1" country="SGP"/>"#),
      CheckExample(
        "a Chinese one where a foreign one is asked for", check: #"<country not="CHN"/>"#,
        papers: #"<supplement id="s1" kind="passport" for="p1" country="CHN"/>"#, finds: ["QB2605"]),
      CheckExample(
        "a country that nobody stated", check: #"<country not="CHN"/>"#,
        papers: #"<supplement id="s1" kind="passport" for="p1"/>"#, finds: ["QB9102"]),
    ])

  private let excluded: [Country]

  init(_ parameters: CheckParameters) throws(CheckParameterError) {
    let codes = parameters.words("not")
    _ = try parameters.required("not", codes.first)
    excluded = codes.compactMap { Country($0) }
    if excluded.count != codes.count {
      throw CheckParameterError(
        "not", .init("应为三位国家代码", "three-letter country codes are expected"))
    }
  }

  func examine(_ paper: Paper, into report: inout CheckReport) {
    switch paper.supplement.country {
    case .value(let country):
      if excluded.contains(country) { report.add(.wrongCountry, paper, seen: .country(country)) }
    case .absent:
      report.notStated(
        .init("出具国家或地区", "the issuing country or region"), paper, attribute: "supplement/@country")
    case .unreadable:
      report.wait(
        for: .words(.init("其他国家或地区", "another country or region")), "country", paper)
    }
  }
}

extension CountryCheck {
  func satisfy(_ paper: inout PaperDraft, _ setting: DraftSetting) {
    if paper.country == nil { paper.country = setting.abroad }
  }

  func spoil(_ paper: PaperDraft, _ setting: DraftSetting) -> [PaperDraft] {
    excluded.prefix(1).map { country in paper.with { $0.country = country } }
  }
}

extension FindingKind {
  fileprivate static let wrongCountry = FindingKind(
    "QB2605", .supplement, tag: .init("出具国", "country"),
    meaning: .init(
      "这一项要的不是该国（地区）出具的文书。", "The item does not ask for a paper of that country or region."),
    message: .init(
      "{paper}由{seen}出具，不能用于“{item}”", "{paper} comes from {seen}, which does not answer “{item}”"),
    needsAnotherPaper: true)
}
