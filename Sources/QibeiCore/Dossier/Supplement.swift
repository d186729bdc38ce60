// SPDX-License-Identifier: Apache-2.0

/// Whom a supplement belongs to.
package enum Owner: Hashable, Sendable {
  case application
  /// A position in ``Dossier/persons``.
  case person(Int)
  /// A position in ``Dossier/employers``.
  case employer(Int)
  /// The dossier names somebody who is not in it; that has cost a finding.
  case nobody
}

/// A document that accompanies the application.
package struct Supplement: Sendable {
  package var id = ""
  package var kind: Stated<SupplementKind> = .absent
  package var owner = Owner.application
  package var issuerKind: Stated<IssuerKind> = .absent
  package var country: Stated<Country> = .absent
  package var issued: Stated<CalendarDate> = .absent
  package var expires: Stated<CalendarDate> = .absent
  package var languages: Stated<[Tongue]> = .absent
  package var originals: Stated<Int> = .absent
  package var copies: Stated<Int> = .absent
  package var pages: Stated<Int> = .absent
  package var from: Stated<CalendarDate> = .absent
  package var until: Stated<CalendarDate> = .absent
  package var mentions: Stated<[Mention]> = .absent
  package var status: Stated<SupplementStatus> = .absent
  package var promisedBy: Stated<CalendarDate> = .absent
  package var decision: Stated<String> = .absent
  package var translation: Translation?
  package var authentications: [Authentication] = []
  package var notarisation: Notarisation?
  package var seals: [Party] = []
  package var signatures: [Party] = []
  package var statement: Statement?
  package var files: [EvidenceFile] = []
  package var sourcePlace = SourcePlace.start
  /// The places of the attributes a check may point at.
  package var places = SupplementPlaces()

  package init() {}
}

/// Where a supplement's attributes stand; the supplement itself where one is absent.
package struct SupplementPlaces: Sendable {
  package var issued: SourcePlace?
  package var expires: SourcePlace?
  package var until: SourcePlace?
  package var issuerKind: SourcePlace?

  package init() {}
}

/// A Chinese translation.
package struct Translation: Sendable {
  package var language: Stated<Tongue> = .absent
  package var by: Stated<Translator> = .absent
  package var sealedBy: Stated<[Translator]> = .absent
  package var on: Stated<CalendarDate> = .absent
  package var sourcePlace = SourcePlace.start

  package init() {}
}

/// One authentication.
package struct Authentication: Sendable {
  package var kind: Stated<AuthenticationKind> = .absent
  package var body: Stated<String> = .absent
  package var country: Stated<Country> = .absent
  package var on: Stated<CalendarDate> = .absent
  package var sourcePlace = SourcePlace.start

  package init() {}
}

/// Notarisation by a Chinese notary office.
package struct Notarisation: Sendable {
  package var on: Stated<CalendarDate> = .absent
  package var sourcePlace = SourcePlace.start

  package init() {}
}

/// What a paper itself states.
package struct Statement: Sendable {
  /// Field, value as written, and its place; in the order of the file.
  package var values: [StatedField] = []
  package var sourcePlace = SourcePlace.start

  package init() {}
}

/// One thing that a paper states.
package struct StatedField: Sendable {
  package let field: Field
  package let value: String
  package let sourcePlace: SourcePlace

  package init(field: Field, value: String, sourcePlace: SourcePlace) {
    self.field = field
    self.value = value
    self.sourcePlace = sourcePlace
  }
}

/// A scan or file that embodies a supplement.
package struct EvidenceFile: Sendable {
  package var path = ""
  package var type: Stated<String> = .absent
  package var sourcePlace = SourcePlace.start

  package init() {}
}
