// SPDX-License-Identifier: Apache-2.0

/// A parameter of a check that cannot be used, with what would do.
package struct CheckParameterError: Error, Hashable, Sendable {
  package let parameter: String
  package let message: BilingualText

  package init(_ parameter: String, _ message: BilingualText) {
    self.parameter = parameter
    self.message = message
  }
}

/// The attributes of a check in a checklist, read into typed values.
package struct CheckParameters: Hashable, Sendable {
  /// One attribute as written.
  package struct Value: Hashable, Sendable {
    package let name: String
    package let text: String

    package init(name: String, text: String) {
      self.name = name
      self.text = text
    }
  }

  // Sorted by name; a check has two or three, which are found sooner one by one than in a dictionary.
  private let values: [Value]

  /// The attributes in any order; no name twice.
  package init(_ attributes: consuming [Value]) {
    if attributes.count > 1 { attributes.sort { $0.name < $1.name } }
    values = attributes
  }

  package func string(_ name: String) -> String? { values.first { $0.name == name }?.text }

  package func words(_ name: String) -> [String] {
    string(name)?.listedWords ?? []
  }

  package func count(_ name: String) throws(CheckParameterError) -> Int? {
    guard let text = string(name) else { return nil }
    guard let count = Int(text), (0...99_999_999).contains(count) else {
      throw CheckParameterError(
        name,
        .init(
          "“\(text)”不是 0 到 99999999 的整数", "“\(text)” is not a whole number from 0 to 99,999,999"))
    }
    return count
  }

  package func flag(_ name: String) throws(CheckParameterError) -> Bool? {
    switch string(name) {
    case nil: return nil
    case "yes": return true
    case "no": return false
    case .some(let text):
      throw CheckParameterError(
        name, .init("“\(text)”应为 yes 或 no", "“\(text)” is neither yes nor no"))
    }
  }

  package func period(_ name: String) throws(CheckParameterError) -> CalendarPeriod? {
    guard let text = string(name) else { return nil }
    guard let period = CalendarPeriod(text) else {
      throw CheckParameterError(
        name,
        .init(
          "“\(text)”不是期限，应写成 P6M、P2Y、P30D 这样", "“\(text)” is not a period; write P6M, P2Y or P30D"))
    }
    return period
  }

  package func tongues(_ name: String) throws(CheckParameterError) -> [Tongue] {
    var tongues: [Tongue] = []
    for text in words(name) {
      guard let tongue = Tongue(text) else {
        throw CheckParameterError(
          name, .init("“\(text)”不是语言代码", "“\(text)” is not a language code"))
      }
      tongues.append(tongue)
    }
    return tongues
  }

  package func word<Word: VocabularyWord>(
    _ name: String, as type: Word.Type
  ) throws(CheckParameterError) -> Word? {
    guard let text = string(name) else { return nil }
    return try word(name, text)
  }

  package func words<Word: VocabularyWord>(
    _ name: String, as type: Word.Type
  ) throws(CheckParameterError) -> [Word] {
    var result: [Word] = []
    for text in words(name) { result.append(try word(name, text)) }
    return result
  }

  /// A value that must be there.
  package func required<Value>(_ name: String, _ value: Value?) throws(CheckParameterError) -> Value
  {
    guard let value else {
      throw CheckParameterError(name, .init("缺少属性“\(name)”", "the attribute “\(name)” is missing"))
    }
    return value
  }

  private func word<Word: VocabularyWord>(
    _ name: String, _ text: String
  ) throws(CheckParameterError) -> Word {
    guard let word = Word(word: text) else {
      let known = Word.allCases.map(\.word).joined(separator: " ")
      throw CheckParameterError(
        name, .init("“\(text)”不在可用的词中：\(known)", "“\(text)” is not one of: \(known)"))
    }
    return word
  }
}
