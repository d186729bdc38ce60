// SPDX-License-Identifier: Apache-2.0
import QibeiBench
import QibeiCore
import QibeiTesting
import QibeiValidation
import Testing

/// Faults that a rule author makes, each with its code, place and mending.
struct ChecklistLintTests {
  private static func item(
    _ id: String, _ body: String, number: Int = 1, scope: String = "", basis: String = "law",
    zh: String = "请补。", en: String = "Add it."
  ) -> String {
    """
    <requirement id="\(id)" number="\(number)" for="applicant"\(scope) class="principal" basis="\(basis)">
      <title zh="材料" en="\(id)"/>\(body)<remedy zh="\(zh)" en="\(en)"/></requirement>

    """
  }

  private static func lint(
    _ requirements: String, attributes: String = #"in-force-from="2026-01-01""#, rest: String = ""
  ) throws -> [String] {
    let folder = try TemporaryFolder()
    defer { withExtendedLifetime(folder) {} }
    let text = ChecklistText.document(requirements, attributes: attributes, rest: rest)
    try folder.write(Array(text.utf8), to: "checklists/example/example.2026-01-01.xml")
    return try lines(folder)
  }

  private static func lines(_ folder: TemporaryFolder) throws -> [String] {
    try ChecklistLint(ChecklistLibrary(.directory(folder.path))).run().map { found in
      let place = found.problem.place.replacing(folder.path + "/checklists/example/", with: "")
      return "\(place) \(found.code) \(found.problem.message.en)"
    }
  }

  private static let passport = item("passport", #"<supplement kind="passport"/>"#)

  @Test func `has nothing to say of a sound list`() throws {
    #expect(try Self.lint(Self.passport) == [])
  }

  @Test func `knows the places of a list`() throws {
    #expect(
      try Self.lint(
        Self.passport, attributes: #"in-force-from="2026-01-01" places="320000 999999""#) == [
          "example.2026-01-01.xml:1:1 L402 places: there is no place “999999”; see qibei list places"
        ])
  }

