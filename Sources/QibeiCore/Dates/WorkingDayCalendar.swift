// SPDX-License-Identifier: Apache-2.0

/// Which days are working days in China, make-up days (调休) included, as the State Council announces them.
package struct WorkingDayCalendar: Sendable {
  private let years: Set<Int>
  private let daysOff: Set<CalendarDate>
  private let makeUpDays: Set<CalendarDate>

  /// Makes a calendar from announced years, the days off and the weekend days that are worked.
  package init(years: Set<Int>, daysOff: Set<CalendarDate>, makeUpDays: Set<CalendarDate>) {
    self.years = years
    self.daysOff = daysOff
    self.makeUpDays = makeUpDays
  }

  /// What cannot be true of an announcement.
  package var faults: [BilingualText] {
    var faults: [BilingualText] = []
    for day in makeUpDays.sorted() {
      if day.weekday < 5 {
        faults.append(
          .init("\(day) 不是周末，不会调休上班", "\(day) is no weekend day, so nobody makes up for it"))
      }
      if daysOff.contains(day) {
        faults.append(.init("\(day) 既放假又上班", "\(day) is both a day off and worked"))
      }
    }
    for day in makeUpDays.union(daysOff).sorted() where !years.contains(day.year) {
      faults.append(
        .init("\(day) 所在的年份没有写", "\(day) lies in a year that is not in the table"))
    }
    let announced = years.sorted()
    for (earlier, later) in zip(announced, announced.dropFirst()) where later > earlier + 1 {
      faults.append(
        .init(
          "\(earlier) 年与 \(later) 年之间缺年份",
          "years between \(earlier) and \(later) are missing"))
    }
    return faults
  }

  /// Whether a day is a working day; nil when its year has not been announced.
  package func isWorkingDay(_ day: CalendarDate) -> Bool? {
    guard years.contains(day.year) else { return nil }
    if makeUpDays.contains(day) { return true }
    return !daysOff.contains(day) && day.weekday < 5
  }

  /// Whether authorities are open on a day, as far as is announced; Monday to Friday where nothing is.
  package func isOpen(_ day: CalendarDate) -> Bool { isWorkingDay(day) ?? (day.weekday < 5) }

  /// The first and the last working day of a run of days; nil where it has none.
  package func openDays(
    _ from: CalendarDate, _ until: CalendarDate
  ) -> (first: CalendarDate, last: CalendarDate)? {
    var (first, last) = (from, until)
    while first <= until, !isOpen(first) { first = first.adding(days: 1) }
    while last >= first, !isOpen(last) { last = last.adding(days: -1) }
    return first <= last ? (first, last) : nil
  }

  /// A day counted in working days.
  package struct Deadline: Hashable, Sendable {
    package let day: CalendarDate
    /// The years on the way whose days off are not announced; their weekdays were taken as working days.
    package let unannounced: [Int]

    /// Whether an announcement may still move it: a holiday back, a make-up day forward.
    package var isProvisional: Bool { !unannounced.isEmpty }
  }

  /// The day on which a number of working days after a day are over.
  ///
  /// The day itself is not counted (Administrative Licensing Law, article 82).
  package func deadline(_ count: Int, workingDaysAfter start: CalendarDate) -> Deadline {
    var day = start
    var left = count
    var unannounced: [Int] = []
    while left > 0 {
      day = day.adding(days: 1)
      let announced = isWorkingDay(day)
      if announced == nil, unannounced.last != day.year { unannounced.append(day.year) }
      if announced ?? (day.weekday < 5) { left -= 1 }
    }
    return Deadline(day: day, unannounced: unannounced)
  }
}
