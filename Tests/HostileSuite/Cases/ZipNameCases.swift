// SPDX-License-Identifier: Apache-2.0
import QibeiTesting

/// Names in a package, and what hides behind them (64 to 66 and 69).
enum ZipNameCases {
  static var all: [HostileCase] { names + links + collisions + chinese }

  /// A package of a dossier and more.
  static func zip(
    _ number: Int, _ name: String, _ bytes: [UInt8], exit: Int32 = 65, _ words: [String]
  ) -> HostileCase {
    var hostile = HostileCase(number, name, exit: exit)
    hostile.words = words
    hostile.files = [("dossier.zip", bytes)]
    hostile.command = ["check", "dossier.zip"]
    return hostile
  }

  static let dossier = TestArchive.Entry("dossier.xml", Sample.dossier())

  private static let names: [HostileCase] = [
    ("above", "../canary.txt", "which leaves the folder"),
    ("absolute", "/tmp/qibei-canary", "is an absolute path"),
    ("drive", "C:/a", "is an absolute path"), ("backslash", "..\\a", "has a backslash"),
    ("middle", "a/../../b", "which leaves the folder"), ("nul", "a\0b", "has a control character"),
    ("line-end", "a\nqibei: complete", "has a control character"),
    ("escape", "a\u{1B}[2Jb", "has a control character"),
    ("bidi", "a\u{202E}fdp.exe", "has an invisible or direction-turning character"),
    ("empty", "", "is empty"), ("dot", ".", "which leaves the folder"),
    ("long", Sample.times(5_000, "a"), "is too long"),
    ("deep", Sample.times(2_000, "a/") + "b", "is too long"),
    ("deep-short", Sample.times(30, "a/") + "b", "lies more than 16 folders deep"),
    ("device", "CON", "cannot exist on Windows"),
    ("trailing-dot", "a.pdf.", "cannot exist on Windows"),
  ].map { name, entry, words in
    var hostile = zip(64, "zip-name-\(name)", TestArchive([dossier, .init(entry)]).bytes, [words])
    hostile.forbidden = [("*", "\nqibei: complete")]
    return hostile
  }

  private static func link(_ name: String, to target: String) -> TestArchive.Entry {
    var entry = TestArchive.Entry(name, target)
    entry.mode = 0o120777
    return entry
  }

  private static let links: [HostileCase] = [
    zip(
      65, "zip-link", TestArchive([dossier, link("a.pdf", to: "../outside/canary.txt")]).bytes,
      ["“a.pdf” is a link or a special file"]),
    zip(
      65, "zip-link-then-file",
      TestArchive([dossier, link("d", to: "/tmp"), .init("d/qibei-canary")]).bytes,
      ["“d” is a link or a special file"]),
    zip(
      65, "zip-dossier-is-link",
      TestArchive([link("dossier.xml", to: "../outside/canary.txt")]).bytes,
      ["“dossier.xml” is a link or a special file"]),
  ]

  private static let collisions: [HostileCase] = [
    ("same", ["a.pdf", "a.pdf"]), ("capitals", ["a.pdf", "A.PDF"]),
    ("composed", ["\u{E9}.pdf", "e\u{301}.pdf"]), ("folder", ["a", "a/b"]),
    ("dossier", ["DOSSIER.XML"]),
  ].map { name, entries in
    zip(
      66, "zip-twice-\(name)", TestArchive([dossier] + entries.map { .init($0) }).bytes,
      ["are the same name on other systems"])
  }

  // 护照.pdf in GBK, without the mark of UTF-8, as Chinese Windows writes it.
  private static let chinese: [HostileCase] = {
    var entry = TestArchive.Entry("", "")
    entry.name = [0xBB, 0xA4, 0xD5, 0xD5] + Sample.utf8(".pdf")
    entry.body = TestPDF.page()
    var marked = entry
    marked.flags = 0x800
    return [
      zip(
        69, "zip-gbk-names",
        TestArchive([.init("dossier.xml", Sample.paper("护照.pdf")), entry]).bytes, exit: 1,
        ["QB2101"]),
      zip(
        69, "zip-gbk-names-said-utf8", TestArchive([dossier, marked]).bytes,
        ["is neither UTF-8 nor GB18030"]),
    ]
  }()
}
