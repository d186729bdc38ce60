// SPDX-License-Identifier: Apache-2.0
import Foundation
import QibeiTesting
import Testing

struct OtherCommandTests {
  @Test(arguments: [
    (["chek", "x"], "qibei: no such command “chek” — did you mean check?"),
    (
      ["zzzzz"],
      "qibei: no such command “zzzzz”; there are: check explain list new notice verify brief route plan window batch redact pack unpack checklist help"
    ),
  ])
  func `asks what an unknown command was meant to be`(
    _ arguments: [String], _ error: String
  ) throws {
    let result = try Qibei.program(arguments)
    #expect(result.firstError == error)
    #expect(result.status == 64)
  }

  @Test(arguments: [
    ["check"], ["check", "--nonsense", "x"], ["list", "dreams"], ["check", "--lang", "fr", "x"],
  ])
  func `refuses what it cannot parse`(_ arguments: [String]) throws {
    let result = try Qibei.program(arguments)
    #expect(result.status == 64)
    #expect(result.output == "")
  }

  private static func day(_ subject: String) -> [String] {
    ["categories", "requirements", "checklists"].contains(subject) ? ["--on", "2026-03-16"] : []
  }

  @Test(arguments: ["categories", "requirements", "checks", "checklists", "kinds", "codes"])
  func `lists as it always has`(_ subject: String) throws {
    let result = try Qibei.program(["list", subject, "--lang", "both"] + Self.day(subject))
    #expect(result.status == 0)
    let difference = try Snapshot.difference(result.output, named: "list-\(subject).txt")
    #expect(difference == [])
  }

  @Test(arguments: ["categories", "requirements", "checks", "checklists", "kinds", "codes"])
  func `lists the same as JSON`(_ subject: String) throws {
    let text = try Qibei.program(["list", subject, "--lang", "en"] + Self.day(subject)).output
    let json = try Qibei.program(["list", subject, "--json"] + Self.day(subject)).output
    let rows = try #require(
      try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [[String: String]])
    let words = rows.map { "\($0["id"] ?? "") \($0["en"] ?? "")" }
    let lines = text.split(separator: "\n").map { line in
      line.split(separator: " ").joined(separator: " ")
    }
    #expect(words.map { $0.split(separator: " ").joined(separator: " ") } == lines)
  }

  @Test(arguments: [
    (
      ["categories", "--on", "2010-01-01"],
      [
        "pr-child-reunion", "pr-elder-reunion", "pr-employment-senior", "pr-investment",
        "pr-special-contribution", "pr-spouse-reunion",
      ]
    ),
    (["categories", "--for", "residence-work-first"], ["residence-work-first"]),
    (
      ["checklists", "--at", "320200", "--for", "pr-yrd-hitech-professional"],
      ["pr-yrd-hitech-professional 2024-04-15", "320000 2024-04-15", "320200 2024-04-15"]
    ),
    (
      ["checklists", "--on", "2010-01-01", "--for", "pr-investment"],
      ["pr-investment 2004-08-15"]
    ),
  ])
  func `lists what holds for a category, a day and a place`(
    _ arguments: [String], _ ids: [String]
  ) throws {
    let json = try Qibei.program(["list", "--json"] + arguments).output
    let rows = try #require(
      try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [[String: String]])
    #expect(rows.map { $0["id"] } == ids)
  }

  @Test func `refuses a filter that would change nothing`() throws {
    let result = try Qibei.run("list", "kinds", "--on", "2026-03-16", "--at", "320200")
    #expect(
      result.firstError
        == "qibei: list kinds is the same for every category, day and place; leave out --on --at")
    #expect(result.status == 64)
  }

  @Test(arguments: [
    "QB3102", "qb2101", "issued-within", "residence-work-first",
    "pr-foreign-chinese-doctor/passport", "photo",
  ])
  func `explains as it always has`(_ subject: String) throws {
    let result = try Qibei.run("explain", subject, "--on", "2026-03-16", "--lang", "both")
    #expect(result.status == 0)
    let name = subject.replacingOccurrences(of: "/", with: "-")
    let difference = try Snapshot.difference(result.output, named: "explain-\(name).txt")
    #expect(difference == [])
    let json = try Qibei.run("explain", subject, "--on", "2026-03-16", "--json")
    let page = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
    #expect(page.map { $0.keys.sorted() } == ["rows", "title"])
  }

  @Test func `names the nearest of what it cannot explain`() throws {
    let result = try Qibei.run("explain", "residence-work-frist")
    #expect(
      result.error
        == "qibei: there is no “residence-work-frist”; the nearest is residence-work-first. See qibei list codes and qibei list requirements\n"
    )
    #expect(result.status == 64)
  }

  @Test(arguments: [
    ("pr-foreign-chinese-doctor", Int32(1)), ("pr-yrd-hitech-professional", 2),
    ("residence-work-first", 1), ("work-permit-notice-abroad", 1),
  ])
  func `starts a dossier whose faults are only missing papers`(
    _ category: String, _ status: Int32
  ) throws {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/new"
    let made = try Qibei.run("new", category, path, "--on", "2026-03-16")
    #expect(made.status == 0)
    #expect(made.firstLine == "Wrote \(path)/dossier.xml; scans go into \(path)/evidence/.")
    let checked = try Qibei.run("check", "--plain", path)
    #expect(checked.status == status)
    let codes = Set(checked.output.split(separator: "\n").map { $0.prefix(6) })
    #expect(codes.filter { $0.hasPrefix("QB1") || $0 == "QB9101" }.sorted() == [])
    #expect(codes.contains("QB2101"))
    let again = try Qibei.run("new", category, path, "--on", "2026-03-16")
    #expect(again.status == 73)
    #expect(
      again.error == "qibei: \(path)/dossier.xml: it is there already and is not overwritten\n")
  }

  @Test func `makes nothing of an unknown category`() throws {
    let folder = try TemporaryFolder()
    let result = try Qibei.run("new", "work-permit", "\(folder.path)/new")
    #expect(result.status == 64)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
  }

  @Test func `lists every code that a dossier may state`() throws {
    for (subject, first) in [
      ("countries", "ABW  Aruba"), ("languages", ""), ("places", "110000  Beijing"),
    ] {
      let lines = try Qibei.run("list", subject, "--lang", "en").output.split(separator: "\n")
      let tags = try Fixture.text(
        of: "schemas/tables/\(subject == "places" ? "divisions" : subject).xml"
      )
      .matches(of: #/\scode="([^"]+)"/#).map(\.output.1)
      #expect(lines.map { $0.prefix { $0 != " " } }.sorted() == tags.sorted())
      #expect(lines[0].hasPrefix(first))
      #expect(try Qibei.run("list", subject, "--on", "2026-03-16").status == 64)
    }
  }

  @Test func `a new dossier of any category is one that its list takes`() throws {
    let folder = try TemporaryFolder()
    let joint = "work-permit-in-country-new+residence-work-first"
    for category in Fixture.categories + [joint] {
      let path = "\(folder.path)/\(category)"
      #expect(try Qibei.run("new", category, path, "--on", "2026-03-16").status == 0)
      let result = try Qibei.run("check", path, "--plain")
      #expect([1, 2].contains(result.status), "\(category)")
      let strange = result.output.split(separator: "\n").filter {
        $0.hasPrefix("QB61") || $0.hasPrefix("QB1") || $0.hasPrefix("QB4")
      }
      #expect(strange == [], "\(category)")
    }
  }
}
