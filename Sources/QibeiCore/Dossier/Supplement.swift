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

/// A run of a file, as written; of the dossier's, ``Dossier/text(_:)`` makes text.
package struct Verbatim: Hashable, Sendable {
  package let start: Int32
  package let length: Int32

  package init(start: Int32 = 0, length: Int32 = 0) {
    self.start = start
    self.length = length
  }

  package var range: Range<Int> { Int(start)..<Int(start + length) }
}

/// A document that accompanies the application: plain values, so that copies cost nothing.
package struct Supplement: Sendable {
  package var id = Verbatim()
  package var kind: Stated<SupplementKind> = .absent
  package var owner = Owner.application
  package var issuerKind: Stated<IssuerKind> = .absent
  package var country: Stated<Country> = .absent
  package var issued: Stated<CalendarDate> = .absent
  package var expires: Stated<CalendarDate> = .absent
  package var languages: Stated<Tongues> = .absent
  package var originals: Stated<Int> = .absent
  package var copies: Stated<Int> = .absent
  package var pages: Stated<Int> = .absent
  package var from: Stated<CalendarDate> = .absent
  package var until: Stated<CalendarDate> = .absent
  package var mentions: Stated<WordSet<Mention>> = .absent
  package var status: Stated<SupplementStatus> = .absent
  package var promisedBy: Stated<CalendarDate> = .absent
  package var decision: Stated<Verbatim> = .absent
  /// Category of the procedure that it is for, in a joint dossier; both where absent.
  package var limb: Stated<Verbatim> = .absent
  package var translation: Translation?
  package var notarisation: Notarisation?
  package var seals = WordSet<Party>()
  package var signatures = WordSet<Party>()
  /// Where its parts stand in the dossier's lists.
  package var authentications = 0..<0
  package var statements = 0..<0
  package var files = 0..<0
  package var statementPlace: SourcePlace?
  /// Stated fields whose values could not be read, so that they are not among the statements.
  package var unreadFields = WordSet<Field>()
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
  package var sealedBy: Stated<WordSet<Translator>> = .absent
  package var on: Stated<CalendarDate> = .absent
  package var sourcePlace = SourcePlace.start

  package init() {}
}

/// A credential body that verifies degrees.
package enum CredentialBody: Sendable {
  case cscse, chsi, other
}

/// One authentication.
package struct Authentication: Sendable {
  package var kind: Stated<AuthenticationKind> = .absent
  package var body: CredentialBody?
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

/// One thing that a paper states.
package struct StatedField: Sendable {
  package let field: Field
  package let value: Verbatim
  package let sourcePlace: SourcePlace

  package init(field: Field, value: Verbatim, sourcePlace: SourcePlace) {
    self.field = field
    self.value = value
    self.sourcePlace = sourcePlace
  }
}

/// A scan or file that embodies a supplement.
package struct EvidenceFile: Sendable {
  package var path = Verbatim()
  package var type: Stated<Verbatim> = .absent
  /// SHA-256, 64 hexadecimal digits.
  package var digest: Stated<Verbatim> = .absent
  package var pages: Stated<Int> = .absent
  package var sourcePlace = SourcePlace.start

  package init() {}
}
