// SPDX-License-Identifier: Apache-2.0

/// Holds the period of a work permit against the employment contract, which it does not outlast.
enum ContractRule {
  /// The fault, where there is one.
  ///
  /// - Parameters:
  ///   - checklist: of one procedure.
  ///   - examination: the dossier as that procedure sees it.
  /// - Returns: a finding that binds where a stay rests on the permit or the contract is over, and else advises.
  static func finding(_ checklist: Checklist, _ examination: Examination) -> Finding? {
    guard let period = period(checklist, examination) else { return nil }
    let binds = examination.isJoint || period.until < examination.submission
    // By itself a permit is only cut to the contract, so it is told which of the two is the longer on any day alike.
    guard let start = binds ? examination.submission : period.from else { return nil }
    let end = end(start, period.months)
    guard end > period.until, asksForContract(checklist, examination) else { return nil }
    let application = examination.dossier.application
    let limb = application.limbs.first { $0.category == checklist.category }
    var finding = Finding(
      .permitBeyondContract, owner: .person(period.applicant), seen: .count(period.months),
      expected: .date(period.until), on: .date(end),
      at: limb?.sourcePlace ?? application.sourcePlace)
    if !binds { finding.advise() }
    return finding
  }

  /// The first day on which a dossier handed in asks for more than the contract gives; nil for none.
  static func turn(
    _ checklist: Checklist, _ examination: Examination, in horizon: Horizon
  ) -> CalendarDate? {
    guard let period = period(checklist, examination), asksForContract(checklist, examination)
    else { return nil }
    // By itself nothing turns until the contract is over.
    return horizon.first {
      examination.isJoint ? end($0, period.months) > period.until : $0 > period.until
    }
  }

  // A permit of so many months ends the day before the same day comes again, as a contract does.
  private static func end(_ day: CalendarDate, _ months: Int) -> CalendarDate {
    day.adding(months: months).adding(days: -1)
  }

  // Only who is asked for a contract is held to it: a permit is cancelled because one has ended.
  private static func asksForContract(
    _ checklist: Checklist, _ examination: Examination
  ) -> Bool {
    guard let contract = contract(examination) else { return false }
    return checklist.requirements.contains { requirement in
      requirement.choice.demands.contains { $0.kinds.contains(contract) }
    }
  }

  private static func contract(_ examination: Examination) -> SupplementKind? {
    examination.tables.kinds["employment-contract"]
  }

  private struct Period {
    let applicant: Int
    let months: Int
    let from: CalendarDate?
    let until: CalendarDate
  }

  private static func period(_ checklist: Checklist, _ examination: Examination) -> Period? {
    let dossier = examination.dossier
    guard checklist.kind == .workPermit, let months = dossier.application.permitMonths.known,
      let applicant = dossier.applicant
    else { return nil }
    // The one that ends last is the present one; one whose end nobody can tell may be.
    var last: (from: CalendarDate?, until: CalendarDate)?
    for (from, until) in spans(of: applicant, examination) {
      guard let until else { return nil }
      if last.map({ $0.until < until }) ?? true { last = (from, until) }
    }
    return last.map {
      Period(applicant: applicant, months: months, from: $0.from, until: $0.until)
    }
  }

  // Where the declaration does not say how long each employment lasts, the contracts do.
  private static func spans(
    of applicant: Int, _ examination: Examination
  ) -> [(from: CalendarDate?, until: CalendarDate?)] {
    let dossier = examination.dossier
    var declared: [(CalendarDate?, CalendarDate?)] = []
    var isDeclared = true
    for place in examination.employmentPlaces(of: applicant) {
      let employments = dossier.employers[place.employer].employments
      let until = employments[place.employment].until
      if until.isAbsent { isDeclared = false }
      declared.append((employments[place.employment].from.known, until.known))
    }
    if isDeclared, !declared.isEmpty { return declared }
    guard let contract = contract(examination) else { return [] }
    let supplements = dossier.supplements
    return examination.papers(of: .person(applicant)).compactMap { paper in
      guard supplements[Int(paper)].kind.known == contract else { return nil }
      return (supplements[Int(paper)].from.known, supplements[Int(paper)].until.known)
    }
  }
}
