// SPDX-License-Identifier: Apache-2.0
import Foundation
import QibeiCore
import QibeiEvidence
import QibeiFiles
import QibeiTesting
import QibeiValidation
import Testing

/// A sample's folder with real files, one of them changed, judged like any other.
struct EvidenceInspectorTests {
  private static let sample = "schemas/samples/residence-work-first-complete"
  private static let photo = "evidence/05-photo.jpg"
  private static let passport = "evidence/01-passport.pdf"

  /// What somebody did to the folder.
  enum Change: String, CaseIterable, CustomTestStringConvertible {
    case nothing, deleted, renamedCase, linked, linkedFolder, folderInstead, replacedText, truncated
    case otherScan, program, emptied, unmentionedScan, unmentionedNote, position, png, immeasurable
    var testDescription: String { rawValue }
  }

  private static func folder(_ change: Change) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(Fixture.bytes(of: "\(sample)/dossier.xml"), to: "dossier.xml")
    for name in Fixture.names(in: "\(sample)/evidence") {
      try folder.write(Fixture.bytes(of: "\(sample)/evidence/\(name)"), to: "evidence/\(name)")
    }
    let files = FileManager.default
    let passport = folder.url.appendingPathComponent(Self.passport)
    let evidence = folder.url.appendingPathComponent("evidence")
    let bytes = try [UInt8](Data(contentsOf: passport))
    switch change {
    case .nothing: break
    case .deleted: try files.removeItem(at: passport)
    case .renamedCase:
      try files.moveItem(at: passport, to: evidence.appendingPathComponent("01-Passport.pdf"))
    case .linked:
      try files.moveItem(at: passport, to: folder.url.appendingPathComponent("elsewhere"))
      try files.createSymbolicLink(
        at: passport, withDestinationURL: folder.url.appendingPathComponent("elsewhere"))
    case .linkedFolder:
      try files.moveItem(at: evidence, to: folder.url.appendingPathComponent("other"))
      try files.createSymbolicLink(
        at: evidence, withDestinationURL: folder.url.appendingPathComponent("other"))
    case .folderInstead:
      try files.removeItem(at: passport)
      try files.createDirectory(at: passport, withIntermediateDirectories: false)
    case .replacedText: try folder.write(Array("A note.".utf8), to: Self.passport)
    case .truncated: try folder.write(bytes.prefix(900), to: Self.passport)
    case .otherScan:
      let other = folder.url.appendingPathComponent("evidence/02-visa-page.pdf")
      try folder.write([UInt8](Data(contentsOf: other)), to: Self.passport)
    case .program: try folder.write(Array("\u{7F}ELF\u{2}\u{1}".utf8), to: Self.passport)
    case .emptied: try folder.write([], to: Self.passport)
    case .unmentionedScan: try folder.write(bytes, to: "更多/附页.pdf")
    case .unmentionedNote: try folder.write(Array("to do".utf8), to: "notes.txt")
    case .position:
      let picture = folder.url.appendingPathComponent(Self.photo)
      let own = try [UInt8](Data(contentsOf: picture))
      try folder.write(own.prefix(2) + TestJPEG.position + own.dropFirst(2), to: Self.photo)
    case .png: try folder.write(Pictures.dot, to: Self.photo)
    case .immeasurable: try folder.write(Pictures.immeasurable, to: Self.passport)
    }
    return folder
  }

  @Test(
    arguments: [
      (.nothing, []),
      (.deleted, ["QB2502 evidence/01-passport.pdf"]),
      (.renamedCase, ["QB2502 evidence/01-passport.pdf", "QB2504 evidence/01-Passport.pdf"]),
      (.linked, ["QB2503 evidence/01-passport.pdf", "QB2504 elsewhere"]),
      (.folderInstead, ["QB2503 evidence/01-passport.pdf"]),
      (.replacedText, ["QB2505 evidence/01-passport.pdf", "QB2507 evidence/01-passport.pdf"]),
      (.truncated, ["QB2501 evidence/01-passport.pdf", "QB2505 evidence/01-passport.pdf"]),
      (
        .otherScan,
        [
          "QB2505 evidence/01-passport.pdf",
          "QB2508 evidence/01-passport.pdf evidence/02-visa-page.pdf",
        ]
      ),
      (.program, ["QB2505 evidence/01-passport.pdf", "QB2507 evidence/01-passport.pdf"]),
      (.emptied, ["QB2505 evidence/01-passport.pdf", "QB2507 evidence/01-passport.pdf"]),
      (.unmentionedScan, ["QB2504 更多/附页.pdf"]),
      (.unmentionedNote, []),
      (.position, ["QB2505 evidence/05-photo.jpg", "QB2509 evidence/05-photo.jpg"]),
      (
        .png,
        [
          "QB2505 evidence/05-photo.jpg", "QB2506 evidence/05-photo.jpg",
          "QB2511 evidence/05-photo.jpg", "QB2513 evidence/05-photo.jpg",
          "QB2514 evidence/05-photo.jpg", "QB2515 evidence/05-photo.jpg",
        ]
      ),
      (
        .immeasurable,
        [
          "QB2505 evidence/01-passport.pdf", "QB2506 evidence/01-passport.pdf",
          "QB2510 evidence/01-passport.pdf", "QB9118 evidence/01-passport.pdf",
        ]
      ),
    ] as [(Change, [String])])
  func `finds what was done to one file, and nothing else`(
    _ change: Change, _ expected: [String]
  ) throws {
    #expect(try Self.findings(Self.folder(change)) == expected)
  }

  @Test func `opens nothing behind a folder that is a link`() throws {
    let found = try Self.findings(Self.folder(.linkedFolder))
    #expect(found.filter { $0.hasPrefix("QB2503") }.count == 10)
    let others = found.filter { !$0.hasPrefix("QB2503") && !$0.hasPrefix("QB2504 other/") }
    #expect(others.isEmpty)
  }

  @Test func `a file that nobody may read is not passed`() throws {
    let folder = try Self.folder(.nothing)
    let bytes = try DossierText(sample: "residence-work-first-complete").bytes
    let validation = try DossierValidator(Fixture.library.get()).validate(
      bytes, ValidationRequest(today: Fixture.day)
    ) { paths in
      EvidenceFiles(
        files: Dictionary(uniqueKeysWithValues: paths.map { ($0.path, .unreadable) }),
        unmentioned: [])
    }
    withExtendedLifetime(folder) {}
    #expect(validation.assessment.verdict == .undetermined)
    #expect(
      validation.assessment.findings.map(\.kind.code) == Array(repeating: "QB9114", count: 10))
  }

  @Test func `without a folder it says that scans were not opened, and judges the rest`() throws {
    let bytes = try DossierText(sample: "residence-work-first-complete").bytes
    let validation = try DossierValidator(Fixture.library.get()).validate(
      bytes, ValidationRequest(today: Fixture.day)
    ) { _ in nil }
    #expect(validation.assessment.findings.map(\.kind.code) == ["QB8103"])
    #expect(validation.assessment.verdict == .complete)
  }

  private static func findings(_ folder: TemporaryFolder) throws -> [String] {
    let bytes = try [UInt8](
      Data(contentsOf: folder.url.appendingPathComponent("dossier.xml")))
    let evidence = EvidenceInspector(
      DossierFolder(folder.path), listsUnmentioned: true,
      opener: EvidenceOpener(program: Program.qibei.path), zoneReader: nil)
    let validation = try DossierValidator(Fixture.library.get()).validate(
      bytes, ValidationRequest(today: Fixture.day), inspecting: evidence.inspect)
    // The window looks at every photograph.
    let found = validation.assessment.findings.filter { $0.kind.code != "QB8104" }
    return found.map { finding in
      let paths = (finding.limit ?? finding.seen).map(texts) ?? []
      return ([finding.kind.code] + paths).joined(separator: " ")
    }.sorted()
  }

  private static func texts(_ value: FindingValue) -> [String] {
    switch value {
    case .text(let text): [text]
    case .list(let values): values.flatMap(texts)
    default: []
    }
  }

  /// A paper with one file of these bytes, of which the dossier states what it states.
  private static func codes(
    _ bytes: [UInt8], as name: String = "f.pdf", kind: String = "employment-contract",
    paper: String = "", file: String = "", category: String = "work-permit-in-country-new",
    opener: EvidenceOpener? = EvidenceOpener(program: Program.qibei.path)
  ) throws -> [String] {
    let folder = try TemporaryFolder()
    try folder.write(bytes, to: name)
    let text = DossierText.small(
      application: #"category="\#(category)" place="320200""#,
      supplements:
        #"<supplement id="s1" kind="\#(kind)" for="p1" \#(paper)><file path="\#(name)" \#(file)/></supplement>"#
    )
    let evidence = EvidenceInspector(
      DossierFolder(folder.path), listsUnmentioned: true, opener: opener, zoneReader: nil)
    let validation = try DossierValidator(Fixture.library.get()).validate(
      text.bytes, ValidationRequest(today: Fixture.day), inspecting: evidence.inspect)
    return validation.assessment.findings.filter {
      $0.kind.code.hasPrefix("QB25")
        || ["QB8105", "QB9116", "QB9117", "QB9118"].contains($0.kind.code)
    }.map { "\($0.kind.code) \($0.disposition)" }
  }

  @Test func `tells what the inside of a PDF shows`() throws {
    #expect(try Self.codes(TestPDF.page()) == [])
    #expect(try Self.codes(TestPDF.locked) == ["QB2517 supplement"])
    #expect(try Self.codes(TestPDF.restricted) == ["QB2518 advise"])
    #expect(try Self.codes(TestPDF.tree("/Kids[]/Count 0")) == ["QB2501 supplement"])
    #expect(try Self.codes(TestPDF.page(content: "q Q")) == ["QB2520 advise"])
    #expect(
      try Self.codes(TestPDF.page(catalogue: "/OpenAction<</S/JavaScript/JS(x)>>"))
        == ["QB2521 advise"])
  }

  @Test(arguments: [
    ("", "", []), ("", #"pages="3""#, []), ("", #"pages="2""#, ["QB2519 fixNow"]),
    ("", #"pages="4""#, ["QB2519 fixNow"]), (#"pages="3""#, "", []), (#"pages="2""#, "", []),
    (#"pages="4""#, "", ["QB2519 fixNow"]), (#"pages="4""#, #"pages="4""#, ["QB2519 fixNow"]),
    (#"pages="4""#, #"pages="3""#, ["QB2519 fixNow"]),
  ])
  func `counts the pages of a paper`(_ paper: String, _ file: String, _ expected: [String]) throws {
    let three = TestPDF.tree("/Kids[3 0 R 3 0 R 3 0 R]/Count 3")
    #expect(try Self.codes(three, paper: paper, file: file) == expected)
  }

  @Test func `holds scans against the standard of the online system`() throws {
    let grey = TestJPEG.picture(width: 1700, height: 2339, isGrey: true) { column, row in
      [column % 2 == row % 3 ? 30 : 240]
    }
    let scan = TestPDF.scan(grey, width: 1700, height: 2339, isGrey: true)
    #expect(try Self.codes(scan) == ["QB2523 supplement"])
    #expect(try Self.codes(grey, as: "f.jpg") == ["QB2523 supplement"])
    #expect(try Self.codes(scan, category: "residence-work-first") == [])
    let stuffed = TestPDF.page(
      content: "0 0 9 9 re f", TestPDF.stream(Array(repeating: 65, count: 1 << 20)))
    #expect(try Self.codes(stuffed) == ["QB2522 advise"])
  }

  @Test func `names the coarse pages of a scan`() throws {
    let picture = TestJPEG.picture(width: 830, height: 1170) { column, row in
      [column % 2 == row % 3 ? 30 : 240, 128, 128]
    }
    #expect(try Self.codes(TestPDF.scan(picture, width: 830, height: 1170)) == ["QB2510 advise"])
  }

  @Test func `a picture that breaks off is damaged although its end mark is there`() throws {
    let picture = TestJPEG.picture(width: 800, height: 800) { column, row in
      [column + row, 128, 128]
    }
    let cut = Array(picture.prefix(picture.count / 2)) + [0xFF, 0xD9]
    #expect(try Self.codes(cut, as: "f.jpg") == ["QB2501 supplement"])
  }

  @Test func `never opens a picture of too many pixels`() throws {
    let huge = TestJPEG.picture(width: 16, height: 16) { _, _ in [9, 128, 128] }
    var bytes = huge
    let frame = try #require(huge.indices.first { huge[$0] == 0xFF && huge[$0 + 1] == 0xC0 })
    bytes.replaceSubrange((frame + 5)..<(frame + 9), with: [0xFF, 0xFF, 0xFF, 0xFF])
    #expect(try Self.codes(bytes, as: "f.jpg") == ["QB9118 unchecked"])
  }

  @Test func `says that nobody looked inside, or that nobody could`() throws {
    #expect(try Self.codes(TestPDF.page(), opener: nil) == ["QB8105 look"])
    #expect(
      try Self.codes(TestPDF.page(), opener: EvidenceOpener(program: "/nowhere"))
        == ["QB9116 unchecked"])
  }
}
