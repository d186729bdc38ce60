// SPDX-License-Identifier: Apache-2.0

/// What a check digit says of the characters that it protects.
package enum CheckDigit: Equatable, Sendable {
  case verified
  case refuted(expected: Character)
  /// The field is empty and carries none.
  case notPresent
}

/// The second line of a passport's machine-readable zone (ICAO Doc 9303, part 4, TD3: 44 characters).
///
/// A verified digit shows that the characters agree with the digit, never that the passport is genuine, and
/// characters whose values differ by ten (B and 1, S and 8) have the same digit.
package struct PassportDataLine: Sendable {
  /// The parts that carry a check digit, in the order of the line.
  package enum Part: CaseIterable, Sendable {
    case number, birth, expiry, personal, whole

    package var label: BilingualText {
      switch self {
      case .number: .init("护照号码", "the passport number")
      case .birth: .init("出生日期", "the date of birth")
      case .expiry: .init("有效期", "the date of expiry")
      case .personal: .init("个人号码", "the personal number")
      case .whole: .init("整行", "the whole line")
      }
    }
  }

  private let characters: [UInt8]

  /// The line as printed; nil unless it is 44 capital letters, digits and `<`.
  package init?(_ line: String) {
    let characters = Array(line.utf8)
    guard characters.count == 44, characters.allSatisfy({ PassportZone.value($0) != nil }) else {
      return nil
    }
    self.characters = characters
  }

  /// Without fillers.
  package var number: String { text(0..<9) }
  /// Three letters, or fewer as Germany's `D`.
  package var nationality: String { text(10..<13) }
  /// Year, month and day in two digits each; shorter where parts are unknown.
  package var birth: String { text(13..<19) }
  package var expiry: String { text(21..<27) }
  /// `M`, `F`, or empty where it is not specified.
  package var sex: String { text(20..<21) }

  package func digit(of part: Part) -> CheckDigit {
    switch part {
    case .number: digit([0..<9], at: 9)
    case .birth: digit([13..<19], at: 19)
    case .expiry: digit([21..<27], at: 27)
    case .personal: digit([28..<42], at: 42)
    case .whole: digit([0..<10, 13..<20, 21..<43], at: 43)
    }
  }

  private func digit(_ ranges: [Range<Int>], at position: Int) -> CheckDigit {
    let protected = ranges.flatMap { characters[$0] }
    let printed = characters[position]
    let isEmpty = protected.allSatisfy { $0 == PassportZone.filler }
    if isEmpty, printed == PassportZone.filler || printed == 48 { return .notPresent }
    let expected = PassportZone.checkDigit(of: protected)
    return printed == expected
      ? .verified : .refuted(expected: Character(Unicode.Scalar(expected)))
  }

  private func text(_ range: Range<Int>) -> String {
    String(decoding: characters[range].filter { $0 != PassportZone.filler }, as: UTF8.self)
  }

  /// The digit that stands for a part, as printed.
  package func printed(_ part: Part) -> Character {
    let position =
      switch part {
      case .number: 9
      case .birth: 19
      case .expiry: 27
      case .personal: 42
      case .whole: 43
      }
    return Character(Unicode.Scalar(characters[position]))
  }
}

/// The first line: the names, which no check digit protects.
package struct PassportNameLine: Sendable {
  /// Surname and given names, divided by spaces.
  package let name: String
  /// Whether the line is full, so that the end of the name may have been cut off.
  package let mayBeCut: Bool
  /// Three letters, or fewer.
  package let issuer: String

  /// The line as printed; nil unless it is 44 characters that begin with P.
  package init?(_ line: String) {
    let characters = Array(line.utf8)
    guard characters.count == 44, characters[0] == 80,
      characters.allSatisfy({ PassportZone.value($0) != nil })
    else { return nil }
    let words = characters[5...].split(separator: PassportZone.filler)
    name = words.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
    mayBeCut = characters[43] != PassportZone.filler
    issuer = String(decoding: characters[2..<5].filter { $0 != PassportZone.filler }, as: UTF8.self)
  }
}

/// The arithmetic of the zone (ICAO Doc 9303, part 3, section 4.9).
enum PassportZone {
  static let filler: UInt8 = 60

  /// 0 to 9, A as 10 to Z as 35, the filler as 0; nil for anything else.
  static func value(_ character: UInt8) -> Int? {
    switch character {
    case 48...57: Int(character) - 48
    case 65...90: Int(character) - 55
    case filler: 0
    default: nil
    }
  }

  /// The digit for characters: weights 7, 3, 1 in turn, the sum modulo 10.
  static func checkDigit(of characters: [UInt8]) -> UInt8 {
    var sum = 0
    for (index, character) in characters.enumerated() {
      sum += (value(character) ?? 0) * (index % 3 == 0 ? 7 : index % 3 == 1 ? 3 : 1)
    }
    return UInt8(48 + sum % 10)
  }
}
