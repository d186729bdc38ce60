// SPDX-License-Identifier: Apache-2.0

/// A number for a text that is the same on every machine and in every run: a name, not a seal (FNV-1a, 64 bits).
package enum TextHash {
  /// The number.
  package static func of(_ text: String) -> UInt64 {
    text.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }

  /// The number in sixteen hexadecimal digits.
  package static func digits(_ hash: UInt64) -> String {
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
