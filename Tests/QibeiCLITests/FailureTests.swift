// SPDX-License-Identifier: Apache-2.0
import Foundation
import QibeiTesting
import Testing

/// What the program does where the machine, or somebody, stands in its way.
struct FailureTests {
  private static let sample = Qibei.sample("residence-work-first-complete")

  // With a limit of the shell's upon the program.
  private static func limited(_ limit: String, _ arguments: String) throws -> ProgramResult {
    let shell = try #require(Program(named: "sh"))
    return try shell.run(
      ["-c", "ulimit \(limit); exec '\(Qibei.path)' \(arguments)"],
      environment: ["QIBEI_LANG": "en"], in: Fixture.root)
  }

  @Test(arguments: ["check \(sample)", "check \(sample) --json", "list codes", "route \(sample)"])
  func `a screen that takes nothing is told by the exit code`(_ command: String) throws {
    #expect(try Self.limited("-c 0", "\(command) >/dev/full").status == 73)
  }

  @Test func `a file that cannot be written leaves the one before as it was`() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(Array("before".utf8), to: "r.json")
    let run = try Self.limited("-f 0", "check \(Self.sample) -q -o \(file) 2>/dev/null")
    #expect(run.status == 73)
    #expect(try folder.text(of: "r.json") == "before")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["r.json"])
  }

  @Test func `a link in place of the dossier is not followed, unless the user names it`() throws {
    let folder = try TemporaryFolder()
    try folder.write(Fixture.bytes(of: "\(Self.sample)/dossier.xml"), to: "mine.xml")
    try folder.write([], to: "dossier/nothing")
    try FileManager.default.createSymbolicLink(
      atPath: "\(folder.path)/dossier/dossier.xml", withDestinationPath: "../mine.xml")
    let stranger = try Qibei.run("check", "\(folder.path)/dossier")
    #expect(stranger.status == 66)
    #expect(
      stranger.error == "qibei: \(folder.path)/dossier/dossier.xml: not a regular file\n")
    #expect(try Qibei.run("check", "\(folder.path)/dossier/dossier.xml").status < 3)
  }

  // Two links to where they stand make more paths than anybody can walk.
  @Test(arguments: [
    ("checklists/a", "."), ("checklists", "../outside"), ("tables/countries.xml", "../x.xml"),
    ("checklists/a/a.2026-01-01.xml", "/etc/hostname"),
  ])
  func `a link among rules is refused`(_ link: String, _ target: String) throws {
    let folder = try TemporaryFolder()
    let rules = "\(folder.path)/rules"
    try folder.write([], to: "outside/a/a.2026-01-01.xml")
    let parent = URL(fileURLWithPath: "\(rules)/\(link)").deletingLastPathComponent()
    try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: "\(rules)/\(link)", withDestinationPath: target)
    let run = try Qibei.run("checklist", "lint", "--checklists", rules)
    #expect(run.status == 78)
    #expect(run.firstError.hasPrefix("qibei: \(rules)/\(link): "))
  }
}
