// SPDX-License-Identifier: Apache-2.0

/// The dated reference data that checks and reports consult; the larger tables are read when first asked for.
package final class ReferenceTables: Sendable {
  package let countries: NameTable
  package let kinds: SupplementKindTable
  private let makeLanguages: @Sendable () -> NameTable
  private let makeDivisions: @Sendable () -> NameTable
  private let makeApostille: @Sendable () -> ApostilleTable
  private let makeWorkingDays: @Sendable () -> WorkingDayCalendar
  private let makeWageAverages: @Sendable () -> WageAverageTable
  private let makePoints: @Sendable () -> PointsTable

  package var languages: NameTable { makeLanguages() }
  package var divisions: NameTable { makeDivisions() }
  package var apostille: ApostilleTable { makeApostille() }
  package var workingDays: WorkingDayCalendar { makeWorkingDays() }
  package var wageAverages: WageAverageTable { makeWageAverages() }
  package var points: PointsTable { makePoints() }

  package init(
    countries: NameTable, kinds: SupplementKindTable,
    languages: @escaping @Sendable () -> NameTable, divisions: @escaping @Sendable () -> NameTable,
    apostille: @escaping @Sendable () -> ApostilleTable,
    workingDays: @escaping @Sendable () -> WorkingDayCalendar,
    wageAverages: @escaping @Sendable () -> WageAverageTable,
    points: @escaping @Sendable () -> PointsTable
  ) {
    self.countries = countries
    self.kinds = kinds
    makeLanguages = languages
    makeDivisions = divisions
    makeApostille = apostille
    makeWorkingDays = workingDays
    makeWageAverages = wageAverages
    makePoints = points
  }

  /// Whether a language exists; the two that nearly every paper is in need no table.
  package func knows(_ tongue: Tongue) -> Bool {
    tongue == .chinese || tongue == .english || languages.contains(tongue)
  }
}

extension ReferenceTables {
  /// All country codes as written, for finding the nearest one.
  package var countryCodes: [String] { countries.numbers.map { Letters.unpack($0) } }

  /// All language codes as written.
  package var languageCodes: [String] { languages.numbers.map { Letters.unpack($0) } }

  /// All place codes as written.
  package var divisionCodes: [String] { divisions.numbers.map(String.init) }
}

/// Codes and their names in both languages; a name becomes text only when it is asked for.
package struct NameTable: Sendable {
  /// One code and where its names stand in the table's text.
  package struct Entry: Sendable {
    package let code: Int32
    package let zh: Verbatim
    package let en: Verbatim

    package init(code: Int32, zh: Verbatim, en: Verbatim) {
      self.code = code
      self.zh = zh
      self.en = en
    }
  }

  private let text: String
  private let entries: [Entry]

  /// A table over a text that holds every name.
  package init(_ entries: [Entry], in text: String) {
    var sorted = true
    for index in entries.indices.dropFirst() where entries[index - 1].code >= entries[index].code {
      sorted = false
    }
    self.entries = sorted ? entries : entries.sorted { $0.code < $1.code }
    self.text = text
  }

  package func contains(_ code: Country) -> Bool { position(of: code.number) != nil }
  package func contains(_ code: Tongue) -> Bool { position(of: code.number) != nil }
  package func contains(_ code: Division) -> Bool { position(of: code.number) != nil }

  /// The name, or the code itself for one the table does not have.
  package func name(of code: Country) -> BilingualText { name(code.number, code.description) }
  /// The name, or the code itself for one the table does not have.
  package func name(of code: Tongue) -> BilingualText { name(code.number, code.description) }
  /// The name, or the code itself for one the table does not have.
  package func name(of code: Division) -> BilingualText { name(code.number, code.description) }

  /// All codes as numbers, sorted.
  package var numbers: [Int32] { entries.map(\.code) }

  private func name(_ code: Int32, _ fallback: String) -> BilingualText {
    guard let position = position(of: code) else { return BilingualText(fallback, fallback) }
    return BilingualText(in: text, zh: entries[position].zh, en: entries[position].en)
  }

  private func position(of code: Int32) -> Int? {
    var low = 0
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].code == code { return middle }
      if entries[middle].code < code { low = middle + 1 } else { high = middle }
    }
    return nil
  }
}

/// To what a kind of supplement belongs.
package enum SupplementSubject: String, VocabularyWord {
  case person, employer, dossier

  package var label: BilingualText {
    switch self {
    case .person: .init("人", "a person")
    case .employer: .init("单位", "an employer")
    case .dossier: .init("整份申请", "the whole application")
    }
  }
}

