// SPDX-License-Identifier: Apache-2.0
import QibeiCore
import QibeiTesting
import Testing

struct WorkingDayCalendarTests {
  @Test(arguments: [(2024, 251), (2025, 248), (2026, 248)])
  func `has the working days that the State Council announced`(_ year: Int, _ count: Int) throws {
    let calendar = try Fixture.tables().workingDays
    var day = try #require(CalendarDate(year: year, month: 1, day: 1))
    var working = 0
    while day.year == year {
      if calendar.isWorkingDay(day) == true { working += 1 }
      day = day.adding(days: 1)
    }
    #expect(working == count)
  }

  @Test(arguments: [
    ("2024-02-04", true), ("2024-02-09", true), ("2024-02-12", false), ("2024-02-18", true),
    ("2024-09-29", true), ("2024-10-07", false), ("2024-10-12", true), ("2025-01-26", true),
    ("2025-01-28", false), ("2025-10-08", false), ("2026-03-16", true), ("2026-03-21", false),
    ("2026-01-01", false),
  ])
  func `knows holidays, weekends and make-up days`(_ text: String, _ works: Bool) throws {
    let day = try #require(CalendarDate(text))
    #expect(try Fixture.tables().workingDays.isWorkingDay(day) == works)
  }

  @Test(arguments: ["2023-12-29", "2027-01-04"])
  func `says nothing about a year that is not announced`(_ text: String) throws {
    let day = try #require(CalendarDate(text))
    #expect(try Fixture.tables().workingDays.isWorkingDay(day) == nil)
  }

  @Test(arguments: [
    // 2024-09-29 is a worked Sunday; 1 to 7 October is off; 12 October is a worked Saturday.
    ("2024-09-27", 5, "2024-10-10"), ("2024-10-07", 5, "2024-10-12"),
    // 4 February 2024 is a worked Sunday; 10 to 17 February is off; the 9th and 18th are worked.
    ("2024-02-02", 5, "2024-02-08"), ("2024-02-08", 5, "2024-02-21"),
    ("2026-03-16", 5, "2026-03-23"), ("2026-03-16", 0, "2026-03-16"),
  ])
  func `counts working days across make-up days`(
    _ start: String, _ count: Int, _ end: String
  ) throws {
    let day = try #require(CalendarDate(start))
    let found = try Fixture.tables().workingDays.deadline(count, workingDaysAfter: day)
    #expect("\(found.day)" == end)
    #expect(!found.isProvisional)
  }

  @Test func `calls a day in a year that is not announced provisional, and names the year`() throws
  {
    let found = try Fixture.tables().workingDays.deadline(5, workingDaysAfter: "2026-12-30")
    #expect("\(found.day)" == "2027-01-06")
    #expect(found.unannounced == [2027])
  }
}
