// SPDX-License-Identifier: Apache-2.0

/// One thing to do before a dossier can be handed in: a paper to obtain, a paper to work on, or a correction.
package struct PlannedTask: Sendable {
  /// A step with the time it takes; nil where nobody has stated it.
  package struct Step: Sendable {
    package let step: PaperStep
    package let lead: LeadTime?
    /// Whether it is needed only for a paper from abroad, which cannot be told yet.
    package let isOnlyIfAbroad: Bool
  }

  package let owner: Owner
  /// The paper to obtain, any one kind of these; empty where none is.
  package let kinds: [SupplementKind]
  package let country: Country?
  /// The paper that is there, to be replaced or worked on.
  package let supplement: Int32?
  /// In order; empty for a correction, which takes no time.
  package let steps: [Step]
  /// What it puts right.
  package let findings: [Finding]
  /// What a paper to obtain is to answer.
  package let demands: [SupplementDemand]
  let ageings: [Ageing]
  let calendar: WorkingDayCalendar

  /// The first day on which to begin without making the days of submission fewer.
  package internal(set) var start: CalendarDate
  package internal(set) var ready: CalendarDate
  /// The last day on which to begin and still be ready for the earliest submission.
  package internal(set) var latestStart: CalendarDate
  /// The last of these days on which authorities are open; the day itself where none is.
  package internal(set) var latestOpenStart: CalendarDate
  /// The last day on which to begin and still be ready on the last day of the window.
  package internal(set) var lastStart: CalendarDate
  /// The last day of submission on which it is young enough; nil where it does not age within the horizon.
  package internal(set) var lastDay: CalendarDate?
  /// Whether the earliest submission waits for it.
  package internal(set) var setsTheDate = false
  /// Whether beginning at once would leave fewer days to submit.
  package internal(set) var isBetterLater = false

  /// Whether a paper is obtained, rather than one worked on.
  package var obtains: Bool { !kinds.isEmpty }

  /// Steps whose time nobody has stated, counted as none.
  package var untimed: [PaperStep] { steps.filter { $0.lead == nil }.map(\.step) }

  /// The day on which all of its steps, or those up to one of them, are done.
  package func end(of last: PaperStep? = nil, from start: CalendarDate) -> CalendarDate {
    var day = start
    for step in steps {
      day = (step.lead ?? .days(0)).end(from: day, calendar)
      if step.step == last { break }
    }
    return day
  }

  /// The last day on which to begin and be ready on a day; nil where none is left.
  func latestStart(for day: CalendarDate, from today: CalendarDate) -> CalendarDate? {
    // Beginning later never ends earlier.
    Horizon(from: today, through: max(today, day)).last { end(from: $0) <= day }
  }

  /// The last day from today to a day on which authorities are open; that day itself where none is.
  func lastOpenDay(before day: CalendarDate, from today: CalendarDate) -> CalendarDate {
    calendar.openDays(today, day)?.last ?? day
  }

  /// The days of submission on which it counts when it is begun on a day; nil where it never does.
  func validity(
    from start: CalendarDate, in horizon: Horizon, _ examination: Examination
  ) -> (from: CalendarDate, until: CalendarDate?)? {
    var from = end(from: start)
    var until: CalendarDate?
    for ageing in ageings where steps.contains(where: { $0.step == ageing.step }) {
      let date = end(of: ageing.step, from: start)
      func anchor(_ day: CalendarDate, _ test: (CalendarDate) -> Bool) -> Bool {
        examination.reaches(ageing.anchor, for: owner, submittedOn: day, test)
      }
      guard let opens = horizon.first(where: { day in anchor(day) { $0 >= date } }) else {
        return nil
      }
      from = max(from, opens)
      guard anchor(from, { $0 - ageing.period <= date }) else { return nil }
      if let closes = horizon.first(where: { day in anchor(day) { $0 - ageing.period > date } }) {
        until = min(until ?? closes, closes.adding(days: -1))
      }
    }
    return (from, until)
  }
}
