// SPDX-License-Identifier: Apache-2.0

/// The dated reference data that checks and reports consult.
package struct ReferenceTables: Sendable {
  package let countries: CountryTable
  package let languages: NameTable<Tongue>
  package let divisions: NameTable<Division>
  package let kinds: SupplementKindTable
  package let apostille: ApostilleTable
  package let workingDays: WorkingDayCalendar

  package init(
    countries: CountryTable, languages: NameTable<Tongue>, divisions: NameTable<Division>,
    kinds: SupplementKindTable, apostille: ApostilleTable, workingDays: WorkingDayCalendar
  ) {
    self.countries = countries
    self.languages = languages
    self.divisions = divisions
    self.kinds = kinds
    self.apostille = apostille
    self.workingDays = workingDays
  }
}

/// Codes and their names in both languages.
package struct NameTable<Code: Hashable & Sendable & CustomStringConvertible>: Sendable {
  private let names: [Code: BilingualText]

  package init(_ names: [Code: BilingualText]) { self.names = names }

  package func contains(_ code: Code) -> Bool { names[code] != nil }

  /// The name, or the code itself for one the table does not have.
  package func name(of code: Code) -> BilingualText {
    names[code] ?? BilingualText(zh: code.description, en: code.description)
  }

  /// All codes as written, sorted.
  package var codes: [String] { names.keys.map(\.description).sorted() }
}

/// Countries and regions.
package typealias CountryTable = NameTable<Country>

/// The kinds of supplement: identifiers, titles and the other names each goes by.
package struct SupplementKindTable: Sendable {
  /// One kind.
  package struct Entry: Sendable {
    package let id: String
    package let title: BilingualText
    package let alsoKnownAs: [BilingualText]

    package init(id: String, title: BilingualText, alsoKnownAs: [BilingualText]) {
      self.id = id
      self.title = title
      self.alsoKnownAs = alsoKnownAs
    }
  }

  package let entries: [Entry]
  package let index: [String: SupplementKind]

  package init(_ entries: [Entry]) {
    self.entries = entries
    var index: [String: SupplementKind] = [:]
    for (position, entry) in entries.enumerated() {
      index[entry.id] = SupplementKind(Int32(position))
    }
    self.index = index
  }

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

  private let parties: [Country: Party]

  package init(_ parties: [Country: Party]) { self.parties = parties }

  /// Whether the Convention of 5 October 1961 is in force between a state and China on a day;
  /// nil when the table is not certain about that state.
  package func isInForce(with country: Country, on day: CalendarDate) -> Bool? {
    guard let party = parties[country] else { return false }
    return party.certain ? day >= party.from : nil
  }
}
