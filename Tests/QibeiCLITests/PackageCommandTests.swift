// SPDX-License-Identifier: Apache-2.0
import Foundation
import QibeiTesting
import Testing

/// `pack`, `unpack` and checking what they made.
struct PackageCommandTests {
  private static let sample = "schemas/samples/power-company-manager"

  @Test func `a package is judged like its folder, and unpacks to the same files`() throws {
    let folder = try TemporaryFolder()
    let (package, again) = ("\(folder.path)/a.zip", "\(folder.path)/b.zip")
    let packed = try Qibei.run("pack", Self.sample, "-o", package)
    #expect(packed.status == 0, "\(packed.error)")
    #expect(packed.output == "\(package): dossier.xml and 14 files\n")
    let report = try Qibei.run("check", package, "--lang", "en", "-v")
    #expect(report.status == 1)
    let own = try Qibei.run("check", Self.sample, "--lang", "en", "-v")
    #expect(report.output.replacingOccurrences(of: package, with: Self.sample) == own.output)

    let target = "\(folder.path)/out"
    let unpacked = try Qibei.run("unpack", package, "-o", target)
    #expect(unpacked.status == 0, "\(unpacked.error)")
    #expect(unpacked.output == "\(target)/: 15 files\n")
    #expect(try Qibei.run("pack", target, "-o", again).status == 0)
    #expect(FileManager.default.contentsEqual(atPath: package, andPath: again))
    let refused = try Qibei.run("unpack", package, "-o", target)
    #expect(refused.status == 73)
    #expect(
      refused.firstError == "qibei: \(target): the folder is not empty, so nothing was unpacked")
  }

  @Test func `packs what the dossier mentions, and says what it leaves out`() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      DossierText.small(
        supplements: #"<supplement id="s1" kind="photo" for="p1"><file path="a.jpg"/></supplement>"#
      ).bytes, to: "d/dossier.xml")
    try folder.write([1], to: "d/notes.txt")
    let missing = try Qibei.run("pack", "\(folder.path)/d", "-o", "\(folder.path)/a.zip")
    #expect(missing.status == 66)
    #expect(missing.error == "qibei: a.jpg: no such file or folder\n")
    #expect(!FileManager.default.fileExists(atPath: "\(folder.path)/a.zip"))
    try folder.write([1], to: "d/a.jpg")
    let packed = try Qibei.run("pack", "\(folder.path)/d", "-o", "\(folder.path)/a.zip")
    #expect(packed.output.hasSuffix("Left out 1 that the dossier does not mention:\n  notes.txt\n"))
  }

  @Test func `a package that is none gives every reason and nothing else`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(Array("<dossier/> is no archive at all".utf8), to: "a.zip")
    for command in ["check", "unpack"] {
      let run = try Qibei.run(command, path)
      #expect(run.status == 65)
      #expect(run.output == "")
      #expect(
        run.error
          == "qibei: \(path): not a ZIP archive; compress the dossier's folder again, or use qibei pack\n"
      )
    }
    #expect(try Qibei.run("check", "\(folder.path)/none.zip").status == 66)
    #expect(try Qibei.run("pack", folder.path, "-o", "x.zip").status == 66)
    #expect(try Qibei.run("pack", Self.sample, "-o", "\(folder.path)/x.xml").status == 64)
    #expect(try Qibei.run("pack", Self.sample, "-o", "\(folder.path)/no/x.zip").status == 73)
  }

  @Test func `reads passports when asked to`() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      Fixture.bytes(of: "Tests/QibeiEvidenceTests/Pictures/passport.jpg"), to: "p.jpg")
    let dossier = """
      <dossier xmlns="urn:qibei:dossier:1">
        <application category="residence-work-first" place="320200" submission="2026-03-16"/>
        <person id="p1" role="applicant"><passport number="X12345679"/></person>
        <supplements><supplement id="s1" kind="passport" for="p1"><file path="p.jpg"/></supplement></supplements>
      </dossier>
      """
    try folder.write(Array(dossier.utf8), to: "dossier.xml")
    let plain = try Qibei.run("check", folder.path, "-v")
    #expect(!plain.output.contains("QB8106"))
    #expect(plain.output.contains("p.jpg: JPEG, 38 KB, 1480×1050, 300 dpi, 8 bits a pixel"))
    let reading = try Qibei.run("check", folder.path, "-v", "--read-passports")
    let words = reading.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(
      words.contains(
        "the passport number in p.jpg reads number ending 5678, typed is number ending 5679"))
    #expect(reading.output.contains("machine-readable zone read"))
  }
}
