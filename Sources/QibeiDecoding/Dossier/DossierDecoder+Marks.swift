// SPDX-License-Identifier: Apache-2.0
internal import QibeiCore
internal import QibeiXML

/// What is put on a paper: translations, authentications, notarisations, seals and signatures.
extension DossierDecoder {
  // Nobody translates, authenticates or notarises a paper that is not there yet.
  mutating func checkLaterMarks(_ supplement: Supplement) {
    guard case .value(let issued) = supplement.issued else { return }
    // A paper dated after the submission is told by itself; its marks are none of the cause.
    let application = dossier.application
    if let day = application.acceptance.known ?? application.submission.known, issued > day {
      return
    }
    func check(_ day: Stated<CalendarDate>, _ name: DossierName, _ place: SourcePlace) {
      guard case .value(let day) = day, day < issued else { return }
      checkSequence(
        supplement.issued, .value(day), "\(name.written)/@\(DossierName.on.written)",
        Int(place.element))
    }
    for mark in supplement.authentications
    where dossier.authentications[mark].kind.known != .credentialBody {
      // A credential body verifies the degree, not the sheet, which may be a later copy.
      check(
        dossier.authentications[mark].on, .authentication, dossier.authentications[mark].sourcePlace
      )
    }
    if let translation = supplement.translation {
      check(translation.on, .translation, translation.sourcePlace)
    }
    if let notarisation = supplement.notarisation {
      check(notarisation.on, .notarisation, notarisation.sourcePlace)
    }
  }

  mutating func decodeTranslation(_ element: Int) -> Translation {
    var translation = Translation()
    translation.sourcePlace = place(element)
    for at in attributes(of: element) {
      switch name(at) {
      case .language:
        if let tongue = languages(at).known?.first {
          translation.language = .value(tongue)
        } else {
          translation.language = .unreadable
        }
      case .by: translation.by = word(at, WordTables.translators)
      case .translator: checkText(at)
      case .sealedBy: translation.sealedBy = words(at, WordTables.translators)
      case .on: translation.on = date(at)
      default: unknownAttribute(at, in: element)
      }
    }
    finish(element)
    return translation
  }

  mutating func decodeAuthentication(_ element: Int) -> Authentication {
    var authentication = Authentication()
    authentication.sourcePlace = place(element)
    for at in attributes(of: element) {
      switch name(at) {
      case .kind: authentication.kind = word(at, WordTables.authenticationKinds)
      case .authority, .number: checkText(at)
      case .body: authentication.body = credentialBody(at)
      case .country: authentication.country = country(at)
      case .on: authentication.on = date(at)
      default: unknownAttribute(at, in: element)
      }
    }
    finish(element)
    return authentication
  }

  mutating func decodeNotarisation(_ element: Int) -> Notarisation {
    var notarisation = Notarisation()
    notarisation.sourcePlace = place(element)
    for at in attributes(of: element) {
      switch name(at) {
      case .by, .number: checkText(at)
      case .on: notarisation.on = date(at)
      default: unknownAttribute(at, in: element)
      }
    }
    finish(element)
    return notarisation
  }

  private mutating func credentialBody(_ attribute: Int) -> CredentialBody? {
    guard checkWord(attribute) else { return nil }
    let run = verbatim(attribute)
    return dossier.equals(run, "cscse") ? .cscse : dossier.equals(run, "chsi") ? .chsi : .other
  }

  // A seal says whose it is in `of`, a signature in `by`.
  mutating func decodeParty(_ element: Int, named attribute: DossierName) -> Party? {
    var party: Party?
    for at in attributes(of: element) {
      switch name(at) {
      case attribute:
        if case .value(let known) = word(at, WordTables.parties) as Stated<Party> { party = known }
      case .text where attribute == .of: checkText(at)
      case .on where attribute == .by: _ = date(at)
      default: unknownAttribute(at, in: element)
      }
    }
    finish(element)
    return party
  }
}
