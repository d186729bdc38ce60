// SPDX-License-Identifier: Apache-2.0
internal import QibeiCore
internal import QibeiXML

extension DossierDecoder {
  mutating func decodePerson(_ element: Int) {
    var person = Person()
    person.sourcePlace = place(element)
    for at in attributes(of: element) {
      switch name(at) {
      case .id: person.id = own(at, .person(dossier.persons.count), .person)
      case .role: person.role = word(at, WordTables.roles)
      case .sex: person.sex = word(at, WordTables.sexes)
      case .born: person.born = date(at)
      case .birthCountry: _ = country(at)
      case .nationality: person.nationality = country(at)
      case .formerChinese: person.formerChinese = flag(at)
      case .chineseOrigin: person.chineseOrigin = flag(at)
      case .leftNationalityOn, .divorcedOn: _ = date(at)
      case .marriedOn: person.married = date(at)
      case .maritalStatus: person.maritalStatus = word(at, WordTables.maritalStatuses)
      case .permanentResident: person.permanentResident = flag(at)
      case .circumstances: person.circumstances = words(at, WordTables.personCircumstances)
      case .applies: person.applies = flag(at)
      case .residentNumber: person.residentNumber = text(at)
      default: unknownAttribute(at, in: element)
      }
    }
    for child in children(of: element) { decodePersonChild(child, of: element, &person) }
    require(element)
    dossier.persons.append(person)
  }

  private mutating func decodePersonChild(_ child: Int, of element: Int, _ person: inout Person) {
    switch elementName(child) {
    case .name: person.names.append(decodeName(child))
    case .passport: person.passports.append(decodePassport(child))
    case .permit: person.permits.append(decodePermit(child))
    case .entry: person.entries.append(decodeEntry(child))
    case .exit: person.exits.append(decodeExit(child))
    case .lived: person.lived.append(decodeLived(child))
    case .education: person.education.append(decodeEducation(child))
    case .occupation: person.occupations.append(decodeOccupation(child))
    case .recognition, .recommendation:
      decodeRecognition(child)
      person.isRecognised = true
    case .points:
      let claim = decodeClaim(child)
      if person.claim != nil { repeated(child, in: element) }
      person.claim = person.claim ?? claim
    default: unknownElement(child, in: element)
    }
  }

  private mutating func decodeClaim(_ element: Int) -> PointsClaim {
    var claim = PointsClaim()
    for at in attributes(of: element) {
      switch name(at) {
      case .pay: claim.pay = count(at)
      case .years: claim.years = count(at)
      case .months: claim.months = count(at)
      case .bonus: claim.bonus = count(at)
      case .certificate: claim.certificate = words(at, WordTables.claimWords)
      case .chinese: claim.chinese = words(at, WordTables.claimWords)
      case .place: claim.place = words(at, WordTables.claimWords)
      case .top: claim.top = words(at, WordTables.claimWords)
      default: unknownAttribute(at, in: element)
      }
    }
    finish(element)
    return claim
  }

  private mutating func decodeName(_ element: Int) -> PersonName {
    var result = PersonName()
    for at in attributes(of: element) {
      switch name(at) {
      case .kind:
        if case .value(let kind) = word(at, WordTables.nameKinds) as Stated<NameKind> {
          result.kind = kind
        }
      case .surname: result.surname = readable(at)
      case .given: result.given = readable(at)
      case .full: result.full = readable(at)
      default: unknownAttribute(at, in: element)
      }
    }
    finish(element)
    return result
  }

  private mutating func decodePassport(_ element: Int) -> Passport {
    var passport = Passport()
    passport.sourcePlace = place(element)
    for at in attributes(of: element) {
      switch name(at) {
      case .number: passport.number = readable(at)
      case .country: passport.country = country(at)
      case .issued: passport.issued = date(at)
      case .expires: passport.expires = date(at)
      case .current: passport.current = flag(at)
      case .mrz1: passport.zone.first = text(at).known
      case .mrz2: passport.zone.second = text(at).known
      default: unknownAttribute(at, in: element)
      }
    }
    checkSequence(passport.issued, passport.expires, DossierName.expires.written, element)
    finish(element)
    return passport
  }

