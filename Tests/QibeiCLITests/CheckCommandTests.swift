// SPDX-License-Identifier: Apache-2.0
import Foundation
import QibeiTesting
import Testing

struct CheckCommandTests {
  private static let complete = Qibei.sample("residence-work-first-complete")
  private static let incomplete = Qibei.sample("power-company-manager")
  private static let undetermined = Qibei.sample("wuxi-chip-engineer-yrd")

  @Test(arguments: [
    (complete, 0, "Result: complete   8 fine, 1 for the window (8 items apply)"),
    (
      incomplete, 1,
      "Result: not complete   1 to supply or replace; 16 fine, 2 for the window, 2 passed on internally (19 items apply)"
    ),
    (undetermined, 2, "Result: could not tell   1 not checked; 15 fine (15 items apply)"),
  ])
  func `exits with the verdict`(_ path: String, _ status: Int32, _ verdict: String) throws {
    let result = try Qibei.run("check", path)
    #expect(result.status == status)
    #expect(result.error == "")
    let lines = result.output.split(separator: "\n").filter { $0.hasPrefix("Result:") }
    #expect(lines == [Substring(verdict)])
  }

  @Test func `reads a folder, a file and the standard input alike`() throws {
    let file = Self.incomplete + "/dossier.xml"
    let outputs = [
      try Qibei.run("check", "--plain", Self.incomplete),
      try Qibei.run("check", "--plain", Self.incomplete + "/"),
      try Qibei.run("check", "--plain", file),
    ].map(\.output)
    #expect(outputs == [outputs[0], outputs[0], outputs[0]])
    let input = try Fixture.sample("power-company-manager")
    let piped = try Qibei.run("check", "--plain", "-", input: input)
    // Nothing lies beside the standard input, and that is said.
    #expect(piped.output.contains("QB8103\tlook\t"))
    #expect(!outputs[0].contains("QB8103"))
    let rest = { (output: String) in
      output.split(separator: "\n").filter { !$0.hasPrefix("QB810") }.joined(separator: "\n")
    }
    #expect(
      rest(piped.output) == rest(outputs[0].replacingOccurrences(of: file, with: "-")))
    #expect(piped.status == 1)
  }

  @Test func `gives the worst of several dossiers`() throws {
    let result = try Qibei.run("check", "-q", Self.incomplete, Self.undetermined, Self.complete)
    #expect([result.output, result.error] == ["", ""])
    #expect(result.status == 2)
    let broken = try Qibei.run("check", "-q", "nowhere.xml", Self.undetermined)
    #expect(broken.status == 66)
    #expect(broken.error == "qibei: nowhere.xml: no such file or folder\n")
  }

  @Test(arguments: [
    (["nowhere.xml"], 66, "qibei: nowhere.xml: no such file or folder"),
    (
      ["Sources"], 66,
      "qibei: Sources: there is no dossier.xml in this folder; qibei new makes one"
    ),
    (
      ["LICENSE"], 65,
      "qibei: LICENSE:2:34: This is not XML: there is no root element starting with <. Choose the dossier.xml."
    ),
    (
      ["schemas/dossier.xsd"], 65,
      "qibei: schemas/dossier.xsd:3:1: The root element is <xs:schema>; <dossier> is expected. Choose the right file."
    ),
    (
      ["--at", "320299", complete], 64,
      "qibei: --at: there is no place “320299”; the nearest is 320200 Wuxi"
    ),
    (
      ["--on", "2026-02-30", complete], 64,
      "qibei: --on: “2026-02-30” is not an existing date as year-month-day; write it as 2026-03-16"
    ),
    (
      ["-o", "report.docx", complete], 64,
      "qibei: -o: no format for “report.docx”; use one of .txt .json .csv .md .html .sarif .sarif.json .junit.xml .svrl .svrl.xml .xml"
    ),
    (
      ["-q", "-o", "/nowhere/report.json", complete], 73,
      "qibei: /nowhere/report.json: cannot be written; check the folder and its permissions"
    ),
    (
      ["--only", "QB9999", complete], 64,
      "qibei: --only: there is no code “QB9999”; the nearest is QB9109; see qibei list codes"
    ),
    (
      ["--checklist-version", "2024", complete], 64,
      "qibei: --checklist-version: “2024” is not an existing date as year-month-day; write it as 2026-03-16"
    ),
    (["--watch", complete], 64, "qibei: --watch needs a terminal; run qibei check -o for a file"),
    (["--checklists", "nowhere", complete], 66, "qibei: nowhere: no such directory of checklists"),
  ])
  func `says why it could not`(
    _ arguments: [String], _ status: Int32, _ error: String
  ) throws {
    let result = try Qibei.program(["check"] + arguments)
    #expect(result.firstError == error)
    #expect(result.status == status)
    #expect(result.output == "")
  }

  @Test func `names the nearest category and all there are`() throws {
    let result = try Qibei.run("check", "--as", "residence-work-frist", Self.complete)
    let known = Fixture.categories.joined(separator: " ")
    #expect(
      result.firstError
        == "qibei: --as: there is no category “residence-work-frist”; the nearest is residence-work-first. There are: \(known)"
    )
    #expect(result.status == 64)
  }

  @Test func `names every fault of a broken checklist`() throws {
    let folder = try TemporaryFolder()
    let text = try Fixture.text(
      of: "schemas/checklists/residence-work-first/residence-work-first.2013-09-01.xml")
    let path = try folder.write(
      Array(text.replacingOccurrences(of: "<form ", with: "<from ").utf8),
      to: "checklists/residence-work-first/residence-work-first.2013-09-01.xml")
    let result = try Qibei.run("check", "--checklists", folder.path, Self.complete)
    #expect(result.status == 78)
    let lines = result.error.split(separator: "\n")
    #expect(lines.count == text.components(separatedBy: "<form ").count - 1)
    #expect(lines.filter { !$0.hasPrefix("qibei: \(path):") } == [])
  }

  @Test func `writes files beside the report, by their extensions`() throws {
    let folder = try TemporaryFolder()
    let names = ["r.txt", "r.json", "r.csv", "r.md", "r.sarif", "r.junit.xml", "r.xml"]
    let result = try Qibei.program(
      ["check", "-q", Self.incomplete] + names.flatMap { ["-o", "\(folder.path)/\($0)"] })
    #expect(result.status == 1)
    for (name, format) in zip(names, ["text", "json", "csv", "md", "sarif", "junit", "svrl"]) {
      let printed = try Qibei.run("check", Self.incomplete, "--format", format)
      #expect(try folder.text(of: name) == printed.output)
    }
    let left = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    #expect(left == names.sorted())
  }

  @Test func `colours only when asked, and not against NO_COLOR`() throws {
    func escapes(_ arguments: [String], _ environment: [String: String]) throws -> Bool {
      try Qibei.program(["check", Self.incomplete] + arguments, environment: environment)
        .output.contains("\u{1B}")
    }
    #expect(try !escapes([], [:]))
    #expect(try escapes(["--color", "always"], [:]))
    #expect(try escapes([], ["FORCE_COLOR": "1"]))
    #expect(try !escapes([], ["FORCE_COLOR": "0"]))
    #expect(try !escapes([], ["FORCE_COLOR": "1", "NO_COLOR": "1"]))
    #expect(try escapes(["--color", "always"], ["NO_COLOR": "1"]))
    #expect(try !escapes(["--color", "never"], ["CLICOLOR_FORCE": "1"]))
  }

  @Test(arguments: [
    ([:], "结论"), (["QIBEI_LANG": "en"], "Result"), (["LANG": "en_GB.UTF-8"], "Result"),
    (["LANG": "en_GB.UTF-8", "LC_ALL": "zh_CN.UTF-8"], "结论"), (["LANG": "C"], "结论"),
    (["LANG": "en_GB.UTF-8", "QIBEI_LANG": "zh"], "结论"),
  ])
  func `speaks the language of the environment`(
    _ environment: [String: String], _ word: String
  ) throws {
    let result = try Qibei.program(
      ["check", "--brief", Self.complete], environment: environment)
    #expect(result.firstLine.hasPrefix(word))
  }

  @Test func `speaks the language that is asked for, or both`() throws {
    let words = try ["zh", "en", "both"].map { language in
      try Qibei.run("check", "--brief", "--lang", language, Self.complete).output
        .split(separator: "\n").map { $0.prefix(2) }
    }
    #expect(words == [["结论", "这是"], ["Re", "Th"], ["结论", "这是", "Re", "Th"]])
  }

  @Test func `prints JSON with --json as with --format json`() throws {
    let short = try Qibei.run("check", "--json", Self.incomplete)
    let long = try Qibei.run("check", "--format", "json", Self.incomplete)
    #expect(short.output == long.output)
    let object = try JSONSerialization.jsonObject(with: Data(short.output.utf8))
    let report = try #require(object as? [String: Any])
    #expect(report["verdict"] as? String == "incomplete")
  }

  @Test func `counts advice with --strict and nothing with --exit-zero`() throws {
    let text = try Fixture.sample("residence-work-first-complete")
    let advised = DossierText(text).removing(supplement: "s08").xml
    let statuses = try [[], ["--strict"], ["--exit-zero"]].map {
      try Qibei.program(["check", "-q", "-"] + $0, input: advised).status
    }
    #expect(statuses == [0, 1, 0])
    #expect(try Qibei.run("check", "-q", "--exit-zero", Self.undetermined).status == 0)
  }

  @Test func `says a finding in each language even when brief`() throws {
    let result = try Qibei.run(
      "check", "--brief", "--lang", "both", "schemas/samples/family-beside-applicant")
    #expect(
      result.output.split(separator: "\n").filter { $0.hasPrefix("QB") } == [
        "QB2301 [未译] 出生证明是英语，缺中文译本 · 子女 HARTWELL ISLA ROSE",
        "QB2301 [no zh] Birth certificate is in English and has no Chinese translation · Child HARTWELL ISLA ROSE",
      ])
  }
}
