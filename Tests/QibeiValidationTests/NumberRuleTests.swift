// SPDX-License-Identifier: Apache-2.0
import QibeiCore
import QibeiReports
import QibeiTesting
import QibeiValidation
import Testing

/// Declared numbers against themselves and against what they repeat.
struct NumberRuleTests {
  private static let first =
    "P&lt;USAEXAMPLE&lt;&lt;JOHN&lt;PAUL"
    + String(repeating: "&lt;", count: 21)
  private static let second =
    "X123456785USA7502031M3109144"
    + String(repeating: "&lt;", count: 15) + "8"

  private static func found(
    person: String =
      #"sex="M" born="1975-02-03" nationality="USA""#,
    passport: String = #"number="X12345678" expires="2031-09-14""#,
    first: String = first, second: String = second, inPerson: String = "", rest: String = ""
  ) throws -> [String] {
    let text = DossierText(
      """
      <dossier xmlns="urn:qibei:dossier:1">
        <application submission="2026-03-16"/>
        <person id="p1" role="applicant" \(person)>
          <name kind="passport" surname="EXAMPLE" given="JOHN PAUL"/>
          <passport \(passport) mrz1="\(first)" mrz2="\(second)"/>
          \(inPerson)
        </person>
        \(rest)
        <supplements/>
      </dossier>
      """)
    let validation = try text.validate()
    let report = Report(
      assessment: validation.assessment, input: "dossier.xml", positions: validation.positions())
    return report.entries.filter { $0.code.hasPrefix("QB4") }.map {
      "\($0.code): \($0.message.en)"
    }
  }

  @Test func `is content with a passport that agrees with what is declared`() throws {
    #expect(try Self.found() == [])
  }

