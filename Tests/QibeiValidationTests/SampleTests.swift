// SPDX-License-Identifier: Apache-2.0
import Qibei
import QibeiCore
import QibeiReports
import QibeiTesting
import QibeiValidation
import Testing

struct SampleTests {
  @Test(arguments: Fixture.samples)
  func `is judged as it always has been`(_ sample: String) throws {
    let validation = try DossierText(sample: sample).validate()
    let text = ([validation.assessment.verdict.rawValue] + FindingText.placedLines(validation))
      .map { $0 + "\n" }.joined()
    let difference = try Snapshot.difference(text, named: "\(sample).txt")
    #expect(difference == [])
  }

  @Test(arguments: Fixture.samples)
  func `is judged by its name`(_ sample: String) throws {
    let verdict = try DossierText(sample: sample).validate().assessment.verdict
    // No official list of its category is published, and nobody has confirmed one.
    let isUnconfirmed = sample == "wuxi-chip-engineer-yrd"
    let isComplete = Fixture.completeSamples.contains(sample)
    #expect(verdict == (isUnconfirmed ? .undetermined : isComplete ? .complete : .incomplete))
  }

  @Test(arguments: Fixture.samples)
  func `gives the same bytes every time`(_ sample: String) throws {
    let text = try DossierText(sample: sample)
    let validator = try DossierValidator(try Fixture.library.get())
    let reports = try (0..<3).map { _ in
      let validation = try validator.validate(
        text.bytes, ValidationRequest(today: Fixture.day))
      return ReportFormat.json.render(FindingText.report(validation), ReportOptions())
    }
    let other = try text.validate()
    let fresh = ReportFormat.json.render(FindingText.report(other), ReportOptions())
    #expect(reports == [fresh, fresh, fresh])
  }

  @Test(arguments: Fixture.samples)
  func `is judged alike through the public library`(_ sample: String) throws {
    let text = try DossierText(sample: sample)
    let inside = FindingText.report(try text.validate())
    let outside = try Qibei.Validator().validate(text.bytes)
    #expect(outside.verdict.rawValue == inside.assessment.verdict.rawValue)
    let (said, meant) = (outside.findings, inside.entries)
    #expect(
      said.map { "\($0.line):\($0.column) \($0.code) \($0.disposition.rawValue)" }
        == meant.map { "\($0.position.line):\($0.position.column) \($0.code) \($0.disposition)" })
    #expect(said.map(\.requirement) == meant.map(\.requirement))
    #expect(said.map { BilingualText($0.message) } == meant.map(\.message))
    #expect(said.map { BilingualText($0.remedy) } == meant.map(\.remedy))
    #expect(
      outside.json() == ReportFormat.json.render(inside, ReportOptions()))
  }
}

/// One supplement is taken away at a time: what is found is about that supplement, and nothing else is.
struct DeletionTests {
  @Test(arguments: Fixture.completeSamples)
  func `finds each supplement that is taken away, and nothing else`(_ sample: String) throws {
    let text = try DossierText(sample: sample)
    let before = try text.validate()
    let known = Set(FindingText.lines(before))
    var table = ""
    var strays: [String] = []
    var silent: [String] = []
    for supplement in text.supplements {
      let kind = text.kind(of: supplement)
      let validation = try text.removing(supplement: supplement).validate()
      let report = FindingText.report(validation)
      let lines = FindingText.lines(report)
      table += "## \(supplement) \(kind): \(validation.assessment.verdict.rawValue)\n"
      table += lines.filter { !known.contains($0) }.map { "+ \($0)\n" }.joined()
      table += known.subtracting(lines).sorted().map { "- \($0)\n" }.joined()
      var isFound = false
      for (finding, line) in zip(validation.assessment.findings, lines) where !known.contains(line)
      {
        let kinds = finding.requirement?.choice.demands.flatMap(\.kinds).map {
          validation.assessment.tables.kinds[$0].id
        }
        if kinds?.contains(kind) == true {
          isFound = isFound || finding.disposition != .look
        } else {
          strays.append("\(supplement): \(line)")
        }
      }
      if !isFound { silent.append("\(supplement) \(kind)") }
    }
    #expect(strays == [])
    #expect(silent == [])
    let difference = try Snapshot.difference(table, named: "\(sample).deletions.txt")
    #expect(difference == [])
  }
}

extension BilingualText {
  fileprivate init(_ pair: (zh: String, en: String)) { self.init(zh: pair.zh, en: pair.en) }
}
