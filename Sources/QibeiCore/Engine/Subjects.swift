// SPDX-License-Identifier: Apache-2.0

/// For whom, and for which country, a requirement is due in a dossier.
enum Subjects {
  struct Subject {
    var owner: Owner
    var country: Country?
    /// Facts that decide whether this subject is concerned at all.
    var unknown: [FactName] = []
  }

  static func of(_ requirement: Requirement, in examination: Examination) -> [Subject] {
    of(requirement, among: owners(requirement.audience, examination.dossier), in: examination)
  }

  /// The same where the audience is known already, as it is for the next line of most lists.
  static func of(
    _ requirement: Requirement, among owners: [Subject], in examination: Examination
  ) -> [Subject] {
    guard let scope = requirement.countries else { return owners }
    return owners.flatMap { countries(scope, $0, examination) }
  }

  /// Whom an audience is.
  static func owners(_ audience: Audience, _ dossier: Dossier) -> [Subject] {
    switch audience {
    case .application: return [Subject(owner: .application)]
    case .employer:
      // A list that asks an employer for papers needs one; none declared is not none needed.
      if dossier.employers.isEmpty {
        return [Subject(owner: .application, unknown: [.employerKind])]
      }
      return dossier.employers.indices.map { Subject(owner: .employer($0)) }
    case .applicant: return dossier.applicant.map { [Subject(owner: .person($0))] } ?? []
    case .spouse: return along(dossier) { $0 == .spouse }
    case .eachChild: return along(dossier) { $0 == .child }
    case .eachFamilyMember:
      return along(dossier) { [.spouse, .child, .parent, .parentInLaw].contains($0) }
    case .eachPerson:
      let applicant = dossier.applicant.map { [Subject(owner: .person($0))] } ?? []
      return applicant + along(dossier) { $0 != .applicant }
    }
  }

  // Only who applies along owes papers; whoever has not said so is unknown.
  private static func along(_ dossier: Dossier, _ included: (Role) -> Bool) -> [Subject] {
    dossier.persons.indices.compactMap { index in
      let person = dossier.persons[index]
      guard index != dossier.applicant, person.applies.known != false else { return nil }
      guard let role = person.role.known else {
        return Subject(owner: .person(index), unknown: [.role])
      }
      guard included(role) else { return nil }
      return Subject(
        owner: .person(index), unknown: person.applies.known == nil ? [.applies] : [])
    }
  }

  private static func countries(
    _ scope: CountryScope, _ subject: Subject, _ examination: Examination
  ) -> [Subject] {
    guard case .person(let index) = subject.owner else { return [subject] }
    let person = examination.dossier.persons[index]
    switch scope {
    case .nationality:
      guard let country = person.nationality.known else {
        return [Subject(owner: subject.owner, unknown: subject.unknown + [.nationality])]
      }
      return [
        Subject(
          owner: subject.owner, country: country, unknown: subject.unknown)
      ]
    case .lived(let least):
      var subjects = lived(person, longerThan: least, examination).map {
        Subject(
          owner: subject.owner, country: $0, unknown: subject.unknown)
      }
      if person.mayHaveLivedElsewhere {
        subjects.append(
          Subject(owner: subject.owner, unknown: subject.unknown + [.livedAbroad]))
      }
      return subjects
    }
  }

  // Periods that touch each other count as one; China's own record is another item.
  private static func lived(
    _ person: Person, longerThan least: CalendarPeriod?, _ examination: Examination
  ) -> [Country] {
    let today = CalendarMonth(examination.submission)
    var months: [Country: [(Int, Int)]] = [:]
    var order: [Country] = []
    for period in person.lived {
      guard let country = period.country.known, let from = period.from.known, country != .china
      else { continue }
      if months[country] == nil { order.append(country) }
      months[country, default: []].append((from.ordinal, (period.until.known ?? today).ordinal))
    }
    let needed = least.map(Self.months) ?? 0
    return order.filter { longest(months[$0] ?? []) > needed }
  }

  private static func months(_ period: CalendarPeriod) -> Int {
    switch period {
    case .years(let count): count * 12
    case .months(let count): count
    case .days(let count): count / 30
    }
  }

  private static func longest(_ periods: [(Int, Int)]) -> Int {
    var best = 0
    var current: (from: Int, until: Int)?
    for (from, until) in periods.sorted(by: { $0 < $1 }) {
      if let open = current, from <= open.until + 1 {
        current = (open.from, max(open.until, until))
      } else {
        current = (from, until)
      }
      if let current { best = max(best, current.until - current.from + 1) }
    }
    return best
  }
}
