// SPDX-License-Identifier: Apache-2.0
import Foundation
import QibeiCore
import QibeiReports
import QibeiTesting
import QibeiValidation
import Testing

struct ReportTests {
  private static let samples = [
    "pr-foreign-chinese-doctor-incomplete", "pr-yrd-hitech-professional-incomplete",
  ]

  /// Every way to write a report, by the ending of its snapshot.
  private static let ways: [(name: String, format: ReportFormat, options: ReportOptions)] = {
    func way(
      _ name: String, _ format: ReportFormat, _ edit: (inout ReportOptions) -> Void = { _ in }
    ) -> (String, ReportFormat, ReportOptions) {
      var options = ReportOptions()
      edit(&options)
      return (name, format, options)
    }
    return [
      way("zh.txt", .text), way("en.txt", .text) { $0.languages = [.en] },
      way("both.txt", .text) { $0.languages = [.zh, .en] },
      way("brief.txt", .text) { $0.detail = .brief },
      way("plain.txt", .text) { ($0.detail, $0.languages) = (.plain, [.en]) },
      way("verbose.txt", .text) { ($0.detail, $0.languages) = (.verbose, [.en]) },
      way("paper.txt", .text) { ($0.detail, $0.order) = (.brief, .paper) },
      way("narrow.txt", .text) { ($0.width, $0.ambiguousWidth) = (60, 2) },
      way("color.txt", .text) { ($0.color, $0.detail) = (true, .brief) },
      way("json", .json), way("csv", .csv), way("zh.md", .markdown),
      way("en.md", .markdown) { $0.languages = [.en] },
      way("html", .html) { $0.languages = [.zh, .en] },
      way("en.html", .html) { $0.languages = [.en] },
      way("zh.sarif", .sarif), way("both.sarif", .sarif) { $0.languages = [.en, .zh] },
      way("zh.junit.xml", .junit), way("both.junit.xml", .junit) { $0.languages = [.en, .zh] },
      way("zh.svrl.xml", .svrl), way("both.svrl.xml", .svrl) { $0.languages = [.en, .zh] },
    ]
  }()

  @Test(arguments: samples, ways.map(\.name))
  func `is written as it always has been`(_ sample: String, _ name: String) throws {
    let way = try #require(Self.ways.first { $0.name == name })
    let report = FindingText.report(try DossierText(sample: sample).validate())
    let text = way.format.render(report, way.options)
    let difference = try Snapshot.difference(text, named: "\(sample).\(name)")
    #expect(difference == [])
    #expect(text.contains("\u{1B}") == (name == "color.txt"))
    #expect(text.utf8.last == UInt8(ascii: "\n"))
  }

  @Test(arguments: [true, false])
  func `says in detail how names in a package were read`(_ isDecoded: Bool) throws {
    let bytes = try DossierText(sample: "residence-work-first-complete").bytes
    let file = InspectedFile(
      size: 2_048, digest: String(repeating: "a", count: 64), type: .pdf, isWhole: true, image: nil)
    let validation = try DossierValidator(Fixture.library.get()).validate(
      bytes, ValidationRequest(today: Fixture.day)
    ) { mentioned in
      EvidenceFiles(
        files: Dictionary(mentioned.map { ($0.path, .inspected(file)) }) { one, _ in one },
        unmentioned: [], hasGB18030Names: isDecoded)
    }
    var options = ReportOptions()
    (options.detail, options.languages) = (.verbose, [.en])
    let text = ReportFormat.text.render(FindingText.report(validation), options)
    #expect(text.contains("names in the package were read as GB18030") == isDecoded)
    #expect(text.contains("evidence/01-passport.pdf: PDF, 2 KB, SHA-256 aaaaaaaa…"))
  }

  @Test(arguments: [
    ("a.txt", ReportFormat.text), ("a.JSON", .json), ("b/c.d/a.csv", .csv), ("a.html", .html),
    ("报告.md", .markdown), ("a.sarif", .sarif), ("a.sarif.json", .sarif), ("a.SVRL", .svrl),
    ("a.junit.xml", .junit), ("junit.xml", .svrl), ("a.svrl.xml", .svrl), ("a.xml", .svrl),
  ])
  func `takes the format from the extension`(_ name: String, _ format: ReportFormat) {
    #expect(ReportFormat(fileName: name) == format)
  }

  @Test(arguments: ["a", "a.docx", "json", ".txt/a", "a.", ""])
  func `knows no other extension`(_ name: String) {
    #expect(ReportFormat(fileName: name) == nil)
  }

  @Test(arguments: [40, 60, 80, 100, 120])
  func `never writes a line wider than the screen`(_ width: Int) throws {
    for sample in Fixture.samples {
      let report = FindingText.report(try DossierText(sample: sample).validate())
      var options = ReportOptions()
      options.width = width
      let text = ReportFormat.text.render(report, options)
      // Only a finding's own lines are wrapped; they begin with blanks. Closing marks may hang over.
      let wide = text.split(separator: "\n").filter { line in
        guard line.hasPrefix("           ") else { return false }
        var line = line
        while let last = line.last, "，。；：、）》”！？".contains(last) { line.removeLast() }
        return Self.columns(line) > width
      }
      #expect(wide == [], "\(sample)")
    }
  }

  /// Two columns for a Chinese character or its punctuation, one for the rest.
  private static func columns(_ line: Substring) -> Int {
    line.unicodeScalars.reduce(0) { sum, scalar in
      sum + ((0x2E80...0xFFE6).contains(scalar.value) || scalar.value >= 0x20000 ? 2 : 1)
    }
  }

  @Test func `shows one person only where asked, and judges everybody`() throws {
    let text = try DossierText(sample: "family-beside-applicant")
      .removing(supplement: "s01")
    let report = FindingText.report(try text.validate())
    func lines(_ person: String?) -> [String] {
      var options = ReportOptions()
      (options.detail, options.view.person, options.languages) = (.brief, person, [.en])
      return ReportFormat.text.render(report, options).split(separator: "\n").map(String.init)
    }
    let (all, applicant, child) = (lines(nil), lines("p1"), lines("p3"))
    #expect(all.filter { $0.hasPrefix("QB") }.count == report.assessment.findings.count)
    #expect(
      applicant.filter { $0.hasPrefix("QB") } == [
        "QB2101 [missing] Application form is missing · Applicant HARTWELL CLAIRE JOSEPHINE"
      ])
    #expect(
      child.filter { $0.hasPrefix("QB") } == [
        "QB2301 [no zh] Birth certificate is in English and has no Chinese translation · Child HARTWELL ISLA ROSE"
      ])
    #expect(all.suffix(2) == child.suffix(2))
  }

  @Test func `is a valid report by its schema`() throws {
    // Without the schema, or a validator for it, continuous integration alone can tell.
    let schema = Fixture.root.appendingPathComponent("schemas/report.schema.json").path
    guard FileManager.default.fileExists(atPath: schema), let python = Program(named: "python3"),
      try python.run(["-c", "import jsonschema"]).status == 0
    else { return }
    let folder = try TemporaryFolder()
    for sample in Fixture.samples {
      let report = FindingText.report(try DossierText(sample: sample).validate())
      let text = ReportFormat.json.render(report, ReportOptions())
      let file = try folder.write(Array(text.utf8), to: "\(sample).json")
      let result = try python.run(["-m", "jsonschema", "-i", file, schema])
      #expect(result.status == 0, "\(sample): \(result.error)")
    }
  }
}
