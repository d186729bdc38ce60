// SPDX-License-Identifier: Apache-2.0
import Foundation
import QibeiCore
import QibeiReports
import QibeiTesting
import QibeiValidation
import Testing

/// Text that somebody put into a dossier to be run by whoever reads the report.
struct HostileTextTests {
  /// As a dossier's attribute writes it, and as it must never appear in a report.
  private static let payloads: [(written: String, live: String)] = [
    ("&lt;script>alert(1)&lt;/script>", "<script>"),
    ("=HYPERLINK(&quot;http://x&quot;)", "\"=HYPERLINK"),
    ("x&#10;- **QB0000** forged", "\n- **QB0000**"), ("x&#10;QB0000&#9;forged", "\nQB0000"),
    ("a&#x9B;31mb", "\u{9B}"), ("a&#x202E;b", "\u{202E}"), ("a&#x200B;b", "\u{200B}"),
    ("a&#x2028;b", "\u{2028}"), ("a&#xE0041;b", "\u{E0041}"), ("[x](http://x)", "[x]("),
    ("`rm -rf`", " `rm"), ("a|b|c", "a|b|c"),
    ("&#9;=1+1", "\"\t="), ("@SUM(1)", "\"@SUM"), ("＝1+1", "\"＝1"), ("-1+1|cmd", "\"-1+1|"),
    ("{expected}{seen}", "{}"), ("&quot;,&quot;x", "\n\"x"), ("a]]&gt;b", "]]>"),
    ("x&quot; onclick=&quot;y", "x\" onclick"), ("{0}", " {0}"), ("&lt;!--", "<!--"),
  ]

  /// A dossier with the same text in every field that a report can show.
  private static func report(_ text: String) throws -> Report {
    let dossier = DossierText(
      """
      <dossier xmlns="urn:qibei:dossier:1">
        <application category="residence-work-first" submission="2026-03-16" place="\(text)" \
      filed-by="\(text)"/>
        <person id="p1" role="applicant" sex="\(text)" nationality="\(text)" born="\(text)">
          <name kind="passport" full="\(text)"/><passport number="\(text)"/>
        </person>
        <employer id="e1" name="\(text)" uscc="\(text)"><employment person="\(text)"/></employer>
        <supplements>
          <supplement id="\(text)" kind="\(text)" for="\(text)" title="\(text)" issuer="\(text)"/>
          <supplement id="s2" kind="passport" for="p1" status="waived" decision="\(text)"/>
          <supplement id="s3" kind="health-certificate" for="p1">
            <states name="\(text) X" passport="\(text) X" employer="\(text) X"/>
            <file path="../\(text)" type="\(text)"/>
          </supplement>
        </supplements>
      </dossier>
      """)
    let validation = try dossier.validate()
    return Report(
      assessment: validation.assessment, input: "dossier.xml", positions: validation.positions())
  }

