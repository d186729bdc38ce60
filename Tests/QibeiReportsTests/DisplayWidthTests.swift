// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import QibeiReports

/// What one sees as one letter stays on one line.
struct DisplayWidthTests {
  @Test(arguments: [
    ("中中か\u{3099}中", 6, ["中中か\u{3099}", "中"]),
    ("中👍🏽中", 4, ["中👍🏽", "中"]),
    ("中👩‍👧中中", 6, ["中👩‍👧", "中中"]),
    ("葛\u{E0100}葛\u{E0100}中", 4, ["葛\u{E0100}葛\u{E0100}", "中"]),
    ("中\u{1112}\u{1161}\u{11AB}中", 4, ["中\u{1112}\u{1161}\u{11AB}", "中"]),
    ("e\u{301}e\u{301} e\u{301}e\u{301}", 3, ["e\u{301}e\u{301}", "e\u{301}e\u{301}"]),
    ("中文，中文", 4, ["中文，", "中文"]), ("one two three", 7, ["one two", "three"]),
    ("", 4, []), ("a ", 4, ["a"]), ("elephants in", 4, ["elephants", "in"]),
  ])
  func `breaks between letters only`(_ text: String, _ width: Int, _ expected: [String]) {
    #expect(DisplayWidth().wrap(text, to: width) == expected)
  }
}
