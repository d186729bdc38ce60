// SPDX-License-Identifier: Apache-2.0
import QibeiCore
import QibeiTesting
import Testing

/// Days and months in China, as entries and exits tell.
struct PresenceRecordTests {
  private static let day: CalendarDate = "2026-03-16"

  private static func record(
    _ entries: [CalendarDate], _ exits: [CalendarDate], arrival: CalendarDate? = nil
  ) -> PresenceRecord {
    PresenceRecord(entries: entries, exits: exits, arrival: arrival, before: day)
  }

  @Test func `counts whole years for whoever never left`() {
    let record = Self.record(["2021-01-01"], [])
    #expect(record.leastMonths(ofYears: 3) == 12)
    #expect(record.leastMonths(ofYears: 4) == 12)
    #expect(record.leastMonths(ofYears: 6) == nil)
    #expect(
      record.years(4).map { record.days(in: $0) } == [365...365, 365...365, 366...366, 365...365])
    #expect(record.longestAbsence(ofYears: 4) == nil)
  }

  @Test(
    arguments: [
      // Out for half of the last year and a day more: five months and some days.
      (["2021-01-01", "2025-09-14"], ["2025-03-15"], 6),
      (["2021-01-01", "2025-09-15"], ["2025-03-15"], 5),
      // Three months out of twelve leave nine.
      (["2021-01-01", "2025-06-14"], ["2025-03-15"], 9),
      (["2021-01-01", "2025-06-16"], ["2025-03-15"], 8),
    ] as [([CalendarDate], [CalendarDate], Int)])
  func `finds the shortest year`(_ entries: [CalendarDate], _ exits: [CalendarDate], _ months: Int)
  {
    #expect(Self.record(entries, exits).leastMonths(ofYears: 4) == months)
  }

  @Test func `counts a day of leaving and coming back once`() {
    let record = Self.record(["2021-01-01", "2025-08-01"], ["2025-08-01"])
    #expect(record.days(in: record.years(1)[0]) == 365...365)
    #expect(record.gaps == [])
    #expect(record.stays.count == 2)
  }

  @Test func `says nothing about years that the record does not reach`() {
    let late = Self.record(["2024-09-01"], [])
    #expect(late.leastMonths(ofYears: 1) == 12)
    #expect(late.leastMonths(ofYears: 2) == nil)
    // Whoever came for the first time then was not in China before.
    let first = Self.record(["2024-09-01"], [], arrival: "2024-09-30")
    #expect(first.leastMonths(ofYears: 2) == 6)
    #expect(first.leastMonths(ofYears: 3) == 0)
    // An arrival before the first stamp that is declared explains nothing.
    #expect(Self.record(["2024-09-01"], [], arrival: "2019-08-31").leastMonths(ofYears: 2) == nil)
    #expect(Self.record([], []).leastMonths(ofYears: 1) == nil)
  }

  @Test func `names missing stamps, and counts what they cannot change`() {
    let noExit = Self.record(["2021-01-01", "2025-06-01"], [])
    #expect(noExit.gaps == [.init("2021-01-01", "2025-06-01")])
    #expect(noExit.leastMonths(ofYears: 1) == nil)
    let noEntry = Self.record(["2021-01-01"], ["2025-06-01", "2025-06-11"])
    #expect(noEntry.gaps == [.init("2025-06-01", "2025-06-11")])
    // Ten days more or less make no month of difference here.
    #expect(noEntry.days(in: noEntry.years(1)[0]) == 78...88)
    #expect(noEntry.leastMonths(ofYears: 1) == 2)
    #expect(Self.record([], ["2025-06-01"]).days(in: .init("2025-06-01", "2026-03-15")) == 0...0)
  }

  @Test func `finds the longest absence`() {
    let record = Self.record(
      ["2021-01-01", "2023-02-11", "2025-05-21"], ["2023-01-31", "2025-03-31"])
    #expect(record.longestAbsence(ofYears: 4) == .init("2025-04-01", "2025-05-20"))
    #expect(record.longestAbsence(ofYears: 4)?.days == 50)
  }

  // Counting each day by itself is slow and simple.
  @Test func `agrees with counting day by day`() {
    var random = SeededGenerator(seed: 20)
    for _ in 0..<200 {
      var entries: [CalendarDate] = ["2021-01-01"]
      var exits: [CalendarDate] = []
      var at: CalendarDate = "2021-01-01"
      var present: Set<Int> = []
      var entered = at
      while true {
        let leaving = at.adding(days: Int.random(in: 0...200, using: &random))
        let coming = leaving.adding(days: Int.random(in: 1...120, using: &random))
        guard coming < Self.day else { break }
        exits.append(leaving)
        entries.append(coming)
        present.formUnion(entered.ordinal...leaving.ordinal)
        (entered, at) = (coming, coming)
      }
      present.formUnion(entered.ordinal..<Self.day.ordinal)
      let record = Self.record(entries.shuffled(using: &random), exits.shuffled(using: &random))
      #expect(record.gaps == [])
      for year in record.years(5) where year.from >= "2021-01-01" {
        let days = (year.from.ordinal...year.until.ordinal).count { present.contains($0) }
        #expect(record.days(in: year) == days...days)
      }
    }
  }
}
