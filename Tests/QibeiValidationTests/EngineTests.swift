// SPDX-License-Identifier: Apache-2.0
import QibeiCore
import QibeiReports
import QibeiTesting
import Testing

/// The engine on checklists of a few lines: facts, candidates, alternatives, statuses.
struct EngineTests {
  private static func item(
    _ id: String, _ number: Int, for audience: String = "applicant", _ body: String,
    attributes: String = "", basis: String = "law"
  ) -> String {
    """
    <requirement id="\(id)" number="\(number)" for="\(audience)" class="principal" basis="\(basis)" \
    \(attributes)><title zh="材料" en="\(id)"/>\(body)<remedy zh="请补。" en="Add it."/></requirement>
    """
  }

  private static func found(
    _ items: String, application: String = "", person: String = "", people: String = "",
    supplements: String
  ) throws -> [String] {
    let text = DossierText.small(
      application: application, person: person, people: people, supplements: supplements)
    let report = try Examiner.report(text, by: ChecklistText.document(items))
    return [report.assessment.verdict.rawValue] + FindingText.lines(report)
  }

  private static let married = #"<when><fact name="person.marital-status" is="married"/></when>"#

  @Test func `asks once for a fact that nobody stated, and names what depends on it`() throws {
    let items =
      Self.item("marriage", 1, Self.married + #"<supplement kind="marriage-certificate"/>"#)
      + Self.item("kin", 2, Self.married + #"<supplement kind="kin-table"/>"#)
      + Self.item("photo", 3, #"<supplement kind="photo"/>"#)
    let found = try Self.found(items, supplements: "")
    #expect(
      found == [
        "undetermined",
        "QB9101 unchecked - -: The marital status is not declared. It decides about: marriage, kin",
        "QB2101 supplement 3 -: Photograph is missing",
      ])
  }

  @Test func `asks whether a spouse applies along before it asks for papers`() throws {
    let items = Self.item("spouse", 1, for: "spouse", #"<supplement kind="passport"/>"#)
    let silent = try Self.found(
      items, people: #"<person id="p2" role="spouse"/>"#, supplements: "")
    #expect(
      silent == [
        "undetermined",
        "QB9101 unchecked - -: Whether the person applies along is not declared. It decides about: spouse",
      ])
    let along = try Self.found(
      items, people: #"<person id="p2" role="spouse" applies="yes"/>"#, supplements: "")
    #expect(along == ["incomplete", "QB2101 supplement 1 -: Passport is missing"])
    let behind = try Self.found(
      items, people: #"<person id="p2" role="spouse" applies="no"/>"#, supplements: "")
    #expect(behind == ["complete"])
  }

  @Test func `only advises where the evidence does not bind`() throws {
    let found = try Self.found(
      Self.item("photo", 1, #"<supplement kind="photo"/>"#, basis: "rumour"), supplements: "")
    #expect(found == ["complete", "QB2101 advise 1 -: Photograph is missing"])
  }

  @Test func `takes the dispositions that the checklist names`() throws {
    let items =
      Self.item(
        "photo", 1, #"<supplement kind="photo"><form originals="2"/></supplement>"#,
        attributes: #"if-missing="deferrable" if-defective="fix-now""#)
    let missing = try Self.found(items, supplements: "")
    #expect(missing == ["incomplete", "QB2101 deferrable 1 -: Photograph is missing"])
    let defective = try Self.found(
      items, supplements: #"<supplement id="s1" kind="photo" for="p1" originals="1"/>"#)
    #expect(
      defective == ["incomplete", "QB2103 fix-now 1 s1: Photograph: 1 originals, 2 needed"])
  }

  private static let police = item(
    "police", 1,
    """
    <supplement kind="police-certificate-foreign"><form originals="1"/>\
    <issued-within period="P6M" before="submission"/></supplement>
    """)

  @Test func `is content with one good paper among several`() throws {
    let found = try Self.found(
      Self.police,
      supplements: """
        <supplement id="s1" kind="police-certificate-foreign" for="p1" originals="0" issued="2020-01-01"/>
        <supplement id="s2" kind="police-certificate-foreign" for="p1" originals="1" issued="2026-01-01"/>
        """)
    #expect(found == ["complete"])
  }

  @Test func `reports the best of several bad papers`() throws {
    let found = try Self.found(
      Self.police,
      supplements: """
        <supplement id="s1" kind="police-certificate-foreign" for="p1" originals="0" issued="2020-01-01"/>
        <supplement id="s2" kind="police-certificate-foreign" for="p1" originals="0" issued="2026-01-01"/>
        <supplement id="s3" kind="police-certificate-foreign" for="p1" originals="0" issued="2021-01-01"/>
        """)
    #expect(
      found == [
        "incomplete",
        "QB2103 supplement 1 s2: Police certificate from abroad (s2): 0 originals, 1 needed",
      ])
  }

  private static let either = item(
    "either", 1,
    """
    <any-of><supplement kind="health-certificate"><form originals="1"/></supplement>\
    <all-of><supplement kind="photo"/><supplement kind="resume"/></all-of></any-of>
    """)

  @Test func `names the other alternatives of what is missing`() throws {
    let text = DossierText.small()
    let report = try Examiner.report(text, by: ChecklistText.document(Self.either))
    #expect(FindingText.lines(report) == ["QB2101 supplement 1 -: Health certificate is missing"])
    #expect(
      report.entries.map(\.remedy.en) == [
        "Add it. Also accepted: photograph together with curriculum vitae."
      ])
  }

  @Test(arguments: [
    (#"<supplement id="s1" kind="health-certificate" for="p1" originals="1"/>"#, ["complete"]),
    (
      #"<supplement id="s1" kind="photo" for="p1"/><supplement id="s2" kind="resume" for="p1"/>"#,
      ["complete"]
    ),
    (
      #"<supplement id="s1" kind="health-certificate" for="p1" originals="0"/>"#,
      ["incomplete", "QB2103 supplement 1 s1: Health certificate: 0 originals, 1 needed"]
    ),
  ])
  func `accepts any alternative, and reports the cheapest`(
    _ supplements: String, _ expected: [String]
  ) throws {
    let found = try Self.found(Self.either, supplements: supplements)
    #expect(found == expected)
  }

  @Test(arguments: [
    (
      #"status="promised" promised-by="2026-05-01""#, "no", "incomplete",
      "QB2107 supplement 1 s1: Photograph is only promised (2026-05-01); this item cannot follow later"
    ),
    (
      #"status="shared""#, "no", "incomplete",
      "QB2108 supplement 1 s1: Photograph is marked as data sharing; this item needs the paper itself"
    ),
    (
      #"status="waived""#, "no", "incomplete",
      "QB2109 supplement 1 s1: Photograph is marked as waived, but no decision is named"
    ),
    (
      #"status="waived" decision="苏人社免〔2026〕1 号""#, "no", "complete",
      "QB8102 look 1 s1: Photograph: waived by a decision (苏人社免〔2026〕1 号), for the window to verify"
    ),
    (
      #"status="shared""#, "yes", "complete",
      "QB8102 look 1 s1: Photograph: obtained by data sharing (no source named), for the window to verify"
    ),
  ])
  func `knows what a status is worth`(
    _ status: String, _ sharing: String, _ verdict: String, _ line: String
  ) throws {
    let found = try Self.found(
      Self.item(
        "photo", 1, #"<supplement kind="photo"><form originals="1"/></supplement>"#,
        attributes: #"data-sharing="\#(sharing)""#),
      supplements: #"<supplement id="s1" kind="photo" for="p1" \#(status)/>"#)
    #expect(found == [verdict, line])
  }

  @Test func `charges an unreadable date once, and says what it has to be`() throws {
    let text = DossierText.small(
      supplements:
        #"<supplement id="s1" kind="police-certificate-foreign" for="p1" originals="1" issued="1.2.26"/>"#
    )
    let report = try Examiner.report(text, by: ChecklistText.document(Self.police))
    #expect(
      FindingText.lines(report) == [
        "QB1102 fix-now - s1: “issued”: “1.2.26” is not an existing date in the form asked for"
      ])
  }

  @Test func `looks at every one of ten thousand papers`() throws {
    let items = Self.item(
      "permits", 1,
      #"<supplement kind="residence-permit"><pages at-least="2"/><covers period="P1Y" before="submission"/></supplement>"#
    )
    let papers = (1...10_000).map {
      #"<supplement id="s\#($0)" kind="residence-permit" for="p1" from="2020-01-01" until="2030-01-01" pages="1"/>"#
    }
    let text = DossierText.small(supplements: papers.joined())
    let report = try Examiner.report(text, by: ChecklistText.document(items))
    let found = report.assessment.findings.map { "\($0.kind.code) \($0.supplement ?? -1)" }
    #expect(found == (0..<10_000).map { "QB2603 \($0)" })
  }
}
