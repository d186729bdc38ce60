// SPDX-License-Identifier: Apache-2.0

/// A month of a year, for histories that are told by month.
package struct CalendarMonth: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Months since year 0, so that neighbours differ by one.
  package let ordinal: Int

  package init(ordinal: Int) { self.ordinal = ordinal }

  package init(_ date: CalendarDate) { ordinal = date.year * 12 + date.month - 1 }

  /// Its last day.
  package var lastDay: CalendarDate? {
    CalendarDate(year: ordinal / 12, month: ordinal % 12 + 1, day: 1)?
      .adding(months: 1).adding(days: -1)
  }

  /// A month written as `2019-08`.
  package init?(_ text: String) {
    let bytes = Array(text.utf8)
    self.init(bytes.span, 0, bytes.count)
  }

  /// A month written as `2019-08` in a run of bytes.
  package init?(_ bytes: Span<UInt8>, _ start: Int, _ length: Int) {
    guard length == 7, bytes[start + 4] == UInt8(ascii: "-") else { return nil }
    var digits = 0
    for at in start..<(start + length) where at != start + 4 {
      guard (48...57).contains(bytes[at]) else { return nil }
      digits = digits * 10 + Int(bytes[at]) - 48
    }
    let (year, month) = (digits / 100, digits % 100)
    guard year >= 1, (1...12).contains(month) else { return nil }
    ordinal = year * 12 + month - 1
  }

  package var description: String {
    let (year, month) = (String(ordinal / 12), ordinal % 12 + 1)
    let zeros = String(repeating: "0", count: max(0, 4 - year.count))
    return "\(zeros)\(year)-\(month < 10 ? "0" : "")\(month)"
  }

  package static func < (left: Self, right: Self) -> Bool { left.ordinal < right.ordinal }
}
