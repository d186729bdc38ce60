// SPDX-License-Identifier: Apache-2.0

/// Characters that nobody sees and that spoil comparisons: zero width, directions, C1 controls, tags.
package enum InvisibleCharacters {
  /// The code points found, such as `U+200B`, or nil when there is none.
  package static func names(in bytes: Span<UInt8>, _ start: Int, _ length: Int) -> String? {
    for at in start..<(start + length) where bytes[at] >= 0x80 {
      return slow(bytes, start, length)
    }
    return nil
  }

  /// Those of a text, one after the other.
  package static func found(in text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.filter { contains($0.value) }))
  }

  private static func slow(_ bytes: Span<UInt8>, _ start: Int, _ length: Int) -> String? {
    let text = String(decoding: (start..<(start + length)).map { bytes[$0] }, as: UTF8.self)
    let found = text.unicodeScalars.filter { contains($0.value) }
    guard !found.isEmpty else { return nil }
    return found.map { "U+" + String($0.value, radix: 16, uppercase: true) }.joined(separator: " ")
  }

  /// Whether a code point is one of them.
  package static func contains(_ value: UInt32) -> Bool {
    switch value {
    case 0x80...0x9F, 0xAD, 0x034F, 0x061C, 0x115F, 0x1160, 0x180E, 0x2800, 0x3164, 0xFFA0,
      0x200B...0x200F,
      0x2028...0x202E, 0x2060...0x206F, 0xFEFF,
      0xFFF9...0xFFFB, 0xE0001, 0xE0020...0xE007F:
      true
    default: false
    }
  }
}