  private mutating func decodePermit(_ element: Int) -> Permit {
    var permit = Permit()
    var (issued, from) = (Stated<CalendarDate>.absent, Stated<CalendarDate>.absent)
    permit.sourcePlace = place(element)
    for at in attributes(of: element) {
      switch name(at) {
      case .kind: permit.kind = word(at, WordTables.permitKinds)
      case .number: permit.number = text(at)
      case .expires: permit.expires = date(at)
      case .issued: issued = date(at)
      case .from: from = date(at)
      case .place: _ = division(at)
      case .remark: _ = checkWord(at)
      case .current: permit.current = flag(at)
      default: unknownAttribute(at, in: element)
      }
    }
    checkSequence(issued, permit.expires, DossierName.expires.written, element)
    checkSequence(from, permit.expires, DossierName.expires.written, element)
    finish(element)
    return permit
  }

  private mutating func decodeEntry(_ element: Int) -> Entry {
    var entry = Entry()
    entry.sourcePlace = place(element)
    for at in attributes(of: element) {
      switch name(at) {
      case .on: entry.on = date(at)
      case .port: checkText(at)
      case .visa: entry.visa = word(at, WordTables.permitKinds)
      default: unknownAttribute(at, in: element)
      }
    }
    finish(element)
    return entry
  }

  private mutating func decodeExit(_ element: Int) -> Stated<CalendarDate> {
    var day = Stated<CalendarDate>.absent
    for at in attributes(of: element) {
      switch name(at) {
      case .on: day = date(at)
      case .port: checkText(at)
      default: unknownAttribute(at, in: element)
      }
    }
    finish(element)
    return day
  }

  private mutating func decodeLived(_ element: Int) -> LivedPeriod {
    var period = LivedPeriod()
    period.sourcePlace = place(element)
    for at in attributes(of: element) {
      switch name(at) {
      case .country: period.country = country(at)
      case .from: period.from = month(at)
      case .until: period.until = month(at)
      default: unknownAttribute(at, in: element)
      }
    }
    checkPeriod(period.from, period.until, element)
    finish(element)
    return period
  }

  private mutating func decodeEducation(_ element: Int) -> Education {
    var education = Education()
    education.sourcePlace = place(element)
    for at in attributes(of: element) {
      switch name(at) {
      case .level: education.level = word(at, WordTables.levels)
      case .institution, .field: checkText(at)
      case .country: education.country = country(at)
      case .from: education.from = month(at)
      case .until: education.until = month(at)
      case .awarded: education.awarded = date(at)
      case .verifiedBy: _ = checkWord(at)
      default: unknownAttribute(at, in: element)
      }
    }
    checkPeriod(education.from, education.until, element)
    finish(element)
    return education
  }

  private mutating func decodeOccupation(_ element: Int) -> Occupation {
    var occupation = Occupation()
    occupation.sourcePlace = place(element)
    for at in attributes(of: element) {
      switch name(at) {
      case .from: occupation.from = month(at)
      case .until: occupation.until = month(at)
      case .kind: _ = position(at, WordTables.occupationKinds)
      case .employer, .position: checkText(at)
      case .country: _ = country(at)
      default: unknownAttribute(at, in: element)
      }
    }
    checkPeriod(occupation.from, occupation.until, element)
    finish(element)
    return occupation
  }

  // A recognition has a kind and a number where a recommendation has the kind of its author.
  private mutating func decodeRecognition(_ element: Int) {
    let recognises = elementName(element) == .recognition
    for at in attributes(of: element) {
      switch name(at) {
      case .by: checkText(at)
      case .on: _ = date(at)
      case .kind where recognises: _ = checkWord(at)
      case .number where recognises: checkText(at)
      case .byKind where !recognises: _ = position(at, WordTables.issuerKinds)
      default: unknownAttribute(at, in: element)
      }
    }
    finish(element)
  }
}
