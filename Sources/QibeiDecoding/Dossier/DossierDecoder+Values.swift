// SPDX-License-Identifier: Apache-2.0
internal import QibeiCore
internal import QibeiXML

/// Reading one attribute into a typed value; whatever cannot be read is reported once.
extension DossierDecoder {
  private func span(_ attribute: Int) -> (start: Int, length: Int) {
    let entry = document.attributes[attribute]
    return (Int(entry.start), Int(entry.length))
  }

  mutating func fail(
    _ kind: FindingKind, _ attribute: Int, expected: FindingValue? = nil, nearest: String? = nil
  ) {
    let label = document.text(of: document.attributes[attribute].name, in: DossierName.vocabulary)
    let hint = nearest.map { FindingValue.words(.init("最接近的是“\($0)”。", "The nearest is “\($0)”.")) }
    findings.append(
      Finding(
        kind, seen: .text(document.value(attribute)), expected: expected, limit: .text(label),
        on: hint, at: place(ofAttribute: attribute)))
  }

  /// Text that is kept.
  mutating func text(_ attribute: Int) -> Stated<String> {
    guard checkText(attribute) else { return .unreadable }
    let (start, length) = span(attribute)
    return .value(document.string(start, length))
  }

  /// Text that is only checked; false when it cannot be read.
  @discardableResult
  mutating func checkText(_ attribute: Int) -> Bool {
    let (start, length) = span(attribute)
    if length > 2000, document.value(attribute).unicodeScalars.count > 2000 {
      fail(.badText, attribute, expected: .words(.init("不超过 2000 个字符", "at most 2,000 characters")))
      return false
    }
    if let hidden = InvisibleCharacters.names(in: document.values, start, length) {
      fail(.invisibleCharacters, attribute)
      findings[findings.count - 1].seen = .text(hidden)
    }
    return true
  }

  mutating func date(_ attribute: Int) -> Stated<CalendarDate> {
    let (start, length) = span(attribute)
    if let date = CalendarDate(document.values, start, length) { return .value(date) }
    fail(
      .badDate, attribute,
      expected: .words(.init("年-月-日，如 2026-03-16", "year-month-day, such as 2026-03-16")))
    return .unreadable
  }

  mutating func month(_ attribute: Int) -> Stated<CalendarMonth> {
    if let month = CalendarMonth(document.value(attribute)) { return .value(month) }
    fail(
      .badDate, attribute, expected: .words(.init("年-月，如 2019-08", "year-month, such as 2019-08")))
    return .unreadable
  }

  mutating func count(_ attribute: Int) -> Stated<Int> {
    let (start, length) = span(attribute)
    var value = 0
    var sound = (1...8).contains(length)
    for at in start..<(start + length) where sound {
      let digit = Int(document.values[at]) - 48
      sound = (0...9).contains(digit)
      value = value * 10 + digit
    }
    if sound { return .value(value) }
    fail(
      .badNumber, attribute,
      expected: .words(.init("0 到 99999999 的整数", "a whole number from 0 to 99,999,999")))
    return .unreadable
  }

  mutating func year(_ attribute: Int) -> Stated<Int> {
    if span(attribute).length == 4, case .value(let year) = count(attribute) { return .value(year) }
    if span(attribute).length != 4 {
      fail(.badNumber, attribute, expected: .words(.init("四位年份", "a year in four digits")))
    }
    return .unreadable
  }

  mutating func word<Value>(_ attribute: Int, _ table: WordTable<Value>) -> Stated<Value> {
    let (start, length) = span(attribute)
    if let value = table.value(document.values, start, length) { return .value(value) }
    fail(
      .badWord, attribute, expected: .list(table.words.map { .text($0) }),
      nearest: Nearest.word(to: document.value(attribute), among: table.words))
    return .unreadable
  }

