// SPDX-License-Identifier: Apache-2.0

/// From its first to its last day, the supplement's period is no longer than a limit.
struct DurationCheck: Check {
  static let description = CheckDescription(
    name: "duration",
    summary: .init("期间不超过所许的长度。", "Its period is no longer than allowed."),
    parameters: [("at-most", .init("最长期限，如 P5Y", "longest period, such as P5Y"))],
    kinds: [.tooLong],
    examples: [
      CheckExample(
        "five years to the day", check: #"<duration at-most="P5Y"/>"#,
        papers:
          #"<supplement id="s1" kind="passport" for="p1" from="2026-04-01" until="2031-03-31"/>"#),
      CheckExample(
        "a day more than five years", check: #"<duration at-most="P5Y"/>"#,
        papers:
          #"<supplement id="s1" kind="passport" for="p1" from="2026-04-01" until="2031-04-01"/>"#,
        finds: ["QB3301"]),
      CheckExample(
        "no end stated", check: #"<duration at-most="P5Y"/>"#,
        papers: #"<supplement id="s1" kind="passport" for="p1" from="2026-04-01"/>"#,
        finds: ["QB9102"]),
    ])

  private let longest: CalendarPeriod

  init(_ parameters: CheckParameters) throws(CheckParameterError) {
    longest = try parameters.required("at-most", try parameters.period("at-most"))
  }

  func examine(_ paper: Paper, into report: inout CheckReport) {
    let supplement = paper.supplement
    guard let from = supplement.from.known, let until = supplement.until.known else {
      if supplement.from.isAbsent || supplement.until.isAbsent {
        return report.notStated(
          .init("起止日期", "its first and last day"), paper,
          attribute: "supplement/@from, supplement/@until")
      }
      return report.wait(
        for: .period(longest), supplement.from.known == nil ? "from" : "until", paper)
    }
    let last = (from + longest).adding(days: -1)
    if until > last {
      report.add(
        .tooLong, paper, seen: .range(from, until), expected: .date(last), limit: .period(longest),
        at: supplement.places.until)
    }
  }
}

extension DurationCheck {
  func satisfy(_ paper: inout PaperDraft, _ setting: DraftSetting) {
    let from = paper.from ?? setting.submission
    paper.from = from
    let latest = (from + longest).adding(days: -1)
    paper.until = min(latest, paper.until ?? latest)
  }

  func spoil(_ paper: PaperDraft, _ setting: DraftSetting) -> [PaperDraft] {
    [paper.with { $0.until = ($0.from ?? setting.submission) + longest }]
  }
}

extension FindingKind {
  fileprivate static let tooLong = FindingKind(
    "QB3301", .supplement, tag: .init("过长", "too long"),
    meaning: .init("期间超过所许的长度。", "The period is longer than allowed."),
    message: .init("{paper}的期间为 {seen}，超过 {limit}", "{paper} runs {seen}, longer than {limit}"),
    remedy: .init(
      "请改订，使其不晚于 {expected} 结束。", "Have it changed so that it ends on {expected} at the latest."),
    step: .issue)
}
