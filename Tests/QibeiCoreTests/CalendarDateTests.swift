// SPDX-License-Identifier: Apache-2.0
import QibeiCore
import QibeiTesting
import Testing

struct CalendarDateTests {
  @Test(arguments: [
    "2024-02-29", "2000-02-29", "1600-02-29", "0001-01-01", "9999-12-31", "2026-04-30",
    "2026-12-31",
  ])
  func `reads and writes a day that exists`(_ text: String) {
    #expect(CalendarDate(text)?.description == text)
  }

  @Test(arguments: [
    "2026-02-30", "2026-02-29", "1900-02-29", "2100-02-29", "2026-04-31", "2026-13-01",
    "2026-00-10", "2026-01-00", "2026-01-32", "0000-01-01", "10000-01-01", "2026-1-1", "2026/01/01",
    "2026-01-01Z", "2026-01-01+08:00", " 2026-01-01", "-026-01-01", "+026-01-01", "２０２６-01-01",
    "20260101", "2026-0１-01", "", "abcd-ef-gh",
  ])
  func `refuses what is no day`(_ text: String) {
    #expect(CalendarDate(text) == nil)
  }

  @Test(arguments: [
    ("2024-01-31", "P1M", "2024-02-29"), ("2023-01-31", "P1M", "2023-02-28"),
    ("2026-03-31", "P6M", "2026-09-30"), ("2025-08-31", "P6M", "2026-02-28"),
    ("2024-02-29", "P1Y", "2025-02-28"), ("2024-02-29", "P4Y", "2028-02-29"),
    ("2025-12-15", "P1M", "2026-01-15"), ("2025-12-31", "P1D", "2026-01-01"),
    ("2024-02-28", "P1D", "2024-02-29"), ("2024-02-28", "P2D", "2024-03-01"),
    ("2025-02-28", "P1D", "2025-03-01"), ("2023-12-31", "P366D", "2024-12-31"),
    ("2026-03-16", "P0D", "2026-03-16"), ("1999-12-31", "P36525D", "2099-12-31"),
    ("9999-12-31", "P1D", "9999-12-31"),
  ])
  func `adds a period, clamping to the end of the month`(
    _ start: String, _ period: String, _ end: String
  ) throws {
    let day = try #require(CalendarDate(start))
    let sum = day + (try #require(CalendarPeriod(period)))
    #expect(sum.description == end)
  }

  @Test(arguments: [
    ("2026-03-31", "P1M", "2026-02-28"), ("2024-03-31", "P1M", "2024-02-29"),
    ("2026-03-16", "P6M", "2025-09-16"), ("2026-08-31", "P6M", "2026-02-28"),
    ("2026-01-15", "P1M", "2025-12-15"), ("2026-01-31", "P13M", "2024-12-31"),
    ("2024-02-29", "P1Y", "2023-02-28"), ("2026-01-01", "P1D", "2025-12-31"),
    ("2024-03-01", "P1D", "2024-02-29"), ("2026-03-16", "P4Y", "2022-03-16"),
    ("0001-01-01", "P1D", "0001-01-01"),
  ])
  func `subtracts a period, clamping to the end of the month`(
    _ start: String, _ period: String, _ end: String
  ) throws {
    let day = try #require(CalendarDate(start))
    let difference = day - (try #require(CalendarPeriod(period)))
    #expect(difference.description == end)
  }

  @Test(arguments: [
    ("0001-01-01", 0, 0), ("1970-01-01", 719_162, 3), ("2000-02-29", 730_178, 1),
    ("2026-03-16", 739_690, 0), ("2026-03-22", 739_696, 6), ("9999-12-31", 3_652_058, 4),
  ])
  func `counts days and weekdays`(_ text: String, _ ordinal: Int, _ weekday: Int) throws {
    let day = try #require(CalendarDate(text))
    #expect([day.ordinal, day.weekday] == [ordinal, weekday])
  }

  @Test func `goes through four hundred years day by day`() {
    var day: CalendarDate = "1800-01-01"
    let first = day.ordinal
    var strays: [CalendarDate] = []
    for count in 0..<146_097 {
      if day.ordinal != first + count || CalendarDate(day.description) != day {
        strays.append(day)
      }
      day = day.adding(days: 1)
    }
    #expect(strays == [])
    #expect(day == "2200-01-01")
  }

  @Test func `orders by time`() {
    let days: [CalendarDate] = ["2026-03-16", "2025-12-31", "2026-03-15", "0999-01-01"]
    #expect(days.sorted() == ["0999-01-01", "2025-12-31", "2026-03-15", "2026-03-16"])
  }
}

struct CalendarPeriodTests {
  @Test(arguments: [
    "P", "PM", "P-1M", "P+5D", "P100000D", "P9223372036854775807Y", "P٣D", "6M", "P6",
  ])
  func `refuses what is no period, or leaves the calendar`(_ code: String) {
    #expect(CalendarPeriod(code) == nil)
  }

  @Test(arguments: ["0001-01", "0987-12", "2019-08"])
  func `writes a month as it is read`(_ text: String) {
    #expect(CalendarMonth(text)?.description == text)
  }

  @Test(arguments: [
    ("P6M", CalendarPeriod.months(6), "6 个月", "6 months"),
    ("P1M", .months(1), "1 个月", "1 month"), ("P2Y", .years(2), "2 年", "2 years"),
    ("P30D", .days(30), "30 日", "30 days"), ("P1D", .days(1), "1 日", "1 day"),
  ])
  func `reads, writes and names a period`(
    _ code: String, _ period: CalendarPeriod, _ zh: String, _ en: String
  ) {
    #expect(CalendarPeriod(code) == period)
    #expect(period.code == code)
    #expect(period.text == BilingualText(zh, en))
  }

  @Test(arguments: ["", "P", "PM", "6M", "P6", "P-6M", "P6W", "P1Y6M", "PT6M", "P6.5M", "p6m"])
  func `refuses what is no period`(_ text: String) {
    #expect(CalendarPeriod(text) == nil)
  }

  @Test(arguments: [("P0D", true), ("P0M", true), ("P0Y", true), ("P1D", false)])
  func `knows an empty period`(_ code: String, _ isEmpty: Bool) {
    #expect(CalendarPeriod(code)?.isEmpty == isEmpty)
  }
}

struct EffectivePeriodTests {
  private static let closed = EffectivePeriod(from: "2026-01-01", until: "2026-06-30")
  private static let open = EffectivePeriod(from: "2026-07-01")

  @Test(arguments: [
    ("2025-12-31", false, false), ("2026-01-01", true, false), ("2026-06-30", true, false),
    ("2026-07-01", false, true), ("9999-12-31", false, true),
  ])
  func `contains both of its ends`(_ text: String, _ closed: Bool, _ open: Bool) throws {
    let day = try #require(CalendarDate(text))
    #expect([Self.closed.contains(day), Self.open.contains(day)] == [closed, open])
  }

  @Test(arguments: [
    ("2025-01-01", "2025-12-31", false), ("2025-01-01", "2026-01-01", true),
    ("2026-06-30", "2026-07-31", true), ("2026-07-01", "2026-07-31", false),
    ("2026-02-01", "2026-02-01", true), ("2025-01-01", nil, true), ("2026-07-01", nil, false),
  ])
  func `overlaps where one day lies in both`(
    _ from: String, _ until: String?, _ overlaps: Bool
  ) throws {
    let other = EffectivePeriod(
      from: try #require(CalendarDate(from)), until: until.flatMap { CalendarDate($0) })
    #expect([Self.closed.overlaps(other), other.overlaps(Self.closed)] == [overlaps, overlaps])
  }
}

struct CalendarMonthTests {
  @Test(arguments: ["2019-08", "2019-12", "1000-01", "9999-12"])
  func `reads and writes a month`(_ text: String) {
    #expect(CalendarMonth(text)?.description == text)
  }

  @Test(arguments: ["2019-13", "2019-00", "2019-8", "2019", "2019-08-01", ""])
  func `refuses what is no month`(_ text: String) {
    #expect(CalendarMonth(text) == nil)
  }

  @Test func `puts neighbours one apart`() throws {
    let december = try #require(CalendarMonth("2019-12"))
    let january = try #require(CalendarMonth("2020-01"))
    #expect(january.ordinal - december.ordinal == 1)
    #expect([january, december].sorted() == [december, january])
    #expect(CalendarMonth("2020-01-31" as CalendarDate) == january)
  }
}
