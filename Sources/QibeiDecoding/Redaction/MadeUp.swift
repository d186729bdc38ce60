// SPDX-License-Identifier: Apache-2.0
internal import QibeiCore

/// Makes words up that look like others: a digit for a digit, a letter for a letter, and no word twice.
///
/// What comes out depends on how many were asked for before, never on what is replaced, so nobody can reckon back.
struct MadeUp {
  private var state: UInt64 = 0x5149_4245_4920_3031
  private var used: Set<String> = []

  // Without X, which is a digit in some numbers, P, which begins a passport's line, and letters like digits.
  private static let letters = Array("ABCDEFGHJKMNQRSTUVWYZ")
  private static let ideographs = Array(
    "天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏闰余成岁律吕调阳云腾致雨露结为霜金生丽水玉出昆冈")

  /// A number below another (SplitMix64).
  mutating func number(below count: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(count))
  }

  mutating func digit() -> Character { Character(String(number(below: 10))) }

  /// A word of the same shape, in capital letters.
  mutating func word(like word: String) -> String {
    var made = ""
    // Short words run out, and then two may come out the same.
    for _ in 0..<200 {
      made = ""
      for character in word { made.append(self.character(like: character)) }
      if made != word, used.insert(made).inserted { return made }
    }
    return made
  }

  private mutating func character(like character: Character) -> Character {
    if character.isNumber, character.isASCII { return digit() }
    if character.unicodeScalars.first?.properties.isIdeographic ?? false {
      return Self.ideographs[number(below: Self.ideographs.count)]
    }
    if character.isLetter || character.isNumber {
      return Self.letters[number(below: Self.letters.count)]
    }
    return character
  }

  /// Remembers a word so that it is not made up again.
  mutating func keep(_ word: String) { used.insert(word) }
}

/// Words with made-up ones in their place, the same for the same.
struct WordDisguise {
  private var replacements: [String: String] = [:]

  /// Prepares words, shortest first, so that one joined from others stays joined from what replaces them.
  mutating func prepare(_ words: [String], _ madeUp: inout MadeUp) {
    let sorted = words.enumerated().sorted {
      ($0.element.count, $0.offset) < ($1.element.count, $1.offset)
    }
    for (_, word) in sorted where replacements[word] == nil {
      let parts = parts(of: Array(word)[...])
      let joined = parts.map { $0.compactMap { replacements[$0] }.joined() }
      let made = joined ?? madeUp.word(like: word)
      madeUp.keep(made)
      replacements[word] = made
    }
  }

  /// What stands for a word.
  mutating func replacement(of word: String, _ madeUp: inout MadeUp) -> String {
    if replacements[word] == nil { prepare([word], &madeUp) }
    return replacements[word] ?? ""
  }

  // Longest first; a word of hundreds of letters is no name, and is not taken apart.
  private func parts(of word: ArraySlice<Character>) -> [String]? {
    guard (4...60).contains(word.count) else { return nil }
    var best: [Int: [String]] = [word.startIndex: []]
    for end in word.indices.map({ $0 + 1 }) {
      for start in word.startIndex..<end {
        guard best[end] == nil, let before = best[start] else { continue }
        let part = String(word[start..<end])
        if replacements[part] != nil { best[end] = before + [part] }
      }
    }
    // Out of single letters any word could be joined, each letter by another.
    return best[word.endIndex].flatMap { parts in
      parts.count > 1 && parts.count(where: { $0.count == 1 }) < 2 ? parts : nil
    }
  }
}
