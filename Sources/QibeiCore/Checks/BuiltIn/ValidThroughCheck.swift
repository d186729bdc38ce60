// SPDX-License-Identifier: Apache-2.0

/// The supplement stays valid up to a period after an anchor day.
struct ValidThroughCheck: Check {
  static let description = CheckDescription(
    name: "valid-through",
    summary: .init("有效期到基准日加期限之后。", "It is valid up to the anchor day plus the period, or longer."),
    parameters: [
      ("after", .init("基准日", "the anchor day")),
      ("period", .init("期限，不写为基准日当日", "the period; the anchor day itself where absent")),
    ],
    kinds: [.expired, .endsTooSoon],
    examples: [
      CheckExample(
        "valid six months and longer", check: #"<valid-through after="submission" period="P6M"/>"#,
        papers: #"<supplement id="s1" kind="passport" for="p1" expires="2026-09-16"/>"#),
      CheckExample(
        "a day less than six months", check: #"<valid-through after="submission" period="P6M"/>"#,
        papers: #"<supplement id="s1" kind="passport" for="p1" expires="2026-09-15"/>"#,
        finds: ["QB3104"]),
      CheckExample(
        "expired", check: #"<valid-through after="submission"/>"#,
        papers: #"<supplement id="s1" kind="passport" for="p1" expires="2026-03-15"/>"#,
        finds: ["QB3101"]),
      CheckExample(
        "no day stated", check: #"<valid-through after="submission"/>"#,
        papers: #"<supplement id="s1" kind="passport" for="p1"/>"#, finds: ["QB9102"]),
    ])

  private let anchor: Anchor
  private let period: CalendarPeriod

  init(_ parameters: CheckParameters) throws(CheckParameterError) {
    anchor = try parameters.required("after", try parameters.word("after", as: Anchor.self))
    period = try parameters.period("period") ?? .days(0)
  }

  func examine(_ paper: Paper, into report: inout CheckReport) {
    guard let anchorDay = paper.day(of: anchor) else {
      return report.notStated(anchor.label, paper, attribute: "application")
    }
    let needed = anchorDay + period
    let place = paper.supplement.places.expires
    switch paper.supplement.expires {
    case .value(let day):
      if day < paper.examination.submission {
        report.add(
          .expired, paper, seen: .date(day), expected: .date(needed),
          on: .date(paper.examination.submission), at: place)
      } else if day < needed {
        report.add(
          .endsTooSoon, paper, seen: .date(day), expected: .date(needed), limit: .period(period),
          on: .words(anchor.label), at: place)
      }
    case .absent:
      report.notStated(
        .init("有效期", "the day it is valid until"), paper, attribute: "supplement/@expires")
    case .unreadable: report.wait(for: .date(needed), "expires", at: place, paper)
    }
  }
}

extension ValidThroughCheck {
  func turns(_ paper: Paper, in horizon: Horizon) -> [CalendarDate] {
    guard let expires = paper.supplement.expires.known else { return [] }
    return [
      horizon.first { $0 > expires },
      horizon.first { paper.reaches(anchor, submittedOn: $0) { $0 + period > expires } },
    ].compactMap(\.self)
  }

  func satisfy(_ paper: inout PaperDraft, _ setting: DraftSetting) {
    let needed = setting.day(of: anchor) + period
    paper.expires = max(needed.adding(months: 24), paper.expires ?? needed)
  }

  func spoil(_ paper: PaperDraft, _ setting: DraftSetting) -> [PaperDraft] {
    [paper.with { $0.expires = (setting.day(of: anchor) + period).adding(days: -1) }]
  }
}

extension FindingKind {
  fileprivate static let expired = FindingKind(
    "QB3101", .supplement, tag: .init("失效", "expired"),
    meaning: .init("文书在递交日已过有效期。", "The paper is no longer valid on the day you submit."),
    message: .init(
      "{paper}有效期至 {seen}，{on} 递交时已过期", "{paper} was valid until {seen}; it has expired by {on}"),
    remedy: .init(
      "请换发，新的有效期不早于 {expected}。", "Renew it; the new one is valid until {expected} or later."),
    step: .issue)
  fileprivate static let endsTooSoon = FindingKind(
    "QB3104", .supplement, tag: .init("将到期", "ends soon"),
    meaning: .init("文书的有效期不够长。", "The paper's validity is too short."),
    message: .init(
      "{paper}有效期至 {seen}，须到 {expected} 或以后",
      "{paper} is valid until {seen}; it has to last until {expected} or later"),
    remedy: .init(
      "请先换发，再递交；有效期须到 {expected} 或以后。",
      "Renew it before you submit; it has to be valid until {expected} or later."), step: .issue)
}
