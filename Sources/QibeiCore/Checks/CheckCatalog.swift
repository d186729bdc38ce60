// SPDX-License-Identifier: Apache-2.0

/// Every kind of check that a checklist can name.
package enum CheckCatalog {
  /// In the order in which a report lists what they find: form first, then time.
  package static let all: [any Check.Type] = [
    FormCheck.self, PagesCheck.self, FileTypeCheck.self, IssuerCheck.self, MentionsCheck.self,
    StatesCheck.self, LevelCheck.self, CountryCheck.self, TranslationCheck.self,
    AuthenticationCheck.self, NotarisationCheck.self,
    SealCheck.self, SignatureCheck.self, IssuedWithinCheck.self, ValidThroughCheck.self,
    CoversCheck.self, DurationCheck.self, ChronologyCheck.self,
  ]

  /// The check with a name, or nil.
  package static func check(named name: String) -> (any Check.Type)? {
    names.firstIndex(of: name).map { all[$0] }
  }

  /// Their names, in the same order.
  package static let names: [String] = all.map { $0.description.name }

  /// Every kind of finding there is, by code, each once.
  package static var findingKinds: [FindingKind] {
    var kinds =
      FindingKind.structure + FindingKind.engine + FindingKind.conflicts + FindingKind.numbers
      + FindingKind.evidence + FindingKind.validation + FindingKind.joint + FindingKind.tolerance
    for check in all { kinds += check.description.kinds }
    var seen: Set<String> = []
    return kinds.sorted { $0.code < $1.code }.filter { seen.insert($0.code).inserted }
  }
}
