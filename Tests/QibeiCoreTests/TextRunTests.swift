// SPDX-License-Identifier: Apache-2.0
import QibeiCore
import Testing

/// Words and runs taken out of a text.
struct TextRunTests {
  @Test(arguments: [
    ("", []), (" ", []), ("a", ["a"]), ("a b", ["a", "b"]), ("  a  b ", ["a", "b"]),
    ("护照 照片", ["护照", "照片"]), ("a\u{3000}b", ["a\u{3000}b"]), ("a\tb c", ["a\tb", "c"]),
  ])
  func `lists what stands between blanks`(_ text: String, _ words: [String]) {
    #expect(text.listedWords == words)
  }

  @Test func `takes a run by its bytes`() {
    let text = "护照 passport"
    #expect(text[Verbatim(start: 0, length: 6)] == "护照")
    #expect(text[Verbatim(start: 7, length: 8)] == "passport")
    #expect(text[Verbatim(start: 3, length: 0)] == "")
    #expect(text[Verbatim(start: 3, length: 2)].unicodeScalars.contains("\u{FFFD}"))
  }

  @Test func `joins strings as the standard library does`() {
    for words in [[], [""], ["a"], ["a", "", "护照"]] as [[String]] {
      for separator in ["", "、", ", "] {
        #expect(words.joined(separator: separator) == words[...].joined(separator: separator))
      }
    }
  }
}
