// SPDX-License-Identifier: Apache-2.0
import Foundation
import QibeiTesting
import Testing

/// What a plan and a window say of days: those of permits, of limits, of work, and those that cannot be told.
struct PlanDaysTests {
  private static let day = ["--on", "2026-03-16"]

  private static func plan(_ sample: String, _ options: [String]) throws -> String {
    try Qibei.program(["plan", Qibei.sample(sample)] + day + options).output
  }

  @Test func `the work permit's own end closes the window, and its 30 days are told`() throws {
    let command = ["plan", "--route", "work-permit-extension"]
    let early = try Qibei.engineer(command, ["--on", "2027-03-01"])
    #expect(early.status == 0)
    #expect(early.output.contains("Window 2027-03-01 to 2027-08-04\n"))
    #expect(early.output.contains("In time only until 2027-07-05: Apply for the extension"))
    let late = try Qibei.engineer(command, ["--on", "2027-07-20"])
    #expect(late.output.contains("Late: the last day was 2027-07-05: Apply for the extension"))
    let over = try Qibei.engineer(command, ["--on", "2027-08-10"])
    #expect(over.status == 1)
    #expect(
      Qibei.body(over.output).hasPrefix(
        """
        There is no day of submission up to 2029-08-10.
        The work permit or the work-type residence permit has expired → Apply for a new work permit
        """))
    // What the plan says the check says too.
    func check(_ day: String) throws -> String {
      try Qibei.engineer(["check", "--as", "work-permit-extension"], ["--on", day]).output
    }
    #expect(try !check("2027-07-05").contains("QB3401"))
    #expect(try check("2027-07-06").contains("QB3401"))
    #expect(try !check("2027-08-04").contains("QB6101"))
    #expect(try check("2027-08-05").contains("QB6101"))
    let residence = try Qibei.engineer(
      ["plan", "--route", "residence-work-extension"], ["--on", "2027-06-10"])
    #expect(residence.output.contains("In time only until 2027-07-20: Apply for the extension"))
  }

  @Test func `what cannot be planned is a document that says what is needed`() throws {
    let folder = try TemporaryFolder()
    let empty = try folder.write(
      Array(#"<dossier xmlns="urn:qibei:dossier:1"/>"#.utf8), to: "empty.xml")
    for command in ["plan", "window"] {
      let result = try Qibei.program(
        [command, empty, "--as", "pr-salary-tax", "--json"] + Self.day)
      #expect(result.status == 2)
      let value = try #require(
        try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
      #expect(value["status"] as? String == "needs")
      let notes = try #require(value["notes"] as? [[String: String]])
      #expect(notes.last?["en"]?.hasPrefix("No applicant is declared: add a person") == true)
    }
    let early = try Qibei.program(
      ["window", Qibei.sample("wuxi-chip-engineer"), "--on", "1990-01-01"])
    #expect(early.status == 2)
    #expect(
      early.output.contains("Choose a day inside one of the periods with --on: from 2019-08-01"))
    // Another city's category: no file of any format stays away.
    for name in ["no.json", "no.html", "no.ics", "no.txt"] {
      let path = "\(folder.path)/\(name)"
      let result = try Qibei.engineer(
        ["plan", "--route", "work-permit-reissue"], Self.day + ["-o", path])
      #expect(result.status == 1)
      let text = try folder.text(of: name).replacingOccurrences(of: "\r\n ", with: "")
      #expect(text.contains("exists only in Shanghai"))
    }
  }

  @Test func `a paper dated in the future is waited for, in plan and check alike`() throws {
    let edit = { (text: DossierText) in
      text.replacing("issued=\"2026-02-11\"", with: "issued=\"2026-10-12\"")
    }
    let plan = try Qibei.engineer(["plan"], Self.day, edit)
    #expect(plan.output.contains("Earliest submission 2026-10-12"))
    let note = plan.output.replacingOccurrences(of: "\n", with: " ")
    #expect(note.contains("Check the date; if it is right, submit on 2026-10-12 or later."))
    let check = try Qibei.engineer(["check"], Self.day, edit)
    #expect(check.output.contains("if it is right, submit on 2026-10-12 or later"))
  }

  @Test func `days on which nobody works are told apart from the days of the law`() throws {
    // 12 July 2026 is a Sunday.
    let json = try Self.plan("wuxi-chip-engineer-yrd", ["--json"])
    let value = try #require(
      try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    let window = try #require(value["window"] as? [String: Any])
    #expect(window["until"] as? String == "2026-07-12")
    #expect(window["lastOpenDay"] as? String == "2026-07-10")
    #expect(window["openDaysAnnounced"] as? Bool == true)
    let later = try Qibei.engineer(
      ["plan", "--route", "work-permit-extension"], ["--on", "2027-03-01"]
    ).output
    #expect(later.contains("(Monday to Friday where the days off are not"))
  }

  @Test func `the drawing leaves a window open that goes on beyond it`() throws {
    let page = try Self.plan("wuxi-chip-engineer-yrd", ["--format", "html"])
    #expect(page.contains("→ 2026-07-12</text>"))
    #expect(page.contains("In the drawing: numbers are those of the table"))
  }

  @Test func `of kinds with different times the one that is meant is named`() throws {
    func row(_ certificate: String, _ verification: String) throws -> String? {
      let result = try Qibei.engineer(
        ["plan", "--lead", "health-certificate=\(certificate)"],
        Self.day + ["--lead", "health-verification=\(verification)"]
      ) { $0.removing(supplement: "s09") }
      return result.output.split(separator: "\n").first { $0.contains("3 days") }.map(String.init)
    }
    #expect(try row("30d", "3d")?.contains("Verification of a physical examination record") == true)
    #expect(try row("3d", "30d")?.contains("Health certificate") == true)
  }
}