/// The kinds of supplement: identifiers, titles and the other names each goes by.
package struct SupplementKindTable: Sendable {
  /// One kind.
  package final class Entry: Sendable {
    package let id: String
    package let title: BilingualText
    package let alsoKnownAs: [BilingualText]
    /// To what such a paper belongs.
    package let subject: SupplementSubject
    /// Whether what it states is about a relative, and not about whom it belongs to.
    package let isAboutRelative: Bool
    /// Whether each procedure of a joint dossier needs one of its own.
    package let isPerLimb: Bool
    /// Whether it speaks of somebody's health.
    package let isHealth: Bool

    package init(
      id: String, title: BilingualText, alsoKnownAs: [BilingualText], subject: SupplementSubject,
      isAboutRelative: Bool = false, isPerLimb: Bool = false, isHealth: Bool = false
    ) {
      self.isHealth = isHealth
      self.isPerLimb = isPerLimb
      self.isAboutRelative = isAboutRelative
      self.subject = subject
      self.id = id
      self.title = title
      self.alsoKnownAs = alsoKnownAs
    }
  }

  package let entries: [Entry]
  /// Positions in the order of their identifiers; empty where the entries stand in that order.
  private let order: [Int]

  package init(_ entries: [Entry]) {
    self.entries = entries
    let sorted = entries.indices.dropFirst().allSatisfy { entries[$0 - 1].id <= entries[$0].id }
    order = sorted ? [] : entries.indices.sorted { entries[$0].id < entries[$1].id }
  }

  /// The kind with an identifier, the last where several have it; nil where there is none.
  package subscript(id: String) -> SupplementKind? {
    var (low, high) = (0, entries.count)
    while low < high {
      let middle = (low + high) / 2
      if entries[position(middle)].id <= id { low = middle + 1 } else { high = middle }
    }
    guard low > 0, entries[position(low - 1)].id == id else { return nil }
    return SupplementKind(Int32(position(low - 1)))
  }

  /// Their identifiers, sorted, each once.
  package var ids: [String] {
    entries.indices.reduce(into: []) { ids, rank in
      let id = entries[position(rank)].id
      if ids.last != id { ids.append(id) }
    }
  }

  private func position(_ rank: Int) -> Int { order.isEmpty ? rank : order[rank] }

  package subscript(kind: SupplementKind) -> Entry { entries[Int(kind.index)] }
}

/// States whose apostille China accepts, and from when.
package struct ApostilleTable: Sendable {
  /// One state.
  package struct Party: Sendable {
    package let from: CalendarDate
    /// Whether the entry is evidenced well enough to demand or refuse anything.
    package let certain: Bool

    package init(from: CalendarDate, certain: Bool) {
      self.from = from
      self.certain = certain
    }
  }

  private let parties: [(country: Country, party: Party)]

  /// A table of these states; the last entry of a state counts.
  package init(_ parties: [(country: Country, party: Party)]) {
    var last: Int32 = -1
    let sorted = parties.allSatisfy { entry in
      defer { last = entry.country.number }
      return last < entry.country.number
    }
    self.parties = sorted ? parties : Self.sorted(parties)
  }

  private static func sorted(
    _ parties: [(country: Country, party: Party)]
  ) -> [(country: Country, party: Party)] {
    var sorted: [(country: Country, party: Party)] = []
    for entry in parties.sorted(by: { $0.country.number < $1.country.number }) {
      if sorted.last?.country == entry.country { sorted.removeLast() }
      sorted.append(entry)
    }
    return sorted
  }

  /// The states in it.
  package var countries: [Country] { parties.map(\.country) }

  /// Whether the Convention of 5 October 1961 is in force between a state and China on a day;
  /// nil when the table is not certain about that state.
  package func isInForce(with country: Country, on day: CalendarDate) -> Bool? {
    guard let party = party(country) else { return false }
    return day < party.from ? false : party.certain ? true : nil
  }

  /// A state's entry; nil for one that is no party.
  package func party(_ country: Country) -> Party? {
    var (low, high) = (0, parties.count)
    while low < high {
      let middle = (low + high) / 2
      if parties[middle].country.number < country.number { low = middle + 1 } else { high = middle }
    }
    return low < parties.count && parties[low].country == country ? parties[low].party : nil
  }
}
