// SPDX-License-Identifier: Apache-2.0

/// The CV is continuous by month: education and occupations leave no gap longer than allowed.
struct ChronologyCheck: Check {
  static let description = CheckDescription(
    name: "chronology",
    summary: .init("学历与经历按月连续。", "Education and occupations are continuous by month."),
    parameters: [
      (
        "from",
        .init(
          "从何时起：age-18、secondary-school、graduation",
          "from when: age-18, secondary-school or graduation")
      ),
      ("gap", .init("容许的间断，默认不容许", "gap allowed; none by default")),
    ],
    kinds: [.historyGap],
    examples: [
      CheckExample(
        "study, then work until now", check: #"<chronology from="graduation"/>"#,
        papers: #"<supplement id="s1" kind="passport" for="p1"/>"#,
        person: """
          <education level="master" from="2008-09" until="2010-06" awarded="2010-06-30"/>
          <occupation from="2010-07" until="2019-08"/><occupation from="2019-09"/>
          """),
      CheckExample(
        "four months between two posts", check: #"<chronology from="graduation" gap="P3M"/>"#,
        papers: #"<supplement id="s1" kind="passport" for="p1"/>"#,
        person: """
          <education level="master" from="2008-09" until="2010-06" awarded="2010-06-30"/>
          <occupation from="2010-07" until="2019-08"/><occupation from="2020-01"/>
          """, finds: ["QB3202"]),
      CheckExample(
        "no history stated", check: #"<chronology from="graduation"/>"#,
        papers: #"<supplement id="s1" kind="passport" for="p1"/>"#, finds: ["QB9102"]),
    ])

  private enum Start: String, VocabularyWord {
    case age18 = "age-18"
    case secondarySchool = "secondary-school"
    case graduation

    var label: BilingualText {
      switch self {
      case .age18: .init("18 周岁", "the 18th birthday")
      case .secondarySchool: .init("中学毕业", "secondary school")
      case .graduation: .init("毕业", "graduation")
      }
    }
  }

  private let start: Start
  private let allowed: Int

  init(_ parameters: CheckParameters) throws(CheckParameterError) {
    start = try parameters.required("from", try parameters.word("from", as: Start.self))
    switch try parameters.period("gap") {
    case nil: allowed = 0
    case .months(let months): allowed = months
    case .years(let years): allowed = years * 12
    case .days:
      throw CheckParameterError(
        "gap", .init("简历按月计算，请用月，如 P3M", "a CV counts months; write a period such as P3M"))
    }
  }

  func examine(_ paper: Paper, into report: inout CheckReport) {
    guard case .person(let index) = paper.owner else { return }
    let person = paper.examination.dossier.persons[index]
    waitForUnread(person, paper, &report)
    let spans = spans(of: person, CalendarMonth(paper.examination.submission))
    guard !spans.isEmpty, let first = first(of: person) else {
      return report.notStated(
        .init("\(start.label.zh)以来的经历", "the history since \(start.label.en)"), paper,
        attribute: "person/education, person/occupation")
    }
    let gaps = gaps(in: spans, from: first, to: CalendarMonth(paper.examination.submission))
    if !gaps.isEmpty {
      report.add(
        .historyGap, paper,
        seen: .list(gaps.map { .text("\($0.from) – \($0.until)") }), expected: .words(start.label),
        at: person.occupations.first?.sourcePlace ?? person.sourcePlace)
    }
  }

  // What cannot be read is taken for the best, so that gaps beside it are told; the rest has to wait for it.
  private func waitForUnread(_ person: Person, _ paper: Paper, _ report: inout CheckReport) {
    let periods =
      person.education.map { ($0.from, $0.until, $0.sourcePlace) }
      + person.occupations.map { ($0.from, $0.until, $0.sourcePlace) }
    for (from, until, place) in periods {
      for (month, attribute) in [(from, "from"), (until, "until")] where month.isUnreadable {
        report.wait(
          for: .words(.init("与前后经历相接，不留空档", "next to what comes before and after, without a gap")),
          attribute, at: place, paper)
      }
    }
  }

  private func first(of person: Person) -> CalendarMonth? {
    switch start {
    case .age18: person.born.known.map { CalendarMonth($0.adding(months: 18 * 12)) }
    case .secondarySchool:
      person.education.first { $0.level.known == .secondary }?.from.known
        ?? person.education.compactMap(\.from.known).min()
    case .graduation:
      person.education.compactMap { $0.until.known ?? $0.awarded.known.map(CalendarMonth.init) }
        .max()
    }
  }

  private func spans(
    of person: Person, _ today: CalendarMonth
  ) -> [(from: CalendarMonth, until: CalendarMonth)] {
    let studies = person.education.compactMap { education in
      begin(education.from).map {
        (
          from: $0,
          until: education.until.known ?? education.awarded.known.map(CalendarMonth.init) ?? today
        )
      }
    }
    let posts = person.occupations.compactMap { occupation in
      begin(occupation.from).map { (from: $0, until: occupation.until.known ?? today) }
    }
    return (studies + posts).sorted { $0.from < $1.from }
  }

  private func begin(_ from: Stated<CalendarMonth>) -> CalendarMonth? {
    from.isUnreadable ? CalendarMonth(ordinal: 0) : from.known
  }

  private func gaps(
    in spans: [(from: CalendarMonth, until: CalendarMonth)], from first: CalendarMonth,
    to last: CalendarMonth
  ) -> [(from: CalendarMonth, until: CalendarMonth)] {
    var open = first.ordinal
    var gaps: [(Int, Int)] = []
    // What begins after the submission says nothing about the months that are still to come.
    for span in spans where span.until.ordinal >= open && open < last.ordinal {
      if span.from.ordinal > open {
        gaps.append((open, min(span.from.ordinal, last.ordinal) - 1))
      }
      open = span.until.ordinal + 1
    }
    // The month of the submission itself may still be open.
    if open < last.ordinal { gaps.append((open, last.ordinal - 1)) }
    return gaps.filter { $0.1 - $0.0 + 1 > allowed }
      .map { (CalendarMonth(ordinal: $0.0), CalendarMonth(ordinal: $0.1)) }
  }
}

extension ChronologyCheck {
  // A gap that is still open grows by a month on every first of a month.
  func turns(_ paper: Paper, in horizon: Horizon) -> [CalendarDate] {
    guard case .person(let index) = paper.owner else { return [] }
    let person = paper.examination.dossier.persons[index]
    let spans = spans(of: person, CalendarMonth(horizon.last))
    let ends = spans.map(\.until.ordinal) + [first(of: person)?.ordinal].compactMap(\.self)
    return ends.flatMap { end in
      [
        horizon.first { CalendarMonth($0).ordinal > end },
        horizon.first { CalendarMonth($0).ordinal - 1 - end > allowed },
        horizon.first { CalendarMonth($0).ordinal - end > allowed },
      ].compactMap(\.self)
    }
      + spans.compactMap { span in
        horizon.first { CalendarMonth($0).ordinal > span.from.ordinal }
      }
  }

  // What it asks for stands in the person's history, not on the paper.
  func satisfy(_ paper: inout PaperDraft, _ setting: DraftSetting) {}

  func spoil(_ paper: PaperDraft, _ setting: DraftSetting) -> [PaperDraft] {
    // A history that begins at 18 has no room for a gap of years before 22.
    if case .age18 = start, setting.age < 22 { return [] }
    return [paper.with { $0.isContinuous = false }]
  }
}

extension FindingKind {
  fileprivate static let historyGap = FindingKind(
    "QB3202", .supplement, tag: .init("经历间断", "CV gap"),
    meaning: .init("简历有没有说明的月份。", "The CV leaves months unexplained."),
    message: .init(
      "{paper}：从{expected}起的经历缺 {seen}", "{paper}: the history since {expected} leaves out {seen}"),
    remedy: .init(
      "请补写 {seen} 的经历；待业也须写明。",
      "Add what happened in {seen}; periods without work are declared too."))
}
