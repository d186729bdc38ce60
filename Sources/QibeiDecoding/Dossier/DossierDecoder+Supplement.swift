// SPDX-License-Identifier: Apache-2.0
internal import QibeiCore
internal import QibeiXML

extension DossierDecoder {
  mutating func decodeSupplements(_ element: Int) {
    for at in attributes(of: element) { unknownAttribute(at, in: element) }
    var seen: Set<String> = []
    for child in children(of: element) {
      guard elementName(child) == .supplement else {
        unknownElement(child, in: element)
        continue
      }
      decodeSupplement(child, &seen)
    }
  }

  private mutating func decodeSupplement(_ element: Int, _ seen: inout Set<String>) {
    var supplement = Supplement()
    supplement.sourcePlace = place(element)
    for at in attributes(of: element) {
      if name(at) == .id {
        supplement.id = identifier(at) ?? ""
        if !supplement.id.isEmpty, !seen.insert(supplement.id).inserted {
          fail(.duplicateIdentifier, at)
          findings[findings.count - 1].limit = .text(DossierName.supplement.written)
        }
      } else {
        decodeSupplementAttribute(at, of: element, &supplement)
      }
    }
    var order = -1
    for child in children(of: element) {
      decodeSupplementChild(child, of: element, &supplement)
      checkOrder(child, in: .supplement, &order)
    }
    require(element)
    dossier.supplements.append(supplement)
  }

  private mutating func decodeSupplementAttribute(
    _ at: Int, of element: Int, _ supplement: inout Supplement
  ) {
    switch name(at) {
    case .kind: supplement.kind = kind(at)
    case .for: supplement.owner = reference(at)
    case .title, .issuer, .number: checkText(at)
    case .issuerKind:
      supplement.issuerKind = word(at, vocabulary.issuerKinds)
      supplement.places.issuerKind = place(ofAttribute: at, in: element)
    case .country: supplement.country = country(at)
    case .issued:
      supplement.issued = date(at)
      supplement.places.issued = place(ofAttribute: at, in: element)
    case .expires:
      supplement.expires = date(at)
      supplement.places.expires = place(ofAttribute: at, in: element)
    case .language: supplement.languages = languages(at)
    case .originals: supplement.originals = count(at)
    case .copies: supplement.copies = count(at)
    case .pages: supplement.pages = count(at)
    case .from: supplement.from = date(at)
    case .until:
      supplement.until = date(at)
      supplement.places.until = place(ofAttribute: at, in: element)
    case .mentions: supplement.mentions = words(at, vocabulary.mentions)
    case .status: supplement.status = word(at, vocabulary.statuses)
    case .promisedBy: supplement.promisedBy = date(at)
    case .decision: supplement.decision = text(at)
    default: unknownAttribute(at, in: element)
    }
  }

  private mutating func kind(_ attribute: Int) -> Stated<SupplementKind> {
    let entry = document.attributes[attribute]
    if let kind = vocabulary.kinds.value(document.values, Int(entry.start), Int(entry.length)) {
      return .value(kind)
    }
    fail(
      .unknownKind, attribute,
      nearest: Nearest.word(to: document.value(attribute), among: vocabulary.kinds.words))
    return .unreadable
  }

  private mutating func decodeSupplementChild(
    _ child: Int, of element: Int, _ supplement: inout Supplement
  ) {
    switch elementName(child) {
    case .translation:
      if supplement.translation != nil { repeated(child, in: element) }
      supplement.translation = decodeTranslation(child)
    case .authentication: supplement.authentications.append(decodeAuthentication(child))
    case .notarisation:
      if supplement.notarisation != nil { repeated(child, in: element) }
      supplement.notarisation = decodeNotarisation(child)
    case .seal: supplement.seals += decodeParty(child, named: .of)
    case .signature: supplement.signatures += decodeParty(child, named: .by)
    case .states:
      if supplement.statement != nil { repeated(child, in: element) }
      supplement.statement = decodeStatement(child)
    case .file: supplement.files.append(decodeFile(child))
    default: unknownElement(child, in: element)
    }
  }

