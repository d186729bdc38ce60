// SPDX-License-Identifier: Apache-2.0

/// Bytes that can be read in two ways, or in none (38 to 51).
enum EncodingCases {
  static var all: [HostileCase] { chinese + marks + foreign + bytes + references }

  // 张三 in GBK; 喆 only GBK has, not GB 2312.
  private static let zhang: [UInt8] = [0xD5, 0xC5, 0xC8, 0xFD]
  private static let zhe: [UInt8] = [0x86, 0xB4]

  private static func named(_ encoding: String?, _ name: [UInt8], after: [UInt8] = []) -> [UInt8] {
    let head = encoding.map { "<?xml version=\"1.0\" encoding=\"\($0)\"?>\n" } ?? ""
    let parts = Sample.dossier(before: head, "<name kind=\"chinese\" full=\"%\"/>")
      .split(separator: "%")
    return Sample.utf8(String(parts[0])) + name + Sample.utf8(String(parts[1])) + after
  }

  private static let chinese: [HostileCase] = [
    .xml(
      38, "utf8-declared-gbk", named("GBK", Sample.utf8("张三")), exit: 65,
      "The file declares gbk but its bytes are UTF-8."),
    .xml(
      38, "utf8-declared-gb18030", named("GB18030", Sample.utf8("张三")), exit: 65,
      "The file declares gb18030 but its bytes are UTF-8."),
    .xml(
      39, "gbk-undeclared", named(nil, zhang), exit: 65,
      "The file declares no encoding, so it should be UTF-8, but its bytes are GBK/GB18030."),
    .xml(
      39, "gbk-declared-utf8", named("UTF-8", zhang), exit: 65,
      "The file declares UTF-8 but its bytes are GBK/GB18030."),
    .xml(40, "gb2312-with-gbk", named("GB2312", zhe), exit: 1, "QB2101"),
    .xml(
      44, "bad-gbk-after-root", named("GBK", zhang, after: [0x81]), exit: 65,
      "The bytes here are not GB18030 text."),
    .xml(
      44, "bad-utf8-after-root", named(nil, [0x41], after: [0x0A, 0xFF]), exit: 65,
      "The bytes here are not UTF-8 text."),
    .xml(
      45, "half-gbk-before-quote", named("GBK", zhang + [0xD5]), exit: 65, "GB18030"),
    .xml(
      45, "half-gbk-before-tag",
      Sample.utf8("<?xml version=\"1.0\" encoding=\"GBK\"?><dossier>") + [0x81]
        + Sample.utf8("</dossier>"), exit: 65, "GB18030"),
  ]

  private static let marks: [HostileCase] = [
    .xml(
      41, "mark-utf8-declared-gbk", [0xEF, 0xBB, 0xBF] + named("GBK", zhang), exit: 65,
      "The file declares gbk but its bytes are UTF-8."),
    .xml(
      41, "mark-utf16-declared-utf8",
      Sample.utf16(
        Sample.dossier(before: "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"), little: true),
      exit: 65, "The file declares utf-8 but its bytes are UTF-16."),
    .xml(
      41, "utf8-declared-utf16",
      Sample.dossier(before: "<?xml version=\"1.0\" encoding=\"UTF-16\"?>"), exit: 65,
      "The file declares utf-16 but its bytes are UTF-8."),
    .xml(
      42, "utf16-without-mark",
      Sample.utf16(Sample.dossier(before: "<?xml version=\"1.0\"?>"), little: true, mark: false),
      exit: 65, "UTF-16 without a mark"),
    .xml(
      42, "utf16-without-mark-or-declaration",
      Sample.utf16(Sample.dossier(), little: false, mark: false), exit: 65),
    .xml(
      42, "utf16-odd", Sample.utf16(Sample.dossier(), little: true) + [0x20], exit: 65,
      "The bytes here are not UTF-16 text."),
    .xml(
      42, "utf16-lone-surrogate",
      Sample.utf16(Sample.dossier("<!-- "), little: true) + [0x00, 0xD8, 0x20, 0x00], exit: 65,
      "The bytes here are not UTF-16 text."),
    .xml(
      42, "utf32", Sample.dossier().unicodeScalars.flatMap { [0, 0, 0, UInt8($0.value & 0x7F)] },
      exit: 65, "The encoding “UTF-32” is not read."),
  ]

  private static let foreign: [HostileCase] = [
    "ISO-2022-CN-EXT", "HZ", "IBM037", "Big5", "Shift_JIS", "UTF-8//IGNORE", "UTF-8//TRANSLIT",
    "ISO-8859-1", "windows-1252", "x\u{1B}[2J",
  ].map { (name: String) in
    .xml(
      43, "encoding-\(name)", named(name, [0x41]), exit: 65, "is not read. Save the file as UTF-8")
  }

  // Two bytes that GBK would take for a character are taken for a hint that the file is in GBK.
  private static let bytes: [HostileCase] =
    [
      (46, "overlong-less-than", [0xC0, 0xBC], "GBK/GB18030"),
      (46, "overlong-stroke", [0xE0, 0x80, 0xAF], "not UTF-8 text"),
      (46, "surrogate", [0xED, 0xA0, 0x80], "not UTF-8 text"),
      (46, "beyond-unicode", [0xF4, 0x90, 0x80, 0x80], "not UTF-8 text"),
      (46, "not-a-character", [0xEF, 0xBF, 0xBE], "U+FFFE"),
      (47, "nul-in-text", [0], "U+0000"),
    ].map { number, name, middle, words in
      .xml(number, name, named(nil, middle), exit: 65, words)
    } + [
      .xml(
        46, "truncated-character", Sample.utf8(Sample.dossier()) + [0xE5, 0xBC], exit: 65,
        "GBK/GB18030"),
      .xml(
        48, "nul-after-root", named(nil, [0x41], after: [0] + Sample.utf8("<evil/>")), exit: 65,
        "U+0000"),
      .xml(49, "trailing-nuls", named(nil, [0x41], after: [0, 0, 0, 0]), exit: 65, "U+0000"),
      .xml(
        50, "utf16-nul", Sample.utf16(Sample.dossier(after: "\0<evil/>"), little: true), exit: 65,
        "U+0000"),
    ]

  private static let references: [HostileCase] = [
    "0", "x1F", "xFFFF", "xD800", "100000000000000000000", "x110000",
  ].map { reference in
    .xml(
      51, "reference-\(reference)",
      Sample.dossier("<name kind=\"passport\" full=\"&#\(reference);\"/>"), exit: 65,
      "dossier/dossier.xml:6:")
  }
}
