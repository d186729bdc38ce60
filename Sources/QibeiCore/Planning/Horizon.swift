// SPDX-License-Identifier: Apache-2.0

/// The days that a look ahead covers, both ends included.
package struct Horizon: Sendable {
  package let first: CalendarDate
  package let last: CalendarDate
  private let length: Int

  /// - Parameters:
  ///   - first: the day that it begins on.
  ///   - months: how far it goes.
  package init(from first: CalendarDate, months: Int) {
    self.first = first
    last = first.adding(months: months)
    length = last.ordinal - first.ordinal
  }

  /// - Parameters:
  ///   - first: the day that it begins on.
  ///   - last: the day that it ends on, not before the first.
  init(from first: CalendarDate, through last: CalendarDate) {
    self.first = first
    self.last = last
    length = last.ordinal - first.ordinal
  }

  package func contains(_ day: CalendarDate) -> Bool { first <= day && day <= last }

  /// The first day on which something holds that goes on holding once it does; nil where it does on none.
  ///
  /// Found by bisection, so legal months and their clamped ends need no arithmetic of their own.
  func first(where holds: (CalendarDate) -> Bool) -> CalendarDate? {
    guard holds(last) else { return nil }
    var (low, high) = (0, length)
    while low < high {
      let middle = (low + high) / 2
      if holds(first.adding(days: middle)) { high = middle } else { low = middle + 1 }
    }
    return first.adding(days: low)
  }

  /// The last day on which something holds that never holds again once it ceased; nil where it holds on none.
  func last(where holds: (CalendarDate) -> Bool) -> CalendarDate? {
    guard holds(first) else { return nil }
    return first { !holds($0) }?.adding(days: -1) ?? last
  }
}
