// SPDX-License-Identifier: Apache-2.0
import Foundation
import QibeiCore
import QibeiReports
import QibeiTesting
import QibeiValidation
import Testing

/// The formats that other people's tools read.
struct ToolFormatTests {
  /// A line of each fate, and a finding of each disposition.
  private static func report(partial: Bool = false) throws -> Report {
    func line(
      _ number: Int, _ id: String, _ kind: String, _ attributes: String = "", when: String = "",
      checks: String = "", look: String = "", basis: String = "law"
    ) -> String {
      """
      <requirement id="\(id)" number="\(number)" for="applicant" class="principal" \
      basis="\(basis)"\(attributes)><title zh="第\(number)" en="paper \(number)"/>\(when)\
      <supplement kind="\(kind)">\(checks)</supplement><remedy zh="请补。" en="Add it."/>\(look)\
      </requirement>

      """
    }
    let door = """
      <wrong-door id="resident" basis="law"><title zh="已永居" en="The applicant is resident"/>\
      <when><fact name="person.permanent-resident" is="yes"/></when>\
      <remedy zh="不必办理。" en="Nothing to apply for."/></wrong-door>
      """
    let married = #"<when><fact name="person.marital-status" is="married"/></when>"#
    let rules = ChecklistText.document(
      line(1, "fine", "resume") + line(2, "gone", "passport")
        + line(3, "old", "photo", checks: #"<issued-within period="P6M" before="submission"/>"#)
        + line(4, "later", "degree-certificate", #" if-missing="deferrable""#)
        + line(5, "seen", "application-form", look: #"<look zh="看原件" en="the original"/>"#)
        + line(6, "hint", "health-certificate", basis: "rumour")
        + line(7, "maybe", "marriage-certificate", when: married), rest: door)
    let dossier = DossierText.small(
      person: #"<name kind="passport" full="A B"/>"#,
      supplements: """
        <supplement id="s1" kind="resume" for="p1"/>
        <supplement id="s2" kind="photo" for="p1" issued="2025-01-01"/>
        <supplement id="s3" kind="application-form" for="p1" issued="2026-13-01"/>
        """
    ).replacing(#"role="applicant""#, with: #"role="applicant" permanent-resident="yes""#)
    return try Examiner.report(dossier, by: rules)
  }

  private static func render(
    _ format: ReportFormat, _ report: Report, _ edit: (inout ReportOptions) -> Void = { _ in }
  ) -> String {
    var options = ReportOptions()
    options.languages = [.en]
    edit(&options)
    return format.render(report, options)
  }

  private static func results(_ report: Report) throws -> [[String: Any]] {
    let json = render(.sarif, report)
    let log = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
    let run = try #require((log?["runs"] as? [[String: Any]])?.first)
    let driver = (run["tool"] as? [String: Any])?["driver"] as? [String: Any]
    let rules = try #require(driver?["rules"] as? [[String: Any]])
    let results = try #require(run["results"] as? [[String: Any]])
    // An index that leads to another rule would be worse than none.
    for result in results {
      let index = try #require(result["ruleIndex"] as? Int)
      #expect(rules[index]["id"] as? String == result["ruleId"] as? String)
    }
    return results
  }

  @Test func `gives code scanning a kind for each disposition, and a level to what fails`() throws {
    let lines = try Self.results(Self.report()).map { result in
      let properties = result["properties"] as? [String: Any]
      return ["ruleId", "kind", "level"].map { "\(result[$0] ?? "")" }.joined(separator: " ")
        + " \(properties?["disposition"] ?? "")"
    }
    #expect(
      lines == [
        "QB6101 fail error elsewhere", "QB9101 open none unchecked",
        "QB2101 fail error supplement", "QB3102 fail error supplement",
        "QB1102 fail warning fix-now", "QB2101 fail warning deferrable",
        "QB8101 review none look", "QB2101 informational none advise",
      ])
  }

  @Test func `says where in the file, where in the document, and which finding it is`() throws {
    let report = try Self.report()
    let result = try #require(
      try Self.results(report).first { $0["ruleId"] as? String == "QB3102" })
    let place = try #require((result["locations"] as? [[String: Any]])?.first)
    let physical = place["physicalLocation"] as? [String: Any]
    let logical = (place["logicalLocations"] as? [[String: Any]])?.first
    let region = try #require(physical?["region"] as? [String: Int])
    #expect(region == ["startLine": 6, "startColumn": 43])
    #expect(
      logical?["fullyQualifiedName"] as? String
        == "/q:dossier/q:supplements[1]/q:supplement[2]/@issued")
    let prints = try #require(result["partialFingerprints"] as? [String: String])
    let json = Self.render(.json, report)
    #expect(prints.count == 1)
    #expect(json.contains("\"fingerprint\": \"\(prints["qibeiFinding/v1"] ?? "-")\""))
  }

  @Test(arguments: [
    ("a b/材料.xml", "a%20b/%E6%9D%90%E6%96%99.xml"), ("./x/dossier.xml", "x/dossier.xml"),
    ("/srv/a:b.xml", "file:///srv/a%3Ab.xml"), ("50%/a?b#c.xml", "50%25/a%3Fb%23c.xml"), ("-", "-"),
  ])
  func `names the file as a reference that any reader can follow`(
    _ name: String, _ uri: String
  ) throws {
    let report = try Self.report()
    let log = Self.render(
      .sarif, Report(assessment: report.assessment, input: name, positions: report.positions))
    let uris = log.matches(of: #/"uri": "([^"]*)"/#).map { String($0.1) }
    #expect(Set(uris) == [uri])
    #expect(uris.count == report.assessment.findings.count)
    #expect(log.contains("\"id\": \"qibei/\(uri)/\""))
  }

  private static let cases = [
    "error dossier QB9101", "failure dossier QB6101", "failure dossier QB1102",
    "passed example.p1 1 paper 1 [fine]", "failure example.p1 2 paper 2 [gone]",
    "failure example.p1 3 paper 3 [old]", "failure example.p1 4 paper 4 [later]",
    "skipped example.p1 5 paper 5 [seen]", "system-out example.p1 6 paper 6 [hint]",
    "skipped example.p1 7 paper 7 [maybe]",
  ]

  private static func cases(_ xml: String) -> [String] {
    xml.matches(
      of: #/<testcase classname="([^"]*)" name="([^"]*)"(?:/>|>\s*<([a-z-]+))/#
    ).map { match in
      let name = match.1 == "dossier" ? match.2.prefix(6) : match.2
      return "\(match.3 ?? "passed") \(match.1) \(name)"
    }
  }

  @Test func `makes a test case of each line, and lets nothing pass that is not known`() throws {
    let xml = Self.render(.junit, try Self.report())
    #expect(Self.cases(xml).sorted() == Self.cases.sorted())
    #expect(xml.contains(#"<testsuites name="qibei" tests="10" failures="5" errors="1">"#))
    #expect(
      xml.contains(#"<testsuite name="example" tests="7" failures="3" errors="0" skipped="2""#))
  }

  @Test func `fails as much however little it shows`() throws {
    let report = try Self.report()
    let partial = Self.render(.junit, report) { $0.view.only = ["QB3102"] }
    let lines = Self.cases.filter { $0.contains("example") }
    #expect(Self.cases(partial) == ["error dossier This r"] + lines)
    #expect(
      partial.matches(of: #/<(?:failure|error)[^>]*message="This report is partial: 7/#).count == 3)
    let svrl = Self.render(.svrl, report) { $0.view.only = ["QB3102"] }
    let fired = svrl.matches(of: #/fired-rule id="(.*?)"/#).map { String($0.1) }
    #expect(fired == ["example.fine", "example.old", "example.seen"])
  }

  @Test func `fires a rule for what was judged, and asserts what the checklist writes`() throws {
    let xml = Self.render(.svrl, try Self.report())
    let lines = xml.split(separator: "\n").compactMap { line -> String? in
      if let rule = line.firstMatch(of: #/<svrl:fired-rule id="([^"]*)" context="([^"]*)"/#) {
        return "\(rule.1) \(rule.2)"
      }
      let failed = #/<svrl:failed-assert id="(.*?)" location=".*?" test="(.*?)" role="(.*?)"(.*)>/#
      return line.firstMatch(of: failed).map { "  \($0.1) \($0.3)\($0.4): \($0.2)" }
    }
    #expect(
      lines == [
        "dossier /q:dossier", "  QB6101 elsewhere: not(QB6101)",
        "  QB9101 unchecked: not(QB9101)", #"  QB1102 fix-now flag="defective": not(QB1102)"#,
        "example.fine /q:dossier/q:person[1]", "example.gone /q:dossier/q:person[1]",
        #"  QB2101 supplement flag="missing": &lt;supplement kind=&quot;passport&quot;/&gt;"#,
        "example.old /q:dossier/q:person[1]",
        #"  QB3102 supplement flag="defective": &lt;issued-within period=&quot;P6M&quot; before=&quot;submission&quot;/&gt;"#,
        "example.later /q:dossier/q:person[1]",
        #"  QB2101 deferrable flag="missing": &lt;supplement kind=&quot;degree-certificate&quot;/&gt;"#,
        "example.seen /q:dossier/q:person[1]", "  QB8101 look: not(QB8101)",
        "example.hint /q:dossier/q:person[1]",
        #"  QB2101 advise flag="missing": &lt;supplement kind=&quot;health-certificate&quot;/&gt;"#,
      ])
    #expect(!xml.contains("successful-report"))
  }

  @Test func `tells an assertion in one language, and in the other beside the remedies`() throws {
    let xml = Self.render(.svrl, try Self.report()) { $0.languages = [.zh, .en] }
    let start = try #require(xml.firstRange(of: "<svrl:failed-assert id=\"QB3102\""))
    let end = try #require(xml[start.upperBound...].firstRange(of: "</svrl:failed-assert>"))
    let words = xml[start.upperBound..<end.lowerBound]
      .matches(of: #/(?:diagnostic="(.*?)">)?<svrl:text xml:lang="(.*?)">(.{2})/#)
      .map { "\($0.1 ?? "text") \($0.2) \($0.3)" }
    #expect(
      words == ["remedy-zh zh-Hans 请重", "remedy-en en Ge", "message-en en Ph", "text zh-Hans 照片"])
  }

  @Test(arguments: Fixture.samples)
  func `tells every finding of a sample in every format, valid by the schema`(
    _ sample: String
  ) throws {
    let report = FindingText.report(try DossierText(sample: sample).validate())
    let codes = report.assessment.findings.map(\.kind.code).sorted()
    let results = try Self.results(report).compactMap { $0["ruleId"] as? String }
    #expect(results.sorted() == codes)
    let (junit, svrl) = (Self.render(.junit, report), Self.render(.svrl, report))
    let told = junit.matches(of: #/(?m)(?:>|^)(QB[0-9]{4}) \[/#).map { String($0.1) }
    #expect(Set(told) == Set(codes) && told.count >= codes.count)
    let failed = svrl.matches(of: #/failed-assert id="(.*?)"/#).map { String($0.1) }
    #expect(failed.sorted() == codes)
    #expect(try XMLLint.valid([junit], by: "junit.xsd") == [true])
    #expect(try XMLLint.valid([svrl], by: "svrl.xsd") == [true])
  }

  @Test func `puts several dossiers into one document`() throws {
    let reports = try ["residence-work-first-complete", "wuxi-chip-engineer"].map { sample in
      let report = FindingText.report(try DossierText(sample: sample).validate())
      return Report(
        assessment: report.assessment, input: "\(sample).xml", positions: report.positions)
    }
    let (junit, svrl) = (
      ReportFormat.junit.render(reports, ReportOptions()),
      ReportFormat.svrl.render(reports, ReportOptions())
    )
    #expect(try XMLLint.valid([junit], by: "junit.xsd") == [true])
    #expect(try XMLLint.valid([svrl], by: "svrl.xsd") == [true])
    for report in reports {
      #expect(junit.contains("file=\"\(report.input)\""))
      #expect(svrl.contains("documents=\"\(report.input)\""))
      #expect(
        ReportFormat.sarif.render(reports, ReportOptions()).contains(
          "\"id\": \"qibei/\(report.input)/\""))
    }
  }
}
