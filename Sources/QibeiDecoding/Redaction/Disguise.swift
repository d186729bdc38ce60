// SPDX-License-Identifier: Apache-2.0
internal import QibeiCore

/// Replaces what a dossier says of people by made-up values: the same by the same, and as well or badly formed.
struct Disguise {
  private var madeUp = MadeUp()
  private var names = WordDisguise()
  private var words = WordDisguise()
  private var numbers: [String: String] = [:]
  private var listed: [String: [String: Int]] = [:]

  /// Prepares the words of names, and those of other texts, so that divisions do not change what is alike.
  mutating func prepare(names: [String], texts: [String]) {
    self.names.prepare(names.flatMap { Self.words(in: $0, Self.nameLetters) }, &madeUp)
    words.prepare(texts.flatMap { Self.words(in: $0, Self.letters) }, &madeUp)
  }

  /// A name of a person; spellings that are one name stay one.
  mutating func name(_ text: String) -> String {
    var (own, maker) = (names, madeUp)
    defer { (names, madeUp) = (own, maker) }
    return Self.rewrite(text, Self.nameLetters) { own.replacement(of: $0, &maker) }
  }

  /// Any other text: word by word, what stands between them as it is.
  mutating func text(_ text: String) -> String {
    var (own, maker) = (words, madeUp)
    defer { (words, madeUp) = (own, maker) }
    return Self.rewrite(text, Self.letters) { own.replacement(of: $0, &maker) }
  }

  /// A number of a paper, whose divisions do not count; check characters hold where they held.
  mutating func number(_ text: String) -> String {
    let plain = text.uppercased().filter { $0.isLetter || $0.isNumber }
    guard !plain.isEmpty else { return text }
    if numbers[plain] == nil {
      numbers[plain] = NumberDisguise.identity(plain, &madeUp) ?? madeUp.word(like: plain)
    }
    return Self.pour(numbers[plain] ?? "", into: text)
  }

  /// A Unified Social Credit Code.
  mutating func creditCode(_ code: String) -> String {
    if numbers[code] == nil { numbers[code] = NumberDisguise.creditCode(code, &madeUp) }
    return numbers[code] ?? ""
  }

  /// SHA-256 of a file.
  mutating func digest(_ digest: String) -> String {
    if let known = numbers[digest] { return known }
    var made = ""
    for _ in 0..<64 { made += String(madeUp.number(below: 16), radix: 16) }
    numbers[digest] = made
    return made
  }

  /// A word that tells the same values from others: `word-1`, `word-2`.
  mutating func listed(_ value: String, as word: String) -> String {
    let next = listed[word, default: [:]].count + 1
    let number = listed[word]?[value] ?? next
    listed[word, default: [:]][value] = number
    return "\(word)-\(number)"
  }

  /// The first line of a passport's zone; how its holder's names are spelt there is told by `spellings`.
  mutating func nameLine(_ line: String, spellings: [String: String]) -> String {
    guard PassportNameLine(line) != nil else { return number(line) }
    var made = String(line.prefix(5))
    var word = ""
    for character in line.dropFirst(5) + "<" {
      if character != "<" {
        word.append(character)
        continue
      }
      if !word.isEmpty { made += names.replacement(of: spellings[word] ?? word, &madeUp) }
      word = ""
      made.append("<")
    }
    // A line that is full to its end stays full.
    let end: Character = line.last == "<" ? "<" : "A"
    made = String(made.prefix(44).reversed().drop { $0 == "<" }.reversed())
    return made + String(repeating: end, count: 44 - made.count)
  }

  /// The second line of a passport's zone, with check digits that hold where they held.
  mutating func dataLine(_ line: String) -> String {
    guard let data = PassportDataLine(line) else { return number(line) }
    var made = Array(line)
    for range in [0..<9, 28..<42] {
      let field = String(Array(line)[range])
      made.replaceSubrange(range, with: Array(number(field)))
    }
    let places: [(PassportDataLine.Part, Int)] = [
      (.number, 9), (.birth, 19), (.expiry, 27), (.personal, 42), (.whole, 43),
    ]
    for (part, place) in places {
      guard data.digit(of: part) != .notPresent else { continue }
      made[place] = "?"
      let isRight = data.digit(of: part) == .verified
      for digit in "0123456789" {
        made[place] = digit
        let holds = PassportDataLine(String(made))?.digit(of: part) == .verified
        if holds == isRight { break }
      }
    }
    return String(made)
  }

  // The words of a text by the letters that count.
  private static func words(in text: String, _ letters: (Character) -> String) -> [String] {
    var words: [String] = []
    _ = rewrite(text, letters) {
      words.append($0)
      return $0
    }
    return words
  }

  // Replaces each word, and keeps capitals, what stands between words, and characters that nobody sees.
  private static func rewrite(
    _ text: String, _ letters: (Character) -> String, _ replace: (String) -> String
  ) -> String {
    var result = ""
    var (word, shape) = ("", "")
    func settle() {
      guard !word.isEmpty else { return }
      var made = replace(word)[...]
      for character in shape {
        for _ in letters(character) {
          guard let next = made.popFirst() else { break }
          result += character.isLowercase ? next.lowercased() : String(next)
        }
        result.unicodeScalars += character.unicodeScalars.filter {
          $0.properties.generalCategory == .format
        }
        if letters(character).isEmpty, !isHidden(character) { result.append(character) }
      }
      (word, shape) = ("", "")
    }
    for character in text {
      let counted = letters(character)
      if counted.isEmpty, word.isEmpty || !isSilent(character, letters) {
        settle()
        result.append(character)
      } else {
        word += counted
        shape.append(character)
      }
    }
    settle()
    return result
  }

  private static func isHidden(_ character: Character) -> Bool {
    character.unicodeScalars.allSatisfy { $0.properties.generalCategory == .format }
  }

  private static func isSilent(_ character: Character, _ letters: (Character) -> String) -> Bool {
    letters("É") == "E" && character.unicodeScalars.allSatisfy(NameMatcher.isSilent)
  }

  private static func nameLetters(_ character: Character) -> String {
    character.unicodeScalars.compactMap { NameMatcher.isSilent($0) ? nil : NameMatcher.fold($0) }
      .joined()
  }

  private static func letters(_ character: Character) -> String {
    character.isLetter || character.isNumber ? character.uppercased() : ""
  }

  // Letters and digits in the places of others, with their case.
  private static func pour(_ made: String, into text: String) -> String {
    var rest = made[...]
    var result = ""
    for character in text {
      guard character.isLetter || character.isNumber else {
        result.append(character)
        continue
      }
      for _ in character.uppercased() {
        guard let next = rest.popFirst() else { break }
        result += character.isLowercase ? next.lowercased() : String(next)
      }
    }
    return result
  }
}
