// SPDX-License-Identifier: Apache-2.0

/// The paper, or its authentication, is dated within a period before an anchor day.
///
/// The period counts in the unit of its source, back from the anchor with the month's end clamped; a paper
/// dated exactly that long ago still passes. Certificate and authentication age separately.
struct IssuedWithinCheck: Check {
  static let description = CheckDescription(
    name: "issued-within",
    summary: .init(
      "日期在基准日之前的期限内，且不晚于基准日。",
      "Its date lies within the period before the anchor day, and not after it."),
    parameters: [
      ("period", .init("期限，如 P6M", "the period, such as P6M")),
      ("before", .init("基准日", "the anchor day")),
      ("of", .init("哪个日期，默认出具日", "which date; issue by default")),
    ],
    kinds: [.tooOld, .authenticationTooOld, .datedLater],
    examples: [
      CheckExample(
        "six months to the day", check: #"<issued-within period="P6M" before="acceptance"/>"#,
        papers: #"<supplement id="s1" kind="passport" for="p1" issued="2025-09-16"/>"#),
      CheckExample(
        "a day older", check: #"<issued-within period="P6M" before="acceptance"/>"#,
        papers: #"<supplement id="s1" kind="passport" for="p1" issued="2025-09-15"/>"#,
        finds: ["QB3102"]),
      CheckExample(
        "dated after the submission", check: #"<issued-within period="P6M" before="submission"/>"#,
        papers: #"<supplement id="s1" kind="passport" for="p1" issued="2026-03-17"/>"#,
        finds: ["QB3103"]),
      CheckExample(
        "an old apostille",
        check: #"<issued-within period="P6M" before="acceptance" of="authentication"/>"#,
        papers:
          #"<supplement id="s1" kind="passport" for="p1" issued="2025-08-11"><authentication kind="apostille" on="2025-08-16"/></supplement>"#,
        finds: ["QB3105"]),
      CheckExample(
        "no date stated", check: #"<issued-within period="P6M" before="acceptance"/>"#,
        papers: #"<supplement id="s1" kind="passport" for="p1"/>"#, finds: ["QB9102"]),
    ])

  private let period: CalendarPeriod
  private let anchor: Anchor
  private let dated: PaperStep

  init(_ parameters: CheckParameters) throws(CheckParameterError) {
    period = try parameters.required("period", try parameters.period("period"))
    anchor = try parameters.required("before", try parameters.word("before", as: Anchor.self))
    dated = try parameters.word("of", as: PaperStep.self) ?? .issue
  }

  func examine(_ paper: Paper, into report: inout CheckReport) {
    guard let anchorDay = paper.day(of: anchor) else {
      return report.notStated(anchor.label, paper, attribute: "application")
    }
    let oldest = anchorDay - period
    let supplement = paper.supplement
    switch dated {
    case .issue:
      examine(supplement.issued, supplement.places.issued, oldest, anchorDay, paper, &report)
    case .notarisation:
      if let notarisation = supplement.notarisation {
        examine(notarisation.on, notarisation.sourcePlace, oldest, anchorDay, paper, &report)
      }
    case .translation:
      if let translation = supplement.translation {
        examine(translation.on, translation.sourcePlace, oldest, anchorDay, paper, &report)
      }
    case .authentication:
      // The newest authentication counts; credential verifications do not expire with it.
      let all = paper.authentications.filter { $0.kind.known != .credentialBody }
      // One that does not count makes no older one younger.
      let counting = all.filter { hasEffect($0, paper) }
      let marks = counting.isEmpty ? Array(all) : counting
      let newest = marks.max {
        ($0.on.known ?? .distantPast, 0) < ($1.on.known ?? .distantPast, 0)
      }
      if let newest { examine(newest.on, newest.sourcePlace, oldest, anchorDay, paper, &report) }
    }
  }

  private func examine(
    _ date: Stated<CalendarDate>, _ place: SourcePlace?, _ oldest: CalendarDate,
    _ anchorDay: CalendarDate, _ paper: Paper, _ report: inout CheckReport
  ) {
    switch date {
    case .value(let day):
      if day < oldest {
        report.add(
          dated == .authentication ? .authenticationTooOld : .tooOld, paper, seen: .date(day),
          expected: .date(oldest), limit: .period(period), on: .date(anchorDay), at: place)
      } else if day > anchorDay {
        report.add(
          .datedLater, paper, seen: .date(day), expected: .date(anchorDay),
          limit: .words(dated.label), on: .words(anchor.label), at: place)
      }
    case .absent: report.notStated(dated.label, paper, attribute: attribute)
    case .unreadable:
      report.wait(
        for: .range(oldest, anchorDay), dated == .issue ? "issued" : "on", at: place, paper)
    }
  }

  private func hasEffect(_ mark: Authentication, _ paper: Paper) -> Bool {
    guard let country = paper.supplement.country.known, let day = mark.on.known else { return true }
    let inForce = paper.examination.tables.apostille.isInForce(with: country, on: day)
    return switch mark.kind.known {
    case .apostille: inForce != false
    case .consular: inForce != true
    case .embassyInChina, .notary, .credentialBody, nil: true
    }
  }

  private var attribute: String {
    switch dated {
    case .issue: "supplement/@issued"
    case .authentication: "authentication/@on"
    case .notarisation: "notarisation/@on"
    case .translation: "translation/@on"
    }
  }
}

extension IssuedWithinCheck {
  var ageing: Ageing? { Ageing(step: dated, anchor: anchor, period: period) }

  func turns(_ paper: Paper, in horizon: Horizon) -> [CalendarDate] {
    let supplement = paper.supplement
    let dates: [CalendarDate?] =
      switch dated {
      case .issue: [supplement.issued.known]
      case .notarisation: [supplement.notarisation?.on.known]
      case .translation: [supplement.translation?.on.known]
      case .authentication: paper.authentications.map(\.on.known)
      }
    return dates.compactMap(\.self).flatMap { date in
      [
        horizon.first { paper.reaches(anchor, submittedOn: $0) { $0 >= date } },
        horizon.first { paper.reaches(anchor, submittedOn: $0) { $0 - period > date } },
      ].compactMap(\.self)
    }
  }

  func satisfy(_ paper: inout PaperDraft, _ setting: DraftSetting) {
    let day = setting.day(of: anchor).adding(days: -10)
    switch dated {
    case .issue: paper.issued = paper.issued ?? day
    case .authentication: paper.authentication?.on = day
    case .notarisation: paper.notarisedOn = day
    case .translation: paper.translation?.on = day
    }
  }

  func spoil(_ paper: PaperDraft, _ setting: DraftSetting) -> [PaperDraft] {
    let anchorDay = setting.day(of: anchor)
    let early = (anchorDay - period).adding(days: -1)
    switch dated {
    case .issue:
      return [early, anchorDay.adding(days: 1)].map { day in paper.with { $0.issued = day } }
    case .authentication: return [paper.with { $0.authentication?.on = early }]
    case .notarisation: return [paper.with { $0.notarisedOn = early }]
    case .translation: return [paper.with { $0.translation?.on = early }]
    }
  }
}

extension FindingKind {
  fileprivate static let tooOld = FindingKind(
    "QB3102", .supplement, tag: .init("过期", "too old"),
    meaning: .init(
      "文书的日期加上时限早于递交（受理）之日。", "The paper's date plus the limit lies before the day you submit."),
    message: .init(
      "{paper}是 {seen} 出具的，到 {on} 已超过 {limit}",
      "{paper} is dated {seen} and is more than {limit} old on {on}"),
    remedy: .init(
      "请重新申请，日期不早于 {expected}，并在 {limit}内递交。",
      "Get a new one, dated {expected} or later, and submit within {limit} of its date."),
    step: .issue)
  static let datedLater = FindingKind(
    "QB3103", .fixNow, tag: .init("日期", "date"),
    meaning: .init(
      "文书的日期晚于递交（受理）之日，可能是笔误。", "The paper is dated after the day you submit, perhaps by a slip."),
    message: .init(
      "{paper}：{limit} {seen} 晚于{on}（{expected}）",
      "{paper}: {limit}, {seen}, lies after {on} ({expected})"),
    remedy: .init(
      "请核对日期；如日期无误，请改在 {seen} 或以后递交。", "Check the date; if it is right, submit on {seen} or later.")
  )
  fileprivate static let authenticationTooOld = FindingKind(
    "QB3105", .supplement, tag: .init("认证过期", "old authentication"),
    meaning: .init(
      "文书的认证日期加上时限早于递交（受理）之日；文书本身和认证分别计算。",
      "The authentication's date plus the limit lies before the day you submit; the paper and its authentication age separately."
    ),
    message: .init(
      "{paper}的认证是 {seen} 办的，到 {on} 已超过 {limit}",
      "The authentication of {paper} is dated {seen} and is more than {limit} old on {on}"),
    remedy: .init(
      "请重新办理认证，日期不早于 {expected}。", "Have it authenticated again, dated {expected} or later."),
    step: .authentication)
}
