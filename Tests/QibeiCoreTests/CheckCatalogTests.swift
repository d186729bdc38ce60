// SPDX-License-Identifier: Apache-2.0
import Foundation
import QibeiCore
import QibeiTesting
import Testing

struct CheckCatalogTests {
  private static let checks: [CheckDescription] = CheckCatalog.all.map { $0.description }

  @Test func `lists every file in BuiltIn`() {
    let listed = CheckCatalog.all.map { "\($0).swift" }.sorted()
    #expect(listed == Fixture.names(in: "Sources/QibeiCore/Checks/BuiltIn"))
  }

  @Test func `has no name and no code twice`() {
    let names = Self.checks.map(\.name)
    #expect(names.sorted() == Set(names).sorted())
    let kinds =
      FindingKind.structure + FindingKind.engine + FindingKind.conflicts + FindingKind.numbers
      + FindingKind.evidence + FindingKind.validation
      + [FindingKind.notStated]
    // Checks share kinds; two kinds that are not the same object may not share a code.
    var owners: [String: ObjectIdentifier] = [:]
    var doubled: [String] = []
    for kind in kinds + Self.checks.flatMap(\.kinds) {
      let owner = owners[kind.code]
      if owner != nil, owner != ObjectIdentifier(kind) { doubled.append(kind.code) }
      owners[kind.code] = ObjectIdentifier(kind)
    }
    #expect(doubled == [])
  }

  @Test(arguments: checks.map(\.name))
  func `has a passing example, and a failing one for each code`(_ name: String) throws {
    let check = try #require(Self.checks.first { $0.name == name })
    let passing = check.examples.filter(\.finds.isEmpty).map(\.title)
    #expect(passing != [])
    let shown = Set(check.examples.flatMap(\.finds))
    #expect(check.kinds.map(\.code).filter { !shown.contains($0) } == [])
    let own = Set(check.kinds.map(\.code) + [FindingKind.notStated.code])
    #expect(shown.filter { !own.contains($0) }.sorted() == [])
  }

  @Test(arguments: checks.map(\.name))
  func `is told in the guide, with its parameters and codes`(_ name: String) throws {
    let check = try #require(Self.checks.first { $0.name == name })
    let lines = try Fixture.text(of: "Sources/QibeiCore/QibeiCore.docc/Checks.md").split(
      separator: "\n")
    let start = try #require(
      lines.firstIndex { $0.hasPrefix("| `\(name)` | | \(check.summary.en) \(check.summary.zh) |") }
    )
    for kind in check.kinds { #expect(lines[start].contains(kind.code)) }
    let rows = lines[(start + 1)...].prefix { $0.hasPrefix("| | `") }
    #expect(
      rows.map { String($0.split(separator: "`")[1]) } == check.parameters.map(\.name))
  }

  @Test(arguments: CheckCatalog.findingKinds.map(\.code))
  func `speaks both languages with the same values and no reproach`(_ code: String) throws {
    let kind = try #require(CheckCatalog.findingKinds.first { $0.code == code })
    let texts = [kind.tag, kind.meaning, kind.message] + [kind.remedy].compactMap(\.self)
    for text in texts {
      #expect(!text.zh.isEmpty && !text.en.isEmpty)
      #expect(Self.placeholders(text.zh) == Self.placeholders(text.en))
      #expect(["无效", "非法", "错误", "您忘了"].filter(text.zh.contains) == [])
      let words = text.en.lowercased().split { !$0.isLetter }.map(String.init)
      #expect(["invalid", "forbidden", "failed", "please"].filter(words.contains) == [])
    }
  }

  @Test func `keeps the codes that have been published`() {
    #expect(CheckCatalog.findingKinds.map(\.code).joined(separator: " ") == Self.published)
  }

  private static func placeholders(_ text: String) -> [String] {
    Set(text.matches(of: /\{[a-z]*\}/).map { String($0.output) }).sorted()
  }

  private static let published = """
    QB0101 QB1001 QB1002 QB1003 QB1004 QB1005 QB1006 QB1007 QB1101 QB1102 QB1103 QB1104 \
    QB1105 QB1106 QB1107 QB1108 QB1109 QB1110 QB1201 QB1202 QB1203 QB1204 QB1205 QB1206 QB2101 QB2103 QB2104 QB2106 \
    QB2107 QB2108 QB2109 QB2110 QB2111 QB2201 QB2202 QB2203 QB2204 QB2301 QB2302 QB2303 QB2401 QB2402 QB2403 QB2501 \
    QB2502 QB2503 QB2504 QB2505 QB2506 QB2507 QB2508 QB2509 QB2510 QB2511 QB2512 QB2513 QB2514 QB2515 \
    QB2516 QB2517 QB2518 QB2519 QB2520 QB2521 QB2522 QB2523 QB2524 QB2525 QB2526 QB2527 QB2601 \
    QB2602 QB2603 QB2604 QB2605 QB2701 QB3101 QB3102 QB3103 QB3104 QB3105 QB3201 QB3202 QB3301 QB3401 \
    QB4101 QB4102 QB4103 QB4104 QB4201 QB4202 QB4203 QB4204 QB4205 QB4206 QB4301 QB4302 QB4303 \
    QB4304 QB4305 QB4306 QB4307 QB4308 QB4309 QB4310 QB6101 QB6102 QB6103 QB8101 \
    QB8102 QB8103 QB8104 QB8105 QB8106 QB8107 QB9001 QB9101 QB9102 QB9103 QB9104 QB9105 QB9106 QB9107 QB9108 QB9109 QB9110 QB9111 \
    QB9112 QB9113 QB9114 QB9115 QB9116 QB9117 QB9118 QB9119 QB9120 QB9121 QB9122
    """
}
