// SPDX-License-Identifier: Apache-2.0
import Foundation
import QibeiTesting
import Testing

/// What several departments get to see of one dossier.
struct BriefTests {
  private static func brief(
    _ sample: String, _ options: [String] = [], _ edit: (DossierText) -> DossierText = { $0 }
  ) throws -> String {
    let folder = try TemporaryFolder()
    try FileManager.default.copyItem(
      atPath: Fixture.root.appendingPathComponent(Qibei.sample(sample)).path,
      toPath: "\(folder.path)/d")
    try folder.write(edit(DossierText(sample: sample)).bytes, to: "d/dossier.xml")
    let paper = "\(folder.path)/d/evidence/10-health-certificate.pdf"
    if !(try folder.text(of: "d/dossier.xml")).contains("id=\"s10\"") {
      try? FileManager.default.removeItem(atPath: paper)
    }
    let result = try Qibei.program(["brief", "\(folder.path)/d"] + options)
    #expect(result.status == 0, "\(result.error)")
    return result.output
  }

  private static func codes(_ text: String) -> [String] {
    text.matches(of: #/\n  [0-9]+ (QB[0-9]{4}) /#).map { String($0.output.1) }
  }

  @Test func `each authority gets its facts, its open points with law and options, and the clock`()
    throws
  {
    let text = try Self.brief(
      "power-company-manager", ["--question", "Can both be had today?", "--received", "2026-03-16"])
    let sections = text.components(separatedBy: "\nAs the dossier stands: ")
    #expect(sections.count == 3)
    #expect(sections[0].contains("Question put: Can both be had today?"))
    #expect(sections[0].contains("the one notice is due by 2026-03-23"))
    #expect(sections[0].contains("Consulting does not stop the time for the one notice"))
    #expect(sections[1].hasPrefix("accepted\n"))
    #expect(sections[1].contains("  the category of the work permit (A, B, C): A\n"))
    #expect(sections[1].contains("Nothing is open."))
    #expect(sections[2].hasPrefix("to be supplemented, told once\n"))
    #expect(sections[2].contains("  the months of permit asked for: 22\n"))
    #expect(Self.codes(text) == ["QB2602"])
    #expect(sections[2].contains("      - Have the issuer write it again"))
    #expect(sections[2].contains("      - The competent authority waives it"))
    #expect(sections[2].contains("evidence: copy of a government text"))
  }

  @Test func `health and minors are left out unless they are asked for`() throws {
    let child = """
      <person id="p2" role="child" born="2015-01-01" sex="F" nationality="FRA" applies="yes"><name kind="passport" surname="MOREAU" given="CLAIRE"/></person><employer id="e1"
      """
    let edit = { (text: DossierText) in
      text.replacing("<employer id=\"e1\"", with: child).removing(supplement: "s10")
    }
    let text = try Self.brief("power-company-manager", [], edit)
    #expect(Self.codes(text) == ["QB2602"])
    #expect(!text.contains("CLAIRE"))
    #expect(!text.lowercased().contains("health certificate"))
    let whole = try Self.brief("power-company-manager", ["--with-private"], edit)
    let more = Self.codes(whole).count - 1
    #expect(more >= 3)
    #expect(whole.contains("CLAIRE"))
    #expect(text.contains("\n\(more) about health or minors left out"))
    #expect(!whole.contains("left out;"))
  }

  @Test func `the page is one file in which text stays text`() throws {
    let folder = try TemporaryFolder()
    let page = "\(folder.path)/b.html"
    let result = try Qibei.run(
      "brief", Qibei.sample("wuxi-chip-engineer"), "-o", page, "--question", "<script>x</script>")
    #expect(result.status == 0)
    #expect(result.output == "wrote \(page)\n")
    let html = try folder.text(of: "b.html")
    #expect(html.contains("&lt;script&gt;x&lt;/script&gt;"))
    #expect(!html.contains("<script") && !html.contains("src="))
    #expect(html.contains("风险由谁承担"))
    #expect(try Qibei.run("brief", Qibei.sample("wuxi-chip-engineer"), "-o", "b.pdf").status == 64)
    #expect(try Qibei.run("brief", "nowhere").status == 66)
    let empty = "<dossier xmlns=\"urn:qibei:dossier:1\"><application/></dossier>"
    #expect(try Qibei.run("brief", "-", input: empty).status == 2)
    #expect(try Qibei.run("route", "-", input: empty).status == 2)
  }
}
