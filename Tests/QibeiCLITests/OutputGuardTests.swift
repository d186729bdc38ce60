// SPDX-License-Identifier: Apache-2.0
import Foundation
import QibeiTesting
import Testing

/// What is read is never written over.
struct OutputGuardTests {
  private static let sample = "work-permit-notice-abroad-incomplete"

  @Test(arguments: [
    ["check", "d", "-q", "-o", "d/dossier.xml"],
    ["check", "d/dossier.xml", "-q", "-o", "d/../d/dossier.xml"],
    ["check", "d", "-q", "--against", "letter.xml", "-o", "letter.xml"],
    ["notice", "d", "-o", "d/dossier.xml"],
    ["notice", "d", "--against", "letter.xml", "-o", "letter.xml"],
    ["brief", "d.html", "-o", "d.html"],
    ["plan", "d.html", "-o", "d.html"],
    ["window", "d.html", "-o", "d.html"],
  ])
  func `a dossier or a letter is refused as an output`(_ arguments: [String]) throws {
    let folder = try TemporaryFolder()
    let text = try Fixture.sample(Self.sample)
    for name in ["d/dossier.xml", "d.html"] { try folder.write(text.utf8, to: name) }
    let letter = try Program.qibei.run(["notice", "d", "-o", "letter.xml"], in: folder.url)
    #expect(letter.status == 0)
    let before = try ["d/dossier.xml", "d.html", "letter.xml"].map { try folder.bytes(of: $0) }
    let result = try Program.qibei.run(
      arguments, environment: ["QIBEI_LANG": "en"], in: folder.url)
    #expect(result.status == 64)
    #expect(
      result.firstError.hasSuffix("is what is read and is not written over; choose another name"))
    #expect(
      try ["d/dossier.xml", "d.html", "letter.xml"].map { try folder.bytes(of: $0) } == before)
  }

  @Test func `every output that is named is written`() throws {
    let folder = try TemporaryFolder()
    let sample = "\(Fixture.path)/schemas/samples/\(Self.sample)"
    let names = ["a.html", "b.ics", "c.json", "d.txt"]
    let outputs = names.flatMap { ["-o", $0] }
    for command in ["plan", "window"] {
      let result = try Program.qibei.run([command, sample] + outputs, in: folder.url)
      #expect(result.error == "")
      for name in names {
        #expect(try !folder.bytes(of: name).isEmpty, "\(command) \(name)")
        try FileManager.default.removeItem(at: folder.url.appendingPathComponent(name))
      }
    }
    for outputs in [
      ["-o", "a.csv", "-o", "b.csv"], ["-o", "r/", "-o", "c.csv"], ["-o", "c.html", "-o", "r/"],
      ["-o", "r/", "-o", "s/"],
    ] {
      let result = try Program.qibei.run(["batch", sample] + outputs, in: folder.url)
      #expect(result.status == 64, "\(outputs)")
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
    }
  }
}
