// SPDX-License-Identifier: Apache-2.0
import QibeiCore
import QibeiTesting
import QibeiValidation
import Testing

struct ChecklistLibraryTests {
  @Test(arguments: [
    ("2025-06-30", ["example has nothing on 2025-06-30: [2025-07-01, 2026-01-01, 2027-01-01]"]),
    ("2025-07-01", ["1 passport: passport"]), ("2025-12-31", ["1 passport: passport"]),
    ("2026-01-01", ["1 passport: passport", "2 photo: photo"]),
    ("2026-06-30", ["1 passport: passport", "2 photo: photo"]),
    ("2026-07-01", ["example has nothing on 2026-07-01: [2025-07-01, 2026-01-01, 2027-01-01]"]),
    ("2027-01-01", ["1 photo: photo"]), ("9999-12-31", ["1 photo: photo"]),
  ])
  func `picks the version in force on the day`(_ text: String, _ items: [String]) throws {
    let rules = try RuleFolder()
    try rules.checklist(
      "2026-01-01", #"in-force-from="2026-01-01" in-force-until="2026-06-30""#,
      items: ["passport", "photo"])
    try rules.checklist(
      "2025-07-01", #"in-force-from="2025-07-01" in-force-until="2025-12-31""#,
      items: ["passport"])
    try rules.checklist("2027-01-01", #"in-force-from="2027-01-01""#, items: ["photo"])
    let day = try #require(CalendarDate(text))
    #expect(try rules.items(on: day) == items)
  }

  @Test func `lets the day of acceptance decide where the checklist says so`() throws {
    let library = try Fixture.library.get()
    func version(_ acceptance: CalendarDate) throws -> String {
      try library.checklist(
        for: "pr-yrd-hitech-professional", at: nil, submission: "2024-04-01",
        acceptance: acceptance
      ).source.version.description
    }
    #expect(try version("2024-04-15") == "2024-04-15")
    #expect(throws: ChecklistLibrary.Absence.self) { try version("2024-04-14") }
  }

  @Test(arguments: [
    (
      "2025-07-01", "2025-07-01",
      "the versions 2025-07-01 and 2026-01-01 are both in force on 2026-01-01; set in-force-until here to 2025-12-31"
    ),
    (
      "2025-12-01", "2026-01-01",
      "the versions 2025-12-01 and 2026-01-01 both begin on 2026-01-01; keep one, or let one begin later"
    ),
  ])
  func `refuses versions that are in force on the same day`(
    _ version: String, _ from: String, _ message: String
  ) throws {
    let rules = try RuleFolder()
    try rules.checklist(version, #"in-force-from="\#(from)""#, items: ["passport"])
    try rules.checklist("2026-01-01", #"in-force-from="2026-01-01""#, items: ["photo"])
    #expect(try rules.items(on: "2026-03-16") == [message])
  }

  private static func withOverlays() throws -> RuleFolder {
    let rules = try RuleFolder()
    try rules.checklist(
      "2026-01-01", #"in-force-from="2026-01-01""#, items: ["passport", "photo"])
    try rules.overlay(
      "320000",
      """
      <add>\(RuleFolder.item("resume", number: 3))</add>
      <change requirement="photo" basis="law"><title zh="省" en="province's"/></change>
      """)
    try rules.overlay(
      "320200",
      """
      <change requirement="photo" basis="law"><title zh="市" en="city's"/></change>
      <change requirement="resume" basis="law"><title zh="市" en="city's CV"/></change>
      """)
    return rules
  }

  @Test(arguments: [
    (nil, ["1 passport: passport", "2 photo: photo"]),
    ("310000", ["1 passport: passport", "2 photo: photo"]),
    ("320000", ["1 passport: passport", "2 photo: province's", "3 resume: resume"]),
    ("320500", ["1 passport: passport", "2 photo: province's", "3 resume: resume"]),
    ("320200", ["1 passport: passport", "2 photo: city's", "3 resume: city's CV"]),
    ("320205", ["1 passport: passport", "2 photo: city's", "3 resume: city's CV"]),
  ])
  func `applies nation, province and city, most specific last`(
    _ place: String?, _ items: [String]
  ) throws {
    let found = try Self.withOverlays().items(on: "2026-03-16", at: place)
    #expect(found == items)
  }

  @Test func `says where each line comes from`() throws {
    let rules = try Self.withOverlays()
    defer { withExtendedLifetime(rules) {} }
    let checklist = try ChecklistLibrary(rules.store).checklist(
      for: "example", at: Division("320200"), submission: "2026-03-16",
      acceptance: "2026-03-16")
    #expect(
      checklist.requirements.map { $0.origin.map(\.id) } == [
        ["example"], ["example", "320000", "320200"], ["320000", "320200"],
      ])
    #expect(checklist.overlays.map(\.id) == ["320000", "320200"])
  }

  @Test func `refuses an overlay that changes what is not there`() throws {
    let rules = try RuleFolder()
    try rules.checklist("2026-01-01", #"in-force-from="2026-01-01""#, items: ["passport"])
    try rules.overlay("310000", #"<waive requirement="photo" basis="law"/>"#)
    #expect(
      try rules.items(on: "2026-03-16", at: "310000") == ["example has no requirement “photo”"])
    #expect(try rules.items(on: "2026-03-16") == ["1 passport: passport"])
  }

  @Test(arguments: [
    (
      RuleFolder.item("photo", number: 9),
      "example has a requirement “photo” already; use <change> for that one, or another id"
    ),
    (RuleFolder.item("resume", number: 1), "item 1 is “photo” already; take another number"),
  ])
  func `refuses an addition that is there already`(_ item: String, _ message: String) throws {
    let rules = try RuleFolder()
    try rules.checklist("2026-01-01", #"in-force-from="2026-01-01""#, items: ["photo"])
    try rules.overlay("310000", "<add>\(item)</add>")
    #expect(try rules.items(on: "2026-03-16", at: "310000") == [message])
  }

  @Test func `refuses an overlay on a category that there is not`() throws {
    let rules = try RuleFolder()
    try rules.checklist("2026-01-01", #"in-force-from="2026-01-01""#, items: ["photo"])
    try rules.overlay("310000", #"<waive requirement="photo" basis="law"/>"#, on: "exampel")
    #expect(
      try rules.items(on: "2026-03-16", at: "310000") == [
        "there is no category “exampel”; the nearest is example"
      ])
  }

  @Test(arguments: [
    (
      "checklists/example.2026-01-01.xml",
      "checklists/example.2026-01-01.xml: nothing uses this file; a rule file is checklists/<category>/<category>.<version>.xml"
    ),
    (
      "checklists/example/example.2026-01-01.XML",
      "checklists/example/example.2026-01-01.XML: nothing uses this file; a rule file is checklists/<category>/<category>.<version>.xml"
    ),
    (
      "example.2026-01-01.xml",
      "example.2026-01-01.xml: nothing uses this file; a rule file is in checklists/, overlays/ or tables/"
    ),
    (
      "overlays/319900/319900.2026-01-01.xml",
      "overlays/319900/319900.2026-01-01.xml: there is no place “319900”"
    ),
    (
      "overlay/310000/310000.2026-01-01.xml",
      "overlay: nothing uses this folder; did you mean overlays?"
    ),
    (
      "overlays/310000.2026-01-01.xml",
      "overlays/310000.2026-01-01.xml: nothing uses this file; a rule file is overlays/<place code>/<code>.<version>.xml"
    ),
  ])
  func `refuses a file that nothing would ask for`(_ path: String, _ message: String) throws {
    let folder = try TemporaryFolder()
    try folder.write([], to: path)
    do throws(ChecklistError) {
      _ = try ChecklistLibrary(.directory(folder.path))
      Issue.record("it was passed over")
    } catch {
      #expect(
        error.problems.map { "\($0.place): \($0.message.en)" } == ["\(folder.path)/\(message)"])
    }
  }

  // Inside the program they are read without looking for faults.
  @Test func `refuses nothing in the rule files that ship`() throws {
    let strict = try ChecklistLibrary(.directory("\(Fixture.path)/schemas"))
    let shipped = try Fixture.library.get()
    #expect(try strict.categories() == (try shipped.categories()))
    for category in try strict.categories() {
      #expect(
        try strict.versions(of: category).map(\.source)
          == (try shipped.versions(of: category).map(\.source)))
    }
    for place in try strict.placesWithOverlays() {
      #expect(
        try strict.overlays(of: place).map(\.source)
          == (try shipped.overlays(of: place).map(\.source)))
    }
    #expect(strict.tables.kinds.ids == shipped.tables.kinds.ids)
    #expect(strict.tables.divisionCodes == shipped.tables.divisionCodes)
  }

  @Test func `takes the version that is named, in force or not`() throws {
    let rules = try RuleFolder()
    defer { withExtendedLifetime(rules) {} }
    try rules.checklist(
      "2025-07-01", #"in-force-from="2025-07-01" in-force-until="2025-12-31""#,
      items: ["passport"])
    try rules.checklist("2026-01-01", #"in-force-from="2026-01-01""#, items: ["photo"])
    let validator = try DossierValidator(try ChecklistLibrary(rules.store))
    func found(_ version: CalendarDate?) throws -> [String] {
      let bytes = DossierText.small(application: #"category="example""#).bytes
      let validation = try validator.validate(
        bytes, ValidationRequest(submission: "2026-03-16", version: version, today: "2026-03-16"))
      return FindingText.lines(FindingText.report(validation))
    }
    #expect(try found(nil) == ["QB2101 supplement 1 -: Photograph is missing"])
    #expect(try found("2026-01-01") == (try found(nil)))
    #expect(
      try found("2025-07-01") == [
        "QB2101 supplement 1 -: Passport is missing",
        "QB9113 advise - -: Example: judged by version 2025-07-01 as asked, which is not in force on 2026-03-16",
      ])
    #expect(
      try found("2024-01-01") == ["QB9112 unchecked - -: “example” has no version 2024-01-01"])
  }

  @Test func `refuses a file whose name says something else`() throws {
    let folder = try TemporaryFolder()
    let text = ChecklistText.document(RuleFolder.item("passport", number: 1))
    let path = try folder.write(Array(text.utf8), to: "checklists/example/example.2025-01-01.xml")
    #expect(throws: ChecklistError.self) {
      try ChecklistLibrary(.directory(folder.path)).versions(of: "example")
    }
    do throws(ChecklistError) {
      _ = try ChecklistLibrary(.directory(folder.path)).versions(of: "example")
    } catch {
      #expect(
        error.problems.map { "\($0.place): \($0.message.en)" } == [
          "\(path):1:1: its contents say example/example.2026-01-01.xml, which the file name does not"
        ])
    }
  }

  @Test func `ships categories whose every version and overlay loads`() throws {
    let library = try Fixture.library.get()
    func files(_ folder: String) -> [String] {
      Fixture.files(below: "schemas/\(folder)", endingIn: ".xml").compactMap {
        $0.split(separator: "/").last.map { String($0.dropLast(4)) }
      }
    }
    let versions = try library.categories().flatMap { try library.versions(of: $0) }
      .map { "\($0.category).\($0.source.version)" }
    #expect(versions == files("checklists"))
    let overlays = try library.placesWithOverlays().flatMap { try library.overlays(of: $0) }
      .map { "\($0.source.id).\($0.source.version)" }
    #expect(overlays == files("overlays"))
  }
}
