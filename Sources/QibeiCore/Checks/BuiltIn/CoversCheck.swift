// SPDX-License-Identifier: Apache-2.0

/// Together, the papers cover the whole period before an anchor day; each gap is reported with its days.
struct CoversCheck: Check {
  static let description = CheckDescription(
    name: "covers",
    summary: .init(
      "各份材料合起来覆盖基准日之前的整个期限。", "Together the papers cover the whole period before the anchor day."),
    parameters: [
      ("period", .init("期限，如 P4Y", "the period, such as P4Y")),
      ("before", .init("基准日", "the anchor day")),
      ("gap", .init("容许的间断，默认不容许", "gap allowed; none by default")),
    ],
    kinds: [.gap],
    examples: [
      CheckExample(
        "two permits without a gap", check: #"<covers period="P2Y" before="submission"/>"#,
        papers: """
          <supplement id="s1" kind="passport" for="p1" from="2024-03-16" until="2025-03-15"/>
          <supplement id="s2" kind="passport" for="p1" from="2025-03-16" until="2027-03-15"/>
          """),
      CheckExample(
        "ten days between two permits", check: #"<covers period="P2Y" before="submission"/>"#,
        papers: """
          <supplement id="s1" kind="passport" for="p1" from="2024-03-01" until="2025-03-15"/>
          <supplement id="s2" kind="passport" for="p1" from="2025-03-26" until="2027-03-15"/>
          """, finds: ["QB3201"]),
      CheckExample(
        "ten days where a month is allowed",
        check: #"<covers period="P2Y" before="submission" gap="P1M"/>"#,
        papers: """
          <supplement id="s1" kind="passport" for="p1" from="2024-03-01" until="2025-03-15"/>
          <supplement id="s2" kind="passport" for="p1" from="2025-03-26" until="2027-03-15"/>
          """),
      CheckExample(
        "starts too late and ends too early", check: #"<covers period="P1Y" before="submission"/>"#,
        papers:
          #"<supplement id="s1" kind="passport" for="p1" from="2025-06-01" until="2026-01-31"/>"#,
        finds: ["QB3201"]),
      CheckExample(
        "a period that nobody stated", check: #"<covers period="P1Y" before="submission"/>"#,
        papers: #"<supplement id="s1" kind="passport" for="p1"/>"#, finds: ["QB9102"]),
    ])

  static let isJoint = true

  private let period: CalendarPeriod
  private let anchor: Anchor
  private let allowed: CalendarPeriod

  init(_ parameters: CheckParameters) throws(CheckParameterError) {
    period = try parameters.required("period", try parameters.period("period"))
    anchor = try parameters.required("before", try parameters.word("before", as: Anchor.self))
    allowed = try parameters.period("gap") ?? .days(0)
  }

  func examine(_ paper: Paper, into report: inout CheckReport) {
    guard let end = paper.day(of: anchor) else {
      return report.notStated(anchor.label, paper, attribute: "application")
    }
    var spans: [(from: CalendarDate, until: CalendarDate)] = []
    for candidate in paper.candidates {
      let supplement = paper.examination.dossier.supplements[Int(candidate)]
      if let from = supplement.from.known,
        let until = supplement.until.known ?? supplement.expires.known
      {
        spans.append((from, until))
      } else {
        let its = Paper(
          examination: paper.examination, index: candidate, owner: paper.owner, candidates: [])
        if supplement.from.isAbsent || supplement.until.isAbsent {
          report.notStated(
            .init("起止日期", "its first and last day"), its,
            attribute: "supplement/@from, supplement/@until")
        } else {
          report.wait(
            for: .range(end - period, end), supplement.from.known == nil ? "from" : "until", its)
        }
      }
    }
    let gaps = gaps(in: spans, from: end - period, to: end.adding(days: -1))
    guard !gaps.isEmpty, !spans.isEmpty else { return }
    report.add(
      .gap, paper, seen: .list(gaps.map { .range($0.from, $0.until) }),
      expected: .range(end - period, end), limit: .period(period), on: .words(anchor.label))
  }

  private func gaps(
    in spans: [(from: CalendarDate, until: CalendarDate)], from start: CalendarDate,
    to last: CalendarDate
  ) -> [(from: CalendarDate, until: CalendarDate)] {
    var open = start
    var gaps: [(from: CalendarDate, until: CalendarDate)] = []
    for span in spans.sorted(by: { $0.from < $1.from }) where span.until >= open {
      if span.from > open { gaps.append((open, min(span.from.adding(days: -1), last))) }
      open = span.until.adding(days: 1)
      if open > last { break }
    }
    if open <= last { gaps.append((open, last)) }
    return gaps.filter { $0.from <= $0.until && $0.until.adding(days: 1) > $0.from + allowed }
  }
}

extension CoversCheck {
  // Where the period begins or ends inside, at the edge of or just beyond the tolerated gap of any paper.
  func turns(_ paper: Paper, in horizon: Horizon) -> [CalendarDate] {
    let supplement = paper.supplement
    guard let from = supplement.from.known,
      let until = supplement.until.known ?? supplement.expires.known
    else { return [] }
    let afterward = until.adding(days: 1)
    return [
      horizon.first { paper.reaches(anchor, submittedOn: $0) { $0 - period > until } },
      horizon.first { paper.reaches(anchor, submittedOn: $0) { $0 - period >= from } },
      horizon.first { paper.reaches(anchor, submittedOn: $0) { $0 - period + allowed >= from } },
      horizon.first { paper.reaches(anchor, submittedOn: $0) { $0 > from } },
      horizon.first { paper.reaches(anchor, submittedOn: $0) { $0 > afterward } },
      horizon.first { paper.reaches(anchor, submittedOn: $0) { $0 > afterward + allowed } },
    ].compactMap(\.self)
  }

  func satisfy(_ paper: inout PaperDraft, _ setting: DraftSetting) {
    let end = setting.day(of: anchor)
    paper.from = min(end - period, paper.from ?? end)
    paper.until = max(end, paper.until ?? end)
  }

  func spoil(_ paper: PaperDraft, _ setting: DraftSetting) -> [PaperDraft] {
    let end = setting.day(of: anchor)
    return [paper.with { $0.from = (end - period + allowed).adding(days: 1) }]
  }
}

extension FindingKind {
  fileprivate static let gap = FindingKind(
    "QB3201", .supplement, tag: .init("间断", "gap"),
    meaning: .init(
      "各份材料合起来没有覆盖要求的整个期间。", "Together the papers do not cover the whole period asked for."),
    message: .init(
      "{item}须覆盖{on}之前的 {limit}（{expected}），缺 {seen}",
      "{item} has to cover the {limit} before {on} ({expected}); missing: {seen}"),
    remedy: .init("请补上覆盖 {seen} 的材料。", "Add papers that cover {seen}."), step: .issue)
}
