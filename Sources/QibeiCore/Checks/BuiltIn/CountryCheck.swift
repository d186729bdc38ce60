// SPDX-License-Identifier: Apache-2.0

/// The paper does not come from a country whose papers cannot answer the item, and comes from one that can.
///
/// A police certificate is issued by the state of nationality or of habitual residence (Service Guide to the
/// Foreigner's Work Permit, Waizhuanfa [2017] No. 36).
struct CountryCheck: Check {
  static let description = CheckDescription(
    name: "country",
    summary: .init(
      "出具国家或地区不在排除之列，且是本人的国籍国或居住地。",
      "It does not come from a country or region that is ruled out, and comes from the person's own."
    ),
    parameters: [
      ("not", .init("排除的国家或地区代码", "codes of countries or regions ruled out")),
      ("of", .init("须是本人的国籍国或居住地；不写不限", "the person's nationality or residence; any where absent")),
    ],
    kinds: [.wrongCountry],
    examples: [
      CheckExample(
        "a police certificate from Singapore", check: #"<country not="CHN"/>"#,
        papers: #"<supplement id="s1" kind="passport" for="p1" country="SGP"/>"#),
      CheckExample(
        "a Chinese one where a foreign one is asked for", check: #"<country not="CHN"/>"#,
        papers: #"<supplement id="s1" kind="passport" for="p1" country="CHN"/>"#, finds: ["QB2605"]),
      CheckExample(
        "of the nationality", check: #"<country of="nationality"/>"#,
        papers: #"<supplement id="s1" kind="passport" for="p1" country="SGP"/>"#,
        person: #"<passport number="E1" country="SGP"/>"#),
      CheckExample(
        "of a country lived in", check: #"<country of="nationality residence"/>"#,
        papers: #"<supplement id="s1" kind="passport" for="p1" country="FJI"/>"#,
        person: #"<passport number="E1" country="SGP"/><lived country="FJI" from="2020-01"/>"#),
      CheckExample(
        "of neither", check: #"<country of="nationality residence"/>"#,
        papers: #"<supplement id="s1" kind="passport" for="p1" country="FJI"/>"#,
        person: #"<passport number="E1" country="SGP"/><lived country="SGP" from="2020-01"/>"#,
        finds: ["QB2605"]),
      CheckExample(
        "of the nationality where only the residence counts", check: #"<country of="residence"/>"#,
        papers: #"<supplement id="s1" kind="passport" for="p1" country="SGP"/>"#,
        person: #"<passport number="E1" country="SGP"/><lived country="FJI" from="2020-01"/>"#,
        finds: ["QB2605"]),
      CheckExample(
        "where nobody says where the person lived",
        check: #"<country of="nationality residence"/>"#,
        papers: #"<supplement id="s1" kind="passport" for="p1" country="FJI"/>"#,
        person: #"<passport number="E1" country="SGP"/>"#, finds: ["QB9102"]),
      CheckExample(
        "a country that nobody stated", check: #"<country not="CHN"/>"#,
        papers: #"<supplement id="s1" kind="passport" for="p1"/>"#, finds: ["QB9102"]),
    ])

  private let excluded: [Country]
  private let origins: [Origin]

  /// What ties a person to a country.
  enum Origin: String, VocabularyWord {
    case nationality, residence

    var label: BilingualText {
      switch self {
      case .nationality: .init("国籍国", "the country of nationality")
      case .residence: .init("居住地", "the country of residence")
      }
    }
  }

  init(_ parameters: CheckParameters) throws(CheckParameterError) {
    let codes = parameters.words("not")
    origins = try parameters.words("of", as: Origin.self)
    if origins.isEmpty { _ = try parameters.required("not", codes.first) }
    excluded = codes.compactMap { Country($0) }
    if excluded.count != codes.count {
      throw CheckParameterError(
        "not", .init("应为三位国家代码", "three-letter country codes are expected"))
    }
  }

  func examine(_ paper: Paper, into report: inout CheckReport) {
    switch paper.supplement.country {
    case .value(let country):
      if excluded.contains(country) {
        report.add(.wrongCountry, paper, seen: .country(country))
      } else if !origins.isEmpty {
        examineOrigin(country, paper, &report)
      }
    case .absent:
      report.countryNotStated(paper)
    case .unreadable:
      report.wait(
        for: .words(.init("其他国家或地区", "another country or region")), "country", paper)
    }
  }
}

extension CountryCheck {
  private func examineOrigin(_ country: Country, _ paper: Paper, _ report: inout CheckReport) {
    let examination = paper.examination
    guard let index = examination.subject(of: paper.owner) else { return }
    let person = examination.dossier.persons[index]
    let passports = person.passports.compactMap(\.country.known)
    if origins.contains(.nationality),
      person.nationality.known == country || passports.contains(country)
    {
      return
    }
    let livesThere = person.lived.contains { $0.country.known == country }
    if origins.contains(.residence), livesThere { return }
    if origins.contains(.nationality), person.nationality.known == nil, passports.isEmpty {
      return report.notStated(
        .init("本人的国籍", "the person's nationality"), paper, attribute: "person/@nationality")
    }
    if origins.contains(.residence), person.mayHaveLivedElsewhere {
      return report.notStated(
        .init("本人居住过的国家", "where the person has lived"), paper, attribute: "person/lived")
    }
    report.add(.wrongCountry, paper, seen: .country(country))
  }

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
