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
package struct PassportDataLine: Hashable, Sendable {
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

  /// A line that a machine has read, of which only what check digits protect is believed; nil where one fails.
  ///
  /// Fillers at the end are often misread, and say nothing.
  package init?(reading line: String) {
    let protected = 28
    let end = String(repeating: "<", count: 44 - protected)
    guard (40...48).contains(line.utf8.count),
      let read = PassportDataLine(String(line.prefix(protected)) + end),
      [.number, .birth, .expiry].allSatisfy({ read.digit(of: $0) == .verified })
    else { return nil }
    self = read
  }

  /// As printed.
  package var text: String { String(decoding: characters, as: UTF8.self) }

  /// Without fillers.
  package var number: String { text(0..<9) }
  /// Year, month and day in two digits each; shorter where parts are unknown.
  package var birth: String { text(13..<19) }
  package var expiry: String { text(21..<27) }
  /// `M`, `F`, or empty where it is not specified.
  package var sex: String { text(20..<21) }

  /// Germany's single letter counts as its code; nil for anything but three capital letters.
  package var nationality: Country? {
    PassportZone.country(characters, at: 10)
  }

  package func digit(of part: Part) -> CheckDigit {
    var sum = PassportZone.Sum()
    switch part {
    case .number: sum.add(characters, 0..<9)
    case .birth: sum.add(characters, 13..<19)
    case .expiry: sum.add(characters, 21..<27)
    case .personal: sum.add(characters, 28..<42)
    case .whole:
      sum.add(characters, 0..<10)
      sum.add(characters, 13..<20)
      sum.add(characters, 21..<43)
    }
    let printed = characters[Self.position(of: part)]
    if sum.isEmpty, printed == PassportZone.filler || printed == 48 { return .notPresent }
    return printed == sum.digit
      ? .verified : .refuted(expected: Character(Unicode.Scalar(sum.digit)))
  }

  /// The digit that stands for a part, as printed.
  package func printed(_ part: Part) -> Character {
    Character(Unicode.Scalar(characters[Self.position(of: part)]))
  }

  /// Whether the number is this one; case, divisions and the fillers that stand for them do not count.
  package func hasNumber(_ number: String) -> Bool {
    var at = 0
    func skipFillers() { while at < 9, characters[at] == PassportZone.filler { at += 1 } }
    for byte in number.utf8 {
      let upper = (97...122).contains(byte) ? byte - 32 : byte
      guard (48...57).contains(upper) || (65...90).contains(upper) else { continue }
      skipFillers()
      guard at < 9, characters[at] == upper else { return false }
      at += 1
    }
    skipFillers()
    return at == 9
  }

  /// Whether a day is the one printed, whose year has two digits; nil where the line leaves parts open.
  package func agrees(_ day: CalendarDate, with part: Part) -> Bool? {
    let start = part == .birth ? 13 : 21
    var digits = 0
    for character in characters[start..<(start + 6)] {
      guard (48...57).contains(character) else { return nil }
      digits = digits * 10 + Int(character - 48)
    }
    return digits == (day.year % 100 * 100 + day.month) * 100 + day.day
  }

  private func text(_ range: Range<Int>) -> String {
    String(decoding: characters[range].filter { $0 != PassportZone.filler }, as: UTF8.self)
  }

  private static func position(of part: Part) -> Int {
    switch part {
    case .number: 9
    case .birth: 19
    case .expiry: 27
    case .personal: 42
    case .whole: 43
    }
  }
}

/// The first line: the names, which no check digit protects.
package struct PassportNameLine: Sendable {
  private let characters: [UInt8]

  /// The line as printed; nil unless it is 44 characters that begin with P.
  package init?(_ line: String) {
    let characters = Array(line.utf8)
    guard characters.count == 44, characters[0] == 80,
      characters.allSatisfy({ PassportZone.value($0) != nil })
    else { return nil }
    self.characters = characters
  }

  /// Germany's single letter counts as its code; nil for anything but three capital letters.
  package var issuer: Country? { PassportZone.country(characters, at: 2) }

  /// What stands before the two fillers, and what stands behind them.
  package var parts: (surname: String, given: String) {
    let end = characters.indices.dropLast().first {
      $0 > 5 && characters[$0] == PassportZone.filler && characters[$0 + 1] == PassportZone.filler
    }
    func text(_ range: Range<Int>) -> String {
      characters[range].split(separator: PassportZone.filler)
        .map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
    }
    return (text(5..<(end ?? 44)), text((end ?? 44)..<44))
  }

  /// Surname and given names, divided by spaces.
  package var name: String {
    let words = characters[5...].split(separator: PassportZone.filler)
    return words.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
  }

  /// Whether the line is full, so that the end of the name may have been cut off.
  package var mayBeCut: Bool { characters[43] != PassportZone.filler }

  /// Whether the name is letter for letter this one, surname first.
  package func hasName(_ surname: String, _ given: String) -> Bool {
    var at = 5
    func take(_ text: String) -> Bool {
      for byte in text.utf8 {
        let wanted = byte == 32 || byte == 45 ? PassportZone.filler : byte
        guard at < 44, characters[at] == wanted else { return false }
        at += 1
      }
      return true
    }
    return take(surname) && take("  ") && take(given)
      && characters[at...].allSatisfy { $0 == PassportZone.filler }
  }
}

/// The arithmetic of the zone (ICAO Doc 9303, part 3, section 4.9).
package enum PassportZone {
  static let filler: UInt8 = 60

  static func country(_ characters: [UInt8], at start: Int) -> Country? {
    if characters[start] == 68, characters[start + 1] == filler { return Country("DEU") }
    return Country(characters.span, start, 3)
  }

  /// 0 to 9, A as 10 to Z as 35, the filler as 0; nil for anything else.
  static func value(_ character: UInt8) -> Int? {
    switch character {
    case 48...57: Int(character) - 48
    case 65...90: Int(character) - 55
    case filler: 0
    default: nil
    }
  }

  /// The spellings that issuers use for letters outside A to Z (ICAO Doc 9303, part 3, section 6).
  package static func spellings(of name: String) -> [String] {
    [
      ["Ä": "AE", "Ö": "OE", "Ø": "OE", "Ü": "UE", "Å": "AA", "Æ": "AE", "Ñ": "N"],
      ["Ä": "A", "Ö": "O", "Ø": "OE", "Ü": "UXX", "Å": "AA", "Æ": "AE", "Ñ": "NXX"],
    ].map { (letters: [Character: String]) in
      let common: [Character: String] = ["Þ": "TH", "Ð": "D", "ß": "SS", "ẞ": "SS", "Œ": "OE"]
      return name.map { letter in
        let upper = Character(letter == "ß" ? "ẞ" : letter.uppercased())
        return letters[upper] ?? common[upper] ?? String(letter)
      }.joined()
    }
  }

  /// A sum with the weights 7, 3, 1 in turn, modulo 10.
  struct Sum {
    private var total = 0
    private var weight = 7
    /// Whether there were fillers only.
    private(set) var isEmpty = true

    mutating func add(_ characters: [UInt8], _ range: Range<Int>) {
      for at in range {
        total += (PassportZone.value(characters[at]) ?? 0) * weight
        weight = weight == 7 ? 3 : weight == 3 ? 1 : 7
        if characters[at] != PassportZone.filler { isEmpty = false }
      }
    }

    var digit: UInt8 { UInt8(48 + total % 10) }
  }
}
