// SPDX-License-Identifier: Apache-2.0
package import QibeiCore
internal import QibeiXML

/// Reads the reference tables.
package enum TableDecoder {
  /// Countries and regions by their codes.
  package static func countries(
    _ text: RuleText, named name: String
  ) throws(ChecklistError) -> NameTable {
    try names(text, named: name, row: .country) { Country($0, $1, $2)?.number }
  }

  /// Languages by their codes.
  package static func languages(
    _ text: RuleText, named name: String
  ) throws(ChecklistError) -> NameTable {
    try names(text, named: name, row: .language) { Tongue($0, $1, $2)?.number }
  }

  /// Administrative divisions by their codes.
  package static func divisions(
    _ text: RuleText, named name: String
  ) throws(ChecklistError) -> NameTable {
    try names(text, named: name, row: .division) { Division($0, $1, $2)?.number }
  }

  /// Kinds of supplement, in the order of the file.
  package static func kinds(
    _ text: RuleText, named name: String
  ) throws(ChecklistError) -> SupplementKindTable {
    let file = try file(text, named: name)
    let subjects = WordTable(SupplementSubject.allCases.map { $0.word })
    let entries = rows(file, .kind).map { row in
      row.allow([.id, .zh, .en, .subject, .aboutRelative, .perLimb, .health], [.also])
      return SupplementKindTable.Entry(
        id: row.required(.id), title: row.bilingual,
        alsoKnownAs: row.children(named: .also).map(\.bilingual),
        subject: row.word(.subject, as: SupplementSubject.self, in: subjects) ?? .person,
        isAboutRelative: row.flag(.aboutRelative) ?? false,
        isPerLimb: row.flag(.perLimb) ?? false, isHealth: row.flag(.health) ?? false)
    }
    refuseTwins(rows(file, .kind), .id)
    for row in rows(file, .kind) where !file.isProven {
      let id = row[.id] ?? ""
      if !id.utf8.allSatisfy({ (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }) {
        row.report(
          .init(
            "“\(id)”：种类须为小写字母、数字和连字符", "“\(id)”: a kind is lower-case letters, digits and hyphens"),
          attribute: .id)
      }
    }
    try file.finish()
    return SupplementKindTable(entries)
  }

  /// Parties to the Apostille Convention, as between each and China.
  package static func apostille(
    _ text: RuleText, named name: String
  ) throws(ChecklistError) -> ApostilleTable {
    let file = try file(text, named: name)
    let evidences = WordTable(Evidence.allCases.map { $0.word })
    let text = file.text.utf8
    var parties: [(country: Country, party: ApostilleTable.Party)] = []
    for row in rows(file, .party) {
      row.allow([.country, .from, .evidence, .objection])
      if !file.isProven { _ = (row.required(.from), row.required(.country)) }
      let evidence = row.word(.evidence, as: Evidence.self, in: evidences) ?? .unverified
      guard let code = row.run(.country),
        let country = Country(text.span, Int(code.start), Int(code.length)),
        let from = row.date(.from)
      else { continue }
      let certain = evidence.binds && row.flag(.objection) != true
      parties.append((country, ApostilleTable.Party(from: from, certain: certain)))
    }
    try file.finish()
    return ApostilleTable(parties)
  }

  /// Average wages by place and year.
  package static func wageAverages(
    _ text: RuleText, named name: String
  ) throws(ChecklistError) -> WageAverageTable {
    let file = try file(text, named: name)
    var amounts: [WageAverageTable.Key: Int] = [:]
    for row in rows(file, .average) {
      row.allow([.place, .year, .amount, .evidence])
      _ = row.word(.evidence, as: Evidence.self)
      let text = row.required(.place)
      let (year, amount) = (row.count(.year), row.count(.amount))
      guard let place = Division(text), let year, let amount, (1949...9999).contains(year),
        amount > 0
      else {
        // One that is written and cannot be read has been told.
        if Division(text) != nil,
          year == nil && row[.year] != nil || amount == nil && row[.amount] != nil
        {
          continue
        }
        row.report(
          .init(
            "<average> 须有六位地点代码 place、四位年份 year 和正数 amount",
            "<average> needs a six-digit place, a year in four digits and an amount above 0"))
        continue
      }
      let key = WageAverageTable.Key(place: place, year: year)
      if amounts.updateValue(amount, forKey: key) != nil {
        row.report(
          .init("\(text) 的 \(year) 年写了两次", "the year \(year) of \(text) stands twice"),
          attribute: .year)
      }
    }
    try file.finish()
    return WageAverageTable(amounts)
  }

  /// The points table; each line's papers are kinds of supplement.
  package static func points(
    _ text: RuleText, named name: String, kinds: SupplementKindTable
  ) throws(ChecklistError) -> PointsTable {
    let file = try file(text, named: name)
    let lines = rows(file, .line).map { row in
      row.allow([.id, .zh, .en, .max, .papers], [.band])
      let papers = row.list(.papers).compactMap { text -> SupplementKind? in
        if let kind = kinds[text] { return kind }
        row.reportWord(text, kinds.entries.map(\.id), attribute: .papers)
        return nil
      }
      return PointsTable.Line(
        id: row.required(.id), title: row.bilingual, most: row.count(.max) ?? 0, papers: papers,
        bands: row.children(named: .band).map { band in
          band.allow([.atLeast, .word, .points])
          _ = band.required(.points)
          if (band[.atLeast] == nil) == (band[.word] == nil) {
            band.report(
              .init("<band> 须有 at-least 或 word 之一", "a <band> needs either at-least or word"))
          }
          return PointsTable.Band(
            atLeast: band.count(.atLeast), word: band[.word], points: band.count(.points) ?? 0)
        })
    }
    try file.finish()
    return PointsTable(lines)
  }

  /// Holidays and make-up days.
  package static func workingDays(
    _ text: RuleText, named name: String
  ) throws(ChecklistError) -> WorkingDayCalendar {
    let file = try file(text, named: name)
    var years: Set<Int> = []
    var daysOff: Set<CalendarDate> = []
    var makeUpDays: Set<CalendarDate> = []
    for row in rows(file, .year) {
      row.allow([.number], [.holiday, .makeUp])
      if let year = row.count(.number) { years.insert(year) }
      for holiday in row.children(named: .holiday) {
        guard let first = holiday.date(.from), let last = holiday.date(.until) else { continue }
        guard last >= first, last.ordinal - first.ordinal < longestHoliday else {
          holiday.report(
            .init(
              "假期 \(first) 至 \(last)：须有 1 到 \(longestHoliday) 天",
              "a holiday from \(first) until \(last): it has to have 1 to \(longestHoliday) days"))
          continue
        }
        for day in 0...(last.ordinal - first.ordinal) { daysOff.insert(first.adding(days: day)) }
      }
      for day in row.children(named: .makeUp) {
        if let date = day.date(.on) { makeUpDays.insert(date) }
      }
    }
    try file.finish()
    return WorkingDayCalendar(years: years, daysOff: daysOff, makeUpDays: makeUpDays)
  }

  // What is longer is a slip of the pen.
  private static let longestHoliday = 31

  // The tables of codes are large and read at start-up, so rows are read straight from the document.
  private static func names(
    _ text: RuleText, named name: String, row rowName: RuleName,
    _ code: (Span<UInt8>, Int, Int) -> Int32?
  ) throws(ChecklistError) -> NameTable {
    let file = try file(text, named: name)
    let view = file.text.utf8
    let bytes = view.span
    var entries: [NameTable.Entry] = []
    entries.reserveCapacity(file.elements.count)
    for (index, element) in file.elements.enumerated() where element.name.index == rowName.rawValue
    {
      var number: Int32?
      var zh: Verbatim?
      var en: Verbatim?
      for at in Int(element.firstAttribute)..<Int(element.firstAttribute + element.attributeCount) {
        let run = file.run(at)
        switch RuleName(file.attributes[at].name) {
        case .code: number = code(bytes, Int(run.start), Int(run.length))
        case .zh: zh = run
        case .en: en = run
        default: break
        }
      }
      guard let number, let zh, let en else {
        RuleElement(file: file, index: index).report(
          .init(
            "<\(rowName.written)> 须有正确的 code，以及 zh、en",
            "<\(rowName.written)> needs a proper code, zh and en"))
        continue
      }
      entries.append(NameTable.Entry(code: number, zh: zh, en: en))
    }
    if !file.isProven {
      let rows = rows(file, rowName)
      refuseTwins(rows, .code)
      let codes = Set(rows.compactMap { $0[.code] })
      for row in rows {
        guard let parent = row[.parent], !codes.contains(parent) else { continue }
        row.report(
          .init("没有上级“\(parent)”", "there is no parent “\(parent)”"), attribute: .parent)
      }
    }
    try file.finish()
    return NameTable(entries, in: file.text)
  }

  private static func file(_ text: RuleText, named name: String) throws(ChecklistError) -> RuleFile
  {
    let file = try RuleFile(text, named: name, root: "table", vocabulary: RuleName.inTables)
    let expected = name.split(separator: "/").last.map { $0.prefix { $0 != "." } } ?? ""
    if !file.isProven, let id = file.root[.id], id != expected {
      file.root.report(
        .init(
          "这个文件是 \(expected) 表，id 却是 \(id)",
          "this file is the table \(expected), and its id is \(id)"),
        attribute: .id)
    }
    return file
  }

  // A code that stands twice has two names, and one of them is never used.
  private static func refuseTwins(_ rows: [RuleElement], _ code: RuleName) {
    var seen: Set<String> = []
    for row in rows where !row.file.isProven {
      let text = row[code] ?? ""
      if !seen.insert(text).inserted {
        row.report(
          .init("“\(text)”写了两次", "“\(text)” stands twice"), attribute: code)
      }
    }
  }

  private static func rows(_ file: RuleFile, _ name: RuleName) -> [RuleElement] {
    file.root.children(named: name)
  }
}
