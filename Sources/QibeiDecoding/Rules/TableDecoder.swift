// SPDX-License-Identifier: Apache-2.0
package import QibeiCore
internal import QibeiXML

/// Reads the reference tables.
package enum TableDecoder {
  /// Countries and regions by their codes.
  package static func countries(
    _ bytes: [UInt8], named name: String
  ) throws(ChecklistError) -> CountryTable {
    try names(bytes, named: name, row: "country") { Country($0) }
  }

  /// Languages by their codes.
  package static func languages(
    _ bytes: [UInt8], named name: String
  ) throws(ChecklistError) -> NameTable<Tongue> {
    try names(bytes, named: name, row: "language") { Tongue($0) }
  }

  /// Administrative divisions by their codes.
  package static func divisions(
    _ bytes: [UInt8], named name: String
  ) throws(ChecklistError) -> NameTable<Division> {
    try names(bytes, named: name, row: "division") { Division($0) }
  }

  /// Kinds of supplement, in the order of the file.
  package static func kinds(
    _ bytes: [UInt8], named name: String
  ) throws(ChecklistError) -> SupplementKindTable {
    let file = try file(bytes, named: name)
    let entries = rows(file, "kind").map { row in
      row.allow(["id", "zh", "en", "subject"], ["also"])
      return SupplementKindTable.Entry(
        id: row.required("id"), title: row.bilingual,
        alsoKnownAs: row.children(named: "also").map(\.bilingual))
    }
    try file.finish()
    return SupplementKindTable(entries)
  }

  /// Parties to the Apostille Convention, as between each and China.
  package static func apostille(
    _ bytes: [UInt8], named name: String
  ) throws(ChecklistError) -> ApostilleTable {
    let file = try file(bytes, named: name)
    var parties: [Country: ApostilleTable.Party] = [:]
    for row in rows(file, "party") {
      row.allow(["country", "from", "evidence", "objection"])
      _ = row.required("from")
      let evidence = row.word("evidence", as: Evidence.self) ?? .unverified
      guard let country = Country(row.required("country")), let from = row.date("from") else {
        continue
      }
      parties[country] = ApostilleTable.Party(
        from: from, certain: evidence.binds && row.flag("objection") != true)
    }
    try file.finish()
    return ApostilleTable(parties)
  }

  /// Holidays and make-up days.
  package static func workingDays(
    _ bytes: [UInt8], named name: String
  ) throws(ChecklistError) -> WorkingDayCalendar {
    let file = try file(bytes, named: name)
    var years: Set<Int> = []
    var daysOff: Set<CalendarDate> = []
    var makeUpDays: Set<CalendarDate> = []
    for row in rows(file, "year") {
      row.allow(["number"], ["holiday", "make-up"])
      if let year = row.count("number") { years.insert(year) }
      for holiday in row.children(named: "holiday") {
        guard var day = holiday.date("from"), let last = holiday.date("until") else { continue }
        while day <= last {
          daysOff.insert(day)
          day = day.adding(days: 1)
        }
      }
      for day in row.children(named: "make-up") {
        if let date = day.date("on") { makeUpDays.insert(date) }
      }
    }
    try file.finish()
    return WorkingDayCalendar(years: years, daysOff: daysOff, makeUpDays: makeUpDays)
  }

  private static func names<Code: Hashable & Sendable & CustomStringConvertible>(
    _ bytes: [UInt8], named name: String, row rowName: String, _ code: (String) -> Code?
  ) throws(ChecklistError) -> NameTable<Code> {
    let file = try file(bytes, named: name)
    let document = file.document
    var entries: [Code: NameTable<Code>.Entry] = [:]
    entries.reserveCapacity(document.elements.count)
    for row in rows(file, rowName) {
      let element = document.elements[row.index]
      var found: (code: Code?, zh: Range<Int>?, en: Range<Int>?) = (nil, nil, nil)
      for at in Int(element.firstAttribute)..<Int(element.firstAttribute + element.attributeCount) {
        let attribute = document.attributes[at]
        let range = Int(attribute.start)..<Int(attribute.start + attribute.length)
        switch document.text(of: attribute.name, in: file.vocabulary) {
        case "code": found.code = code(document.value(at))
        case "zh": found.zh = range
        case "en": found.en = range
        default: break
        }
      }
      guard let key = found.code, let zh = found.zh, let en = found.en else {
        row.report(
          .init("<\(rowName)> 须有 code、zh、en", "<\(rowName)> needs code, zh and en"))
        continue
      }
      entries[key] = NameTable<Code>.Entry(zh: zh, en: en)
    }
    try file.finish()
    return NameTable(entries, in: document.values)
  }

  private static func file(_ bytes: [UInt8], named name: String) throws(ChecklistError) -> RuleFile
  {
    try RuleFile(bytes, named: name, root: "table", vocabulary: RuleNames.tables)
  }

  private static func rows(_ file: RuleFile, _ name: String) -> [RuleElement] {
    file.root.children(named: name)
  }
}
