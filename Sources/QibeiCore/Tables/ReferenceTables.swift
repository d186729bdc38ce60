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

/// Codes and their names in both languages; a name becomes text only when it is asked for.
package struct NameTable<Code: Hashable & Sendable & CustomStringConvertible>: Sendable {
  /// Where a name stands in the table's bytes.
  package struct Entry: Sendable {
    package let zh: Range<Int>
    package let en: Range<Int>

    package init(zh: Range<Int>, en: Range<Int>) {
      self.zh = zh
      self.en = en
    }
  }

  private let bytes: [UInt8]
  private let entries: [Code: Entry]

  /// A table over bytes in UTF-8 that hold every name.
  package init(_ entries: [Code: Entry], in bytes: [UInt8]) {
    self.entries = entries
    self.bytes = bytes
  }

  package func contains(_ code: Code) -> Bool { entries[code] != nil }

  /// The name, or the code itself for one the table does not have.
  package func name(of code: Code) -> BilingualText {
    guard let entry = entries[code] else {
      return BilingualText(code.description, code.description)
    }
    return BilingualText(
      zh: String(decoding: bytes[entry.zh], as: UTF8.self),
      en: String(decoding: bytes[entry.en], as: UTF8.self))
  }

  /// All codes as written, sorted.
  package var codes: [String] { entries.keys.map(\.description).sorted() }
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