  @Test(arguments: ReportFormat.allCases, payloads.map(\.written))
  func `stays text in every format`(_ format: ReportFormat, _ written: String) throws {
    let payload = try #require(Self.payloads.first { $0.written == written })
    let report = try Self.report(written)
    #expect(report.assessment.findings.count > 10)
    for detail in [ReportOptions.Detail.brief, .normal, .verbose, .plain] {
      var options = ReportOptions()
      (options.detail, options.languages) = (detail, [.zh, .en])
      let text = format.render(report, options)
      let isLive = text.unicodeScalars.contains { scalar in
        scalar.value < 0x20 && !"\n\r\t".unicodeScalars.contains(scalar)
          || (0x7F...0x9F).contains(scalar.value) || (0x200B...0x200F).contains(scalar.value)
          || (0x2028...0x202E).contains(scalar.value) || (0xE0000...0xE007F).contains(scalar.value)
      }
      #expect(!isLive)
      if Self.matters(payload.live, in: format) { #expect(!text.contains(payload.live)) }
    }
  }

  // A blank behind a letter that joins what follows is one character with it, for some libraries.
  @Test(arguments: [20, 40, 60, 100])
  func `loses no letter where a line is broken`(_ width: Int) throws {
    let letter: Unicode.Scalar = "\u{0D4E}"
    let report = try Self.report(String(repeating: "ab\(letter) ", count: 40))
    var counts: [Int] = []
    for columns in [width, 100_000] {
      var options = ReportOptions()
      options.width = columns
      let text = ReportFormat.text.render(report, options)
      counts.append(text.unicodeScalars.count { $0 == letter })
    }
    #expect(counts[0] == counts[1])
    #expect(counts[0] > 100)
  }

  // Markup is live only where it is markup, and a formula only where cells are.
  private static func matters(_ live: String, in format: ReportFormat) -> Bool {
    switch format {
    case .csv: live.hasPrefix("\"") || live.hasPrefix("\n\"") || live.hasPrefix("\nQB")
    case .markdown:
      ["<", "[", "|", " `", "\n-"].contains { live.hasPrefix($0) } || live.contains("|")
    case .json: live == "<script>"
    case .sarif: live.hasPrefix("[") || live.hasPrefix(" {") || live.hasPrefix("<")
    case .html, .junit, .svrl: live.hasPrefix("<") || live == "]]>" || live.hasPrefix("x\"")
    case .text: live.hasPrefix("\n")
    }
  }

  /// A file's name may hold what no XML can.
  private static let name =
    "a\u{1B}]0;x\u{7}\u{202E}]]>\"'<b>&amp;<!--\u{FFFE}\u{0}\u{2028}[x](http://x) {0} 材.xml"

  private static func reports() throws -> [Report] {
    try payloads.map(\.written).map { written in
      let report = try report(written)
      return Report(
        assessment: report.assessment, input: name, positions: report.positions)
    }
  }

  @Test(arguments: [(ReportFormat.junit, "junit.xsd"), (.svrl, "svrl.xsd")])
  func `stays XML whatever it is`(_ format: ReportFormat, _ schema: String) throws {
    var options = ReportOptions()
    options.languages = [.zh, .en]
    let reports = try Self.reports()
    let documents = reports.map { format.render($0, options) } + [format.render(reports, options)]
    #expect(try XMLLint.valid(documents, by: schema).allSatisfy { $0 })
    let live = documents.joined().unicodeScalars.filter { scalar in
      scalar.value < 0x20 && scalar != "\n" || scalar.value == 0x7F
        || [0xFFFE, 0x202E, 0x2028].contains(scalar.value)
    }
    #expect(live.map(\.value) == [])
  }

  @Test func `stays JSON, and a file of its own name, in a log for code scanning`() throws {
    let json = ReportFormat.sarif.render(try Self.reports(), ReportOptions())
    let log = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
    let runs = try #require(log?["runs"] as? [[String: Any]])
    #expect(runs.count == Self.payloads.count)
    let uri = json.matches(of: #/"uri": "([^"]*)"/#).map { String($0.1) }
    #expect(
      Set(uri) == [
        "a%1B%5D0%3Bx%07%E2%80%AE%5D%5D%3E%22%27%3Cb%3E%26amp%3B%3C%21--%EF%BF%BE%00%E2%80%A8"
          + "%5Bx%5D%28http%3A//x%29%20%7B0%7D%20%E6%9D%90.xml"
      ])
  }

  @Test(arguments: payloads.map(\.written))
  func `comes back unchanged from JSON`(_ written: String) throws {
    let report = try Self.report(written)
    let json = ReportFormat.json.render(report, ReportOptions())
    let object = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
    let findings = try #require(object?["findings"] as? [[String: Any]])
    let messages = findings.map { ($0["message"] as? [String: String])?["en"] ?? "" }
    #expect(messages.sorted() == report.entries.map(\.message.en).sorted())
  }

  @Test(arguments: [
    ("=1+1", "\"'=1+1\""), ("+1", "\"'+1\""), ("-1", "\"'-1\""), ("@SUM(A1)", "\"'@SUM(A1)\""),
    ("＝1", "\"'＝1\""), ("＋1", "\"'＋1\""), ("－1", "\"'－1\""), ("＠A", "\"'＠A\""),
    ("&#9;=1", "\"\\u{9}=1\""), ("&#13;=1", "\"\\u{D}=1\""), ("金&quot;澄", "\"金\"\"澄\""),
    ("a=1", "\"a=1\""), ("=&#x301;1", "\"'=\u{301}1\""),
    ("金&quot;&#x301;澄", "\"金\"\"\u{301}澄\""),
  ])
  func `is no formula in a spreadsheet`(_ written: String, _ cell: String) throws {
    let text = DossierText.small(people: "<employer id=\"e1\" name=\"\(written)\"/>")
    let rules = ChecklistText.document(
      """
      <requirement id="licence" number="1" for="employer" class="principal" basis="law">\
      <title zh="执照" en="licence"/><supplement kind="employer-licence"/>\
      <remedy zh="请补。" en="Add it."/></requirement>
      """)
    let csv = ReportFormat.csv.render(
      try Examiner.report(text, by: rules), ReportOptions())
    let row = csv.split(separator: "\r\n").dropFirst().map { $0.split(separator: ",")[4] }
    #expect(row == [Substring(cell)])
  }

  // As a character, a quotation mark with an accent upon it is no quotation mark; to a browser it is.
  @Test(arguments: [
    (ReportFormat.html, ["\"\u{301}", "<\u{338}"]), (.svrl, ["\"\u{301}", "<\u{338}"]),
    (.junit, ["\"\u{301}", "<\u{338}"]),
    (.markdown, ["<\u{338}", ";[\u{301}", "\u{301}`\u{301}"]),
  ])
  func `stays text with an accent upon each mark`(_ format: ReportFormat, _ live: [String]) throws {
    let report = try Self.report("&quot;&#x301;&lt;&#x338;&lt;[&#x301;`&#x301;")
    let text = Array(format.render(report, ReportOptions()).utf8)
    for live in live { #expect(text.firstRange(of: Array(live.utf8)) == nil, "\(live)") }
  }

  @Test func `begins a spreadsheet with a mark and ends its lines as spreadsheets do`() throws {
    let text = ReportFormat.csv.render(try Self.report("x"), ReportOptions())
    #expect(text.unicodeScalars.first == "\u{FEFF}")
    let lines = Array(text.utf8).split(separator: UInt8(ascii: "\n"))
    #expect(lines.filter { $0.last != UInt8(ascii: "\r") }.count == 0)
    #expect(lines.count == (try Self.report("x").assessment.findings.count) + 1)
  }
}
