// SPDX-License-Identifier: Apache-2.0
import QibeiCore
import QibeiReports
import QibeiTesting
import Testing

/// What is not known never passes, and never hides what is wrong.
struct FailClosedTests {
  private static func item(
    _ id: String, _ number: Int, for audience: String = "applicant", _ body: String
  ) -> String {
    """
    <requirement id="\(id)" number="\(number)" for="\(audience)" class="principal" basis="law">\
    <title zh="材料" en="\(id)"/>\(body)<remedy zh="请补。" en="Add it."/></requirement>
    """
  }

  private static let marriage = item(
    "marriage", 1,
    """
    <when><fact name="person.marital-status" is="married"/></when>\
    <supplement kind="marriage-certificate"><form originals="1"/></supplement>
    """)

  private static func found(_ checklist: String, _ text: DossierText) throws -> [String] {
    let report = try Examiner.report(text, by: checklist)
    return [report.assessment.verdict.rawValue] + FindingText.lines(report)
  }

  @Test func `asks for the employer that a paper is due from`() throws {
    let items = Self.item("licence", 1, for: "employer", #"<supplement kind="employer-licence"/>"#)
    let found = try Self.found(ChecklistText.document(items), .small())
    #expect(
      found == [
        "undetermined",
        "QB9101 unchecked - -: The kind of employer is not declared. It decides about: licence",
      ])
  }

