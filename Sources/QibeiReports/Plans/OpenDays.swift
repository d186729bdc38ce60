// SPDX-License-Identifier: Apache-2.0
internal import QibeiCore

/// On which days of a window the authorities are open.
struct OpenDays {
  let text: BilingualText
  /// Whether the days off of all its years are announced.
  let isAnnounced: Bool

  init(_ calendar: WorkingDayCalendar, _ from: CalendarDate, _ until: CalendarDate) {
    let open = calendar.openDays(from, until)
    let ends = open.map { [$0.first, $0.last] } ?? [from, until]
    isAnnounced = ends.allSatisfy { calendar.isWorkingDay($0) != nil }
    let doubt =
      isAnnounced
      ? BilingualText("", "")
      : .init("（放假安排没有公布的年份按周一至周五计）", " (Monday to Friday where the days off are not announced)")
    text =
      open.map { first, last in
        .init(
          "工作日：第一天 \(first)，最后一天 \(last)\(doubt.zh)",
          "Open days: the first is \(first), the last \(last)\(doubt.en)")
      } ?? .init("其中没有工作日\(doubt.zh)", "None of these days is a working day\(doubt.en)")
  }
}

/// A limit that the applicant has to keep, beside the days on which a dossier is complete.
struct DeadlineLine {
  /// Nil where the whole window lies within it.
  let text: BilingualText?

  init(_ deadline: Deadline, _ last: CalendarDate, _ from: CalendarDate, _ until: CalendarDate) {
    let (zh, en) = (deadline.title.zh, deadline.title.en)
    text =
      last < from
      ? .init(
        "已逾期（最后一日是 \(last)）：\(zh)。\(deadline.remedy.zh)",
        "Late: the last day was \(last): \(en). \(deadline.remedy.en)")
      : last < until
        ? .init("\(last) 以后递交即为逾期：\(zh)", "In time only until \(last): \(en)") : nil
  }
}
