// SPDX-License-Identifier: Apache-2.0

extension Examination {
  /// The value of a fact for a subject; what is neither stated nor computable is unknown.
  package func value(of name: FactName, for owner: Owner) -> FactValue {
    switch name {
    case .workCategory: return FactValue(dossier.application.workCategory)
    case .basis: return FactValue(dossier.application.basis)
    case .location: return FactValue(dossier.application.location)
    case .permitMonths:
      return dossier.application.permitMonths.known.map(FactValue.number) ?? .unknown
    case .filedBy: return FactValue(dossier.application.filedBy)
    case .online: return FactValue(dossier.application.online)
    case .caseCircumstances:
      return dossier.application.circumstances.known.map { .words($0.bits) } ?? .unknown
    default: break
    }
    if case .employer(let index) = owner {
      switch name {
      case .employerKind, .employerOnFile, .employerRegion:
        return value(of: name, employer: index)
      case .previousEmployerInChina, .licenceNeeded, .performance:
        return dossier.employers[index].employments.isEmpty
          ? .unknown : value(of: name, employer: index, employment: 0)
      default: break
      }
    }
    guard let person = subject(of: owner) else { return .unknown }
    switch name {
    case .employerKind, .employerOnFile, .employerRegion:
      let employer = employmentPlaces(of: person).first?.employer ?? 0
      return dossier.employers.isEmpty ? .unknown : value(of: name, employer: employer)
    case .previousEmployerInChina, .licenceNeeded, .performance:
      return employmentPlaces(of: person).first.map {
        value(of: name, employer: $0.employer, employment: $0.employment)
      } ?? .unknown
    default: return value(of: name, person: person)
    }
  }

  // What concerns the application or an employer is asked of the applicant.
  func subject(of owner: Owner) -> Int? {
    if case .person(let index) = owner { index } else { dossier.applicant }
  }

  private func value(of name: FactName, employer: Int, employment: Int) -> FactValue {
    let employments = dossier.employers[employer].employments
    return switch name {
    case .previousEmployerInChina: FactValue(employments[employment].previousEmployerInChina)
    case .licenceNeeded: FactValue(employments[employment].licenceNeeded)
    case .performance: FactValue(employments[employment].performance)
    default: .unknown
    }
  }

  private func value(of name: FactName, employer: Int) -> FactValue {
    switch name {
    case .employerKind: dossier.employers[employer].kinds.known.map { .words($0.bits) } ?? .unknown
    case .employerOnFile: FactValue(dossier.employers[employer].onFile)
    case .employerRegion:
      dossier.employers[employer].region.known.map { .code($0.number) } ?? .unknown
    default: .unknown
    }
  }

  private func value(of name: FactName, person index: Int) -> FactValue {
    switch name {
    case .age:
      guard let born = dossier.persons[index].born.known, born <= submission else {
        return .unknown
      }
      return .number(age(born: born))
    case .role: return FactValue(dossier.persons[index].role)
    case .beside: return beside(index)
    case .applies: return FactValue(dossier.persons[index].applies)
    case .nationality:
      return dossier.persons[index].nationality.known.map { .code($0.number) } ?? .unknown
    case .formerChinese: return FactValue(dossier.persons[index].formerChinese)
    case .chineseOrigin: return FactValue(dossier.persons[index].chineseOrigin)
    case .maritalStatus: return FactValue(dossier.persons[index].maritalStatus)
    case .permanentResident: return FactValue(dossier.persons[index].permanentResident)
    case .highestDegree:
      return FactValue(highestEducation(of: dossier.persons[index])?.level ?? .absent)
    case .degreeOrigin: return degreeOrigin(of: dossier.persons[index])
    case .otherNameShown:
      return dossier.persons[index].names.isEmpty
        ? .unknown : FactValue(.value(showsOtherName(index)))
    case .personCircumstances:
      return dossier.persons[index].circumstances.known.map { .words($0.bits) } ?? .unknown
    case .entryVisa: return entryVisa(of: dossier.persons[index])
    case .holds: return holds(dossier.persons[index])
    case .ended: return ended(dossier.persons[index])
    case .livedAbroad: return FactValue(livedAbroad(dossier.persons[index]))
    case .monthsPresent4y, .leastMonthsPresent3y, .leastMonthsPresent4y, .leastMonthsPresent5y:
      guard hasReadableStamps(dossier.persons[index]) else { return .unknown }
      return FactValue(months(name, presence(of: dossier.persons[index])))
    case .yearsMarried: return FactValue(yearsMarried(dossier.persons[index]))
    case .points: return FactValue(PointsScore(index, in: self)?.total)
    case .salaryPercent: return FactValue(EarningsRecord(index, in: self).lowestSalaryPercent)
    case .taxPercent: return FactValue(EarningsRecord(index, in: self).lowestTaxPercent)
    case .lowestSalary: return FactValue(EarningsRecord(index, in: self).lowest(\.salary))
    case .lowestTax: return FactValue(EarningsRecord(index, in: self).lowest(\.tax))
    default: return .unknown
    }
  }

