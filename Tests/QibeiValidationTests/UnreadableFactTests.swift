// SPDX-License-Identifier: Apache-2.0
import QibeiCore
import QibeiDecoding
import QibeiReports
import QibeiTesting
import QibeiValidation
import Testing

/// What cannot be read never makes a fact sure.
struct UnreadableFactTests {
  private static func checklist(when fact: String) -> String {
    ChecklistText.document(
      """
      <requirement id="item" number="1" for="applicant" class="principal" basis="law">
        <title zh="材料" en="the paper"/>
        <when><fact name="\(fact)</when>
        <supplement kind="passport"/>
        <remedy zh="请补。" en="Add it."/>
      </requirement>
      """)
  }

  private static func state(_ when: String, _ person: String) throws -> String {
    let checklist = checklist(when: when)
    let report = try Examiner.report(.small(person: person), by: checklist)
    return report.assessment.lines.first?.state.rawValue ?? "not asked"
  }

  @Test(arguments: [
    (
      #"person.holds" is="residence-work"/>"#,
      #"<permit kind="residence-work" expires="2026-03-15"/>"#, "not asked"
    ),
    (
      #"person.holds" is="residence-work"/>"#,
      #"<permit kind="residence-work" expires="2026-03-16"/>"#, "failing"
    ),
    (
      #"person.holds" is="residence-work"/>"#,
      #"<permit kind="residence-work" expires="2026-03-36"/>"#, "unknown"
    ),
    (
      #"person.holds" is="residence-work"/>"#,
      #"<permit kind="residence-work" expires="2026-03-36" current="no"/>"#, "not asked"
    ),
    (#"person.entry-visa" is="visa-z"/>"#, #"<entry on="2026-03-01" visa="visa-z"/>"#, "failing"),
    (
      #"person.entry-visa" is="visa-z"/>"#,
      #"<entry on="2026-03-01" visa="visa-z"/><entry on="2026-03-32" visa="visa-m"/>"#, "unknown"
    ),
    (
      #"person.entry-visa" is="visa-z"/>"#,
      #"<entry on="2026-03-01" visa="visa-z"/><entry on="2026-05-01" visa="visa-m"/>"#, "failing"
    ),
    (
      #"person.months-present-4y" at-least="12"/>"#,
      #"<entry on="2020-01-01"/><exit on="2022-01-32"/><lived country="CHN" from="2020-01"/>"#,
      "unknown"
    ),
    (
      #"person.months-present-4y" at-least="12"/>"#,
      #"<entry on="2020-01-01"/><exit on="2026-01-31"/><lived country="CHN" from="2020-01"/>"#,
      "failing"
    ),
  ])
  func `decides nothing`(_ when: String, _ person: String, _ expected: String) throws {
    #expect(try Self.state(when, person) == expected)
  }

  @Test(arguments: [(#"pay="90""#, "failing"), (#"pay="9O""#, "unknown")])
  func `makes no sum of points`(_ pay: String, _ expected: String) throws {
    let text = DossierText.small(person: #"<education level="doctor"/><points \#(pay)/>"#)
      .replacing(#"role="applicant""#, with: #"role="applicant" born="1990-01-01""#)
    let checklist = Self.checklist(when: #"person.points" at-least="1"/>"#)
    let report = try Examiner.report(text, by: checklist)
    #expect(report.assessment.lines.map(\.state.rawValue) == [expected])
  }

  @Test(arguments: [("2021", "failing"), ("202I", "unknown")])
  func `makes no lowest pay of rows that may belong to any year`(
    _ year: String, _ expected: String
  ) throws {
    let rows = (["2022", "2023", "2024", "2025"] + [year]).map {
      #"<pay person="p1" year="\#($0)" salary="900000" tax="9000"/>"#
    }
    let text = DossierText.small(
      people: "<employer id=\"e1\">\(rows.joined())<employment person=\"p1\"/></employer>")
    let checklist = Self.checklist(when: #"person.lowest-salary" at-least="600000"/>"#)
    let report = try Examiner.report(text, by: checklist)
    #expect(report.assessment.lines.map(\.state.rawValue) == [expected])
  }

  @Test func `the day of acceptance is told where it cannot be read`() throws {
    let text = DossierText.small(application: #"acceptance="2026-13-16""#)
    let report = FindingText.report(try text.validate())
    #expect(
      FindingText.lines(report).contains(
        "QB9108 unchecked - -: The day of acceptance cannot be read; limits are counted from 2026-03-16 and cannot be relied on"
      ))
  }

  @Test func `the passport that is said to be current is the one that papers are compared with`()
    throws
  {
    let old = #"<passport number="E1111111" country="SGP"/>"#
    let new = #"<passport number="E2222222" country="SGP" current="yes"/>"#
    for passports in [old + new, new + old] {
      let examination = Examination(
        try Examiner.decode(.small(person: passports)).decoded.value, tables: try Fixture.tables(),
        submission: Fixture.day)
      #expect(examination.dossier.persons[0].currentPassport?.number == "E2222222")
    }
  }

  @Test(arguments: [
    (
      #"<employment person="e1"/>"#,
      ["QB1108 fix-now - -: “person”: “e1” is not written as it should be"]
    ),
    (
      #"<pay person="e1" year="2025"/>"#,
      ["QB1108 fix-now - -: “person”: “e1” is not written as it should be"]
    ),
    (#"<employment person="p1"/>"#, []),
  ])
  func `an employer is nobody who works`(_ child: String, _ expected: [String]) throws {
    let text = DossierText.small(people: "<employer id=\"e1\">\(child)</employer>")
    #expect(try FindingText.lines(Examiner.decoderReport(text)) == expected)
  }

  @Test func `none stands alone`() throws {
    let text = DossierText.small().replacing(
      #"role="applicant""#, with: #"role="applicant" circumstances="none adopted""#)
    let report = try Examiner.decoderReport(text)
    #expect(report.assessment.findings.map(\.kind.code) == ["QB1101"])
    #expect(
      report.entries.map(\.remedy.en) == ["Use one of: none alone, or the others without none."])
  }
}
