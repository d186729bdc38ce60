// SPDX-License-Identifier: Apache-2.0

/// A value inside a finding: kept typed, and put into words only when a report is written.
package enum FindingValue: Hashable, Sendable {
  case date(CalendarDate)
  case period(CalendarPeriod)
  case count(Int)
  /// Text as the dossier has it.
  case text(String)
  /// A number that identifies a person or paper; lists show its last four characters.
  case secret(String)
  case words(BilingualText)
  case country(Country)
  case place(Division)
  case languages([Tongue])
  case kinds([SupplementKind])
  /// Kinds of supplement, issued by a country.
  case kindsFrom([SupplementKind], Country)
  /// Supplements of this dossier, by position.
  case papers([Int32])
  indirect case list([FindingValue])
  /// Several of which any one will do.
  indirect case either([FindingValue])
  /// Several that are needed together.
  indirect case together([FindingValue])
  case range(CalendarDate, CalendarDate)

  /// Whether it is a dossier's own text, or a list of such.
  package var isVerbatim: Bool {
    switch self {
    case .text: true
    case .list(let values): values.first?.isVerbatim ?? false
    default: false
    }
  }

  /// Words of a closed set, any one of which will do.
  package static func anyOf(_ words: [some VocabularyWord]) -> FindingValue {
    .either(words.map { .words($0.label) })
  }

  /// Words of a closed set, all of them.
  package static func allOf(_ words: [some VocabularyWord]) -> FindingValue {
    .list(words.map { .words($0.label) })
  }
}
