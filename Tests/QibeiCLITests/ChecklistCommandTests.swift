// SPDX-License-Identifier: Apache-2.0
import Foundation
import QibeiTesting
import Testing

struct ChecklistCommandTests {
  private static func folder(_ change: (String) -> String) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let path = "residence-work-first/residence-work-first.2013-09-01.xml"
    let text = try Fixture.text(of: "schemas/checklists/\(path)")
    try folder.write(Array(change(text).utf8), to: "checklists/\(path)")
    return folder
  }

  @Test func `tries a sound checklist and exits with 0`() throws {
    let folder = try Self.folder { $0 }
    let result = try Qibei.run("checklist", "test", "--checklists", folder.path)
    #expect(result.status == 0)
    #expect(result.output.hasPrefix("1 checklists, "))
    let lint = try Qibei.run("checklist", "lint", "--checklists", folder.path)
    #expect([lint.output, lint.error] == ["0 problems\n", ""])
    #expect(lint.status == 0)
  }

  @Test func `names what a wrong rule does, and exits with 1`() throws {
    // The form of the employer, asked of the applicant, can be found on nobody's list.
    let folder = try Self.folder {
      $0.replacingOccurrences(of: #"for="employer""#, with: #"for="applicant""#)
    }
    let lint = try Qibei.run("checklist", "lint", "--checklists", folder.path, "--json")
    #expect(lint.status == 1)
    let problems = try #require(
      try JSONSerialization.jsonObject(with: Data(lint.output.utf8)) as? [[String: Any]])
    #expect(problems.compactMap { $0["code"] as? String }.contains("L301"))
    let result = try Qibei.run("checklist", "test", "--checklists", folder.path)
    #expect(result.status == 1)
    #expect(result.output.contains("  employer-licence due\n    QB2101 employer-licence: "))
  }

  @Test func `refuses a category that there is not`() throws {
    let result = try Qibei.run("checklist", "lint", "--for", "residence-work-frist")
    #expect(result.status == 64)
    #expect(result.firstError.contains("the nearest is residence-work-first"))
  }

  // Two versions of one list: a limit changes, one item goes and another comes.
  private static func versions() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    func item(_ id: String, _ number: Int, _ kind: String, _ check: String) -> String {
      """
      <requirement id="\(id)" number="\(number)" for="applicant" class="principal" basis="law">\
      <title zh="材料" en="\(id)"/><supplement kind="\(kind)">\(check)</supplement>\
      <remedy zh="请补。" en="Add it."/></requirement>
      """
    }
    for (version, until, items) in [
      (
        "2025-01-01", #" in-force-until="2025-12-31""#,
        item("photo", 1, "photo", #"<form originals="2"/>"#) + item("resume", 2, "resume", "")
      ),
      (
        "2026-01-01", "",
        item("photo", 1, "photo", #"<form originals="4"/>"#) + item("passport", 2, "passport", "")
      ),
    ] {
      let text = ChecklistText.document(
        items, version: version, attributes: "in-force-from=\"\(version)\"\(until)")
      try folder.write(Array(text.utf8), to: "checklists/example/example.\(version).xml")
    }
    return folder
  }

  @Test func `says in words what a new version changes, and whose verdict`() throws {
    let folder = try Self.versions()
    let dossiers = try TemporaryFolder()
    let supplements = """
      <supplement id="s1" kind="photo" for="p1" originals="2"/>
      <supplement id="s2" kind="resume" for="p1"/>
      """
    let person = DossierText.small(
      application: #"place="320200""#, supplements: supplements)
    try dossiers.write(person.bytes, to: "a.xml")
    let result = try Qibei.run(
      "checklist", "diff", "example@2025-06-30", "example@2026-03-16", "--checklists", folder.path,
      "--over", dossiers.path)
    #expect(result.status == 0)
    #expect(
      result.output == """
        ~ photo  photo
            Checked
              was: photograph: form (originals 2) There are enough originals, copies and scans.
              is:  photograph: form (originals 4) There are enough originals, copies and scans.
        + passport  passport
        - resume  resume
        1 added, 1 removed, 1 changed
        \(dossiers.path)/a.xml: complete → not complete
          + QB2101 passport
          + QB2103 photo
        1 dossiers, 1 come out differently

        """)
  }

  @Test func `refuses a list, a place and a folder that there are not`() throws {
    for (arguments, status) in [
      (["pr-salary-tex", "pr-salary-tax"], 64), (["pr-salary-tax", "pr-salary-tax@999999"], 64),
      (["pr-salary-tax", "pr-salary-tax@1990-01-01"], 64),
      (["pr-salary-tax", "pr-salary-tax", "--over", "nowhere"], 66),
    ] {
      #expect(try Qibei.program(["checklist", "diff"] + arguments).status == Int32(status))
    }
  }

  @Test func `writes a page for each category, requirement and code, in both languages`() throws {
    let folder = try TemporaryFolder()
    let result = try Qibei.run(
      "checklist", "doc", "-o", folder.path, "--on", "2026-03-16", "--checklists", "schemas")
    #expect(result.status == 0)
    func ids(_ subject: String) throws -> [String] {
      let list = try Qibei.program(["list", subject, "--json"]).output
      let rows = try JSONSerialization.jsonObject(with: Data(list.utf8)) as? [[String: String]]
      return (rows ?? []).compactMap { $0["id"]?.replacingOccurrences(of: "/", with: "_") }
    }
    let wanted = try ids("categories") + ids("requirements") + ids("codes")
    #expect(wanted.count > 500)
    let there = Set(try FileManager.default.contentsOfDirectory(atPath: folder.path))
    for page in wanted {
      let text = try #require(there.contains("\(page).html") ? folder.text(of: "\(page).html") : "")
      #expect(text.contains(#"<span lang="en" class="second">"#), "\(page)")
      #expect(text.contains { ("\u{4E00}"..."\u{9FFF}").contains($0) }, "\(page)")
      for link in text.matches(of: /href="([^"]+)"/).map({ String($0.1) })
      where !link.hasPrefix("http") {
        #expect(there.contains(link), "\(page): \(link)")
      }
    }
    for category in try ids("categories") { #expect(there.contains("\(category).xml")) }
  }

  @Test func `shows which category asks for which supplement`() throws {
    let result = try Qibei.run("list", "requirements", "--matrix", "--on", "2026-03-16")
    #expect(result.status == 0)
    #expect(try Snapshot.difference(result.output, named: "list-matrix.txt") == [])
    let refused = try Qibei.run("list", "codes", "--matrix")
    #expect(refused.status == 64)
  }
}
