// SPDX-License-Identifier: Apache-2.0
import Foundation
import QibeiTesting
import Testing

/// A dossier full of markers leaves none where nobody asked for one.
struct PrivacyTests {
  /// Every text and identifier of the sample with a marker in it; what rules read stays as it is.
  private static func canary() throws -> String {
    let personal =
      "id|for|person|name|surname|given|full|number|title|issuer|institution|field|employer|position|port|address|english-name|passport|text|path|permit"
    let text = try Fixture.sample("power-company-manager")
    var marked = ""
    var rest = text[...]
    var count = 0
    for match in text.matches(
      of: try Regex(" (?:\(personal))=\"([^\"]*)\"", as: (Substring, Substring).self))
    {
      let value = match.output.1
      marked += rest[..<value.startIndex]
      count += 1
      marked += "CANARY\(count)-" + value.replacing("evidence/", with: "")
      rest = rest[value.endIndex...]
    }
    return marked + rest
  }

  @Test func `says nothing of the dossier on the standard error, whatever the command`() throws {
    let folder = try TemporaryFolder()
    let text = try Self.canary()
    let sound = try folder.write(Array(text.utf8), to: "one/dossier.xml")
    let faults = [
      "", "<", String(text.dropLast(40)), text.replacing("<application", with: "<!DOCTYPE a><a"),
      text.replacing("\"/>", with: "/>"), text.replacing("<supplements>", with: "<supplements"),
      text.replacing("=\"CANARY", with: "=\"&CANARY;"), text.replacing("</person>", with: ""),
      text + "CANARY", text.replacing("=\"CANARY", with: "=CANARY"),
      text.replacing("CANARY1", with: "CANARY\u{0}"),
    ]
    var paths = [sound]
    for (index, fault) in faults.enumerated() {
      paths.append(try folder.write(Array(fault.utf8), to: "f\(index)/dossier.xml"))
    }
    let commands: [[String]] = [
      ["check"], ["check", "--json"], ["check", "--person", "nobody"], ["route"], ["plan"],
      ["window"], ["brief"], ["redact"], ["notice"], ["batch"],
    ]
    var told: [String] = []
    for path in paths {
      for command in commands {
        let result = try Program.qibei.run(command + [path])
        if result.error.contains("CANARY") { told.append("\(command) \(path): \(result.error)") }
      }
    }
    #expect(told == [])
  }

  @Test func `keeps nothing of a dossier in a ledger or a temporary file`() throws {
    let folder = try TemporaryFolder()
    let text = try Self.canary()
    for number in 0..<3 { try folder.write(Array(text.utf8), to: "in/\(number)/dossier.xml") }
    let temporary = try TemporaryFolder()
    let result = try Program.qibei.run(
      ["batch", folder.path + "/in", "-o", folder.path + "/out/"],
      environment: ["TMPDIR": temporary.path])
    #expect([1, 2].contains(result.status))
    #expect(try FileManager.default.contentsOfDirectory(atPath: temporary.path) == [])
    let walk = FileManager.default.enumerator(atPath: folder.path + "/out")
    let ledgers = (walk?.compactMap { $0 as? String } ?? []).filter { $0.contains("ledger") }
    #expect(!ledgers.isEmpty)
    for ledger in ledgers {
      #expect(try !folder.text(of: "out/\(ledger)").contains("CANARY"))
    }
  }

  @Test func `redacts to the screen or a new file, and writes over nothing`() throws {
    let folder = try TemporaryFolder()
    let input = try folder.write(Array(try Self.canary().utf8), to: "in/dossier.xml")
    let before = try folder.text(of: "in/dossier.xml")
    let shown = try Program.qibei.run(["redact", folder.path + "/in"])
    #expect(shown.status == 0)
    #expect(shown.output.hasPrefix("<?xml") && !shown.output.contains("CANARY"))
    #expect(try Program.qibei.run(["redact", input, "-o", folder.path + "/twin"]).status == 0)
    #expect(try folder.text(of: "twin/dossier.xml") == shown.output)
    #expect(try Program.qibei.run(["redact", input, "-o", input]).status == 73)
    #expect(try Program.qibei.run(["redact", input, "-o", folder.path + "/in"]).status == 73)
    #expect(try folder.text(of: "in/dossier.xml") == before)
  }
}
