// SPDX-License-Identifier: Apache-2.0

/// A day of the Gregorian calendar, without time or time zone.
package struct CalendarDate: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Year, month and day as one number: 20260316.
  private let packed: Int32

  package var year: Int { Int(packed) / 10_000 }
  package var month: Int { Int(packed) / 100 % 100 }
  package var day: Int { Int(packed) % 100 }

  /// A day that exists; nil for 2026-02-30 and years outside 1 to 9999.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.days(in: month, of: year)
    else { return nil }
    packed = Int32(year * 10_000 + month * 100 + day)
  }

  /// A day written as `2026-03-16`.
  package init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    self.init(bytes.span, 0, bytes.count)
  }

  /// A day written as `2026-03-16` in a run of bytes.
  package init?(_ bytes: Span<UInt8>, _ start: Int, _ length: Int) {
    guard length == 10 else { return nil }
    let text = bytes.extracting(start..<(start + 10))
    guard text[4] == UInt8(ascii: "-"), text[7] == UInt8(ascii: "-"),
      let first = Self.pair(text, 0), let second = Self.pair(text, 2),
      let month = Self.pair(text, 5), let day = Self.pair(text, 8)
    else { return nil }
    let packed = first * 1_000_000 + second * 10_000 + month * 100 + day
    guard packed >= 10_000, month >= 1, month <= 12, day >= 1 else { return nil }
    // Every month has 28 days; only beyond that does it matter which.
    guard day <= 28 || Int(day) <= Self.days(in: Int(month), of: Int(packed / 10_000)) else {
      return nil
    }
    self.packed = packed
  }

  @inline(__always)
  private static func pair(_ text: Span<UInt8>, _ at: Int) -> Int32? {
    let (tens, ones) = (text[at] &- 48, text[at + 1] &- 48)
    return tens < 10 && ones < 10 ? Int32(tens) * 10 + Int32(ones) : nil
  }

  package var description: String {
    func digit(_ unit: Int32) -> UInt8 { UInt8(ascii: "0") + UInt8(packed / unit % 10) }
    let dash = UInt8(ascii: "-")
    let letters = [
      digit(10_000_000), digit(1_000_000), digit(100_000), digit(10_000), dash, digit(1_000),
      digit(100), dash, digit(10), digit(1),
    ]
    return String(decoding: letters, as: UTF8.self)
  }

  package static func < (left: Self, right: Self) -> Bool { left.packed < right.packed }

  /// Days since 0001-01-01.
  package var ordinal: Int {
    let before = year - 1
    var days = before * 365 + before / 4 - before / 100 + before / 400
    for earlier in 1..<month { days += Self.days(in: earlier, of: year) }
    return days + day - 1
  }

  /// The day that many days later, or earlier when negative; the calendar's end where it leaves it.
  package func adding(days: Int) -> CalendarDate {
    CalendarDate(ordinal: ordinal + days)
  }

  /// The day that many months later, clamped to the month's last day as in XML Schema Part 2, appendix E.
  package func adding(months: Int) -> CalendarDate {
    let total = year * 12 + (month - 1) + months
    let newYear = min(max(total / 12, 1), 9999)
    let newMonth = ((total % 12) + 12) % 12 + 1
    let newDay = min(day, Self.days(in: newMonth, of: newYear))
    return CalendarDate(packed: Int32(newYear * 10_000 + newMonth * 100 + newDay))
  }

  /// The day of the week, 0 for Monday.
  package var weekday: Int { ordinal % 7 }

  private init(packed: Int32) { self.packed = packed }

  private init(ordinal: Int) {
    var remaining = min(max(ordinal, 0), 3_652_058)
    var year = remaining / 366 + 1
    while Self.firstOrdinal(of: year + 1) <= remaining { year += 1 }
    remaining -= Self.firstOrdinal(of: year)
    var month = 1
    while remaining >= Self.days(in: month, of: year) {
      remaining -= Self.days(in: month, of: year)
      month += 1
    }
    packed = Int32(year * 10_000 + month * 100 + remaining + 1)
  }

  private static func firstOrdinal(of year: Int) -> Int {
    let before = year - 1
    return before * 365 + before / 4 - before / 100 + before / 400
  }

  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
