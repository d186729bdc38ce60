// SPDX-License-Identifier: Apache-2.0
internal import QibeiCore
internal import QibeiXML

/// Values of which only the form is laid down.
extension DossierDecoder {
  /// A word in lower case that the schema leaves open, only checked.
  mutating func checkWord(_ attribute: Int) -> Bool {
    let (start, length) = span(attribute)
    var sound = length > 0
    var afterHyphen = true
    for at in start..<(start + length) where sound {
      let byte = bytes[at]
      let isHyphen = byte == UInt8(ascii: "-")
      sound = isHyphen ? !afterHyphen : (97...122).contains(byte) || (48...57).contains(byte)
      afterHyphen = isHyphen
    }
    if sound, !afterHyphen { return true }
    fail(
      .badText, attribute,
      expected: .words(.init("小写英文词，以连字符相连", "lower-case words joined by hyphens")))
    return false
  }

  /// An identifier as a run of the file; nil when it is none.
  mutating func identifier(_ attribute: Int) -> Verbatim? {
    let (start, length) = span(attribute)
    var sound = (1...64).contains(length)
    for at in start..<(start + length) where sound {
      let byte = bytes[at]
      let isLetter = (65...90).contains(byte) || (97...122).contains(byte) || byte == 95
      sound = isLetter || at > start && ((48...57).contains(byte) || byte == 45 || byte == 46)
    }
    if sound { return verbatim(attribute) }
    fail(
      .badText, attribute,
      expected: .words(
        .init(
          "字母开头的字母、数字、._-，最多 64 个", "letters, digits, . _ and -, starting with a letter, at most 64"
        )))
    return nil
  }

  mutating func uscc(_ attribute: Int) -> Stated<Verbatim> {
    let (start, length) = span(attribute)
    var sound = length == 18
    for at in start..<(start + length) where sound {
      sound = (48...57).contains(bytes[at]) || (65...90).contains(bytes[at])
    }
    if sound { return .value(verbatim(attribute)) }
    fail(
      .badText, attribute, expected: .words(.init("18 位数字和大写字母", "18 digits and capital letters")))
    return .unreadable
  }

  mutating func digest(_ attribute: Int) -> Stated<Verbatim> {
    let (start, length) = span(attribute)
    if length == 64, Self.isHexadecimal(bytes.extracting(start..<(start + length))) {
      return run(attribute)
    }
    fail(
      .badText, attribute,
      expected: .words(.init("64 位小写十六进制", "64 lower-case hexadecimal digits")))
    return .unreadable
  }

  // Without a way out of the loop it works on many bytes at once.
  private static func isHexadecimal(_ bytes: Span<UInt8>) -> Bool {
    var strange: UInt8 = 0
    for at in bytes.indices {
      strange |= (bytes[at] &- 48 > 9 ? 1 : 0) & (bytes[at] &- 97 > 5 ? 1 : 0)
    }
    return strange == 0
  }
}