  @Test(arguments: [
    (
      item("photo", #"<supplement kind="photo"/>"#, en: "The photo is correct."),
      "example.2026-01-01.xml:6:1 L201 photo: its remedy reads as a pass (“is correct”); say what to do, with whom and how many"
    ),
    (
      item(
        "police",
        #"<supplement kind="police-certificate-foreign"><issued-within period="P180D" before="acceptance"/></supplement>"#,
        zh: "请交 6 个月内的证明。"),
      "example.2026-01-01.xml:6:1 L202 police: the check has P180D and the remedy says 6 months; keep the unit of the source, without converting"
    ),
    (
      item("police", #"<supplement kind="employer-licence"/>"#),
      "example.2026-01-01.xml:6:1 L301 police: employer-licence does not belong to the applicant, so it is never found; change for, or the kind's subject"
    ),
    (
      item(
        "police",
        #"<supplement kind="police-certificate-foreign"><country not="CHN"/></supplement>"#,
        scope: #" per="country-lived""#),
      "example.2026-01-01.xml:6:1 L302 police: in a line for each country, <country> can never speak; take it out"
    ),
    (
      item("photo", #"<supplement kind="photo"/>"#)
        + item("again", #"<supplement kind="photo"><form originals="1"/></supplement>"#, number: 2),
      "example.2026-01-01.xml:8:1 L303 again: it asks for the same paper as “photo”; make them one line with all checks"
    ),
    (
      item(
        "photo",
        #"<when><fact name="person.age" at-least="0"/></when><supplement kind="photo"/>"#),
      "example.2026-01-01.xml:6:1 L101 photo: its condition always holds and can go"
    ),
    (
      item("photo", #"<supplement kind="photo"/>"#, basis: "blog"),
      "example.2026-01-01.xml:6:83 L501 photo: the basis “blog” is no government page; leave out its link"
    ),
  ])
  func `names the fault, its place and how to mend it`(_ items: String, _ line: String) throws {
    let rest =
      #"<basis id="blog" zh="博客" en="Blog" evidence="agency" link="https://example.com/"/>"#
    let found = try Self.lint(items, rest: items.contains("blog") ? rest : "")
    #expect(found.contains(line), "\(found)")
  }

  @Test(arguments: [
    (
      "working-days",
      #"<year number="2026"><holiday from="2026-01-01" until="2026-01-03"/><make-up on="2026-01-05"/></year>"#,
      ["2026-01-05 is no weekend day, so nobody makes up for it"]
    ),
    (
      "working-days",
      #"<year number="2024"><make-up on="2023-01-07"/></year><year number="2026"/>"#,
      [
        "2023-01-07 lies in a year that is not in the table",
        "years between 2024 and 2026 are missing",
      ]
    ),
    (
      "apostille",
      #"<party country="HKG" from="2023-11-07" evidence="gov"/><party country="QQQ" from="2023-11-07" evidence="gov"/>"#,
      [
        "there is no country “QQQ”",
        "“HKG” is no state between which and China the Convention applies",
      ]
    ),
    (
      "wage-averages",
      #"<average place="999999" year="2024" amount="1" evidence="gov"/>"#,
      ["there is no place “999999”"]
    ),
    (
      "points",
      #"<line id="pay" zh="薪" en="pay" max="20" papers="passport"><band at-least="9" points="5"/><band at-least="3" points="10"/></line>"#,
      [
        "the bands of “pay” are not in order",
        "“pay” gives 20 at most and its best band 10",
      ]
    ),
  ])
  func `reads the tables`(_ table: String, _ rows: String, _ faults: [String]) throws {
    let folder = try TemporaryFolder()
    defer { withExtendedLifetime(folder) {} }
    let text = ChecklistText.document(Self.passport)
    try folder.write(Array(text.utf8), to: "checklists/example/example.2026-01-01.xml")
    let xml =
      #"<table xmlns="urn:qibei:table:1" id="\#(table)" version="2026-01-01">\#(rows)</table>"#
    try folder.write(Array(xml.utf8), to: "tables/\(table).xml")
    let found = try Self.lines(folder).filter { $0.contains(" L601 ") }
    #expect(
      found.sorted() == faults.map { "\(folder.path)/tables/\(table).xml L601 \($0)" }.sorted())
  }

  @Test(
    arguments: [
      (
        "working-days",
        #"<year number="2026"><holiday from="2026-02-23" until="2026-02-15"/></year>"#,
        [(1, "a holiday from 2026-02-23 until 2026-02-15: it has to have 1 to 31 days")]
      ),
      (
        "working-days",
        #"<year number="2026"><holiday from="2026-02-01" until="9999-12-31"/></year>"#,
        [(1, "a holiday from 2026-02-01 until 9999-12-31: it has to have 1 to 31 days")]
      ),
      (
        "countries", #"<country code="SGP" zh="a" en="a"/><country code="SGP" zh="b" en="b"/>"#,
        [(1, "“SGP” stands twice")]
      ),
      (
        "divisions", #"<division code="310000" zh="a" en="a" parent="990000"/>"#,
        [(1, "there is no parent “990000”")]
      ),
      (
        "supplement-kinds",
        #"<kind id="annual report" zh="a" en="a" subject="person"/><kind id="x" zh="a" en="a" subject="person"/><kind id="x" zh="a" en="a" subject="person"/>"#,
        [
          (1, "“annual report”: a kind is lower-case letters, digits and hyphens"),
          (1, "“x” stands twice"),
        ]
      ),
      (
        "wage-averages", #"<average place="310000" year="2024" amount="94,258" evidence="gov"/>"#,
        [(1, "“94,258” is not a whole number from 0 to 99,999,999")]
      ),
    ] as [(String, String, [(Int, String)])])
  func `refuses tables that cannot be read as they stand`(
    _ table: String, _ rows: String, _ faults: [(Int, String)]
  ) throws {
    let folder = try TemporaryFolder()
    let text = ChecklistText.document(Self.passport)
    try folder.write(Array(text.utf8), to: "checklists/example/example.2026-01-01.xml")
    for (id, expected) in [
      (table, faults.map(\.1)), ("other", ["this file is the table \(table), and its id is other"]),
    ] {
      let own = id == table ? rows : ""
      let xml =
        #"<table xmlns="urn:qibei:table:1" id="\#(id)" version="2026-01-01">\#(own)</table>"#
      try folder.write(Array(xml.utf8), to: "tables/\(table).xml")
      let error = #expect(throws: ChecklistError.self) {
        try ChecklistLibrary(.directory(folder.path))
      }
      let own2 = error?.problems.filter { $0.file.hasSuffix("/\(table).xml") } ?? []
      #expect(own2.map(\.message.en) == expected)
      #expect(own2.allSatisfy { $0.line == 1 })
    }
  }

  @Test func `an ending that nobody sees is told`() throws {
    let folder = try TemporaryFolder()
    let text = ChecklistText.document(Self.passport)
    for name in ["example.2026-01-01.xml", "example.2027-01-01.xml.txt"] {
      try folder.write(Array(text.utf8), to: "checklists/example/\(name)")
    }
    let library = #expect(throws: ChecklistError.self) {
      _ = try ChecklistLibrary(.directory(folder.path)).categories()
    }
    #expect(
      library?.problems.map(\.message.en) == [
        "its name ends in .xml.txt, so it would not be read; let it end in .xml"
      ])
  }

  @Test func `tells checks that contradict each other`() throws {
    let found = try Self.lint(
      Self.item(
        "police",
        #"<supplement kind="police-certificate-foreign"><country not="SGP"/></supplement>"#))
    #expect(
      found == [
        "example.2026-01-01.xml:6:1 L102 police: no dossier can satisfy it together with the rest of the list (Police certificate from abroad comes from Singapore, which does not answer “police”); check its parameters, its “for”, and to whom the kind belongs"
      ])
  }

  @Test func `tells every fault that keeps a file from being read, and a gap between versions`()
    throws
  {
    let broken = try Self.lint(Self.passport.replacing(#"basis="law""#, with: #"basis="lore""#))
    #expect(broken.map { $0.prefix(33) } == ["example.2026-01-01.xml:6:73 L001 "])
    let folder = try TemporaryFolder()
    for (version, period) in [
      ("2025-01-01", #"in-force-from="2025-01-01" in-force-until="2025-06-30""#),
      ("2026-01-01", #"in-force-from="2026-01-01""#),
    ] {
      let text = ChecklistText.document(Self.passport, version: version, attributes: period)
      try folder.write(Array(text.utf8), to: "checklists/example/example.\(version).xml")
    }
    #expect(
      try Self.lines(folder) == [
        "example.2026-01-01.xml:1:1 L401 no version is in force from 2025-07-01 to 2025-12-31; let the earlier one last longer or this one begin earlier"
      ])
  }
}
