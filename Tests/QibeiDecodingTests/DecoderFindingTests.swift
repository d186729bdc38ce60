// SPDX-License-Identifier: Apache-2.0
import QibeiCore
import QibeiReports
import QibeiTesting
import Testing

/// One fault in an otherwise sound dossier, and the one finding that it costs.
struct Fault: Sendable, CustomTestStringConvertible {
  let name: String
  let old: String
  let new: String
  let finding: String

  init(_ name: String, _ old: String, _ new: String, _ finding: String) {
    (self.name, self.old, self.new, self.finding) = (name, old, new, finding)
  }

  var testDescription: String { name }

  /// Its last line is a fault that must be found whatever stands before it.
  static let base = DossierText(
    """
    <dossier xmlns="urn:qibei:dossier:1" id="d1">
      <application place="320200" submission="2026-03-16" permit-months="12" online="no">
        <agent name="陆敏"/>
      </application>
      <person id="p1" role="applicant" sex="F" born="1990-07-25" nationality="GBR">
        <name kind="passport" surname="HARTWELL" given="CLAIRE"/>
        <passport number="542917806" country="GBR"/>
        <lived country="GBR" from="1990-07" until="2012-07"/>
        <education level="master" country="SGP"/>
      </person>
      <employer id="e1" name="金澄" uscc="91320594MA1P5T7C0A" kinds="enterprise high-tech">
        <employment person="p1" position="工程师"/>
        <pay person="p1" year="2025" salary="300000" tax="40000"/>
      </employer>
      <supplements>
        <supplement id="s1" kind="passport" for="p1" issued="2023-02-08" language="en" pages="1">
          <translation language="en" by="company" on="2026-02-20"/>
          <authentication kind="apostille" country="GBR"/>
          <seal of="employer"/>
          <states name="HARTWELL CLAIRE" born="1990-07-25"/>
          <file path="evidence/01.pdf" type="application/pdf"/>
        </supplement>
        <supplement id="s9" kind="pasport" for="p1"/>
      </supplements>
      <earlier-notice number="1" on="2026-03-01"/>
    </dossier>
    """)

  static let last = "23:25 QB1106"
}

