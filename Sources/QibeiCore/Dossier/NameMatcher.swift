// SPDX-License-Identifier: Apache-2.0

/// Compares names as papers print them with the names of one person.
///
/// Order, case, hyphens, apostrophes and diacritics do not count (ICAO Doc 9303, part 3, section 6
/// writes names without them); a part that is missing or different does.
package struct NameMatcher: Sendable {
  private let accepted: Set<[String]>
  /// The same names without any division, in both orders: Zhi-Yuan and ZHIYUAN are one name.
  private let joined: Set<String>
  private let chinese: Set<String>

  /// Accepts the passport name and the Chinese name; former and other names need a bridge.
  package init(_ person: Person) {
    let own = person.names.filter { $0.kind == .passport || $0.kind == .chinese }
    accepted = Set(own.map { Self.parts($0.text) })
    joined = Set(
      own.flatMap { name in
        [name.text, "\(name.given) \(name.surname) \(name.full)"].map(Self.joined)
      })
    chinese = Set(own.filter { $0.kind == .chinese }.flatMap { Self.parts($0.text) })
  }

  /// Whether a name as written is this person's present name.
  package func matches(_ text: String) -> Bool {
    let parts = Self.parts(text)
    if accepted.contains(parts) || joined.contains(Self.joined(text)) { return true }
    // A paper may print the name in both scripts.
    let latin = parts.filter { !chinese.contains($0) }
    return latin.count < parts.count && accepted.contains(latin)
  }

  /// The name's parts in a fixed order and spelling.
  package static func parts(_ text: String) -> [String] {
    var parts: [String] = []
    var part = ""
    for scalar in text.unicodeScalars {
      if let folded = fold(scalar) {
        part += folded
      } else if !isSilent(scalar) {
        if !part.isEmpty { parts.append(part) }
        part = ""
      }
    }
    if !part.isEmpty { parts.append(part) }
    return parts.sorted()
  }

  /// The name's letters in the order written, without any division.
  private static func joined(_ text: String) -> String {
    text.unicodeScalars.compactMap(fold).joined()
  }

  /// Whether a character stands inside a part without counting.
  package static func isSilent(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "'" || scalar == "’" || scalar == "." || scalar == "·"
      || scalar.properties.generalCategory == .nonspacingMark
      || scalar.properties.generalCategory == .format
  }

  /// The capital letters or digits that a character counts as; nil where it separates parts.
  package static func fold(_ scalar: Unicode.Scalar) -> String? {
    switch scalar {
    case "a"..."z": return String(Character(scalar)).uppercased()
    case "A"..."Z", "0"..."9": return String(Character(scalar))
    case "ß": return "SS"
    case "Æ", "æ": return "AE"
    case "Ø", "ø": return "O"
    case "Đ", "đ": return "D"
    case "Ł", "ł": return "L"
    default: break
    }
    guard scalar.properties.isAlphabetic || scalar.properties.isIdeographic else { return nil }
    // Capital first: some small letters lose their marks only then, and some become several.
    return String(Character(scalar)).uppercased().unicodeScalars.filter { !isSilent($0) }
      .map(withoutMarks).joined()
  }

  // Latin letters with marks, by their Unicode names: LATIN CAPITAL LETTER E WITH ACUTE.
  private static func withoutMarks(_ scalar: Unicode.Scalar) -> String {
    guard let name = scalar.properties.name, name.hasPrefix("LATIN "),
      let letter = name.split(separator: " ").dropFirst(3).first, letter.count == 1,
      name.contains(" WITH ")
    else { return String(Character(scalar)) }
    return String(letter)
  }
}
