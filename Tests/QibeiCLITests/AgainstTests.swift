// SPDX-License-Identifier: Apache-2.0
import Foundation
import QibeiTesting
import Testing

/// A dossier that comes back, held against the letter that it answers.
struct AgainstTests {
  private static let sample = "work-permit-notice-abroad-incomplete"

  /// A letter about the sample, and the sample's files.
  private static func answered(
    _ edit: (DossierText) -> DossierText = { $0 }
  ) throws -> (folder: TemporaryFolder, letter: String) {
    let folder = try TemporaryFolder()
    let text = try edit(DossierText(sample: sample))
    try folder.write(text.bytes, to: "first.xml")
    let letter = "\(folder.path)/n.xml"
    let result = try Qibei.program([
      "notice", "\(folder.path)/first.xml", "-o", letter, "--dated", "2026-03-18", "--number", "12",
    ])
    #expect(result.status == 0)
    return (folder, letter)
  }

  private static func check(
    _ again: DossierText, _ folder: TemporaryFolder, _ letter: String, _ options: String...
  ) throws -> (status: Int32, items: [String], new: [String]) {
    try folder.write(again.bytes, to: "again.xml")
    let result = try Qibei.program(
      ["check", "\(folder.path)/again.xml", "--against", letter, "--json"] + options)
    let report = try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any]
    let against = try #require(report?["against"] as? [String: Any])
    let items = try #require(against["items"] as? [[String: Any]])
    let new = try #require(against["new"] as? [[String: Any]])
    return (
      result.status, items.map { "\($0["code"] ?? "") \($0["open"] ?? "")" },
      new.map { "\($0["code"] ?? "") \($0["cause"] ?? "")" }
    )
  }

  @Test func `finds nothing new where nothing was changed`() throws {
    let (folder, letter) = try Self.answered()
    let again = try Self.check(DossierText(sample: Self.sample), folder, letter)
    #expect(again.status == 1)
    #expect(again.items.allSatisfy { $0.hasSuffix(" 1") || $0.hasSuffix(" true") })
    #expect(again.items.count > 5)
    #expect(again.new == [])
  }

  @Test func `tells what is settled, and what the new paper brings`() throws {
    let (folder, letter) = try Self.answered()
    let sample = try DossierText(sample: Self.sample)
    let contract = try #require(
      sample.supplements.first { sample.kind(of: $0) == "employment-contract" })
    let again = try Self.check(
      sample.editing(supplement: contract) {
        $0.replacing("mentions=\"", with: "mentions=\"pay ").replacing(
          "until=\"2028", with: "until=\"2026")
      }, folder, letter)
    #expect(again.items.filter { $0.hasSuffix(" 0") || $0.hasSuffix(" false") }.count == 1)
    #expect(!again.new.isEmpty)
    #expect(again.new.allSatisfy { $0.hasSuffix(" caused") })
  }

  @Test func `marks for code scanning what the letter told, and what is new`() throws {
    let (folder, letter) = try Self.answered()
    let sample = try DossierText(sample: Self.sample)
    let contract = try #require(
      sample.supplements.first { sample.kind(of: $0) == "employment-contract" })
    func run(_ text: DossierText) throws -> (states: [String], settled: Int) {
      try folder.write(text.bytes, to: "again.xml")
      let result = try Qibei.program([
        "check", "\(folder.path)/again.xml", "--against", letter, "--format", "sarif",
      ])
      let log = try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any]
      let run = try #require((log?["runs"] as? [[String: Any]])?.first)
      let results = try #require(run["results"] as? [[String: Any]])
      let settled = (run["properties"] as? [String: Any])?["settled"] as? [Any]
      return (
        // The evidence is not there either, before and after.
        results.filter { $0["ruleId"] as? String != "QB2502" }.map { result in
          let properties = result["properties"] as? [String: Any]
          return "\(result["ruleId"] ?? "") \(result["baselineState"] ?? "") "
            + "\(properties?["cause"] ?? "-")"
        }.sorted(), settled?.count ?? -1
      )
    }
    let before = try run(sample)
    #expect(before.settled == 0)
    let rest = [
      "QB2201 unchanged -", "QB2602 unchanged -", "QB2701 unchanged -", "QB3102 unchanged -",
    ]
    #expect(before.states == (rest + ["QB2602 unchanged -"]).sorted())
    let after = try run(
      sample.editing(supplement: contract) {
        $0.replacing("mentions=\"", with: "mentions=\"pay ").replacing(
          "until=\"2028", with: "until=\"2026")
      })
    #expect(after.settled == 1)
    #expect(after.states == ["QB1110 new caused"] + rest)
  }

  @Test func `tells a paper that has expired since`() throws {
    let (folder, letter) = try Self.answered()
    let sample = try DossierText(sample: Self.sample)
    let again = try Self.check(sample, folder, letter, "--on", "2027-06-01")
    #expect(!again.new.isEmpty)
    #expect(again.new.allSatisfy { $0.hasSuffix(" expired") })
  }

  @Test func `is loud about what was missed before, and wants a supervisor's reason`() throws {
    let (folder, letter) = try Self.answered()
    let sample = try DossierText(sample: Self.sample)
    // A letter from which somebody has taken an item, and sealed again.
    var text = try String(contentsOfFile: letter, encoding: .utf8)
    let items = text.matches(of: #/ *<item .*?</item>\n/#.dotMatchesNewlines()).map { String($0.0) }
    text = text.replacing(items[0], with: "")
    text = text.replacing(try Regex(" seal=\"[0-9a-f]*\""), with: "")
    try folder.write(Array(text.utf8), to: "short.xml")
    let digest = try #require(Program(named: "sha256sum"))
      .run(["\(folder.path)/short.xml"]).output.prefix(64)
    text = text.replacing(
      ">\n  <letter ", with: " seal=\"\(digest)\">\n  <letter ", maxReplacements: 1)
    let short = try folder.write(Array(text.utf8), to: "short.xml")

    let again = try Self.check(sample, folder, short)
    #expect(again.new.count == 1)
    #expect(again.new.allSatisfy { $0.hasSuffix(" missed-before") })
    let spoken = try Qibei.program(["check", "\(folder.path)/again.xml", "--against", short])
    #expect(spoken.output.contains("Missed before: 1"))
    #expect(spoken.output.contains("! Missed before: the law wants everything told at one time"))

    let notice = [
      "notice", "\(folder.path)/again.xml", "-o", "\(folder.path)/second.html", "--against", short,
    ]
    let refused = try Qibei.program(notice)
    #expect(refused.status == 1)
    #expect(refused.firstError.contains("--supervisor-reason"))
    let reasoned = try Qibei.program(notice + ["--supervisor-reason", "Overlooked by us"])
    #expect(reasoned.status == 0)
    #expect(try folder.text(of: "second.html").contains("Overlooked by us"))
  }

  @Test func `a later version of the list is a rule that has changed`() throws {
    let (folder, letter) = try Self.answered()
    let rules = "\(folder.path)/rules"
    try FileManager.default.copyItem(
      atPath: Fixture.root.appendingPathComponent("schemas").path, toPath: rules)
    let name = "work-permit-notice-abroad"
    let old = "\(rules)/checklists/\(name)/\(name).2024-12-01.xml"
    let text = try String(contentsOfFile: old, encoding: .utf8)
    try text.replacingOccurrences(
      of: "in-force-from=\"2024-12-01\" decided",
      with: "in-force-from=\"2024-12-01\" in-force-until=\"2026-03-31\" decided"
    ).write(toFile: old, atomically: true, encoding: .utf8)
    let added = """
      <requirement id="brand-new" number="90" for="applicant" class="principal" basis="service-guide"><title zh="新材料" en="New paper"/><supplement kind="merit-proof"/><remedy zh="请提供。" en="Add it."/></requirement></checklist>
      """
    try text.replacingOccurrences(of: "version=\"2024-12-01\"", with: "version=\"2026-04-01\"")
      .replacingOccurrences(
        of: "in-force-from=\"2024-12-01\" decided", with: "in-force-from=\"2026-04-01\" decided"
      ).replacingOccurrences(of: "</checklist>", with: added)
      .write(
        toFile: "\(rules)/checklists/\(name)/\(name).2026-04-01.xml", atomically: true,
        encoding: .utf8)
    let again = try Self.check(
      DossierText(sample: Self.sample), folder, letter, "--checklists", rules, "--on", "2026-04-01")
    #expect(again.new == ["QB2101 rule-changed"])
  }

  @Test func `refuses a letter that was edited, is about another dossier, or is none`() throws {
    let (folder, letter) = try Self.answered()
    let whole = try String(contentsOfFile: letter, encoding: .utf8)
    let sample = "\(folder.path)/first.xml"
    func error(_ text: String, of dossier: String = sample) throws -> (Int32, String) {
      let path = try folder.write(Array(text.utf8), to: "odd.xml")
      let result = try Qibei.program(["check", dossier, "--against", path])
      return (result.status, result.error)
    }
    let edited = try error(whole.replacing("2026-03-18", with: "2026-03-17"))
    #expect(edited.0 == 65)
    #expect(edited.1.contains("edited since it was written"))
    let other = try error(whole, of: Qibei.sample("power-company-manager"))
    #expect(other.0 == 65)
    #expect(other.1.contains("this letter is about another dossier"))
    let none = try error("<letters xmlns=\"urn:qibei:letter:1\"/>")
    #expect(none.0 == 65)
    #expect(none.1.contains("odd.xml:1:1: there is no letter in it"))
    #expect(try Qibei.program(["check", sample, "--against", "/nowhere.xml"]).status == 66)
  }

  @Test func `one fault of the file mended and another made are two`() throws {
    func dated(_ paper: String) -> (DossierText) -> DossierText {
      { text in
        text.editing(supplement: paper) { element in
          DossierText(element.xml.replacing(#/issued="[^"]*"/#, with: #"issued="2026-03-33""#))
        }
      }
    }
    let sample = try DossierText(sample: Self.sample)
    let papers = sample.supplements.filter { paper in
      sample.elements("supplement").contains {
        $0.contains(" id=\"\(paper)\"") && $0.contains(" issued=")
      }
    }
    let (folder, letter) = try Self.answered(dated(papers[0]))
    let same = try Self.check(dated(papers[0])(sample), folder, letter)
    #expect(!same.new.contains { $0.hasPrefix("QB1102") })
    let other = try Self.check(dated(papers[1])(sample), folder, letter)
    #expect(other.items.contains("QB1102 0") || other.items.contains("QB1102 false"))
    #expect(other.new.contains { $0.hasPrefix("QB1102") })
  }

  @Test func `a letter by another list is no measure, nor is its page`() throws {
    let (folder, letter) = try Self.answered()
    let other = try Qibei.program([
      "check", "\(folder.path)/first.xml", "--as", "work-permit-in-country-new", "--against",
      letter,
    ])
    #expect(other.status == 65)
    #expect(
      other.firstError
        == "qibei: \(letter): this letter is by the list of work-permit-notice-abroad, and the dossier is judged as work-permit-in-country-new; leave out --against, or add --as work-permit-notice-abroad"
    )
    let page = "\(folder.path)/n.html"
    _ = try Qibei.program(["notice", "\(folder.path)/first.xml", "-o", page])
    let printed = try Qibei.program(["check", "\(folder.path)/first.xml", "--against", page])
    #expect(printed.status == 65)
    #expect(printed.firstError.contains("give the letter's .xml"))
  }

  @Test(arguments: ["md", "text", "html"])
  func `the answer stands in every report for people`(_ format: String) throws {
    let (folder, letter) = try Self.answered()
    let result = try Qibei.program([
      "check", "\(folder.path)/first.xml", "--against", letter, "--format", format,
    ])
    #expect(result.output.contains("Letter 12 of 2026-03-18"))
  }
}
