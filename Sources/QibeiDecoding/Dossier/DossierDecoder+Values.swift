// SPDX-License-Identifier: Apache-2.0
internal import QibeiCore
internal import QibeiXML

/// Reading one attribute into a typed value; whatever cannot be read is reported once.
extension DossierDecoder {
  func span(_ attribute: Int) -> (start: Int, length: Int) {
    let entry = entries[attribute]
    return (Int(entry.start), Int(entry.length))
  }

  @inline(never)
  mutating func fail(
    _ kind: FindingKind, _ attribute: Int, expected: FindingValue? = nil, nearest: String? = nil
  ) {
    let label = document.text(of: entries[attribute].name, in: DossierName.vocabulary)
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

  /// Text that is kept, empty where it cannot be read.
  mutating func readable(_ attribute: Int) -> String {
    if case .value(let text) = text(attribute) { text } else { "" }
  }

  /// Text that is kept as a run of the file.
  mutating func run(_ attribute: Int) -> Stated<Verbatim> {
    guard checkText(attribute) else { return .unreadable }
    return .value(verbatim(attribute))
  }

  /// An attribute's value as a run of the file.
  func verbatim(_ attribute: Int) -> Verbatim {
    let entry = entries[attribute]
    return Verbatim(start: entry.start, length: entry.length)
  }

  /// Text that is only checked; false when it cannot be read.
  @discardableResult
  mutating func checkText(_ attribute: Int) -> Bool {
    let (start, length) = span(attribute)
    if Self.isBlank(bytes.extracting(start..<(start + length))) {
      fail(
        .badText, attribute,
        expected: .words(
          .init(
            "内容（不能为空；没有就不写这个属性）",
            "something (not blank; leave the attribute out where there is nothing)")))
      return false
    }
    if length > 2000, document.value(attribute).unicodeScalars.count > 2000 {
      fail(.badText, attribute, expected: .words(.init("不超过 2000 个字符", "at most 2,000 characters")))
      return false
    }
    if document.hidesCharacters, let hidden = InvisibleCharacters.names(in: bytes, start, length) {
      fail(.invisibleCharacters, attribute)
      findings[findings.count - 1].seen = .text(hidden)
    }
    return true
  }

  private static func isBlank(_ bytes: Span<UInt8>) -> Bool {
    for at in bytes.indices where bytes[at] != 0x20 { return false }
    return true
  }

  mutating func date(_ attribute: Int) -> Stated<CalendarDate> {
    let (start, length) = span(attribute)
    if let date = CalendarDate(bytes, start, length) { return .value(date) }
    fail(
      .badDate, attribute,
      expected: .words(.init("年-月-日，如 2026-03-16", "year-month-day, such as 2026-03-16")))
    return .unreadable
  }

  mutating func month(_ attribute: Int) -> Stated<CalendarMonth> {
    let (start, length) = span(attribute)
    if let month = CalendarMonth(bytes, start, length) { return .value(month) }
    fail(
      .badDate, attribute, expected: .words(.init("年-月，如 2019-08", "year-month, such as 2019-08")))
    return .unreadable
  }

  mutating func count(_ attribute: Int) -> Stated<Int> {
    let (start, length) = span(attribute)
    var value = 0
    var sound = (1...8).contains(length)
    for at in start..<(start + length) where sound {
      let digit = Int(bytes[at]) - 48
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

  mutating func word<Word: ListedWord>(_ attribute: Int, _ table: WordTable) -> Stated<Word> {
    guard let position = position(attribute, table), let word = Word(rawValue: UInt8(position))
    else { return .unreadable }
    return .value(word)
  }

  /// The position of a word in a table; reported when it is none of them.
  mutating func position(_ attribute: Int, _ table: WordTable) -> Int? {
    let (start, length) = span(attribute)
    if let position = table.position(bytes, start, length) { return position }
    fail(
      .badWord, attribute, expected: .list(table.words.map { .text($0) }),
      nearest: Nearest.word(to: document.value(attribute), among: table.words))
    return nil
  }

  mutating func words<Word: ListedWord>(
    _ attribute: Int, _ table: WordTable
  ) -> Stated<WordSet<Word>> {
    let (start, length) = span(attribute)
    var bits: UInt32 = 0
    var at = start
    while let part = Self.nextPart(bytes, &at, start + length) {
      guard let position = table.position(bytes, part.lowerBound, part.count) else {
        let word = document.string(part.lowerBound, part.count)
        fail(
          .badWord, attribute, expected: .list(table.words.map { .text($0) }),
          nearest: Nearest.word(to: word, among: table.words))
        findings[findings.count - 1].seen = .text(word)
        return .unreadable
      }
      bits |= 1 << UInt32(position)
    }
    if bits == 0 {
      fail(.badWord, attribute, expected: .list(table.words.map { .text($0) }))
      return .unreadable
    }
    // Where there is such a word it is the first, and stands alone.
    if bits & 1 != 0, bits != 1, table.words.first == "none" {
      fail(
        .badWord, attribute,
        expected: .words(
          .init("只写 none，或不写 none", "none alone, or the others without none")))
      return .unreadable
    }
    return .value(WordSet(bits: bits))
  }

  // The next run between blanks.
  private static func nextPart(
    _ bytes: Span<UInt8>, _ at: inout Int, _ end: Int
  ) -> Range<Int>? {
    while at < end, bytes[at] == 0x20 { at += 1 }
    let from = at
    while at < end, bytes[at] != 0x20 { at += 1 }
    return from < at ? from..<at : nil
  }

  mutating func flag(_ attribute: Int) -> Stated<Bool> {
    position(attribute, WordTables.flags).map { .value($0 == 0) } ?? .unreadable
  }

  mutating func country(_ attribute: Int) -> Stated<Country> {
    let (start, length) = span(attribute)
    if let country = Country(bytes, start, length) {
      if country.number == latestCountry { return .value(country) }
      if vocabulary.tables.countries.contains(country) {
        latestCountry = country.number
        return .value(country)
      }
    }
    refuseCountry(attribute)
    return .unreadable
  }

  @inline(never)
  private mutating func refuseCountry(_ attribute: Int) {
    fail(.unknownCountry, attribute)
    let written = document.value(attribute)
    if let code = CountrySlips.code(for: written)
      ?? nearestCode(attribute, vocabulary.tables.countryCodes), let country = Country(code)
    {
      // A code alone tells few people which country it is.
      let name = vocabulary.tables.countries.name(of: country)
      findings[findings.count - 1].on = .words(
        .init("最接近的是“\(code)”（\(name.zh)）。", "The nearest is “\(code)”, \(name.en)."))
    }
  }

  mutating func languages(_ attribute: Int) -> Stated<Tongues> {
    let (start, length) = span(attribute)
    var tongues = Tongues()
    var at = start
    while let part = Self.nextPart(bytes, &at, start + length) {
      guard let tongue = Tongue(bytes, part.lowerBound, part.count),
        knows(tongue), tongues.append(tongue)
      else {
        fail(
          .unknownLanguage, attribute,
          nearest: nearestCode(attribute, vocabulary.tables.languageCodes))
        return .unreadable
      }
    }
    if tongues.count == 0 {
      fail(.unknownLanguage, attribute)
      return .unreadable
    }
    return .value(tongues)
  }

  private mutating func knows(_ tongue: Tongue) -> Bool {
    let number = tongue.number
    if number == latestTongues.0 || number == latestTongues.1 { return true }
    guard vocabulary.tables.knows(tongue) else { return false }
    latestTongues = (number, latestTongues.0)
    return true
  }

  mutating func division(_ attribute: Int) -> Stated<Division> {
    let (start, length) = span(attribute)
    if let division = Division(bytes, start, length),
      vocabulary.tables.divisions.contains(division)
    {
      return .value(division)
    }
    fail(.unknownPlace, attribute, nearest: nearestCode(attribute, vocabulary.tables.divisionCodes))
    return .unreadable
  }

  private func nearestCode(_ attribute: Int, _ codes: [String]) -> String? {
    Nearest.word(to: document.value(attribute), among: codes)
  }
}
