// SPDX-License-Identifier: Apache-2.0

/// The days that a person was in China, as the declared entries and exits tell.
///
/// The day of an entry and the day of an exit both count as days in China. No source says how days make a month,
/// so a year of presence is twelve months of it: half the days of the year are six months.
package struct PresenceRecord: Sendable {
  /// A run of days, both ends included.
  package struct Span: Hashable, Sendable {
    package let from: CalendarDate
    package let until: CalendarDate

    package init(_ from: CalendarDate, _ until: CalendarDate) {
      self.from = from
      self.until = until
    }

    package var days: Int { until.ordinal - from.ordinal + 1 }

    fileprivate func days(in window: Span) -> Int {
      max(0, min(until, window.until).ordinal - max(from, window.from).ordinal + 1)
    }
  }

  /// Stays that both stamps prove, and the last one where it is still going on.
  package private(set) var stays: [Span] = []
  /// Days on which nobody can tell, because a stamp between two others is missing.
  package private(set) var gaps: [Span] = []
  /// The first day of which the record says anything; nil for an empty record.
  package let begins: CalendarDate?
  private var day: CalendarDate
  private var possible: [Span] = []

  /// A record of what happened before a day; where the day of the first arrival ever is known, nothing came
  /// before it.
  package init(
    entries: [CalendarDate], exits: [CalendarDate], arrival: CalendarDate? = nil,
    before day: CalendarDate
  ) {
    self.day = day
    // On one day, whoever is in China leaves first and whoever is not enters first.
    var entries = entries.filter { $0 < day }.sorted()[...]
    var exits = exits.filter { $0 < day }.sorted()[...]
    let first = [entries.first, exits.first].compactMap(\.self).min()
    // Before the first arrival ever there is nothing to tell.
    begins = first.map { first in arrival.map { $0 >= first } ?? false ? .distantPast : first }
    var inside: CalendarDate?
    var outside: CalendarDate?
    while !entries.isEmpty || !exits.isEmpty {
      let entry = entries.first ?? day
      let exit = exits.first ?? day
      if entry < exit || entry == exit && inside == nil {
        entries.removeFirst()
        // Two entries in a row: between them lies an exit that is not there.
        if let earlier = inside { gaps.append(Span(earlier, entry)) }
        inside = entry
      } else {
        exits.removeFirst()
        if let entered = inside {
          stays.append(Span(entered, exit))
        } else if let left = outside {
          gaps.append(Span(left, exit))
        }
        (inside, outside) = (nil, exit)
      }
    }
    if let entered = inside { stays.append(Span(entered, day.adding(days: -1))) }
    possible = gaps.isEmpty ? stays : (stays + gaps).sorted { $0.from < $1.from }
  }

  /// The same record as it stands before an earlier day, when no stamp lies between the two.
  func before(_ day: CalendarDate) -> PresenceRecord {
    var record = self
    record.day = day
    return record
  }

  /// The years before the day, the latest first.
  package func years(_ count: Int) -> [Span] {
    (1...count).map { back in
      Span(day.adding(months: -12 * back), day.adding(months: -12 * (back - 1)).adding(days: -1))
    }
  }

  /// Days in China within a span, at least and at most; nil where the record does not reach back so far.
  package func days(in window: Span) -> ClosedRange<Int>? {
    guard let begins, begins <= window.from else { return nil }
    let certain = Self.days(of: stays, in: window)
    return certain...(gaps.isEmpty ? certain : Self.days(of: possible, in: window))
  }

  // Days that two spans share, such as those of entry and exit, are one day; the spans are in order.
  private static func days(of spans: [Span], in window: Span) -> Int {
    var counted = window.from.ordinal - 1
    var days = 0
    for span in spans where span.until >= window.from {
      let from = max(span.from.ordinal, counted + 1)
      let until = min(span.until, window.until).ordinal
      guard from <= until else { continue }
      days += until - from + 1
      counted = until
    }
    return days
  }

  /// Whole months in China within a span of whole years; nil where a missing stamp leaves it open.
  package func months(in window: Span, years: Int = 1) -> Int? {
    guard let days = days(in: window) else { return nil }
    let least = days.lowerBound * 12 * years / window.days
    return least == days.upperBound * 12 * years / window.days ? least : nil
  }

  /// The fewest months in any of the last years; nil where one of them is open.
  package func leastMonths(ofYears count: Int) -> Int? {
    var least: Int?
    for year in years(count) {
      guard let months = months(in: year) else { return nil }
      least = min(least ?? months, months)
    }
    return least
  }

  /// The longest time out of China between two stays within the last years.
  package func longestAbsence(ofYears count: Int) -> Span? {
    let window = Span(day.adding(months: -12 * count), day.adding(days: -1))
    let inside = stays.filter { $0.until >= window.from }.sorted { $0.from < $1.from }
    var longest: Span?
    for (earlier, later) in zip(inside, inside.dropFirst()) {
      let absence = Span(earlier.until.adding(days: 1), later.from.adding(days: -1))
      if absence.days > longest?.days ?? 0 { longest = absence }
    }
    return longest
  }
}