  /// Full years on the day of submission.
  package func age(born: CalendarDate) -> Int {
    let years = submission.year - born.year
    return born.adding(months: years * 12) > submission ? years - 1 : years
  }

  // A level that cannot be read might be the highest, so then none is known.
  func highestEducation(of person: Person) -> Education? {
    guard person.education.allSatisfy({ $0.level.known != nil }) else { return nil }
    let order = EducationLevel.allCases
    return person.education.max { left, right in
      let (a, b) = (
        left.level.known.flatMap(order.firstIndex), right.level.known.flatMap(order.firstIndex)
      )
      return (a ?? 0, left.awarded.known ?? .distantPast) < (
        b ?? 0, right.awarded.known ?? .distantPast
      )
    }
  }

  private func degreeOrigin(of person: Person) -> FactValue {
    guard let country = highestEducation(of: person)?.country.known else { return .unknown }
    let origin: DegreeOrigin =
      country == .china
      ? .mainland : country.isHongKongMacaoTaiwan ? .hongKongMacaoTaiwan : .foreign
    return FactValue(.value(origin))
  }

  private func showsOtherName(_ index: Int) -> Bool {
    if dossier.persons[index].names.contains(where: { $0.kind == .former || $0.kind == .other }) {
      return true
    }
    let own = Person.displayName(dossier.persons[index].names, id: dossier.persons[index].id)
    for paper in papers(of: .person(index)) where !isAboutRelative(paper) {
      for stated in dossier.statements[dossier.supplements[Int(paper)].statements]
      where stated.field == .name && !Dossier.equals(dossier.values, stated.value, own) {
        if !NameMatcher(dossier.persons[index]).matches(dossier.text(stated.value)) { return true }
      }
    }
    return false
  }

  /// Whether what a paper states is about somebody else than whom it belongs to.
  func isAboutRelative(_ paper: Int32) -> Bool {
    dossier.supplements[Int(paper)].kind.known.map { tables.kinds[$0].isAboutRelative } ?? false
  }

  private func entryVisa(of person: Person) -> FactValue {
    // One that cannot be read may have been the latest.
    guard person.entries.allSatisfy({ $0.on.known != nil }) else { return .unknown }
    let latest = person.entries.filter { $0.on.known.map { $0 <= submission } ?? false }
      .max { ($0.on.known ?? .distantPast) < ($1.on.known ?? .distantPast) }
    return latest.map { FactValue($0.visa) } ?? .unknown
  }

  private func holds(_ person: Person) -> FactValue {
    guard !person.permits.isEmpty,
      person.permits.allSatisfy({
        $0.kind.known != nil && ($0.current.known == false || !$0.expires.isUnreadable)
      })
    else { return .unknown }
    let valid = person.permits.filter { permit in
      permit.current.known != false && permit.expires.known.map { $0 >= submission } ?? true
    }
    return .words(WordSet(valid.compactMap(\.kind.known)).bits)
  }

  // Nobody else declared is not nobody else there is.
  private func beside(_ person: Int) -> FactValue {
    let others = dossier.persons.indices.filter { $0 != person }.map { dossier.persons[$0].role }
    guard !others.isEmpty, others.allSatisfy({ $0.known != nil }) else { return .unknown }
    return .words(WordSet(others.compactMap(\.known)).bits)
  }

  // A permit that another of its kind has followed has not ended.
  private func ended(_ person: Person) -> FactValue {
    guard case .words(let held) = holds(person),
      person.permits.allSatisfy({ $0.current.known == false || $0.expires.known != nil })
    else { return .unknown }
    let over = person.permits.filter { permit in
      permit.expires.known.map { $0 < submission } ?? false
    }
    return .words(WordSet(over.compactMap(\.kind.known)).bits & ~held)
  }
}

extension CalendarDate {
  /// Before every day that a dossier can state.
  package static let distantPast = CalendarDate.first

  private static var first: CalendarDate {
    guard let day = CalendarDate(year: 1, month: 1, day: 1) else {
      preconditionFailure("the calendar begins on 0001-01-01")
    }
    return day
  }
}
