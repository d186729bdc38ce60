// SPDX-License-Identifier: Apache-2.0
internal import QibeiCore
internal import QibeiXML

extension DossierDecoder {
  mutating func decodeApplication(_ element: Int) {
    var application = Application()
    application.sourcePlace = place(element)
    var category: Int?
    for at in attributes(of: element) {
      switch name(at) {
      case .category:
        category = at
        if checkWord(at) { application.categories = [document.value(at)] }
      case .place: application.place = division(at)
      case .submission: application.submission = date(at)
      case .acceptance: application.acceptance = date(at)
      case .workCategory: application.workCategory = word(at, WordTables.workCategories)
      case .basis: application.basis = word(at, WordTables.bases)
      case .location: application.location = word(at, WordTables.locations)
      case .permitMonths: application.permitMonths = count(at)
      case .filedBy: application.filedBy = word(at, WordTables.filers)
      case .online: application.online = flag(at)
      case .circumstances: application.circumstances = words(at, WordTables.caseCircumstances)
      default: unknownAttribute(at, in: element)
      }
    }
    checkSequence(
      application.submission, application.acceptance, DossierName.acceptance.written, element)
    var limbs: [Limb] = []
    var limbElements = 0
    var agents = 0
    var order = -1
    for child in children(of: element) {
      switch elementName(child) {
      case .limb:
        limbElements += 1
        let limb = decodeLimb(child)
        if limbElements > 2 { repeated(child, in: element, most: 2) }
        if let limb, limbElements <= 2 { limbs.append(limb) }
      case .agent:
        agents += 1
        if agents > 1 { repeated(child, in: element) }
        decodeAgent(child)
      case .confirmation:
        let confirmation = decodeConfirmation(child)
        if application.confirmation != nil { repeated(child, in: element) }
        application.confirmation = application.confirmation ?? confirmation
      default:
        unknownElement(child, in: element)
        continue
      }
      checkOrder(child, in: .application, &order)
    }
    if limbElements > 0 {
      // Two procedures, or nobody knows which: one of them alone would pass for both.
      if let category, application.categories != [JointDossier.category] {
        fail(.badWord, category, expected: .text(JointDossier.category))
      }
      application.categories =
        limbs.count == 2 ? limbs.map(\.category) : [JointDossier.category]
    }
    application.limbs = limbs
    dossier.application = application
  }

  private mutating func decodeLimb(_ element: Int) -> Limb? {
    var limb = Limb(category: "", sourcePlace: place(element))
    for at in attributes(of: element) {
      switch name(at) {
      case .category: if checkWord(at) { limb.category = document.value(at) }
      case .permitMonths: limb.permitMonths = count(at)
      default: unknownAttribute(at, in: element)
      }
    }
    finish(element)
    return limb.category.isEmpty ? nil : limb
  }

  /// The procedure that a supplement names.
  mutating func limb(_ attribute: Int) -> Stated<Verbatim> {
    let limbs = dossier.application.limbs
    // Where not both procedures could be read, that is told; what a paper names is not held against the rest.
    if !limbs.isEmpty, limbs.count < 2 { return run(attribute) }
    let known = dossier.application.categories
    let named = document.value(attribute)
    guard known.contains(named) else {
      fail(
        .unknownLimb, attribute, expected: .either(known.map { .text($0) }),
        nearest: Nearest.word(to: named, among: known))
      return .unreadable
    }
    return run(attribute)
  }

  private mutating func decodeAgent(_ element: Int) {
    for at in attributes(of: element) {
      switch name(at) {
      case .name, .phone: checkText(at)
      case .authorised: _ = flag(at)
      default: unknownAttribute(at, in: element)
      }
    }
    finish(element)
  }

  private mutating func decodeConfirmation(_ element: Int) -> Confirmation {
    var confirmation = Confirmation()
    for at in attributes(of: element) {
      switch name(at) {
      case .by: confirmation.by = text(at)
      case .on: confirmation.on = date(at)
      case .reference: checkText(at)
      default: unknownAttribute(at, in: element)
      }
    }
    finish(element)
    return confirmation
  }

  mutating func decodeEmployer(_ element: Int) {
    var employer = Employer()
    employer.sourcePlace = place(element)
    for at in attributes(of: element) {
      switch name(at) {
      case .id: employer.id = own(at, .employer(dossier.employers.count), .employer)
      case .name: employer.name = text(at)
      case .englishName: employer.englishName = text(at)
      case .uscc: employer.uscc = uscc(at).map { document.string(Int($0.start), Int($0.length)) }
      case .kinds: employer.kinds = words(at, WordTables.employerKinds)
      case .region: employer.region = division(at)
      case .address: checkText(at)
      case .onFile: employer.onFile = flag(at)
      default: unknownAttribute(at, in: element)
      }
    }
    var order = -1
    for child in children(of: element) {
      switch elementName(child) {
      case .employment: employer.employments.append(decodeEmployment(child))
      case .pay: employer.pay.append(decodePay(child))
      default:
        unknownElement(child, in: element)
        continue
      }
      checkOrder(child, in: .employer, &order)
    }
    require(element)
    dossier.employers.append(employer)
  }

