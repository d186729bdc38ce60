// SPDX-License-Identifier: Apache-2.0

/// The Unified Social Credit Code of an organisation (GB 32100-2015).
package enum SocialCreditCode {
  /// Why a code cannot be right.
  package enum Fault: Equatable, Sendable {
    /// A character that the code does not use (I, O, S, V, Z), or not 18 of them.
    case shape
    /// The last character would have to be this one.
    case check(expected: Character)
    /// The organisation code inside it would have to end in this one (GB 11714).
    case organisation(expected: Character)
  }

  /// The first fault; nil where both check characters hold.
  package static func fault(in code: String) -> Fault? {
    let characters = Array(code.utf8)
    guard characters.count == 18 else { return .shape }
    var (sum, weight) = (0, 1)
    for (at, character) in characters.enumerated() {
      guard let value = value(character) else { return .shape }
      if at < 17 { sum += value * weight }
      weight = weight * 3 % 31
    }
    let check = alphabet[(31 - sum % 31) % 31]
    if characters[17] != check { return .check(expected: Character(Unicode.Scalar(check))) }
    let inner = organisationCheck(characters[8..<16])
    if characters[16] != inner { return .organisation(expected: Character(Unicode.Scalar(inner))) }
    return nil
  }

  // The alphabet leaves out I, O, S, V and Z.
  private static func value(_ character: UInt8) -> Int? {
    switch character {
    case 48...57: Int(character) - 48
    case 65...72: Int(character) - 55
    case 74...78: Int(character) - 56
    case 80...82: Int(character) - 57
    case 84...85: Int(character) - 58
    case 87...89: Int(character) - 59
    default: nil
    }
  }

  private static let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY".utf8)

  // Here letters count as in the alphabet of 26, unlike in the code around it.
  private static func organisationCheck(_ characters: ArraySlice<UInt8>) -> UInt8 {
    let weights = [3, 7, 9, 10, 5, 8, 4, 2]
    var sum = 0
    for (character, weight) in zip(characters, weights) {
      sum += (PassportZone.value(character) ?? 0) * weight
    }
    switch 11 - sum % 11 {
    case 10: return 88
    case 11: return 48
    case let digit: return UInt8(48 + digit)
    }
  }
}
