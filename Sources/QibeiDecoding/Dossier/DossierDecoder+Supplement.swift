// SPDX-License-Identifier: Apache-2.0
internal import QibeiCore
internal import QibeiXML

extension DossierDecoder {
  mutating func decodeSupplements(_ element: Int) {
    for at in attributes(of: element) { unknownAttribute(at, in: element) }
    var seen = IdentifierIndex()
    for child in children(of: element) {
      guard elementName(child) == .supplement else {
        unknownElement(child, in: element)
        continue
      }
      decodeSupplement(child, &seen)
    }
  }

  private mutating func decodeSupplement(_ element: Int, _ seen: inout IdentifierIndex) {
    var supplement = Supplement()
    supplement.sourcePlace = place(element)
    for at in attributes(of: element) {
      let name = name(at)
      if name == .id {
        guard let id = identifier(at) else { continue }
        supplement.id = id
        if !seen.insert(bytes, id, 0) {
          fail(.duplicateIdentifier, at)
          findings[findings.count - 1].limit = .text(DossierName.supplement.written)
        }
      } else {
        decodeSupplementAttribute(at, name, of: element, &supplement)
      }
    }
    var order = -1
    let (authentications, statements, files) = (
      dossier.authentications.count, dossier.statements.count, dossier.files.count
    )
    for child in children(of: element) {
      decodeSupplementChild(child, of: element, &supplement)
      checkOrder(child, in: .supplement, &order)
    }
    require(element)
    supplement.authentications = authentications..<dossier.authentications.count
    supplement.statements = statements..<dossier.statements.count
    supplement.files = files..<dossier.files.count
    checkSequence(supplement.from, supplement.until, DossierName.until.written, element)
    checkSequence(supplement.issued, supplement.expires, DossierName.expires.written, element)
    checkLaterMarks(supplement)
    settleOwner(of: &supplement, element)
    dossier.supplements.append(supplement)
  }

  // Where only one person or employer can be meant, nobody needs to say which; otherwise nothing is guessed.
  private mutating func settleOwner(of supplement: inout Supplement, _ element: Int) {
    guard case .value(let kind) = supplement.kind else { return }
    let subject = vocabulary.subjects[Int(kind.index)]
    let known: [String]
    switch (subject, supplement.owner) {
    case (_, .nobody), (.person, .person), (.employer, .employer), (.dossier, .application): return
    case (.dossier, _):
      supplement.owner = .application
      return
    case (.person, .application) where dossier.persons.count == 1:
      supplement.owner = .person(0)
      return
    case (.employer, .application) where dossier.employers.count == 1:
      supplement.owner = .employer(0)
      return
    case (.person, _): known = dossier.persons.prefix(50).map(\.id)
    case (.employer, _): known = dossier.employers.prefix(50).map(\.id)
    }
    supplement.owner = .nobody
    var finding = Finding(
      .ownerUnclear, supplement: Int32(dossier.supplements.count),
      expected: .either(known.map { .text($0) }), limit: .words(subject.label), at: place(element))
    finding.owner = .application
    findings.append(finding)
  }

  private mutating func decodeSupplementAttribute(
    _ at: Int, _ name: DossierName?, of element: Int, _ supplement: inout Supplement
  ) {
    switch name {
    case .kind: supplement.kind = kind(at)
    case .for: supplement.owner = reference(at)
    case .title, .issuer, .number: checkText(at)
    case .issuerKind:
      supplement.issuerKind = word(at, WordTables.issuerKinds)
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
    case .mentions: supplement.mentions = words(at, WordTables.mentions)
    case .status: supplement.status = word(at, WordTables.statuses)
    case .promisedBy: supplement.promisedBy = date(at)
    case .decision: supplement.decision = run(at)
    case .limb: supplement.limb = limb(at)
    default: unknownAttribute(at, in: element)
    }
  }

  private mutating func kind(_ attribute: Int) -> Stated<SupplementKind> {
    let run = verbatim(attribute)
    if let kind = vocabulary.kinds.position(bytes, Int(run.start), Int(run.length)) {
      return .value(SupplementKind(Int32(kind)))
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
      let translation = decodeTranslation(child)
      if supplement.translation != nil { repeated(child, in: element) }
      supplement.translation = supplement.translation ?? translation
    case .authentication: dossier.authentications.append(decodeAuthentication(child))
    case .notarisation:
      let notarisation = decodeNotarisation(child)
      if supplement.notarisation != nil { repeated(child, in: element) }
      supplement.notarisation = supplement.notarisation ?? notarisation
    case .seal: if let party = decodeParty(child, named: .of) { supplement.seals.insert(party) }
    case .signature:
      if let party = decodeParty(child, named: .by) { supplement.signatures.insert(party) }
    case .states:
      if supplement.statementPlace != nil { return repeated(child, in: element) }
      supplement.statementPlace = place(child)
      supplement.unreadFields = decodeStatement(child)
    case .file: dossier.files.append(decodeFile(child))
    default: unknownElement(child, in: element)
    }
  }

  // Returns the fields whose values have been reported and are not kept.
  private mutating func decodeStatement(_ element: Int) -> WordSet<Field> {
    var unread = WordSet<Field>()
    for at in attributes(of: element) {
      guard let name = name(at), let field = Self.field(name) else {
        unknownAttribute(at, in: element)
        continue
      }
      let readable =
        switch field {
        case .born: if case .value = date(at) { true } else { false }
        case .sex: position(at, WordTables.sexes) != nil
        case .nationality: if case .value = country(at) { true } else { false }
        case .uscc: if case .value = uscc(at) { true } else { false }
        case .level: position(at, WordTables.levels) != nil
        default: checkText(at)
        }
      if readable {
        dossier.statements.append(
          StatedField(
            field: field, value: verbatim(at), sourcePlace: place(ofAttribute: at, in: element)))
      } else {
        unread.insert(field)
      }
    }
    finish(element)
    return unread
  }

  private static func field(_ name: DossierName) -> Field? {
    switch name {
    case .name: .name
    case .born: .born
    case .sex: .sex
    case .nationality: .nationality
    case .passport: .passport
    case .employer: .employer
    case .uscc: .uscc
    case .position: .position
    case .permit: .permit
    case .level: .level
    default: nil
    }
  }

  private mutating func decodeFile(_ element: Int) -> EvidenceFile {
    var file = EvidenceFile()
    file.sourcePlace = place(element)
    for at in attributes(of: element) {
      switch name(at) {
      case .path:
        if EvidencePath.isInside(bytes.extracting(verbatim(at).range)) {
          if case .value(let path) = run(at) { file.path = path }
        } else {
          let slashed = Array(document.value(at).replacing("\\", with: "/").utf8)
          let nearest = EvidencePath.isInside(slashed.span) ? slashed : nil
          fail(.outsidePath, at, nearest: nearest.map { String(decoding: $0, as: UTF8.self) })
        }
      case .type: file.type = run(at)
      case .sha256: file.digest = digest(at)
      case .pages: file.pages = count(at)
      default: unknownAttribute(at, in: element)
      }
    }
    finish(element)
    return file
  }
}
