// SPDX-License-Identifier: Apache-2.0
import QibeiCore
import QibeiReports
import QibeiTesting
import Testing

/// One example of one check, to be run.
struct ExampleCase: Sendable, CustomTestStringConvertible {
  let check: String
  let example: CheckExample

  var testDescription: String { "\(check): \(example.title)" }

  static let all: [ExampleCase] = CheckCatalog.all.flatMap { check in
    let description = check.description
    return description.examples.map { ExampleCase(check: description.name, example: $0) }
  }

  /// Judges the example by a checklist of one item, on 2026-03-16.
  func report() throws -> Report {
    let text = DossierText.small(
      application: #"acceptance="2026-03-16""#, person: example.person,
      supplements: example.papers)
    return try Examiner.report(text, by: ChecklistText.item(example.check))
  }
}

struct CheckExampleTests {
  @Test(arguments: ExampleCase.all)
  func `finds what the example says and nothing else`(_ example: ExampleCase) throws {
    let report = try example.report()
    #expect(report.assessment.findings.map(\.kind.code) == example.example.finds)
    let states = report.assessment.lines.map(\.state.rawValue)
    let satisfied = report.assessment.findings.allSatisfy {
      $0.disposition == .look || $0.disposition == .advise
    }
    #expect(states == [satisfied ? "satisfied" : "failing"])
  }

  @Test func `says it as it always has, in both languages`() throws {
    var text = ""
    for example in ExampleCase.all {
      text += "## \(example.testDescription)\n"
      let entries = try example.report().entries
      if entries.isEmpty { text += "-\n" }
      for entry in entries {
        text += "\(entry.code) \(entry.disposition)\n"
        text += "  \(entry.message.zh)\n  \(entry.message.en)\n"
        text += "  \(entry.remedy.zh)\n  \(entry.remedy.en)\n"
      }
    }
    let difference = try Snapshot.difference(text, named: "check-examples.txt")
    #expect(difference == [])
  }
}