  @Test func `names the part whose digit fails, and does not compare that part`() throws {
    #expect(
      try Self.found(second: Self.second.replacing("X123456785", with: "X123456775")) == [
        "QB4202: Second line of the passport's machine-readable zone: the check digit for the passport number is 5, but the characters give 4"
      ])
  }

  @Test func `says with a failing digit what the part will have to agree with`() throws {
    let text = try DossierText(sample: "residence-work-first-complete").replacing(
      "FRA8612180F", with: "FRA8612170F")
    let validation = try text.validate()
    let report = Report(
      assessment: validation.assessment, input: "dossier.xml", positions: validation.positions())
    let entry = try #require(report.entries.first { $0.code == "QB4202" })
    #expect(entry.remedy.en.hasSuffix("Once it can be read, it also has to be: 1986-12-18."))
  }

  @Test func `names everything in which the zone and the declaration differ`() throws {
    let found = try Self.found(
      person: #"sex="F" born="1975-03-02" nationality="CAN""#,
      passport: #"number="X12345679" expires="2031-09-15""#,
      first: Self.first.replacing("JOHN", with: "JEAN"))
    #expect(
      found == [
        "QB4204: Name: the passport's machine-readable zone has EXAMPLE JEAN PAUL, declared is EXAMPLE JOHN PAUL",
        "QB4204: Passport number: the passport's machine-readable zone has number ending 5678, declared is number ending 5679",
        "QB4204: Date of birth: the passport's machine-readable zone has 750203, declared is 1975-03-02",
        "QB4204: Date of expiry: the passport's machine-readable zone has 310914, declared is 2031-09-15",
        "QB4204: Sex: the passport's machine-readable zone has M, declared is F",
        "QB4204: Nationality: the passport's machine-readable zone has United States, declared is Canada",
      ])
  }

  @Test func `compares the issuing state, and surname with surname`() throws {
    #expect(
      try Self.found(passport: #"number="X12345678" expires="2031-09-14" country="USA""#) == [])
    let issuer = try Self.found(
      passport: #"number="X12345678" expires="2031-09-14" country="USA""#,
      first: Self.first.replacing("USA", with: "CAN"))
    #expect(
      issuer == [
        "QB4204: Issuing state: the passport's machine-readable zone has Canada, declared is United States"
      ])
    let turned = try Self.found(first: Self.line("JOHN<PAUL<<EXAMPLE"))
    #expect(
      turned == [
        "QB4204: Surname: the passport's machine-readable zone has JOHN PAUL, declared is EXAMPLE"
      ])
  }

  private static func line(_ names: String) -> String {
    "P&lt;USA" + names.map { $0 == "<" ? "&lt;" : String($0) }.joined()
      + String(repeating: "&lt;", count: 39 - names.count)
  }

  @Test(arguments: [
    ("MÜLLER", "JÖRG", "MUELLER<<JOERG"), ("MÜLLER", "JÖRG", "MULLER<<JORG"),
    ("SØRENSEN", "ÅSE", "SOERENSEN<<AASE"), ("NÚÑEZ", "ANA", "NUNXXEZ<<ANA"),
    ("Strauß", "Ida", "STRAUSS<<IDA"), ("O'BRIEN", "ANN-MARY", "OBRIEN<<ANN<MARY"),
  ])
  func `reads letters outside A to Z as issuers spell them`(
    surname: String, given: String, names: String
  ) throws {
    let text = DossierText(
      """
      <dossier xmlns="urn:qibei:dossier:1">
        <application submission="2026-03-16"/>
        <person id="p1" role="applicant">
          <name kind="passport" surname="\(surname)" given="\(given)"/>
          <passport number="X12345678" mrz1="\(Self.line(names))"/>
        </person>
        <supplements/>
      </dossier>
      """)
    let codes = try text.validate().assessment.findings.map(\.kind.code)
    #expect(codes.filter { $0.hasPrefix("QB4") } == [])
  }

  @Test func `lets an earlier passport show an earlier nationality`() throws {
    let passport = #"number="X12345678" expires="2031-09-14""#
    let person = #"sex="M" born="1975-02-03" nationality="CAN""#
    #expect(try Self.found(person: person, passport: passport + #" current="no""#) == [])
    #expect(try Self.found(person: person, passport: passport + #" country="USA""#) == [])
  }

  @Test(arguments: [("X1-2345 678", 0), ("X123456785", 1), ("X1234567", 1)])
  func `reads a number past its divisions, to its end`(number: String, faults: Int) throws {
    let passport = "number=\"\(number)\" expires=\"2031-09-14\""
    #expect(try Self.found(passport: passport).count == faults)
  }

  @Test func `compares nothing that is not declared`() throws {
    #expect(try Self.found(person: "", passport: #"number="X12345678""#) == [])
  }

  @Test func `wants lines of 44 characters`() throws {
    #expect(
      try Self.found(second: "X12345678") == [
        "QB4201: The second line of the passport's machine-readable zone has 9 characters or others than it may; it needs 44 capital letters, digits and “<”"
      ])
  }

  @Test func `tries the numbers of cards and holds their birth dates against the declared one`()
    throws
  {
    let found = try Self.found(
      person: #"sex="M" born="1975-02-03" nationality="USA" resident-number="110105194912310021""#,
      inPerson: #"<permit kind="permanent-residence" number="932682198501010017"/>"#)
    #expect(
      found == [
        "QB4205: The resident identity card with number ending 0021 is wrongly copied: it needs X as its last character",
        "QB4206: The permanent residence card with number ending 0017 holds another date of birth than 1975-02-03, which is declared",
      ])
  }

  @Test(arguments: [
    ("91350100M000100Y43", [String]()),
    (
      "91350100M000100Y44",
      [
        "QB4307: The check character of the Unified Social Credit Code 91350100M000100Y44 does not hold: the first 17 characters give 3"
      ]
    ),
    (
      "91350100S000100Y43",
      [
        "QB4306: The Unified Social Credit Code 91350100S000100Y43 has an I, O, S, V or Z, which no code uses"
      ]
    ),
  ])
  func `tries an employer's code`(code: String, expected: [String]) throws {
    #expect(
      try Self.found(rest: #"<employer id="e1" name="厂" uscc="\#(code)"/>"#) == expected)
  }
}
