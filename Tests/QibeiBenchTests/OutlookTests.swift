// SPDX-License-Identifier: Apache-2.0
import QibeiBench
import QibeiCore
import QibeiTesting
import QibeiValidation
import Testing

/// The days on which a dossier may be handed in, held against judging it day by day.
struct OutlookTests {
  /// A dossier with some of its dates moved by up to a year.
  private static func moved(_ bytes: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
    var bytes = bytes
    var at = 0
    while at + 12 <= bytes.count {
      let isDate = bytes[at] == UInt8(ascii: "\"") && bytes[at + 11] == UInt8(ascii: "\"")
      if isDate, let day = CalendarDate(bytes.span, at + 1, 10),
        Int.random(in: 0..<3, using: &random) == 0
      {
        let other = day.adding(days: Int.random(in: -300...120, using: &random))
        bytes.replaceSubrange(at + 1..<at + 11, with: other.description.utf8)
        at += 11
      }
      at += 1
    }
    return bytes
  }

  @Test func `every day inside a stretch gives its answer, over every list and place`() throws {
    let library = try Fixture.library.get()
    let cases = try RuleCase.all(in: library)
    struct Tried: Sendable {
      var days = 0
      var windows = 0
      var events = 0
      var wrong: [String] = []
    }
    let tried = try ParallelWork.map(cases, { try DossierValidator(library) }) {
      validator, item -> Tried in
      var tried = Tried()
      var random = SeededGenerator(
        seed: item.name.utf8.reduce(7) { $0 &* 31 &+ UInt64($1) })
      let golden = GoldenPaths(item.checklist, at: item.place, on: item.day, library.tables).all()
        .dossiers.shuffled(using: &random).prefix(3)
      let horizon = Horizon(from: item.day.adding(days: -30), months: 14)
      for dossier in golden {
        let request = ValidationRequest(today: item.day)
        let validation = try validator.validate(Self.moved(dossier.bytes, &random), request)
        let outlook = try validator.outlook(validation, in: horizon)
        tried.windows += outlook.windows.count
        tried.events += outlook.events.count
        for stretch in outlook.stretches {
          var days: Set<CalendarDate> = [stretch.from, stretch.until]
          for _ in 0..<8 {
            let day = stretch.from.adding(days: Int.random(in: 0...40, using: &random))
            if day <= stretch.until { days.insert(day) }
          }
          for day in days {
            tried.days += 1
            let assessment = try validator.assess(validation, on: day)
            let differs =
              assessment.verdict != stretch.assessment.verdict
              || Set(assessment.blockers.map(Cause.init))
                != Set(stretch.assessment.blockers.map(Cause.init))
            if differs { tried.wrong.append("\(item.name) \(dossier.title) \(day)") }
          }
        }
      }
      return tried
    }
    #expect(tried.flatMap(\.wrong) == [])
    #expect(tried.reduce(0) { $0 + $1.days } > 10_000)
    #expect(tried.reduce(0) { $0 + $1.events } > 1_000)
    #expect(tried.reduce(0) { $0 + $1.windows } > 50)
  }

  @Test func `a complete dossier is complete on the days of its window and on no other`() throws {
    let library = try Fixture.library.get()
    let validator = try DossierValidator(library)
    for sample in ["pr-foreign-chinese-doctor-complete", "work-permit-a-complete"] {
      let bytes = try DossierText(sample: sample).bytes
      let validation = try validator.validate(bytes, ValidationRequest(today: Fixture.day))
      let horizon = Horizon(from: Fixture.day.adding(days: -200), months: 24)
      let windows = try validator.outlook(validation, in: horizon).windows
      var day = horizon.first
      var complete: [CalendarDate] = []
      while day <= horizon.last {
        // The whole way from the bytes, not the shortcut that the outlook takes.
        let request = ValidationRequest(submission: day, today: day)
        if try validator.validate(bytes, request).assessment.verdict == .complete {
          complete.append(day)
        }
        day = day.adding(days: 1)
      }
      #expect(!complete.isEmpty)
      #expect(
        complete
          == windows.flatMap { window in
            (window.from.ordinal...window.until.ordinal).map {
              window.from.adding(days: $0 - window.from.ordinal)
            }
          })
    }
  }
}
