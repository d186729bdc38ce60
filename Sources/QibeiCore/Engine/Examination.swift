// SPDX-License-Identifier: Apache-2.0

/// The day that a period is counted from.
package enum Anchor: String, VocabularyWord {
  case submission, acceptance
  case permitEnd = "permit-end"
  case entry
  case workPermitEnd = "work-permit-end"
  case residenceEnd = "residence-end"

  package var label: BilingualText {
    switch self {
    case .submission: .init("递交日", "the day of submission")
    case .acceptance: .init("受理日", "the day of acceptance")
    case .permitEnd: .init("所申请许可的届满日", "the end of the permit asked for")
    case .entry: .init("最近入境日", "the day of the latest entry")
    case .workPermitEnd: .init("现工作许可的届满日", "the end of the present work permit")
    case .residenceEnd: .init("现居留证件的届满日", "the end of the present residence permit")
    }
  }
}

/// One dossier on one day with the reference tables: everything that checks may consult.
package final class Examination: Sendable {
  package let dossier: Dossier
  package let tables: ReferenceTables
  /// The day of submission that the dossier is judged for.
  package let submission: CalendarDate
  package let acceptance: CalendarDate
  /// What a plan will have done by then; nil where the dossier is judged as it is.
  package let foresight: Foresight?
  /// Whether it is one procedure of two.
  let isJoint: Bool
  /// All papers, grouped by owner, and where each group begins.
  private let grouped: [Int32]
  private let starts: [Int32]
  /// Where employments stand, by person and then in the order of the file.
  private let employmentPlaces: [EmploymentPlace]

  struct EmploymentPlace {
    let person: Int
    let employer: Int
    let employment: Int
  }

  /// Prepares a dossier; acceptance falls on the day of submission unless it is given.
  package convenience init(
    _ dossier: Dossier, tables: ReferenceTables, submission: CalendarDate,
    acceptance: CalendarDate? = nil
  ) {
    self.init(
      dossier, tables: tables, submission: submission, acceptance: acceptance ?? submission,
      othersPapers: nil)
  }

  /// One procedure of a joint dossier, which does not see the papers of the other.
  init(
    _ dossier: Dossier, tables: ReferenceTables, submission: CalendarDate,
    acceptance: CalendarDate, othersPapers: Set<Int32>?, foresight: Foresight? = nil
  ) {
    isJoint = othersPapers != nil
    self.foresight = foresight
    let others = othersPapers ?? []
    self.dossier = dossier
    self.tables = tables
    self.submission = submission
    self.acceptance = acceptance
    let groups = dossier.persons.count + dossier.employers.count + 2
    var starts = [Int32](repeating: 0, count: groups + 1)
    for index in dossier.supplements.indices
    where others.isEmpty || !others.contains(Int32(index)) {
      let owner = dossier.supplements[index].owner
      starts[Self.group(owner, dossier.persons.count, groups) + 1] += 1
    }
    for group in 0..<groups { starts[group + 1] += starts[group] }
    var next = starts
    var grouped = [Int32](repeating: 0, count: Int(starts[groups]))
    for index in dossier.supplements.indices
    where others.isEmpty || !others.contains(Int32(index)) {
      let group = Self.group(dossier.supplements[index].owner, dossier.persons.count, groups)
      grouped[Int(next[group])] = Int32(index)
      next[group] += 1
    }
    self.starts = starts
    self.grouped = grouped
    var places: [EmploymentPlace] = []
    for employer in dossier.employers.indices {
      for employment in dossier.employers[employer].employments.indices {
        guard let person = dossier.employers[employer].employments[employment].person else {
          continue
        }
        places.append(
          EmploymentPlace(person: person, employer: employer, employment: employment))
      }
    }
    places.sort {
      ($0.person, $0.employer, $0.employment) < ($1.person, $1.employer, $1.employment)
    }
    employmentPlaces = places
  }

  private init(_ other: Examination, on day: CalendarDate, foreseeing foresight: Foresight?) {
    self.foresight = foresight
    dossier = other.dossier
    tables = other.tables
    submission = day
    acceptance = day
    isJoint = other.isJoint
    grouped = other.grouped
    starts = other.starts
    employmentPlaces = other.employmentPlaces
  }

  /// The same dossier, handed in and accepted on another day, as a plan will have made it by then.
  package func on(_ day: CalendarDate, foreseeing foresight: Foresight? = nil) -> Examination {
    Examination(self, on: day, foreseeing: foresight)
  }

  private static func group(_ owner: Owner, _ persons: Int, _ groups: Int) -> Int {
    switch owner {
    case .application: 0
    case .person(let index): 1 + index
    case .employer(let index): 1 + persons + index
    case .nobody: groups - 1
    }
  }

  /// The supplements of an owner, in the order of the file.
  package func papers(of owner: Owner) -> ArraySlice<Int32> {
    let group = Self.group(owner, dossier.persons.count, starts.count - 1)
    return grouped[Int(starts[group])..<Int(starts[group + 1])]
  }

  /// The supplements of everybody, grouped by owner.
  var allPapers: ArraySlice<Int32> { grouped[...] }

  /// The day of an anchor for an owner; nil when the dossier does not say.
  package func day(of anchor: Anchor, for owner: Owner) -> CalendarDate? {
    day(of: anchor, for: owner, submittedOn: submission, acceptedOn: acceptance)
  }

  /// Whether the day of an anchor meets a test when the dossier is handed in and accepted on another day.
  func reaches(
    _ anchor: Anchor, for owner: Owner, submittedOn day: CalendarDate,
    _ test: (CalendarDate) -> Bool
  ) -> Bool {
    self.day(of: anchor, for: owner, submittedOn: day, acceptedOn: day).map(test) ?? false
  }

  private func day(
    of anchor: Anchor, for owner: Owner, submittedOn submission: CalendarDate,
    acceptedOn acceptance: CalendarDate
  ) -> CalendarDate? {
    switch anchor {
    case .submission: return submission
    case .acceptance: return acceptance
    case .permitEnd:
      return dossier.application.permitMonths.known.map { submission.adding(months: $0) }
    case .entry:
      guard case .person(let person) = owner else { return nil }
      // What is still to come has not happened, and cannot have been the latest.
      return dossier.persons[person].entries.compactMap(\.on.known)
        .filter { $0 <= submission }.max()
    case .workPermitEnd: return end(of: [.workPermit], held: owner)
    case .residenceEnd:
      return end(of: [.residenceWork, .residenceFamily, .residenceStudy], held: owner)
    }
  }

  private func end(of kinds: [PermitKind], held owner: Owner) -> CalendarDate? {
    guard case .person(let person) = owner else { return nil }
    return dossier.persons[person].permits.filter { permit in
      permit.current.known != false && (permit.kind.known.map(kinds.contains) ?? false)
    }.compactMap(\.expires.known).max()
  }

  /// The employer and the employment of a person, the first where there are several.
  func employment(of person: Int) -> (employer: Employer, employment: Employment?)? {
    if let first = employmentPlaces(of: person).first {
      let employer = dossier.employers[first.employer]
      return (employer, employer.employments[first.employment])
    }
    return dossier.employers.first.map { ($0, nil) }
  }

  /// Where the employments of a person stand, in the order of the file.
  func employmentPlaces(of person: Int) -> ArraySlice<EmploymentPlace> {
    let start = Self.first(in: employmentPlaces) { $0.person >= person }
    let end = Self.first(in: employmentPlaces) { $0.person > person }
    return employmentPlaces[start..<end]
  }

  private static func first(
    in places: [EmploymentPlace], where holds: (EmploymentPlace) -> Bool
  ) -> Int {
    var (low, high) = (0, places.count)
    while low < high {
      let middle = (low + high) / 2
      if holds(places[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// All employers and employments of a person, in the order of the file.
  func employments(of person: Int) -> [(employer: Employer, employment: Employment)] {
    employmentPlaces(of: person).map { place in
      let employer = dossier.employers[place.employer]
      return (employer, employer.employments[place.employment])
    }
  }
}

/// One supplement as a check sees it.
package struct Paper: Sendable {
  package let examination: Examination
  /// Position in ``Dossier/supplements``.
  package let index: Int32
  package let owner: Owner
  /// All papers that compete for the same requirement; a joint check looks at them together.
  package let candidates: [Int32]

  package let supplement: Supplement

  package init(examination: Examination, index: Int32, owner: Owner, candidates: [Int32]) {
    self.examination = examination
    supplement = examination.dossier.supplements[Int(index)]
    self.index = index
    self.owner = owner
    self.candidates = candidates
  }

  package var authentications: ArraySlice<Authentication> {
    examination.dossier.authentications[supplement.authentications]
  }

  package var statements: ArraySlice<StatedField> {
    examination.dossier.statements[supplement.statements]
  }

  package var files: ArraySlice<EvidenceFile> { examination.dossier.files[supplement.files] }

  /// The day of an anchor; nil when the dossier does not say.
  package func day(of anchor: Anchor) -> CalendarDate? {
    examination.day(of: anchor, for: owner)
  }

  /// Whether the day of an anchor meets a test when the dossier is handed in and accepted on another day.
  func reaches(
    _ anchor: Anchor, submittedOn day: CalendarDate, _ test: (CalendarDate) -> Bool
  ) -> Bool {
    examination.reaches(anchor, for: owner, submittedOn: day, test)
  }
}
