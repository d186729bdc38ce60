// SPDX-License-Identifier: Apache-2.0

/// A supplement before it is written into a dossier: what checks ask of one, settled check by check.
package struct PaperDraft: Hashable, Sendable {
  /// A translation that it comes with.
  package struct Translated: Hashable, Sendable {
    package var by: Translator?
    package var sealedBy: Translator?
    package var on: CalendarDate?
  }

  /// An authentication that it bears.
  package struct Authenticated: Hashable, Sendable {
    package var kind: AuthenticationKind
    package var body: CredentialBody?
    package var country: Country?
    package var on: CalendarDate
  }

  package let kind: SupplementKind
  package var country: Country?
  package var issuerKind: IssuerKind?
  package var issued: CalendarDate?
  package var expires: CalendarDate?
  package var from: CalendarDate?
  package var until: CalendarDate?
  package var tongue: Tongue?
  package var originals: Int?
  package var copies: Int?
  package var pages: Int?
  package var mentions = WordSet<Mention>()
  package var translation: Translated?
  package var authentication: Authenticated?
  package var notarisedOn: CalendarDate?
  package var seals = WordSet<Party>()
  package var signatures = WordSet<Party>()
  package var fields = WordSet<Field>()
  package var level: EducationLevel?
  /// Whether the history that it tells has no gap.
  package var isContinuous = true
  /// Media types of its files.
  package var files: [String] = []

  package init(kind: SupplementKind, country: Country? = nil) {
    self.kind = kind
    self.country = country
  }
}

/// The days and tables that drafts are made for.
package struct DraftSetting: Sendable {
  package let submission: CalendarDate
  package let acceptance: CalendarDate
  package let entry: CalendarDate
  package let permitEnd: CalendarDate
  /// The applicant's, in full years.
  package let age: Int
  package let tables: ReferenceTables
  /// Where papers from abroad come from, when nothing else decides it.
  package let abroad: Country

  package init(
    submission: CalendarDate, acceptance: CalendarDate, entry: CalendarDate,
    permitEnd: CalendarDate, age: Int, tables: ReferenceTables, abroad: Country
  ) {
    self.submission = submission
    self.acceptance = acceptance
    self.entry = entry
    self.permitEnd = permitEnd
    self.age = age
    self.tables = tables
    self.abroad = abroad
  }

  package func day(of anchor: Anchor) -> CalendarDate {
    switch anchor {
    case .submission: submission
    case .acceptance: acceptance
    case .permitEnd, .workPermitEnd, .residenceEnd: permitEnd
    case .entry: entry
    }
  }
}

extension PaperDraft {
  /// A copy with something changed.
  func with(_ change: (inout PaperDraft) -> Void) -> PaperDraft {
    var copy = self
    change(&copy)
    return copy
  }
}
