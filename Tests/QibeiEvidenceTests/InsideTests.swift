// SPDX-License-Identifier: Apache-2.0
import QibeiCore
import QibeiEvidence
import QibeiFiles
import QibeiTesting
import Testing

/// What the process of its own sees inside files, and what becomes of it.
struct InsideTests {
  private static func look(_ bytes: [UInt8], _ type: FileType = .pdf) -> Inside {
    EvidenceOpener(program: Program.qibei.path).look(into: bytes, type)
  }

  private static func facts(_ change: (inout InsideFacts) -> Void) -> Inside {
    var facts = InsideFacts()
    facts.pages = 1
    change(&facts)
    return .seen(facts)
  }

  private static let white = TestJPEG.picture(width: 1654, height: 2339) { _, _ in [250, 128, 128] }
  private static let printed = TestJPEG.picture(width: 1654, height: 2339) { column, row in
    [column % 3 == 0 && row % 4 == 0 ? 20 : 250, 128, 128]
  }
  private static let grey = TestJPEG.picture(width: 830, height: 1170, isGrey: true) { column, _ in
    [column % 2 == 0 ? 20 : 250]
  }

  /// A file and what is in it.
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let bytes: [UInt8]
    let inside: Inside

    init(_ name: String, _ bytes: [UInt8], _ inside: Inside) {
      (testDescription, self.bytes, self.inside) = (name, bytes, inside)
    }
  }

  @Test(arguments: [
    Case("a page", TestPDF.page(), facts { _ in }),
    Case("nothing painted", TestPDF.page(content: "q Q % f"), facts { $0.blankPages = [1] }),
    Case(
      "text in a string only", TestPDF.page(content: "(a Tj \\) f) pop"),
      facts { $0.blankPages = [1] }),
    Case("text", TestPDF.page(content: "BT (a) Tj ET"), facts { _ in }),
    Case(
      "a script", TestPDF.page(catalogue: "/OpenAction<</S/JavaScript/JS(x)>>"),
      facts { $0.active = [.script] }),
    Case(
      "a named script", TestPDF.page(catalogue: "/Names<</JavaScript<</Names[]>>>>"),
      facts { $0.active = [.script] }),
    Case(
      "a harmless action", TestPDF.page(catalogue: "/OpenAction<</S/GoTo/D[3 0 R/Fit]>>"),
      facts { _ in }),
    Case(
      "a launch", TestPDF.page(page: "/Annots[<</Subtype/Link/A<</S/Launch/F(a.exe)>>>>]"),
      facts { $0.active = [.launch] }),
    Case(
      "an embedded file", TestPDF.page(catalogue: "/Names<</EmbeddedFiles<</Names[]>>>>"),
      facts { $0.active = [.attachment] }),
    Case(
      "a page's own action", TestPDF.page(page: "/AA<</O<</S/SubmitForm>>>>"),
      facts { $0.active = [.submission] }),
    Case(
      "an action behind another",
      TestPDF.page(catalogue: "/OpenAction<</S/GoTo/Next<</S/JavaScript>>>>"),
      facts { $0.active = [.script] }),
    Case(
      "actions in a circle",
      TestPDF.page(catalogue: "/OpenAction 5 0 R", Array("<</S/GoTo/Next 5 0 R>>".utf8)),
      facts { _ in }),
    Case(
      "locked", TestPDF.locked,
      .seen(
        {
          var facts = InsideFacts(); facts.needsPassword = true; return facts
        }())),
    Case("restricted", TestPDF.restricted, facts { $0.isRestricted = true }),
    Case(
      "a scan", TestPDF.scan(printed, width: 1654, height: 2339),
      facts { $0.scans = [PageScan(page: 1, resolution: 200, isGrey: false)] }),
    Case(
      "a coarse grey scan", TestPDF.scan(grey, width: 830, height: 1170, isGrey: true),
      facts { $0.scans = [PageScan(page: 1, resolution: 100, isGrey: true)] }),
    Case(
      "a scan of nothing", TestPDF.scan(white, width: 1654, height: 2339),
      facts {
        $0.scans = [PageScan(page: 1, resolution: 200, isGrey: false)]; $0.blankPages = [1]
      }),
    Case("three pages", TestPDF.tree("/Kids[3 0 R 3 0 R 3 0 R]/Count 3"), facts { $0.pages = 3 }),
    Case("a count that lies", TestPDF.tree("/Kids[3 0 R]/Count 2147483647"), facts { _ in }),
    Case(
      "a table that goes in a circle",
      TestPDF.file(
        [
          Array("<</Type/Catalog/Pages 2 0 R>>".utf8),
          Array("<</Type/Pages/Kids[3 0 R]/Count 1>>".utf8),
          Array("<</Type/Page/Parent 2 0 R/Contents 4 0 R>>".utf8),
          TestPDF.stream(Array("0 0 1 1 re f".utf8)),
        ], trailer: "/Prev 254"), facts { _ in }),
  ])
  func `sees what is inside a PDF`(_ file: Case) {
    #expect(Self.look(file.bytes) == file.inside)
  }

  @Test(arguments: [
    Case("pages in a circle", TestPDF.tree("/Kids[2 0 R 3 0 R]/Count 2"), .notLooked),
    Case("no page", TestPDF.tree("/Kids[]/Count 0"), .notLooked),
    Case(
      "arrays in arrays",
      TestPDF.page(
        catalogue: "/D " + String(repeating: "[", count: 100_000)
          + String(repeating: "]", count: 100_000)), .notLooked),
    Case(
      "noise",
      Array("%PDF-1.7\n".utf8) + (0..<20_000).map { UInt8(truncatingIfNeeded: $0 &* $0 &* 31 >> 3) }
        + Array("\n%%EOF\n".utf8), .notLooked),
  ])
  func `says that a PDF without a page is damaged`(_ file: Case) {
    var facts = InsideFacts()
    facts.isDamaged = true
    #expect(Self.look(file.bytes) == .seen(facts))
  }

  @Test func `gives up on a page that swells, and goes on with the next file`() throws {
    let zeros = try #require(Deflate.shrink([UInt8](repeating: 32, count: 220 << 20)))
    let opener = EvidenceOpener(program: Program.qibei.path)
    let bomb = TestPDF.tree(
      "/Kids[3 0 R]/Count 1", content: Self.zlib(zeros), "/Filter/FlateDecode")
    #expect(bomb.count < 1 << 20)
    #expect(opener.look(into: bomb, .pdf) == .failed)
    #expect(opener.look(into: TestPDF.page(), .pdf) == Self.facts { _ in })
  }

  @Test func `gives up on a file that takes too long, and goes on with the next`() throws {
    let words = Array(String(repeating: "q ", count: 4 << 20).utf8)
    let packed = Self.zlib(try #require(Deflate.shrink(words)))
    let slow = TestPDF.tree(
      "/Kids[\(String(repeating: "3 0 R ", count: 2_000))]/Count 2000", content: packed,
      "/Filter/FlateDecode")
    let opener = EvidenceOpener(program: Program.qibei.path)
    #expect(opener.look(into: slow, .pdf) == .failed)
    #expect(opener.look(into: TestPDF.page(), .pdf) == Self.facts { _ in })
  }

  @Test func `has an answer where there is no program`() {
    #expect(EvidenceOpener(program: "/nowhere").look(into: TestPDF.page(), .pdf) == .failed)
    #expect(EvidenceOpener(program: "/bin/true").look(into: TestPDF.page(), .pdf) == .failed)
    #expect(EvidenceOpener(program: "/bin/cat").look(into: TestPDF.page(), .pdf) == .failed)
  }

  @Test func `has an answer for a file that breaks off at any byte`() {
    let opener = EvidenceOpener(program: Program.qibei.path)
    let end = Array("\n%%EOF\n".utf8)
    let whole = TestPDF.page()
    for count in 0..<whole.count {
      #expect(opener.look(into: whole.prefix(count) + end, .pdf) != .failed, "PDF \(count)")
    }
    let picture = TestJPEG.picture(width: 64, height: 64) { column, row in [column * row, 128, 128]
    }
    for count in 2..<picture.count {
      let inside = opener.look(into: Array(picture.prefix(count)), .jpeg)
      guard case .seen(let facts) = inside else {
        Issue.record("JPEG \(count): \(inside)")
        continue
      }
      if count < picture.count - 4 { #expect(facts.isDamaged, "JPEG \(count)") }
    }
  }

  @Test func `has an answer for a file with any byte turned`() {
    let opener = EvidenceOpener(program: Program.qibei.path)
    for (whole, type) in [
      (TestPDF.scan(Self.grey, width: 830, height: 1170), FileType.pdf), (TestPDF.restricted, .pdf),
    ] {
      for at in stride(from: 0, to: min(whole.count, 900), by: 3) {
        var bytes = whole
        bytes[at] ^= 0x15
        _ = opener.look(into: bytes, type)
      }
    }
    // It answers no more once it has died of a few.
    #expect(opener.look(into: TestPDF.page(), .pdf) == Self.facts { _ in })
  }

  @Test func `measures the border of a photograph`() {
    let plain = TestJPEG.picture(width: 400, height: 560) { column, row in
      (10..<40).contains(column) && row > 10 ? [90, 100, 160] : [240, 128, 128]
    }
    var facts = InsideFacts()
    facts.border = PictureBorder(red: 240, green: 240, blue: 240, spread: 0)
    #expect(Self.look(plain, .jpeg) == .seen(facts))
    let half = TestJPEG.picture(width: 400, height: 560) { column, _ in
      [column < 25 ? 200 : 240, 128, 128]
    }
    facts.border = PictureBorder(red: 220, green: 220, blue: 220, spread: 20)
    #expect(Self.look(half, .jpeg) == .seen(facts))
    let blue = TestJPEG.picture(width: 400, height: 560) { _, _ in [100, 192, 100] }
    guard case .seen(let seen) = Self.look(blue, .jpeg), let border = seen.border else {
      Issue.record("not seen")
      return
    }
    #expect(border.blue > 180 && border.red < 80)
  }

  // With the header and the check value that zlib puts around a deflated stream; readers go without the latter.
  private static func zlib(_ deflated: [UInt8]) -> [UInt8] {
    [0x78, 0xDA] + deflated + [0, 0, 0, 0]
  }
}
