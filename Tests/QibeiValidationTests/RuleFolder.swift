// SPDX-License-Identifier: Apache-2.0
import QibeiCore
import QibeiTesting
import QibeiValidation

/// A directory of rule files for one test.
struct RuleFolder {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  var store: RuleStore { .directory(folder.path) }

  /// Adds a checklist of these items.
  func checklist(
    _ version: String, _ attributes: String, items: [String], category: String = "example"
  ) throws {
    let requirements = items.enumerated().map { Self.item($1, number: $0 + 1) }.joined()
    let text = ChecklistText.document(
      requirements, category: category, version: version, attributes: attributes)
    try folder.write(
      Array(text.utf8), to: "checklists/\(category)/\(category).\(version).xml")
  }

  /// Adds an overlay with these changes to a category.
  func overlay(_ place: String, _ changes: String, on category: String = "example") throws {
    let version = "2026-01-01"
    let text = """
      <overlay xmlns="urn:qibei:checklist:1" place="\(place)" version="\(version)" \
      in-force-from="\(version)"><title zh="地方" en="Local"/><category id="\(category)">\
      <basis id="law" zh="法" en="Law" evidence="law"/>\(changes)</category></overlay>
      """
    try folder.write(Array(text.utf8), to: "overlays/\(place)/\(place).\(version).xml")
  }

  static func item(_ id: String, number: Int) -> String {
    """
    <requirement id="\(id)" number="\(number)" for="applicant" class="principal" basis="law">\
    <title zh="材料" en="\(id)"/><supplement kind="\(id)"/><remedy zh="请补。" en="Add it."/>\
    </requirement>
    """
  }

  /// The items in force, or why there are none.
  func items(on day: CalendarDate, at place: String? = nil) throws -> [String] {
    let library = try ChecklistLibrary(store)
    defer { withExtendedLifetime(folder) {} }
    do {
      return try library.checklist(
        for: "example", at: place.flatMap { Division($0) }, submission: day, acceptance: day
      ).requirements.map { "\($0.number) \($0.id): \($0.title.en)" }
    } catch let error as ChecklistError {
      return error.problems.map(\.message.en)
    } catch ChecklistLibrary.Absence.version(let name, let day, let versions) {
      return ["\(name) has nothing on \(day): \(versions.map(\.from))"]
    }
  }
}
