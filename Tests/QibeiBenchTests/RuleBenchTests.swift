// SPDX-License-Identifier: Apache-2.0
import QibeiBench
import QibeiCore
import QibeiTesting
import QibeiValidation
import Testing

/// What the bench says of small checklists, sound and not.
struct RuleBenchTests {
  private static func item(
    _ id: String, _ number: Int, for audience: String = "applicant", _ body: String
  ) -> String {
    """
    <requirement id="\(id)" number="\(number)" for="\(audience)" class="principal" basis="law">\
    <title zh="材料" en="\(id)"/>\(body)<remedy zh="请补。" en="Add it."/></requirement>
    """
  }

  private static func run(_ requirements: String) throws -> RuleBench.Outcome {
    let folder = try TemporaryFolder()
    defer { withExtendedLifetime(folder) {} }
    let text = ChecklistText.document(requirements)
    try folder.write(Array(text.utf8), to: "checklists/example/example.2026-01-01.xml")
    let library = try ChecklistLibrary(.directory(folder.path))
    let cases = try RuleCase.all(in: library)
    let item = try #require(cases.first)
    #expect(cases.count == 1)
    return try RuleBench(
      try DossierValidator(library), item.checklist, at: item.place, on: item.day, library.tables
    ).run()
  }

  private static let chinese =
    #"<when><fact name="person.former-chinese" is="yes"/></when>"#

  @Test func `passes a sound list and makes each of its checks speak`() throws {
    let outcome = try Self.run(
      Self.item(
        "passport", 1,
        #"<supplement kind="passport"><form originals="1" copies="1"/><valid-through after="acceptance"/></supplement>"#
      )
        + Self.item(
          "origin", 2,
          """
          \(Self.chinese)<any-of><supplement kind="origin-letter"><form originals="1"/></supplement>\
          <supplement kind="naturalisation-certificate"><translation by="company"/></supplement></any-of>
          """))
    #expect(outcome.failures == [])
    #expect(outcome.unreachable == [])
    #expect(outcome.silent == [])
    // Nothing owed twice, the origin by either paper.
    #expect(outcome.dossiers == 3)
    #expect(
      outcome.all == [
        "passport", "passport <form>", "passport <valid-through>", "origin", "origin <form>",
        "origin <translation>",
      ])
  }

  @Test func `names what no dossier can reach`() throws {
    let outcome = try Self.run(
      Self.item("photo", 1, #"<supplement kind="photo"/>"#)
        + Self.item(
          "never", 2,
          """
          <when><fact name="person.former-chinese" is="yes"/><fact name="person.former-chinese" is="no"/></when>\
          <supplement kind="passport"/>
          """)
        + Self.item(
          "closed", 3,
          """
          \(Self.chinese)<any-of><supplement kind="resume"/><supplement kind="origin-letter">\
          <when><fact name="person.former-chinese" is="no"/></when></supplement></any-of>
          """)
        + Self.item(
          "always", 4,
          """
          <when><fact name="person.age" at-least="0"/></when><supplement kind="title-certificate"/>
          """))
    #expect(
      outcome.unreachable.map { "\($0.requirement): \($0.what.en)" } == [
        "never: its condition never holds",
        "closed: one of its alternatives can never be used",
        "always: its condition always holds and can go",
      ])
    #expect(outcome.isFailure)
  }

  @Test func `finds demands that no paper can meet, and checks that can never speak`() throws {
    let outcome = try Self.run(
      Self.item(
        "contract", 1,
        #"<supplement kind="employment-contract"><form copies="1"/></supplement>"#)
        + Self.item(
          "permit", 2, #"<supplement kind="performance-permit"><form copies="1"/></supplement>"#)
        + Self.item(
          "police", 3,
          #"<supplement kind="police-certificate-foreign"><country not="SGP"/></supplement>"#))
    #expect(
      outcome.failures.map { "\($0.title): \($0.found.map(\.en))" } == [
        #"ordinary: ["QB2101 permit: Performance permit is missing", "QB2605 police: Police certificate from abroad comes from Singapore, which does not answer “police”"]"#
      ])
    #expect(outcome.silent.contains("permit <form>"))
  }
}
