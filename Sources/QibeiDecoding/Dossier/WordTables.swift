// SPDX-License-Identifier: Apache-2.0
internal import QibeiCore
internal import QibeiXML

/// The closed sets of words that a dossier is written in; each is prepared when it is first needed.
enum WordTables {
  static let roles = WordTable(Role.words)
  static let sexes = WordTable(Sex.words)
  static let maritalStatuses = WordTable(MaritalStatus.words)
  static let levels = WordTable(EducationLevel.words)
  static let nameKinds = WordTable(NameKind.words)
  static let permitKinds = WordTable(PermitKind.words)
  static let employerKinds = WordTable(EmployerKind.words)
  static let issuerKinds = WordTable(IssuerKind.words)
  static let statuses = WordTable(SupplementStatus.words)
  static let translators = WordTable(Translator.words)
  static let authenticationKinds = WordTable(AuthenticationKind.words)
  static let parties = WordTable(Party.words)
  static let mentions = WordTable(Mention.words)
  static let flags = WordTable(["yes", "no"])
  static let workCategories = WordTable(WorkCategory.words)
  static let bases = WordTable(WorkBasis.words)
  static let locations = WordTable(FilingLocation.words)
  static let caseCircumstances = WordTable(CaseCircumstance.words)
  static let personCircumstances = WordTable(PersonCircumstance.words)
  static let claimWords = WordTable(ClaimWord.words)
  static let filers = WordTable(Filer.words)
  static let occupationKinds = WordTable(["work", "study", "unemployed", "other"])
}
