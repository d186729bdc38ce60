// SPDX-License-Identifier: Apache-2.0
import QibeiTesting

/// Paths that lead elsewhere, written in a dossier or standing in its folder (63).
enum PathCases {
  static var all: [HostileCase] { written + standing + inputs }

  private static let written: [HostileCase] =
    [
      ("above", "../outside/canary.txt"), ("above-twice", "../../canary.txt"),
      ("absolute", "/etc/hostname"), ("http", "http://127.0.0.1:9/a.pdf"),
      ("file-url", "file:///etc/hostname"), ("unc", "\\\\server\\share\\a.pdf"),
      ("unc-strokes", "//server/share/a.pdf"), ("drive", "C:\\a.pdf"),
      ("middle", "a/../../outside/canary.txt"), ("dot", "./a.pdf"), ("backslash", "..\\a.pdf"),
    ].map { .xml(63, "path-\($0)", Sample.paper($1), exit: 1, "QB0101") } + [
      .xml(63, "path-percent-nul", Sample.paper("a.pdf%00.jpg"), exit: 1, "QB0101"),
      .xml(
        63, "path-percent-above", Sample.paper("%2e%2e%2foutside%2fcanary.txt"), exit: 1, "QB0101"),
      .xml(63, "path-nul", Sample.paper("a.pdf&#0;.jpg"), exit: 65, "dossier/dossier.xml:7:"),
      .xml(63, "path-line-end", Sample.paper("a&#10;b.pdf"), exit: 1, "a\\u{A}b.pdf"),
      .xml(63, "path-tilde", Sample.paper("~/canary.txt"), exit: 1, "QB2502"),
      .xml(63, "path-option", Sample.paper("-rf"), exit: 1, "QB2502"),
      .xml(63, "path-long", Sample.paper(Sample.times(3_000, "a/") + "b.pdf"), exit: 1, "QB1108"),
      .xml(63, "path-name-long", Sample.paper(Sample.times(300, "a") + ".pdf"), exit: 2, "QB9114"),
    ]

  /// A folder in which something stands that is no file.
  private static func folder(
    _ name: String, paper: String = "evidence/a.pdf", exit: Int32 = 1, _ words: String...,
    change: (inout HostileCase) -> Void
  ) -> HostileCase {
    var hostile = HostileCase.xml(63, name, Sample.paper(paper), exit: exit)
    hostile.words = words
    hostile.files.append(("dossier/evidence/b.txt", [0x41]))
    change(&hostile)
    return hostile
  }

  private static let standing: [HostileCase] = [
    folder("link-to-file", "QB2503") {
      $0.links = [("dossier/evidence/a.pdf", "../../outside/canary.txt")]
    },
    folder("link-absolute", "QB2503") { $0.links = [("dossier/evidence/a.pdf", "/etc/hostname")] },
    folder("link-to-folder", paper: "linked/canary.txt", "QB2503") {
      $0.links = [("dossier/linked", "../outside")]
    },
    folder("link-to-itself", paper: "evidence/loop/loop/a.pdf", "QB2503") {
      $0.links = [("dossier/evidence/loop", ".")]
    },
    folder("pipe", "QB2503") { $0.pipes = ["dossier/evidence/a.pdf"] },
    folder("folder-for-file", paper: "evidence", "QB2503") { _ in },
    folder("device-by-link", "QB2503") { $0.links = [("dossier/evidence/a.pdf", "/dev/zero")] },
    folder("names-that-hide", "QB2504") { hostile in
      for name in [
        "a\nQB0000\tforged.pdf", "a\u{1B}[2J.pdf", "a\u{202E}fdp.pdf", "<qbx>.pdf", "=1+1.pdf",
      ] {
        hostile.files.append(("dossier/\(name)", TestPDF.page()))
      }
      hostile.forbidden = [("*", "\nQB0000"), ("html", "<qbx"), ("md", "<qbx")]
    },
    folder("files-2000") { hostile in
      for index in 0..<2_000 { hostile.files.append(("dossier/f\(index).txt", [])) }
    },
    folder("folders-in-folders") {
      $0.files.append(("dossier/" + Sample.times(60, "d/") + "a.pdf", TestPDF.page()))
    },
  ]

  // The dossier itself is what leads elsewhere.
  private static let inputs: [HostileCase] = [
    folder("dossier-is-link", exit: 66, "not a regular file") { hostile in
      hostile.files.removeFirst()
      hostile.links = [("dossier/dossier.xml", "../outside/canary.txt")]
    },
    folder("dossier-is-pipe", exit: 66, "not a regular file") { hostile in
      hostile.files.removeFirst()
      hostile.pipes = ["dossier/dossier.xml"]
    },
    folder("dossier-is-folder", exit: 66, "not a regular file") { hostile in
      hostile.files.removeFirst()
      hostile.files.append(("dossier/dossier.xml/a", []))
    },
    folder("dossier-is-missing", exit: 66, "there is no dossier.xml in this folder") { hostile in
      hostile.files.removeFirst()
    },
    folder("dossier-is-endless", exit: 66, "not a regular file") { hostile in
      hostile.files.removeFirst()
      hostile.links = [("dossier/dossier.xml", "/dev/zero")]
    },
    folder("name-that-hides", exit: 66, "\\u{1B}[2J") { hostile in
      hostile.command = ["check", "dossier/\u{1B}[2J\nqibei: complete"]
      hostile.forbidden = [("*", "\nqibei: complete")]
    },
    folder("dossier-is-url", exit: 66, "no such file") {
      $0.command = ["check", "http://127.0.0.1:9/dossier.xml"]
    },
  ]
}