  private mutating func decodeEmployment(_ element: Int) -> Employment {
    var employment = Employment()
    employment.sourcePlace = place(element)
    for at in attributes(of: element) {
      switch name(at) {
      case .person: _ = identifier(at)
      case .position: employment.position = text(at)
      case .from: employment.from = date(at)
      case .until: employment.until = date(at)
      case .previousEmployerInChina: employment.previousEmployerInChina = flag(at)
      case .licenceNeeded: employment.licenceNeeded = flag(at)
      case .performance: employment.performance = flag(at)
      default: unknownAttribute(at, in: element)
      }
    }
    checkSequence(employment.from, employment.until, DossierName.until.written, element)
    finish(element)
    return employment
  }

  private mutating func decodePay(_ element: Int) -> YearOfPay {
    var pay = YearOfPay()
    for at in attributes(of: element) {
      switch name(at) {
      case .person: _ = identifier(at)
      case .year: pay.year = year(at)
      case .salary: pay.salary = count(at)
      case .tax: pay.tax = count(at)
      default: unknownAttribute(at, in: element)
      }
    }
    finish(element)
    return pay
  }

  // Whoever works and is paid is a person; an employer's id there would be passed over without a word.
  private mutating func person(_ attribute: Int) -> Int? {
    switch reference(attribute) {
    case .person(let person): return person
    case .employer:
      let known = dossier.persons.prefix(50).map(\.id)
      fail(
        .badText, attribute,
        expected: .words(
          .init(
            "人员的标识，不是单位的：\(known.joined(separator: "、"))",
            "the id of a person, not of an employer: \(known.joined(separator: ", "))")))
    case .application, .nobody: break
    }
    return nil
  }

  /// Connects employments and pay with persons, once every person is known.
  mutating func resolveEmployments() {
    for employer in dossier.employers.indices {
      for index in dossier.employers[employer].employments.indices {
        let element = Int(dossier.employers[employer].employments[index].sourcePlace.element)
        for at in attributes(of: element) where name(at) == .person {
          dossier.employers[employer].employments[index].person = person(at)
        }
      }
      let element = Int(dossier.employers[employer].sourcePlace.element)
      let years = children(of: element).filter { elementName($0) == .pay }
      for (index, child) in years.enumerated() {
        for at in attributes(of: child) where name(at) == .person {
          dossier.employers[employer].pay[index].person = person(at)
        }
      }
    }
  }

  mutating func checkOrder(_ child: Int, in parent: DossierName, _ order: inout Int) {
    guard let name = elementName(child) else { return }
    let rank = DossierGrammar.rank(of: name, in: parent)
    if rank >= 0, rank < order {
      let sequence = DossierGrammar.of(parent).children
      report(
        .elementOutOfOrder, at: child, seen: .text(name.written),
        expected: .list(sequence.map { .text($0.written) }), limit: .text(parent.written),
        on: .text(sequence[order].written))
    }
    order = max(order, rank)
  }

  /// Records an owner's identifier, and reports it when it is taken.
  mutating func own(_ attribute: Int, _ owner: Owner, _ kind: DossierName) -> String {
    guard let id = identifier(attribute) else { return "" }
    let number: Int32 =
      switch owner {
      case .person(let index): Int32(index)
      case .employer(let index): -1 - Int32(index)
      case .application, .nobody: 0
      }
    if !owners.insert(bytes, id, number) {
      findings.append(
        Finding(
          .duplicateIdentifier, seen: .text(dossier.text(id)), limit: .text(kind.written),
          at: place(ofAttribute: attribute)))
    }
    return dossier.text(id)
  }

  /// The person or employer that an attribute names.
  mutating func reference(_ attribute: Int) -> Owner {
    if let number = owners.value(bytes, verbatim(attribute)) {
      return number >= 0 ? .person(Int(number)) : .employer(Int(-1 - number))
    }
    refuseReference(attribute, known: owners.count <= 50 ? owners.runs.map(dossier.text) : [])
    return .nobody
  }

  // Among very many, a list or a nearest one would help nobody and cost a pass for each bad reference.
  private mutating func refuseReference(_ attribute: Int, known: [String]) {
    let known = known.count <= 50 ? known.sorted() : []
    let expected =
      known.isEmpty
      ? FindingValue.words(.init("person/@id 或 employer/@id", "a person/@id or employer/@id"))
      : .either(known.map { .text($0) })
    fail(
      .unknownReference, attribute, expected: expected,
      nearest: Nearest.word(to: document.value(attribute), among: known))
  }
}
