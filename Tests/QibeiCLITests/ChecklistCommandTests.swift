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
}
