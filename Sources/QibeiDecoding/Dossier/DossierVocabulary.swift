// SPDX-License-Identifier: Apache-2.0
package import QibeiCore
internal import QibeiXML

/// The words and codes that values are looked up in; made once, used for every dossier.
package final class DossierVocabulary: Sendable {
  let tables: ReferenceTables
  let kinds: WordTable
  /// To what each kind of supplement belongs.
  let subjects: [SupplementSubject]
  let roles = WordTable(Role.words)
  let sexes = WordTable(Sex.words)
  let maritalStatuses = WordTable(MaritalStatus.words)
  let levels = WordTable(EducationLevel.words)
  let nameKinds = WordTable(NameKind.words)
  let permitKinds = WordTable(PermitKind.words)
  let employerKinds = WordTable(EmployerKind.words)
  let issuerKinds = WordTable(IssuerKind.words)
  let statuses = WordTable(SupplementStatus.words)
  let translators = WordTable(Translator.words)
  let authenticationKinds = WordTable(AuthenticationKind.words)
  let parties = WordTable(Party.words)
  let mentions = WordTable(Mention.words)
  let flags = WordTable(["yes", "no"])
  let workCategories = WordTable(WorkCategory.words)
  let bases = WordTable(WorkBasis.words)
  let locations = WordTable(FilingLocation.words)
  let caseCircumstances = WordTable(CaseCircumstance.words)
  let personCircumstances = WordTable(PersonCircumstance.words)
  let claimWords = WordTable(ClaimWord.words)
  let filers = WordTable(Filer.words)
  let occupationKinds = WordTable(["work", "study", "unemployed", "other"])

  /// Prepares the look-ups for a set of reference tables.
  package init(_ tables: ReferenceTables) {
    self.tables = tables
    kinds = WordTable(tables.kinds.entries.map(\.id))
    subjects = tables.kinds.entries.map(\.subject)
  }
}
