// SPDX-License-Identifier: Apache-2.0
package import QibeiCore

/// The words and codes that values are looked up in; made once, used for every dossier.
package struct DossierVocabulary: Sendable {
  let tables: ReferenceTables
  let kinds: WordTable<SupplementKind>
  let roles = WordTable(Role.self)
  let sexes = WordTable(Sex.self)
  let maritalStatuses = WordTable(MaritalStatus.self)
  let levels = WordTable(EducationLevel.self)
  let nameKinds = WordTable(NameKind.self)
  let permitKinds = WordTable(PermitKind.self)
  let employerKinds = WordTable(EmployerKind.self)
  let issuerKinds = WordTable(IssuerKind.self)
  let statuses = WordTable(SupplementStatus.self)
  let translators = WordTable(Translator.self)
  let authenticationKinds = WordTable(AuthenticationKind.self)
  let parties = WordTable(Party.self)
  let mentions = WordTable(Mention.self)
  let flags = WordTable([("yes", true), ("no", false)])
  let workCategories = Self.words(of: .workCategory)
  let bases = Self.words(of: .basis)
  let locations = Self.words(of: .location)
  let filers = Self.words(of: .filedBy)
  let occupationKinds = WordTable(["work", "study", "unemployed", "other"].map { ($0, $0) })

  /// Prepares the look-ups for a set of reference tables.
  package init(_ tables: ReferenceTables) {
    self.tables = tables
    kinds = WordTable(
      tables.kinds.entries.map(\.id).compactMap { id in
        tables.kinds.index[id].map { (id, $0) }
      })
  }

  private static func words(of fact: FactName) -> WordTable<String> {
    WordTable((fact.words ?? []).map { ($0, $0) })
  }
}
