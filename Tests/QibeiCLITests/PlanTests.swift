// SPDX-License-Identifier: Apache-2.0
import Foundation
import QibeiTesting
import Testing

/// The dated plan and the days of submission, as a user sees them.
struct PlanTests {
  private static let day = ["--on", "2026-03-16"]

  private static func plan(
    _ sample: String, _ options: [String] = [], status: Int32 = 0
  ) throws -> String {
    let result = try Qibei.program(["plan", Qibei.sample(sample)] + day + options)
    #expect(result.status == status, "\(result.error)")
    return result.output
  }

  @Test func `the engineer gets a dated plan for the category that fits him`() throws {
    let text = try Self.plan(
      "wuxi-chip-engineer-yrd",
      ["--lead", "issue=20d", "--lead", "translation=5wd", "--lead", "authentication=10d"])
    #expect(!text.contains("A condition is not met"))
    let lines = text.split(separator: "\n")
    #expect(
      lines[0].hasPrefix(
        "Permanent residence of professional and technical talents brought in by high-tech enterprises of the Yangtze River Delta (pr-yrd-hitech-professional) · checklist 2024-04-15"
      ))
    #expect(lines[0].hasSuffix(" · Wuxi · from 2026-03-16 · applicant CHEONG RUI XIANG"))
    #expect(lines[1].hasPrefix("Earliest submission 2026-"))
    // Papers alone do not lead there, so it is said first and no plan counts as found.
    let other = try Self.plan(
      "wuxi-chip-engineer", ["--route", "pr-foreign-chinese-doctor"], status: 1)
    #expect(
      Qibei.body(other).hasPrefix(
        "A condition is not met, and no paper makes up for it: The applicant holds a doctorate."))
  }

  @Test func `steps follow each other, and what decides the date is said`() throws {
    let text = try Self.plan(
      "pr-foreign-chinese-doctor-incomplete",
      [
        "--lead", "issue=30d", "--lead", "translation=5wd", "--lead", "authentication=10d",
        "--lead", "residence-permit=7wd",
      ])
    // 30 days, then 10, then 5 working days, of which a weekend leaves one to spare; the police certificate is begun at once and sets the date.
    #expect(
      Qibei.body(text).hasPrefix(
        """
        Earliest submission 2026-05-06     Window 2026-05-06 to 2026-08-11
        Open days: the first is 2026-05-06, the last 2026-08-11

        """))
    let lines = text.split(separator: "\n").map(String.init)
    let police = try #require(lines.first { $0.contains("Police certificate from abroad") })
    #expect(police.hasPrefix("2026-03-16  2026-03-17  2026-05-06  "))
    #expect(text.contains("[sets the"))
    let form = try #require(lines.first { $0.contains("Application form: unsigned") })
    #expect(form.hasPrefix("2026-03-16  2026-05-06  2026-03-16  "))
    #expect(
      text.replacingOccurrences(of: "\n", with: " ").contains(
        "The window closes 2026-08-11; from the next day: Health certificate is dated 2026-02-11 and is more than 6 months old on 2026-08-12"
      ))
    #expect(!text.contains("lower bound"))
    // What the health centre wrote wrongly only the health centre can put right.
    let health = try #require(lines.firstIndex { $0.contains("Health certificate: passport") })
    #expect(
      lines[health].hasSuffix("Health certificate: passport differs — you; where the paper is"))
  }

  @Test func `a time that nobody has stated makes the day a lower bound`() throws {
    let text = try Self.plan("pr-foreign-chinese-doctor-incomplete")
    #expect(Qibei.body(text).hasPrefix("Earliest submission 2026-03-16 (not before)"))
    #expect(text.contains("--lead police-certificate-foreign=10wd"))
  }

  @Test func `what ages is done last`() throws {
    let folder = try TemporaryFolder()
    // The health certificate is too old, and another paper takes longer.
    let dossier = try DossierText(sample: "pr-foreign-chinese-doctor-incomplete")
      .replacing("issued=\"2026-02-11\"", with: "issued=\"2025-02-11\"")
    try folder.write(dossier.bytes, to: "dossier.xml")
    let result = try Qibei.program(
      ["plan", "\(folder.path)/dossier.xml"] + Self.day + [
        "--lead", "issue=30d", "--lead", "health-certificate=4d", "--lead", "translation=0d",
        "--lead", "authentication=0d",
      ])
    let lines = result.output.split(separator: "\n").map(String.init)
    let row = try #require(lines.firstIndex { $0.contains("Health certificate again") })
    // Begun on the day that makes it ready for the submission, neither earlier nor later.
    #expect(lines[row].hasPrefix("2026-04-11  2026-04-11  2026-04-15  "), "\(lines[row])")
    #expect((lines[row] + lines[row + 1]).contains("not earlier"))
  }

  @Test func `a paper that ages before it is ready is a conflict`() throws {
    let text = try Self.plan(
      "pr-foreign-chinese-doctor-incomplete", ["--lead", "authentication=200d"], status: 1)
    #expect(Qibei.body(text).hasPrefix("There is no day of submission up to 2028-03-16.\n"))
    #expect(text.contains("the two never hold on the same day"))
  }

  @Test func `the other formats hold the same plan`() throws {
    let json = try Self.plan(
      "pr-foreign-chinese-doctor-incomplete", ["--format", "json", "--lead", "issue=30d"])
    let value = try #require(
      try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    let window = try #require(value["window"] as? [String: Any])
    #expect(window["from"] as? String == "2026-04-15")
    #expect(window["until"] as? String == "2026-08-11")
    #expect((value["tasks"] as? [[String: Any]])?.count == 5)

    let folder = try TemporaryFolder()
    for name in ["plan.html", "plan.ics"] {
      _ = try Self.plan(
        "pr-foreign-chinese-doctor-incomplete",
        ["--lead", "issue=30d", "-o", "\(folder.path)/\(name)"])
    }
    let page = try folder.text(of: "plan.html")
    #expect(page.contains("<svg role=\"img\"") && page.contains("2026-04-15"))
    #expect(!page.contains("<script"))

    let calendar = try folder.text(of: "plan.ics")
    let lines = calendar.components(separatedBy: "\r\n")
    #expect(lines.first == "BEGIN:VCALENDAR" && lines.suffix(2) == ["END:VCALENDAR", ""])
    #expect(lines.count { $0 == "BEGIN:VEVENT" } == 7)
    #expect(lines.allSatisfy { $0.utf8.count <= 75 })
    #expect(calendar.contains("DTSTART;VALUE=DATE:20260415\r\nDTEND;VALUE=DATE:20260416"))
    #expect(Set(lines.filter { $0.hasPrefix("UID:") }).count == 7)
  }

  @Test(arguments: [
    (["--lead", "translation"], "is not understood; write translation=5wd"),
    (["--lead", "translation=5w"], "is not understood"),
    (
      ["--lead", "tranlation=5d"],
      "there is no paper or step “tranlation”; the nearest is translation"
    ),
    (["-o", "plan.doc"], "use .txt, .json, .html or .ics"),
    (["--route", "pr-none"], "there is no category “pr-none”"),
  ])
  func `bad options are told`(_ options: [String], _ message: String) throws {
    let result = try Qibei.program(
      ["plan", Qibei.sample("wuxi-chip-engineer")] + Self.day + options)
    #expect(result.status == 64)
    #expect(result.error.contains(message), "\(result.error)")
  }

  @Test func `the window of a complete dossier, and what begins day by day`() throws {
    let name = Qibei.sample("work-permit-notice-abroad-complete")
    let result = try Qibei.program(["window", name] + Self.day)
    #expect(result.status == 0)
    #expect(
      result.output == """
        Foreigner's work permit, applied for from abroad, more than 90 days (work-permit-notice-abroad) · checklist 2024-12-01 · Suzhou · from 2026-03-16 · applicant HARTWELL CLAIRE JOSEPHINE

        May be handed in: 2026-03-16 to 2026-07-15 (122 days)
        Open days: the first is 2026-03-16, the last 2026-07-15

        2026-07-16  from then on: Police certificate from abroad is dated 2026-01-15 and is more than 6 months old on 2026-07-16
        2026-08-03  from then on: Photograph is dated 2026-02-02 and is more than 6 months old on 2026-08-03

        """)
    let none = try Qibei.program(
      ["window", Qibei.sample("pr-foreign-chinese-doctor-incomplete")] + Self.day)
    #expect(none.status == 1)
    #expect(
      Qibei.body(none.output).hasPrefix(
        "On no day from 2026-03-16 to 2028-03-16 may it be handed in"))
  }

  @Test func `papers that never hold together are named`() throws {
    let folder = try TemporaryFolder()
    // The contract ends before the police certificate counts.
    let dossier = try DossierText(sample: "work-permit-notice-abroad-complete")
      .replacing("issued=\"2026-01-15\"", with: "issued=\"2026-12-15\"")
    try folder.write(dossier.bytes, to: "dossier.xml")
    let result = try Qibei.program(["window", "\(folder.path)/dossier.xml"] + Self.day)
    #expect(result.status == 1)
    #expect(
      result.output.contains(
        "These two never hold on the same day: police certificate from abroad counts 2026-12-15 to 2027-06-15 only (date, too old); photograph counts until 2026-08-02 only (too old)"
      ), "\(result.output)")
  }
}
