// SPDX-License-Identifier: Apache-2.0
import Foundation
import QibeiTesting
import Testing

/// Acceptance while secondary papers follow: only where a list grants it, for secondary papers, and in time.
struct ToleranceTests {
  private static func check(
    _ sample: String, _ edit: (DossierText) throws -> DossierText
  ) throws -> (codes: [String], follow: [String?], letter: String, items: String) {
    let folder = try TemporaryFolder()
    try FileManager.default.copyItem(
      atPath: Fixture.root.appendingPathComponent(Qibei.sample(sample)).path,
      toPath: "\(folder.path)/d")
    try folder.write(edit(DossierText(sample: sample)).bytes, to: "d/dossier.xml")
    let result = try Qibei.run("check", "\(folder.path)/d", "--json")
    let report = try #require(
      try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
    let findings = try #require(report["findings"] as? [[String: Any]])
      .filter { ($0["disposition"] as? String) != "look" }
    let notice = try Qibei.run("notice", "\(folder.path)/d", "-o", "\(folder.path)/n.xml")
    let letter = notice.status == 0 ? try folder.text(of: "n.xml") : ""
    return (
      findings.map { "\($0["code"] ?? "") \($0["disposition"] ?? "")" },
      findings.map { $0["may_follow_until"] as? String },
      letter.firstMatch(of: #/outcome="([a-z-]*)"/#).map { String($0.output.1) } ?? "",
      letter.firstMatch(of: #/items="([0-9]*)"/#).map { String($0.output.1) } ?? ""
    )
  }

  private static func promising(_ kind: String, by day: String?) -> (DossierText) throws ->
    DossierText
  {
    { text in
      let paper = try #require(text.supplements.first { text.kind(of: $0) == kind })
      let promise = "status=\"promised\"" + (day.map { " promised-by=\"\($0)\"" } ?? "")
      return text.editing(supplement: paper) {
        $0.replacing("<supplement ", with: "<supplement \(promise) ")
      }
    }
  }

  @Test func `a promised secondary paper of category A may follow`() throws {
    // Twenty working days from 16 March 2026, with the Qingming holiday in between.
    let seen = try Self.check(
      "work-permit-a-complete", Self.promising("commitment-experience", by: "2026-04-14"))
    #expect(seen.codes == ["QB2110 deferrable"])
    #expect(seen.letter == "tolerance")
    #expect(seen.items == "1")
    for day in ["2026-04-15", nil] {
      let late = try Self.check(
        "work-permit-a-complete", Self.promising("commitment-experience", by: day))
      #expect(late.codes == ["QB2111 supplement"])
      #expect(late.letter == "supplement")
    }
  }

  @Test func `a principal paper, and another category, may not`() throws {
    let principal = try Self.check(
      "work-permit-a-complete", Self.promising("employment-contract", by: "2026-04-01"))
    #expect(principal.codes == ["QB2107 supplement"])
    let professional = try Self.check(
      "work-permit-notice-abroad-complete",
      Self.promising("experience-certificate", by: "2026-04-01"))
    #expect(professional.codes == ["QB2107 supplement"])
  }

  @Test func `a missing secondary paper says until when it may follow`() throws {
    let seen = try Self.check("work-permit-a-complete") { text in
      let paper = try #require(
        text.supplements.first { text.kind(of: $0) == "commitment-experience" })
      return text.removing(supplement: paper)
    }
    #expect(seen.codes.first == "QB2101 supplement")
    #expect(seen.follow.first == "2026-04-14")
  }

  @Test func `nothing is accepted while a principal paper is missing`() throws {
    let seen = try Self.check("work-permit-a-complete") { text in
      let contract = try #require(
        text.supplements.first { text.kind(of: $0) == "employment-contract" })
      return try Self.promising("commitment-experience", by: "2026-04-01")(
        text.removing(supplement: contract))
    }
    #expect(Set(seen.codes).isSuperset(of: ["QB2101 supplement", "QB2110 deferrable"]))
    #expect(seen.letter == "supplement")
  }
}
