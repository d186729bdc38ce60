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
    guard let (applicant, months, until) = period(checklist, examination) else { return nil }
    let end = end(examination.submission, months)
    guard end > until else { return nil }
    let application = examination.dossier.application
    let limb = application.limbs.first { $0.category == checklist.category }
    var finding = Finding(
      .permitBeyondContract, owner: .person(applicant), seen: .count(months),
      expected: .date(until), on: .date(end), at: limb?.sourcePlace ?? application.sourcePlace)
    // By itself a permit is cut to the contract; where a stay is asked for upon it, the two have to fit from the start.
    if !examination.isJoint, until >= examination.submission { finding.advise() }
    return finding
  }

  /// The first day on which a dossier handed in asks for more than the contract gives; nil for none.
  static func turn(
    _ checklist: Checklist, _ examination: Examination, in horizon: Horizon
  ) -> CalendarDate? {
    guard let (_, months, until) = period(checklist, examination) else { return nil }
    // It only advises until the contract is over.
    return horizon.first { examination.isJoint ? end($0, months) > until : $0 > until }
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

  private static func period(
    _ checklist: Checklist, _ examination: Examination
  ) -> (applicant: Int, months: Int, until: CalendarDate)? {
    let dossier = examination.dossier
    guard checklist.kind == .workPermit, let months = dossier.application.permitMonths.known,
      let applicant = dossier.applicant,
      let contract = examination.tables.kinds["employment-contract"],
      asksForContract(checklist, contract)
    else { return nil }
    if let until = examination.employment(of: applicant)?.employment?.until.known {
      return (applicant, months, until)
    }
    // Where the declaration does not say it, the contract does.
    let ends = examination.papers(of: .person(applicant)).compactMap { paper in
      dossier.supplements[Int(paper)].kind.known == contract
        ? dossier.supplements[Int(paper)].until.known : nil
    }
    return ends.max().map { (applicant, months, $0) }
  }
}
