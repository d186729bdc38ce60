// SPDX-License-Identifier: Apache-2.0

/// Text from a dossier, made harmless for a terminal, a log or a page of plain text.
package enum SafeText {
  /// The text with control, direction and invisible characters shown as their code points.
  package static func visible(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isHarmful) else { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      if isHarmful(scalar) {
        result += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// Whether a terminal would obey it, or nobody would see it.
  static func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
    if (0x20...0x7E).contains(scalar.value) { return false }
    // Letters and marks that show nothing.
    switch scalar.value {
    case 0x115F, 0x1160, 0x3164, 0xFFA0, 0x2800, 0x034F: return true
    // No characters at all; XML cannot hold them.
    case let value where value & 0xFFFE == 0xFFFE: return true
    default: break
    }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: return true
    default: return false
    }
  }
}