  mutating func words<Value>(_ attribute: Int, _ table: WordTable<Value>) -> Stated<[Value]> {
    let (start, length) = span(attribute)
    var values: [Value] = []
    var at = start
    while at < start + length {
      while at < start + length, document.values[at] == 0x20 { at += 1 }
      let from = at
      while at < start + length, document.values[at] != 0x20 { at += 1 }
      guard from < at else { break }
      guard let value = table.value(document.values, from, at - from) else {
        fail(
          .badWord, attribute, expected: .list(table.words.map { .text($0) }),
          nearest: Nearest.word(to: document.string(from, at - from), among: table.words))
        return .unreadable
      }
      values.append(value)
    }
    return .value(values)
  }

  mutating func flag(_ attribute: Int) -> Stated<Bool> { word(attribute, vocabulary.flags) }

  mutating func country(_ attribute: Int) -> Stated<Country> {
    let text = document.value(attribute)
    if let country = Country(text), vocabulary.tables.countries.contains(country) {
      return .value(country)
    }
    fail(
      .unknownCountry, attribute,
      nearest: Nearest.word(to: text, among: vocabulary.tables.countries.codes))
    return .unreadable
  }

  mutating func languages(_ attribute: Int) -> Stated<[Tongue]> {
    var tongues: [Tongue] = []
    for code in document.value(attribute).split(separator: " ") {
      let tongue = Tongue(String(code))
      guard tongue == .chinese || vocabulary.tables.languages.contains(tongue) else {
        fail(
          .unknownLanguage, attribute,
          nearest: Nearest.word(to: String(code), among: vocabulary.tables.languages.codes))
        return .unreadable
      }
      tongues.append(tongue)
    }
    return .value(tongues)
  }

  mutating func division(_ attribute: Int) -> Stated<Division> {
    let text = document.value(attribute)
    if let division = Division(text), vocabulary.tables.divisions.contains(division) {
      return .value(division)
    }
    fail(
      .unknownPlace, attribute,
      nearest: Nearest.word(to: text, among: vocabulary.tables.divisions.codes))
    return .unreadable
  }

  mutating func openWord(_ attribute: Int) -> Stated<String> {
    let word = document.value(attribute)
    if Self.isWord(word) { return .value(word) }
    fail(
      .badText, attribute,
      expected: .words(.init("小写英文词，以连字符相连", "lower-case words joined by hyphens")))
    return .unreadable
  }

  mutating func identifier(_ attribute: Int) -> String? {
    let text = document.value(attribute)
    if Self.isIdentifier(text) { return text }
    fail(
      .badText, attribute,
      expected: .words(
        .init(
          "字母开头的字母、数字、._-，最多 64 个", "letters, digits, . _ and -, starting with a letter, at most 64"
        )))
    return nil
  }

  mutating func uscc(_ attribute: Int) -> Stated<String> {
    let text = document.value(attribute)
    if text.utf8.count == 18,
      text.utf8.allSatisfy({ (48...57).contains($0) || (65...90).contains($0) })
    {
      return .value(text)
    }
    fail(
      .badText, attribute, expected: .words(.init("18 位数字和大写字母", "18 digits and capital letters")))
    return .unreadable
  }

  mutating func checkSHA256(_ attribute: Int) {
    let (start, length) = span(attribute)
    var sound = length == 64
    for at in start..<(start + length) where sound {
      let byte = document.values[at]
      sound = (48...57).contains(byte) || (97...102).contains(byte)
    }
    if sound { return }
    fail(
      .badText, attribute, expected: .words(.init("64 位小写十六进制", "64 lower-case hexadecimal digits"))
    )
  }

  private static func isWord(_ text: String) -> Bool {
    !text.isEmpty && text.first != "-" && text.last != "-" && !text.contains("--")
      && text.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }
  }

  private static func isIdentifier(_ text: String) -> Bool {
    guard let first = text.utf8.first, text.utf8.count <= 64 else { return false }
    func isLetter(_ byte: UInt8) -> Bool {
      (65...90).contains(byte) || (97...122).contains(byte) || byte == 95
    }
    return isLetter(first)
      && text.utf8.allSatisfy { isLetter($0) || (48...57).contains($0) || $0 == 45 || $0 == 46 }
  }
}
