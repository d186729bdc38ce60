// SPDX-License-Identifier: Apache-2.0
internal import QibeiCore

/// Numbers, dates, codes and names; check digits hold once they are what the fault says they should be.
enum NumberTarget {
  @Sendable static func run(_ input: [UInt8]) {
    let text = String(decoding: input, as: UTF8.self)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for line in lines.prefix(4) {
      examineZone(line)
      examineCodes(line)
      examineDates(line)
    }
    let parts = NameMatcher.parts(text)
    require(NameMatcher.parts(parts.joined(separator: " ")) == parts, "a name folds twice")
    var person = Person()
    var name = PersonName()
    name.kind = .passport
    name.surname = lines.first ?? ""
    name.given = lines.count > 1 ? lines[1] : ""
    person.names = [name]
    require(NameMatcher(person).matches(name.text), "a name does not match itself")
  }

  private static func examineZone(_ line: String) {
    if let names = PassportNameLine(line) {
      _ = (names.issuer, names.parts, names.name, names.mayBeCut)
      _ = names.hasName(names.parts.surname, names.parts.given)
    }
    if let read = PassportDataLine(reading: line) {
      require(read.digit(of: .number) == .verified, "a misread line was believed")
    }
    guard let data = PassportDataLine(line) else { return }
    require(data.text == line, "a line changed in being read")
    _ = (data.number, data.birth, data.expiry, data.sex, data.nationality)
    _ = data.hasNumber(data.number)
    for day in [CalendarDate("2000-02-29"), CalendarDate("1974-10-02")].compactMap(\.self) {
      _ = (data.agrees(day, with: .birth), data.agrees(day, with: .expiry))
    }
    let places: [(PassportDataLine.Part, Int)] = [
      (.number, 9), (.birth, 19), (.expiry, 27), (.personal, 42), (.whole, 43),
    ]
    for (part, place) in places {
      guard case .refuted(let expected) = data.digit(of: part) else { continue }
      guard let mended = PassportDataLine(replacing(place, in: line, by: expected)) else {
        fail("the digit asked for makes no line")
      }
      // A field of fillers carries none, and then a nought stands for none.
      require(
        [.verified, .notPresent].contains(mended.digit(of: part)),
        "the digit asked for does not hold")
    }
  }

  private static func examineCodes(_ line: String) {
    if let number = IdentityNumber(line) {
      if case .refuted(let expected) = number.check {
        require(
          IdentityNumber(replacing(17, in: line, by: expected))?.check == .verified,
          "the character asked for does not hold")
      }
      if let day = CalendarDate("1990-01-02") { _ = number.agrees(with: day) }
    }
    if case .check(let expected) = SocialCreditCode.fault(in: line) {
      let mended = replacing(17, in: line, by: expected)
      if case .check = SocialCreditCode.fault(in: mended) {
        fail("the character asked for does not hold")
      }
    }
    if let country = Country(line) { require(country.description == line) }
    if let tongue = Tongue(line) { require(tongue.description == line) }
    if let division = Division(line) {
      require(division.description == line)
      _ = division.lineage
    }
    _ = CalendarPeriod(line)
  }

  private static func examineDates(_ line: String) {
    if let month = CalendarMonth(line) {
      require(CalendarMonth("\(month)") == month, "a month changed in being written")
      _ = month.lastDay
    }
    guard let day = CalendarDate(line) else { return }
    require(CalendarDate("\(day)") == day, "a day changed in being written")
    for months in [-1, 1, 12] { _ = day.adding(months: months) }
    require(day.adding(days: 1).adding(days: -1) == day || day.year == 9999)
  }

  private static func replacing(_ place: Int, in line: String, by character: Character) -> String {
    var bytes = Array(line.utf8)
    bytes.replaceSubrange(place..<(place + 1), with: String(character).utf8)
    return String(decoding: bytes, as: UTF8.self)
  }
}
