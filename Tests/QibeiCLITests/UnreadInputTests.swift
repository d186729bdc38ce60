// SPDX-License-Identifier: Apache-2.0
import Foundation
import QibeiTesting
import Testing

/// Inputs that are no dossiers, among others that are: nothing is lost to them, and none goes without a word.
struct UnreadInputTests {
  private static let good = "schemas/samples/residence-work-first-complete/dossier.xml"

  private static func batch(
    _ arguments: [String], input: [UInt8] = [], in folder: TemporaryFolder? = nil
  ) throws -> ProgramResult {
    try Program.qibei.run(
      ["batch"] + arguments, input: input, environment: ["QIBEI_LANG": "en"],
      in: folder?.url ?? Fixture.root)
  }

  @Test func `what programs read says which input was not read, even where none was`() throws {
    for (inputs, verdicts) in [
      ([Self.good, "none.xml"], ["complete", "undetermined"]),
      (["none.xml", "neither.xml"], ["undetermined", "undetermined"]),
    ] {
      let json = try Qibei.program(["check"] + inputs + ["--json"])
      #expect(json.status == 66)
      let reports = try #require(
        JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [[String: Any]])
      #expect(reports.map { $0["verdict"] as? String } == verdicts)
      #expect(reports.map { $0["input"] as? String } == inputs)
      let junit = try Qibei.program(["check"] + inputs + ["--format", "junit"])
      let unread = verdicts.count { $0 == "undetermined" }
      #expect(junit.output.contains("errors=\"\(unread)\">"))
      #expect(junit.output.components(separatedBy: "QB9122").count > unread)
    }
  }

  @Test func `a report is not written over its dossier`() throws {
    let folder = try TemporaryFolder()
    let text = try Fixture.sample("residence-work-first-complete")
    let file = try folder.write(text.utf8, to: "dossier.xml")
    for input in [file, folder.path] {
      #expect(try Qibei.run("check", input, "-o", file, "-q").status == 64)
    }
    #expect(try folder.text(of: "dossier.xml") == text)
  }

  @Test func `a line longer than any dossier is refused by itself`() throws {
    let long = [UInt8](repeating: UInt8(ascii: "a"), count: 64_100_000)
    let result = try Self.batch(
      ["--stdin", "--brief", "--no-scans"], input: long + Array("\n\(Self.good)\n".utf8))
    #expect(result.status == 0)
    let lines = result.output.split(separator: "\n")
    #expect(lines.map { $0.contains("\"verdict\":null") } == [true, false])
    #expect(lines.first?.contains("line 1 is longer than 64000000 bytes") == true)
  }

  @Test func `lists of other systems are read`() throws {
    let list = [0xEF, 0xBB, 0xBF] + Array("\(Self.good)\r\n\r\n\(Self.good)\r\n".utf8)
    let result = try Self.batch(["-", "--no-scans"], input: list)
    #expect(result.firstLine.hasPrefix("2 dossiers: 2 complete"))
  }

  @Test func `links and what is no file are told and not followed`() throws {
    let folder = try TemporaryFolder()
    try folder.write(Fixture.sample("residence-work-first-complete").utf8, to: "in/a/dossier.xml")
    let shell = try #require(Program(named: "sh"))
    _ = try shell.run(
      [
        "-c",
        "cd '\(folder.path)/in' && ln -s a/dossier.xml b.xml && ln -s a c && mkfifo d.xml && ln -s d.xml e",
      ])
    let result = try Self.batch(["in", "--no-scans", "--brief", "--format", "ndjson"], in: folder)
    #expect(result.status == 2)
    let verdicts = result.output.split(separator: "\n").compactMap {
      $0.firstMatch(of: /"verdict":(\S+?),"input":"(\S+?)"/).map { "\($0.2) \($0.1)" }
    }
    #expect(
      verdicts == ["in/a \"complete\"", "in/b.xml null", "in/c null", "in/d.xml null"])
  }

  @Test func `an input that is named twice is done twice, also after an interruption`() throws {
    let folder = try TemporaryFolder()
    let list = Array(repeating: Fixture.root.path + "/" + Self.good, count: 6).joined(
      separator: "\n")
    let options = ["-", "-o", "out/", "--no-scans", "--brief"]
    _ = try Self.batch(options, input: Array(list.utf8), in: folder)
    let whole = try folder.text(of: "out/reports.ndjson")
    let ledger = try folder.text(of: "out/ledger.txt").split(separator: "\n").prefix(3)
    try folder.write((ledger.joined(separator: "\n") + "\n").utf8, to: "out/ledger.txt")
    let resumed = try Self.batch(options + ["--resume"], input: Array(list.utf8), in: folder)
    #expect(resumed.firstLine.hasPrefix("6 dossiers: 6 complete"))
    #expect(try folder.text(of: "out/reports.ndjson") == whole)
  }
}
