// SPDX-License-Identifier: Apache-2.0
package import QibeiCore
package import QibeiValidation

/// One list to try: a version of a category, nationwide or at a place that has rules of its own, on a day.
package struct RuleCase: Sendable {
  package let checklist: Checklist
  package let place: Division?
  package let day: CalendarDate

  /// Such as `pr-salary-tax 2019-08-01 310000 2023-05-01`.
  package var name: String {
    ([checklist.category, "\(checklist.source.version)"]
      + checklist.overlays.flatMap { [$0.id, "\($0.version)"] }).joined(separator: " ")
  }

  /// Every version on its own, and with each overlay that was ever in force beside it.
  ///
  /// - Throws: faults in rule files.
  package static func all(in library: ChecklistLibrary) throws -> [RuleCase] {
    var cases: [RuleCase] = []
    let places = try library.placesWithOverlays()
    for category in try library.categories() {
      for version in try library.versions(of: category) {
        try add(
          version, at: try home(of: version, in: library), on: first(version.inForce), library,
          &cases)
        for place in places where version.exists(at: place) {
          for overlay in try library.overlays(of: place)
          where overlay.categories.contains(where: { $0.category == category }) {
            let from = max(version.inForce.from, overlay.inForce.from)
            let both = EffectivePeriod(
              from: from, until: overlay.inForce.until ?? version.inForce.until)
            guard version.inForce.contains(from), overlay.inForce.contains(from) else { continue }
            try add(version, at: place, on: first(both), library, &cases)
          }
        }
      }
    }
    return cases
  }

  /// Where a list can be seen as it is: where it exists, or a place without rules of its own.
  ///
  /// - Throws: when the rule files cannot be listed.
  static func home(of checklist: Checklist, in library: ChecklistLibrary) throws -> Division? {
    if let own = checklist.places.first { return own }
    let places = try library.placesWithOverlays()
    return library.tables.divisions.numbers.lazy.compactMap { Division("\($0)") }
      .first { division in !places.contains { division.lineage.contains($0) } }
  }

  private static func add(
    _ version: Checklist, at place: Division?, on day: CalendarDate, _ library: ChecklistLibrary,
    _ cases: inout [RuleCase]
  ) throws {
    let checklist = try library.checklist(
      for: version.category, at: place, submission: day, acceptance: day,
      version: version.source.version)
    let item = RuleCase(checklist: checklist, place: place, day: day)
    if !cases.contains(where: { $0.name == item.name }) { cases.append(item) }
  }

  // Recent enough for every other table, such as the states whose apostille is accepted.
  private static func first(_ period: EffectivePeriod) -> CalendarDate {
    guard let recent = CalendarDate(year: 2026, month: 3, day: 16) else { return period.from }
    return period.contains(recent) ? recent : period.until ?? period.from
  }
}
