// SPDX-License-Identifier: Apache-2.0
import Foundation
import QibeiTesting
import Testing

/// By when the authority has to answer, for each kind of application.
struct LegalClockTests {
  private static func line(_ sample: String, _ received: String) throws -> String? {
    let result = try Qibei.program(["check", Qibei.sample(sample), "--received", received])
    return result.output.split(separator: "\n").map(String.init)
      .first { $0.contains("received \(received)") }
  }

  @Test func `gives five working days for a work permit, across a make-up day`() throws {
    // 1 to 7 October 2024 are off, and 29 September and 12 October are worked.
    #expect(
      try Self.line("work-permit-notice-abroad-complete", "2024-09-27")
        == "work-permit-notice-abroad: received 2024-09-27; the one notice is due by 2024-10-10; without it the dossier is accepted as of the day received (Administrative Licensing Law, article 32)"
    )
  }

  @Test func `says that a day is provisional where the year is not in the tables`() throws {
    let line = try Self.line("work-permit-notice-abroad-complete", "2023-03-16")
    #expect(
      line?.contains(
        "by 2023-03-23 (provisional: the days off of 2023 are not in the tables, so the day may move)"
      ) == true)
  }

  @Test(arguments: [
    ("residence-work-first-complete", "no acceptance by silence"),
    ("pr-foreign-chinese-doctor-complete", "ask the authority by when it gives notice"),
  ])
  func `promises nothing where no text sets a day`(sample: String, words: String) throws {
    #expect(try Self.line(sample, "2026-03-16")?.contains(words) == true)
  }

  @Test func `tells programs the same`() throws {
    let json = try Qibei.program([
      "check", "--json", Qibei.sample("work-permit-notice-abroad-complete"), "--received",
      "2026-03-16",
    ]).output
    let report = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
    let clock = try #require((report?["clock"] as? [[String: Any]])?.first)
    #expect(clock["notice_due"] as? String == "2026-03-23")
    #expect(clock["provisional"] as? Bool == false)
    #expect(clock["silence_accepts"] as? Bool == true)
  }

  @Test func `refuses a day that is still to come`() throws {
    let sample = Qibei.sample("work-permit-notice-abroad-complete")
    let result = try Qibei.program(["check", sample, "--received", "2999-01-01"])
    #expect(result.status == 64)
    #expect(result.firstError.hasPrefix("qibei: --received: 2999-01-01 is still to come"))
    #expect(result.output == "")
  }
}
