// SPDX-License-Identifier: Apache-2.0
import QibeiTesting

/// Packages that are too much, damaged, or not what they say (67, 68 and 70).
enum ZipCases {
  static var all: [HostileCase] { bombs + damaged + contents }

  private static let dossier = ZipNameCases.dossier

  private static func zip(
    _ number: Int, _ name: String, _ archive: TestArchive, exit: Int32 = 65, _ words: String...
  ) -> HostileCase { ZipNameCases.zip(number, name, archive.bytes, exit: exit, words) }

  /// An entry with a deflated body that gives zeros.
  private static func zeros(_ name: String, stated size: Int, _ body: [UInt8]) -> TestArchive.Entry
  {
    var entry = TestArchive.Entry(name, "")
    entry.body = body
    entry.method = 8
    entry.size = size
    entry.check = 0
    return entry
  }

  /// Deflated by hand (RFC 1951, fixed codes): one zero, and then the zero 258 times, over and over.
  ///
  /// Length 258 is the code 11000101, distance 1 is 00000: thirteen bits, so eight of them fill thirteen bytes.
  private static func deflatedZeros(_ count: Int) -> [UInt8] {
    var bits: [Bool] = [true, true, false, false, false, true, true, false, false, false, false]
    let run = "1100010100000".map { $0 == "1" }
    var bytes: [UInt8] = []
    func flush() {
      while bits.count >= 8 {
        bytes.append((0..<8).reduce(0) { $0 | (bits[$1] ? 1 << UInt8($1) : 0) })
        bits.removeFirst(8)
      }
    }
    for _ in 0..<8 { bits += run }
    flush()
    // From here on every eight runs look the same.
    let rest = bits
    for _ in 0..<8 { bits += run }
    let start = bytes.count
    flush()
    precondition(bits == rest)
    let period = Array(bytes[start...])
    for _ in 0..<(count / 258 / 8) { bytes += period }
    bits += Array(repeating: false, count: 7)
    flush()
    return bytes + [0]
  }

  private static let bombs: [HostileCase] = [
    zip(
      67, "zip-1-gb-of-zeros",
      TestArchive([dossier, zeros("a.pdf", stated: 1 << 30, deflatedZeros(1 << 30))]),
      "would unpack to 1073 MB"),
    zip(
      67, "zip-1-gb-said-small",
      TestArchive([dossier, zeros("a.pdf", stated: 1_000, deflatedZeros(1 << 30))]),
      "“a.pdf” is damaged"),
    zip(
      67, "zip-290-mb-of-zeros",
      TestArchive([
        dossier, zeros("a.pdf", stated: 290_000_000, deflatedZeros(290_000_000)),
      ]), "“a.pdf” is compressed more than 100 to 1"),
    // Just dense enough to be taken: eight files of 37 MB each.
    zip(
      67, "zip-300-mb",
      TestArchive(
        [dossier]
          + (0..<8).map {
            zeros("\($0).pdf", stated: 37_000_000, deflatedZeros(1_000_000) + times(400_000))
          }), "is damaged"),
    zip(
      67, "zip-70000-entries", TestArchive([dossier] + (0..<64_999).map { .init("f\($0)", "") }),
      "holds 65000 files; 500 are the most"),
    zip(
      67, "zip-overlapping",
      TestArchive(
        [dossier, zeros("a", stated: 5_000_000, deflatedZeros(20_000_000))]
          + (0..<400).map { index in
            var entry = zeros("a\(index)", stated: 5_000_000, [])
            entry.place = 0
            return entry
          }), "the archive says two things about"),
  ]

  private static func times(_ count: Int) -> [UInt8] { [UInt8](repeating: 0x55, count: count) }

  private static let whole = TestArchive([dossier, .init("a.pdf", "%PDF-1.7 %%EOF")])

  private static func changed(
    _ name: String, _ words: String, _ change: (inout TestArchive) -> Void
  ) -> HostileCase {
    var archive = whole
    change(&archive)
    return zip(68, "zip-\(name)", archive, words)
  }

  private static let damaged: [HostileCase] = [
    ZipNameCases.zip(68, "zip-truncated", whole.bytes.dropLast(30), ["cut off or damaged"]),
    ZipNameCases.zip(68, "zip-half", Array(whole.bytes.prefix(200)), ["cut off or damaged"]),
    changed("prefixed", "something before the archive") { $0.before = Sample.utf8("MZ evil") },
    changed("trailing", "something behind the archive") { $0.after = Sample.utf8("evil") },
    changed("check-value", "“a.pdf” is damaged") { $0.entries[1].check = 1 },
    changed("size-lie", "“a.pdf” is damaged") { $0.entries[1].size = 5 },
    changed("two-names", "says two things about “a.pdf”") {
      $0.entries[1].localName = Sample.utf8("b.pdf")
    },
    changed("encrypted", "“a.pdf” is encrypted") { $0.entries[1].flags = 1 },
    changed("other-method", "“a.pdf” is compressed by method 12") { $0.entries[1].method = 12 },
    changed("empty", "the archive is empty") { $0.entries = [] },
    ZipNameCases.zip(68, "zip-no-bytes", [], ["not a ZIP archive"]),
    ZipNameCases.zip(
      68, "zip-only-an-end", [0x50, 0x4B, 5, 6] + times(18), ["cut off or damaged"]),
    ZipNameCases.zip(
      68, "zip-end-lies", lying(count: 9), ["cut off or damaged"]),
  ]

  // The end says that there are more entries than there are.
  private static func lying(count: UInt8) -> [UInt8] {
    var bytes = whole.bytes
    bytes[bytes.count - 14] = count
    bytes[bytes.count - 12] = count
    return bytes
  }

  private static let contents: [HostileCase] = [
    zip(70, "zip-no-dossier", TestArchive(names: ["a.pdf"]), "there is no dossier.xml"),
    zip(
      70, "zip-two-dossiers", TestArchive([dossier, .init("b/dossier.xml", Sample.dossier())]),
      "holds 2 dossier.xml"),
    zip(
      70, "zip-nested", TestArchive([dossier, .init("a.zip", "PK\u{3}\u{4}")]),
      "“a.zip” is an archive inside the archive"),
    zip(
      70, "zip-xxe",
      TestArchive([
        .init(
          "dossier.xml", "<!DOCTYPE d [<!ENTITY x SYSTEM \"../outside/canary.txt\">]><d>&x;</d>")
      ]), "The file has a <!DOCTYPE"),
    zip(
      70, "zip-path-above",
      TestArchive([.init("dossier.xml", Sample.paper("../outside/canary.txt"))]),
      exit: 1, "QB0101"),
  ]
}
