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

  /// Whether a day is a working day; nil when its year has not been announced.
  package func isWorkingDay(_ day: CalendarDate) -> Bool? {
    guard years.contains(day.year) else { return nil }
    if makeUpDays.contains(day) { return true }
    return !daysOff.contains(day) && day.weekday < 5
  }

  /// The day on which a number of working days after a day are over; nil when a year on the way is unannounced.
  ///
  /// The day itself is not counted (Administrative Licensing Law, article 82).
  package func day(_ count: Int, workingDaysAfter start: CalendarDate) -> CalendarDate? {
    var day = start
    var left = count
    while left > 0 {
      day = day.adding(days: 1)
      guard let works = isWorkingDay(day) else { return nil }
      if works { left -= 1 }
    }
    return day
  }
}
