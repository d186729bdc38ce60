// SPDX-License-Identifier: Apache-2.0
import Foundation
import QibeiTesting
import Testing

/// A sealed report, held against its dossier some time later.
struct VerifyTests {
  private struct Sealed {
    let folder: TemporaryFolder
    let dossier: String
    let report: String
  }

  /// A copy of a sample, with a report on it.
  private static func sealed(
    _ sample: String = "residence-work-first-complete", as name: String = "r.json"
  ) throws -> Sealed {
    let folder = try TemporaryFolder()
    let dossier = "\(folder.path)/d"
    try FileManager.default.copyItem(
      atPath: Fixture.root.appendingPathComponent(Qibei.sample(sample)).path, toPath: dossier)
    let report = "\(folder.path)/\(name)"
    let result = try Qibei.run("check", dossier, "-q", "-o", report)
    #expect(result.status != 64 && result.error == "")
    return Sealed(folder: folder, dossier: dossier, report: report)
  }

  private static func verify(
    _ sealed: Sealed, _ options: String...
  ) throws -> (status: Int32, lines: [Substring], error: String) {
    let result = try Qibei.program(
      ["verify", sealed.report, sealed.dossier, "--on", "2026-03-16"] + options)
    return (result.status, result.output.split(separator: "\n"), result.error)
  }

  private static func edit(_ path: String, _ old: String, _ new: String) throws {
    let text = try String(contentsOfFile: path, encoding: .utf8)
    #expect(text.contains(old))
    try text.replacingOccurrences(of: old, with: new).write(
      toFile: path, atomically: true, encoding: .utf8)
  }

  @Test(arguments: ["r.json", "r.html"])
  func `holds while nothing has changed`(_ name: String) throws {
    for sample in ["residence-work-first-complete", "power-company-manager"] {
      let verified = try Self.verify(Self.sealed(sample, as: name))
      #expect(verified.status == 0, "\(verified.error)")
      #expect(verified.lines.count == 1)
      #expect(
        verified.lines.first?.hasSuffix(
          "still holds: dossier, files, rules and result are the same") == true)
    }
  }

  @Test func `holds of a dossier that came without its scans`() throws {
    let folder = try TemporaryFolder()
    let text = try Fixture.sample("residence-work-first-complete")
    let report = "\(folder.path)/r.json"
    _ = try Qibei.program(["check", "-", "-q", "-o", report], input: text)
    let verified = try Qibei.program(["verify", report, "-", "--on", "2026-03-16"], input: text)
    #expect(verified.status == 0, "\(verified.output)")
  }

  @Test func `tells what was changed, added and removed`() throws {
    let sealed = try Self.sealed("power-company-manager")
    let file = "\(sealed.dossier)/dossier.xml"
    try Self.edit(file, "residence-period\"", "residence-period guarantee-costs guarantee-law\"")
    try Self.edit(file, "id=\"s13\"", "id=\"s15\"")
    let verified = try Self.verify(sealed)
    #expect(verified.status == 1)
    #expect(
      verified.lines.dropFirst() == [
        "  changed: employer's official letter (s09)",
        "  added: commitment of no criminal record (s15)",
        "  removed: commitment of no criminal record (s13)",
        "  New, from what was changed: QB8101 Commitment of no criminal record: where the certificate is of the Chinese police: whether the stay in China reaches 1 year",
        "  no longer there: 2 of the report's findings",
      ])
  }

  @Test func `a scan that was swapped is a paper that was changed`() throws {
    let sealed = try Self.sealed()
    let evidence = "\(sealed.dossier)/evidence"
    let names = try FileManager.default.contentsOfDirectory(atPath: evidence).sorted()
      .filter { $0.hasSuffix(".pdf") }
    try FileManager.default.removeItem(atPath: "\(evidence)/\(names[0])")
    try FileManager.default.copyItem(
      atPath: "\(evidence)/\(names[1])", toPath: "\(evidence)/\(names[0])")
    let verified = try Self.verify(sealed)
    #expect(verified.status == 1)
    #expect(verified.lines.contains { $0.hasPrefix("  changed: passport (") })
    #expect(verified.lines.contains { $0.contains("New, from what was changed: QB25") })
  }

  @Test func `a paper that has run out since is told as that`() throws {
    let sealed = try Self.sealed()
    let result = try Qibei.run("verify", sealed.report, sealed.dossier, "--on", "2027-01-04")
    #expect(result.status == 1)
    #expect(result.output.contains("\n  Expired since: QB3102 "))
    #expect(!result.output.contains("changed"))
  }

  @Test func `a rule file that was edited is told`() throws {
    let sealed = try Self.sealed()
    let rules = "\(sealed.folder.path)/rules"
    try FileManager.default.copyItem(
      atPath: Fixture.root.appendingPathComponent("schemas").path, toPath: rules)
    try Self.edit(
      "\(rules)/checklists/residence-work-first/residence-work-first.2013-09-01.xml",
      "</checklist>", "<!-- another --></checklist>")
    let verified = try Self.verify(sealed, "--checklists", rules)
    #expect(verified.status == 1)
    #expect(verified.lines.dropFirst() == ["  rules edited: residence-work-first 2013-09-01"])
    try Self.edit("\(rules)/tables/points.xml", "</table>", "<!-- another --></table>")
    #expect(
      try Self.verify(sealed, "--checklists", rules).lines.last
        == "  reference tables changed (countries, apostilles, working days and the like)")
  }

  @Test func `what cannot be verified is refused`() throws {
    let sealed = try Self.sealed()
    let other = try Qibei.run("verify", sealed.report, Qibei.sample("wuxi-chip-engineer"))
    #expect(other.status == 65)
    #expect(other.error.contains("is about another dossier"))
    try Self.edit(sealed.report, "\"verdict\": \"complete\"", "\"verdict\": \"incomplete\"")
    let edited = try Self.verify(sealed)
    #expect(edited.status == 65)
    #expect(edited.error.contains("edited since it was written"))
    let page = try Self.sealed(as: "r.html")
    try Self.edit(page.report, "verdict&quot;: &quot;complete", "verdict&quot;: &quot;incomplete")
    #expect(try Self.verify(page).status == 65)
    let part = "\(sealed.folder.path)/part.json"
    _ = try Qibei.run("check", sealed.dossier, "--only", "QB3101", "-q", "-o", part)
    #expect(try Qibei.run("verify", part, sealed.dossier).status == 65)
    #expect(try Qibei.run("verify", "\(sealed.dossier)/dossier.xml", sealed.dossier).status == 65)
    #expect(try Qibei.run("verify", "\(sealed.dossier)/none.json", sealed.dossier).status == 66)
    #expect(try Qibei.run("verify", part).status == 64)
  }
}
