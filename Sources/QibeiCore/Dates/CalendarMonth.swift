// SPDX-License-Identifier: Apache-2.0

/// A month of a year, for histories that are told by month.
package struct CalendarMonth: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Months since year 0, so that neighbours differ by one.
  package let ordinal: Int

  package init(ordinal: Int) { self.ordinal = ordinal }

  package init(_ date: CalendarDate) { ordinal = date.year * 12 + date.month - 1 }

  /// A month written as `2019-08`.
  package init?(_ text: some StringProtocol) {
    guard let first = CalendarDate("\(text)-01") else { return nil }
    self.init(first)
  }

  package var description: String {
    let month = ordinal % 12 + 1
    return "\(ordinal / 12)-\(month < 10 ? "0" : "")\(month)"
  }

  package static func < (left: Self, right: Self) -> Bool { left.ordinal < right.ordinal }
}