  private static let police = #"""
    <requirement id="police" number="1" for="applicant" per="country-lived" longer-than="P1Y"
    class="principal" basis="law"><title zh="材料" en="police"/>
    <when><fact name="person.age" at-least="18"/></when>
    <supplement kind="police-certificate-foreign"/><remedy zh="请补。" en="Add it."/></requirement>
    """#

  @Test(arguments: [
    ("", "undetermined"),
    (#"<lived country="SGP"/>"#, "undetermined"),
    (#"<lived country="CHN" from="1990-01"/>"#, "complete"),
    (#"<lived country="SGP" from="2026-01" until="2026-02"/>"#, "complete"),
    (#"<lived country="SGP" from="2006-01" until="2016-02"/>"#, "incomplete"),
  ])
  func `asks where a person has lived before it passes over a paper from each country`(
    lived: String, verdict: String
  ) throws {
    let text = DossierText.small(person: lived).replacing(
      #"role="applicant""#, with: #"role="applicant" born="1990-01-01""#)
    #expect(try Self.found(ChecklistText.document(Self.police), text).first == verdict)
  }

  @Test(arguments: [
    (
      [#" country="SGP""#, #" country="MYS""#],
      ["complete"]
    ),
    (
      [#" country="SGP""#, ""],
      [
        "undetermined",
        "QB9102 unchecked 1 s1: Police certificate from abroad (s1): the issuing country or region is not stated, so this was not checked",
      ]
    ),
    (
      [#" country="SGP""#, #" country="MYX""#],
      [
        "incomplete",
        "QB1103 fix-now - s1: “country”: there is no country or region “MYX”",
      ]
    ),
    (
      [#" country="SQP""#, #" country="MYX""#],
      [
        "incomplete",
        "QB1103 fix-now - s0: “country”: there is no country or region “SQP”",
        "QB1103 fix-now - s1: “country”: there is no country or region “MYX”",
      ]
    ),
    (
      ["", ""],
      [
        "undetermined",
        "QB9102 unchecked 1 s0: Police certificate from abroad (s0): the issuing country or region is not stated, so this was not checked",
        "QB9102 unchecked 1 s1: Police certificate from abroad (s1): the issuing country or region is not stated, so this was not checked",
      ]
    ),
    // One of them is missing in any case.
    (
      [""],
      [
        "incomplete",
        "QB2101 supplement 1 -: Police certificate from abroad (Singapore) is missing",
        "QB2101 supplement 1 -: Police certificate from abroad (Malaysia) is missing",
      ]
    ),
  ])
  func `does not call a paper missing that may be one of unknown country`(
    _ countries: [String], _ expected: [String]
  ) throws {
    let papers = countries.enumerated().map {
      #"<supplement id="s\#($0.offset)" kind="police-certificate-foreign" for="p1"\#($0.element)/>"#
    }
    let text = DossierText.small(
      person:
        #"<lived country="SGP" from="2006-01" until="2016-02"/><lived country="MYS" from="2016-03" until="2020-02"/>"#,
      supplements: papers.joined()
    ).replacing(#"role="applicant""#, with: #"role="applicant" born="1990-01-01""#)
    #expect(try Self.found(ChecklistText.document(Self.police), text) == expected)
  }

  @Test func `shows a defect although an undeclared fact decides whether the paper is due`() throws
  {
    let found = try Self.found(
      ChecklistText.document(Self.marriage),
      .small(
        supplements: #"<supplement id="s1" kind="marriage-certificate" for="p1" originals="0"/>"#))
    #expect(
      found == [
        "undetermined",
        "QB9101 unchecked - -: The marital status is not declared. It decides about: marriage",
        "QB2103 supplement 1 s1: Marriage certificate: 0 originals, 1 needed",
      ])
  }

  @Test func `says once that a level cannot be read, with the level it has to be`() throws {
    let items = Self.item(
      "degree", 1, #"<supplement kind="degree-certificate"><level at-least="doctor"/></supplement>"#
    )
    let text = DossierText.small(
      supplements:
        #"<supplement id="s1" kind="degree-certificate" for="p1"><states level="docter"/></supplement>"#
    )
    let found = try Self.found(ChecklistText.document(items), text)
    #expect(found == ["incomplete", "QB1101 fix-now - s1: “level” cannot be “docter”"])
  }

  @Test func `does not pass an item of which no paper fits the facts`() throws {
    let items = Self.item(
      "status", 1,
      """
      <any-of>\
      <supplement kind="photo"><when><fact name="application.filed-by" is="agent"/></when></supplement>\
      </any-of>
      """)
    let found = try Self.found(
      ChecklistText.document(items), .small(application: #"filed-by="self""#))
    #expect(
      found == [
        "undetermined",
        "QB9111 unchecked 1 -: None of the papers for “status” fits what is declared",
      ])
  }

  @Test func `asks for the fact that decides whether this is the wrong door`() throws {
    let door = """
      <wrong-door id="resident" basis="law"><title zh="已永居" en="The applicant is resident"/>\
      <when><fact name="person.permanent-resident" is="yes"/></when>\
      <remedy zh="不必办理。" en="Nothing to apply for."/></wrong-door>
      """
    let text = ChecklistText.document(
      Self.item("photo", 1, #"<supplement kind="photo"/>"#), rest: door)
    let photo = #"<supplement id="s1" kind="photo" for="p1"/>"#
    let silent = try Self.found(text, .small(supplements: photo))
    #expect(
      silent == [
        "undetermined",
        "QB9101 unchecked - -: Whether the person already holds permanent residence is not declared. It decides about: The applicant is resident",
      ])
    let stated = DossierText.small(supplements: photo).replacing(
      #"role="applicant""#, with: #"role="applicant" permanent-resident="no""#)
    #expect(try Self.found(text, stated) == ["complete"])
  }

  @Test func `judges the one person whose role cannot be read as the applicant`() throws {
    let text = ChecklistText.document(Self.item("photo", 1, #"<supplement kind="photo"/>"#))
    let found = try Self.found(
      text, DossierText.small().replacing(#"role="applicant""#, with: #"role="aplicant""#))
    #expect(
      found == [
        "incomplete", "QB2101 supplement 1 -: Photograph is missing",
        "QB1101 fix-now - -: “role” cannot be “aplicant”",
      ])
  }

  @Test func `tells an expired paper once, with the day that satisfies every line`() throws {
    let items =
      Self.item(
        "passport", 1,
        #"<supplement kind="passport"><valid-through after="submission"/><valid-through after="submission" period="P6M"/></supplement>"#
      )
      + Self.item(
        "again", 2,
        #"<supplement kind="passport"><valid-through after="submission" period="P1Y"/></supplement>"#
      )
    let found = try Self.found(
      ChecklistText.document(items),
      .small(
        supplements: #"<supplement id="s1" kind="passport" for="p1" expires="2026-03-15"/>"#))
    #expect(
      found == [
        "incomplete",
        "QB3101 supplement 1 s1: Passport was valid until 2026-03-15; it has expired by 2026-03-16",
      ])
  }

  @Test func `keeps what only advice asks beyond the law apart from what the law asks`() throws {
    let items = Self.item(
      "passport", 1,
      """
      <supplement kind="passport"><valid-through after="submission"/>\
      <valid-through after="submission" period="P6M" basis="rumour"/></supplement>
      """)
    let report = try Examiner.report(
      .small(
        supplements: #"<supplement id="s1" kind="passport" for="p1" expires="2026-03-15"/>"#),
      by: ChecklistText.document(items))
    #expect(
      report.entries.map(\.remedy.en) == [
        "Renew it; the new one is valid until 2026-03-16 or later. Better still: 2026-09-16."
      ])
  }

  @Test func `drops advice that another line demands anyway`() throws {
    let items = Self.item(
      "passport", 1,
      """
      <supplement kind="passport"><valid-through after="submission" period="P6M" basis="rumour"/>\
      <valid-through after="submission"/><valid-through after="submission" period="P1Y"/></supplement>
      """)
    let report = try Examiner.report(
      .small(
        supplements: #"<supplement id="s1" kind="passport" for="p1" expires="2026-03-15"/>"#),
      by: ChecklistText.document(items))
    #expect(
      report.entries.map(\.remedy.en) == [
        "Renew it; the new one is valid until 2027-03-16 or later."
      ])
  }

  @Test func `does not ask about what is satisfied either way`() throws {
    let found = try Self.found(
      ChecklistText.document(Self.marriage),
      .small(
        supplements: #"<supplement id="s1" kind="marriage-certificate" for="p1" originals="1"/>"#))
    #expect(found == ["complete"])
  }

  @Test(
    arguments: [
      ("310104", "satisfied"), ("310000", "satisfied"), ("110101", "not asked"), (nil, "unknown"),
    ] as [(String?, String)])
  func `a district lies in its province`(_ region: String?, _ expected: String) throws {
    let items = Self.item(
      "local", 1,
      """
      <when><fact name="employer.region" is="310000"/></when>\
      <supplement kind="passport"><pages at-least="1"/></supplement>
      """)
    let employer =
      region.map { "<employer id=\"e1\" region=\"\($0)\"/>" } ?? "<employer id=\"e1\"/>"
    let pages = region == nil ? "" : #" pages="1""#
    let report = try Examiner.report(
      .small(
        people: employer,
        supplements: "<supplement id=\"s1\" kind=\"passport\" for=\"p1\"\(pages)/>"),
      by: ChecklistText.document(items))
    #expect((report.assessment.lines.first?.state.rawValue ?? "not asked") == expected)
  }
}