  private mutating func decodeTranslation(_ element: Int) -> Translation {
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
      case .by: translation.by = word(at, vocabulary.translators)
      case .translator: checkText(at)
      case .sealedBy: translation.sealedBy = words(at, vocabulary.translators)
      case .on: translation.on = date(at)
      default: unknownAttribute(at, in: element)
      }
    }
    finish(element)
    return translation
  }

  private mutating func decodeAuthentication(_ element: Int) -> Authentication {
    var authentication = Authentication()
    authentication.sourcePlace = place(element)
    for at in attributes(of: element) {
      switch name(at) {
      case .kind: authentication.kind = word(at, vocabulary.authenticationKinds)
      case .authority, .number: checkText(at)
      case .body: authentication.body = openWord(at)
      case .country: authentication.country = country(at)
      case .on: authentication.on = date(at)
      default: unknownAttribute(at, in: element)
      }
    }
    finish(element)
    return authentication
  }

  private mutating func decodeNotarisation(_ element: Int) -> Notarisation {
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

  // A seal says whose it is in `of`, a signature in `by`.
  private mutating func decodeParty(_ element: Int, named attribute: DossierName) -> [Party] {
    var parties: [Party] = []
    for at in attributes(of: element) {
      switch name(at) {
      case attribute: if let party = word(at, vocabulary.parties).known { parties.append(party) }
      case .text where attribute == .of: checkText(at)
      case .on where attribute == .by: _ = date(at)
      default: unknownAttribute(at, in: element)
      }
    }
    finish(element)
    return parties
  }

  private mutating func decodeStatement(_ element: Int) -> Statement {
    var statement = Statement()
    statement.sourcePlace = place(element)
    for at in attributes(of: element) {
      let field: Field
      let value: String?
      switch name(at) {
      case .name: (field, value) = (.name, text(at).known)
      case .born: (field, value) = (.born, date(at).known?.description)
      case .sex: (field, value) = (.sex, word(at, vocabulary.sexes).known?.rawValue)
      case .nationality: (field, value) = (.nationality, country(at).known?.description)
      case .passport: (field, value) = (.passport, text(at).known)
      case .employer: (field, value) = (.employer, text(at).known)
      case .uscc: (field, value) = (.uscc, uscc(at).known)
      case .position: (field, value) = (.position, text(at).known)
      case .permit: (field, value) = (.permit, text(at).known)
      case .level: (field, value) = (.level, word(at, vocabulary.levels).known?.rawValue)
      default:
        unknownAttribute(at, in: element)
        continue
      }
      if let value {
        statement.values.append(
          StatedField(
            field: field, value: value, sourcePlace: place(ofAttribute: at, in: element)))
      }
    }
    finish(element)
    return statement
  }

  private mutating func decodeFile(_ element: Int) -> EvidenceFile {
    var file = EvidenceFile()
    file.sourcePlace = place(element)
    for at in attributes(of: element) {
      switch name(at) {
      case .path:
        file.path = text(at).known ?? ""
        if !EvidencePath.isInside(file.path) {
          findings.append(
            Finding(
              .outsidePath, seen: .text(file.path), at: place(ofAttribute: at, in: element)))
        }
      case .type: file.type = text(at)
      case .sha256: checkSHA256(at)
      case .pages: _ = count(at)
      default: unknownAttribute(at, in: element)
      }
    }
    finish(element)
    return file
  }
}

/// Paths of evidence files, which may never leave the dossier's folder.
enum EvidencePath {
  /// Whether a path is relative, has no step upwards, no drive, scheme, escape or backslash.
  static func isInside(_ path: String) -> Bool {
    var dots = 0
    var length = 0
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "/"):
        if length == 0 || dots == length && dots <= 2 { return false }
        (dots, length) = (0, 0)
        continue
      case UInt8(ascii: ":"), UInt8(ascii: "\\"), UInt8(ascii: "%"), 0..<0x20, 0x7F: return false
      case UInt8(ascii: "."): dots += 1
      default: break
      }
      length += 1
    }
    return length > 0 && !(dots == length && dots <= 2)
  }
}
