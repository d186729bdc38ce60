// SPDX-License-Identifier: Apache-2.0
internal import QibeiReports

/// JSON: what was read and written is read again as the same.
enum TextTarget {
  @Sendable static func run(_ input: [UInt8]) {
    guard let value = try? JSONReader.value(input) else { return }
    do throws(JSONReader.Fault) {
      let line = value.line
      try require(JSONReader.value(line).line == line, "a line changed in being read")
      try require(
        JSONReader.value(Array(value.text.utf8)).line == line, "a text changed in being read")
      require(
        !line.dropLast().contains(UInt8(ascii: "\n")), "a line of JSON has two lines")
    } catch {
      fail("what was written cannot be read, from byte \(error.offset)")
    }
  }
}