struct DecoderFindingTests {
  private static let values: [Fault] = [
    Fault("a date that is none", #"issued="2023-02-08""#, #"issued="8.2.2023""#, "16:50 QB1102"),
    Fault("a day that does not exist", #"on="2026-02-20""#, #"on="2026-02-30""#, "17:47 QB1102"),
    Fault("a month with a day", #"until="2012-07""#, #"until="2012-07-31""#, "8:41 QB1102"),
    Fault("an unknown country", #"nationality="GBR""#, #"nationality="GBE""#, "5:62 QB1103"),
    Fault(
      "a country in lower case", #"<passport number="542917806" country="GBR""#,
      #"<passport number="542917806" country="gbr""#, "7:34 QB1103"),
    Fault(
      "an unknown language", #"language="en" pages"#, #"language="en-GB" pages"#, "16:70 QB1104"),
    Fault("an unknown place", #"place="320200""#, #"place="320299""#, "2:16 QB1105"),
    Fault("an unknown kind", #"kind="passport" for"#, #"kind="pasport" for"#, "16:25 QB1106"),
    Fault("an unknown word", #"level="master""#, #"level="Master""#, "9:16 QB1101"),
    Fault(
      "an unknown word among several", #"kinds="enterprise high-tech""#,
      #"kinds="enterprise hightech""#, "11:57 QB1101"),
    Fault("a yes in another language", #"online="no""#, #"online="否""#, "2:74 QB1101"),
    Fault("a number in words", #"permit-months="12""#, #"permit-months="twelve""#, "2:55 QB1107"),
    Fault("a number below zero", #"pages="1""#, #"pages="-1""#, "16:84 QB1107"),
    Fault("a year in two digits", #"year="2025""#, #"year="25""#, "13:22 QB1107"),
    Fault(
      "a company code too short", #"uscc="91320594MA1P5T7C0A""#, #"uscc="91320594""#, "11:31 QB1108"
    ),
    Fault("an identifier with blanks", #"id="d1""#, #"id="d 1""#, "1:38 QB1108"),
    Fault(
      "a file's digest that is none", #"type="application/pdf""#,
      #"type="application/pdf" sha256="ABC""#, "21:59 QB1108"),
    Fault(
      "invisible characters", #"surname="HARTWELL""#, "surname=\"HART\u{200B}WELL\u{202E}\"",
      "6:27 QB1109"),
    Fault("a control character", #"position="工程师""#, "position=\"工程\u{85}师\"", "12:29 QB1109"),
    Fault(
      "an empty date", #"born="1990-07-25" nationality"#, #"born="" nationality"#, "5:44 QB1102"),
  ]

  private static let structure: [Fault] = [
    Fault(
      "an unknown element", #"<seal of="employer"/>"#, #"<stamp of="employer"/>"#, "19:7 QB1001"),
    Fault(
      "an element of another place", #"<agent name="陆敏"/>"#, #"<seal of="employer"/>"#, "3:5 QB1001"
    ),
    Fault(
      "an element of another namespace", #"<seal of="employer"/>"#, #"<x:seal xmlns:x="urn:x"/>"#,
      "19:7 QB1001"),
    Fault(
      "an element inside one that holds none", #"country="SGP"/>"#,
      #"country="SGP"><name/></education>"#, "9:45 QB1001"),
    Fault("an unknown attribute", #"given="CLAIRE""#, #"middle="CLAIRE""#, "6:46 QB1002"),
    Fault(
      "an attribute of another element", #"<seal of="employer"/>"#,
      #"<seal of="employer" by="employer"/>"#, "19:27 QB1002"),
    Fault(
      "a required attribute that is missing", #"<seal of="employer"/>"#, "<seal/>", "19:7 QB1003"),
    Fault("an applicant without a role", #" role="applicant""#, "", "5:3 QB1003"),
    Fault(
      "stray text", #"<seal of="employer"/>"#, #"<seal of="employer">公章</seal>"#, "19:7 QB1005"),
    Fault(
      "an element that stands twice", #"<agent name="陆敏"/>"#,
      #"<agent name="陆敏"/><agent name="陆敏"/>"#, "3:23 QB1006"),
    Fault(
      "a translation that stands twice", #"by="company" on="2026-02-20"/>"#,
      #"by="company"/><translation/>"#, "17:48 QB1006"),
    Fault(
      "elements out of order", #"<states name="HARTWELL CLAIRE" born="1990-07-25"/>"#,
      #"<states/><seal of="employer"/>"#, "20:16 QB1007"),
    Fault(
      "one identifier for two persons", "</person>", #"</person><person id="p1" role="child"/>"#,
      "10:20 QB1201"),
    Fault(
      "one identifier for two papers", "<supplements>",
      #"<supplements><supplement id="s9" kind="photo"/>"#, "23:17 QB1201"),
    Fault(
      "a paper for somebody who is not there", #"<supplement id="s1" kind="passport" for="p1""#,
      #"<supplement id="s1" kind="passport" for="p2""#, "16:41 QB1202"),
    Fault(
      "the employment of somebody who is not there", #"<employment person="p1""#,
      #"<employment person="p7""#, "12:17 QB1202"),
    Fault("no applicant", #"role="applicant""#, #"role="spouse""#, "1:1 QB1203"),
    Fault(
      "two applicants", "</person>", #"</person><person id="p2" role="applicant"/>"#, "1:1 QB1203"),
  ]

  private static let paths: [Fault] =
    [
      "../x.pdf", "a/../../x", "/etc/passwd", "http://x/y.pdf", "a\\b.pdf", "%00.pdf", "C:x", ".",
      "a//b", "a/", "",
    ]
    .map { path in
      Fault("the path “\(path)”", "evidence/01.pdf", path, "21:13 QB0101")
    }

  private static let faults = values + structure + paths

  @Test func `finds only the last fault in the base`() throws {
    let found = try Self.placedCodes(Fault.base)
    #expect(found == [Fault.last])
  }

  @Test(arguments: faults)
  func `costs exactly one finding, and the rest is still read`(_ fault: Fault) throws {
    let found = try Self.placedCodes(Fault.base.replacing(fault.old, with: fault.new))
    #expect(found.sorted() == [fault.finding, Fault.last].sorted())
  }

  @Test func `says it as it always has, in both languages`() throws {
    var text = ""
    for fault in Self.faults {
      let report = try Examiner.decoderReport(Fault.base.replacing(fault.old, with: fault.new))
      text += "## \(fault.name)\n"
      for entry in report.entries where (entry.code, entry.position.line) != ("QB1106", 23) {
        text += "\(entry.code) \(entry.position.path)\n"
        text += "  \(entry.message.zh)\n  \(entry.message.en)\n"
        text += "  \(entry.remedy.zh)\n  \(entry.remedy.en)\n"
      }
    }
    let difference = try Snapshot.difference(text, named: "decoder-findings.txt")
    #expect(difference == [])
  }

  @Test func `says what is missing where it should have stood`() throws {
    let empty = DossierText("<dossier xmlns=\"urn:qibei:dossier:1\">\n</dossier>")
    let found = try FindingText.placedLines(Examiner.decoderReport(empty))
    #expect(
      found == [
        "2:1 QB1004 fix-now - -: <dossier> lacks <application>",
        "2:1 QB1004 fix-now - -: <dossier> lacks <person>",
      ])
  }

  @Test func `reports every fault of a dossier that is all faults`() throws {
    let chosen = Self.values.filter { !$0.name.hasPrefix("an empty") }
    let spoilt = chosen.reduce(Fault.base) { $0.replacing($1.old, with: $1.new) }
    let codes = try Self.placedCodes(spoilt).map { $0.suffix(6) }.sorted()
    #expect(codes == (chosen.map(\.finding) + [Fault.last]).map { $0.suffix(6) }.sorted())
  }

  private static func placedCodes(_ text: DossierText) throws -> [String] {
    try Examiner.decoderReport(text).entries.map {
      "\($0.position.line):\($0.position.column) \($0.code)"
    }
  }

  @Test(arguments: ["\u{E0041}", "\u{61C}", "\u{180E}"])
  func `finds what nobody sees, whatever its first byte is`(_ hidden: String) throws {
    let text = DossierText.small(person: #"<name kind="passport" full="A\#(hidden)B"/>"#)
    let codes = try Examiner.decoderReport(text).entries.map(\.code)
    #expect(codes.filter { $0 == "QB1109" } == ["QB1109"])
  }

  @Test(arguments: [
    ("GER", "The nearest is “DEU”, Germany."), ("UK", "The nearest is “GBR”, United Kingdom."),
    ("gbr", "The nearest is “GBR”, United Kingdom."),
    ("GBE", "The nearest is “GBR”, United Kingdom."),
    ("??", ""),
  ])
  func `a country that is none names the one that was meant`(
    _ code: String, _ hint: String
  ) throws {
    let text = Fault.base.replacing(#"nationality="GBR""#, with: "nationality=\"\(code)\"")
    let remedy = try Examiner.decoderReport(text).entries.first?.remedy.en
    #expect(
      remedy
        == "Use a three-letter code; see qibei list countries.\(hint.isEmpty ? "" : " ")\(hint)")
  }

  @Test func `a path with backslashes names the one with slashes`() throws {
    let text = Fault.base.replacing("evidence/01.pdf", with: "evidence\\01.pdf")
    let entry = try Examiner.decoderReport(text).entries.first
    #expect(entry?.code == "QB0101")
    #expect(entry?.remedy.en.hasSuffix("The nearest is “evidence/01.pdf”.") == true)
  }
}
