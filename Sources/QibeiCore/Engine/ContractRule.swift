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
    guard end > period.until else { return nil }
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
    guard let period = period(checklist, examination) else { return nil }
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
    _ checklist: Checklist, _ contract: SupplementKind
  ) -> Bool {
    checklist.requirements.contains { requirement in
      requirement.choice.demands.contains { $0.kinds.contains(contract) }
    }
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
      let applicant = dossier.applicant,
      let contract = examination.tables.kinds["employment-contract"],
      asksForContract(checklist, contract)
    else { return nil }
    let employments = examination.employmentPlaces(of: applicant).map {
      let employment = dossier.employers[$0.employer].employments[$0.employment]
      return (from: employment.from, until: employment.until)
    }
    let contracts = examination.papers(of: .person(applicant)).map { dossier.supplements[Int($0)] }
      .filter { $0.kind.known == contract }.map { (from: $0.from, until: $0.until) }
    let isDeclared = !employments.isEmpty && employments.allSatisfy { !$0.until.isAbsent }
    // Where the declaration does not say it, the contract does.
    let ends = (isDeclared ? employments : contracts).map { (from: $0.from.known, $0.until.known) }
    // The one that ends last is the present one; one whose end nobody can tell may be.
    var last: (from: CalendarDate?, until: CalendarDate)?
    for (from, end) in ends {
      guard let end else { return nil }
      if last.map({ $0.until < end }) ?? true { last = (from, end) }
    }
    return last.map {
      Period(applicant: applicant, months: months, from: $0.from, until: $0.until)
    }
  }
}
