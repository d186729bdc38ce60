// SPDX-License-Identifier: Apache-2.0

/// A checklist with its overlays, ready to examine dossiers.
package final class RulePlan: Sendable {
  package let checklist: Checklist
  /// What waives each requirement, in the order of the list.
  private let waivers: [[Waiver]]

  /// A plan for a checklist whose overlays have been applied.
  package init(_ checklist: Checklist) {
    self.checklist = checklist
    waivers = checklist.requirements.map { requirement in
      checklist.waivers.filter { $0.requirement == requirement.id }
    }
  }

  /// What became of one requirement for one subject.
  package struct Line: Sendable {
    /// Satisfied, not, not to be told yet, or to come from the other procedure of a joint dossier.
    package enum State: String, Sendable {
      case satisfied, failing, unknown, pending
    }

    package let requirement: Requirement
    package let owner: Owner
    package internal(set) var state: State
    /// The open ways of completing it, cheapest first, where a plan asks for them.
    var ways: [Way] = []
  }

  /// Everything found, not yet in order, and the state of every line that applies or may apply.
  package struct Outcome: Sendable {
    package var findings: [Finding] = []
    package var lines: [Line] = []
    package var waiting: [CheckReport.Waiting] = []
  }

  /// Examines a dossier; pure, and linear in the number of its supplements.
  package func examine(_ examination: Examination) -> Outcome {
    examine(examination, pending: [], agreement: checklist.agreement)
  }

  /// Examines one procedure of a dossier.
  ///
  /// - Parameters:
  ///   - examination: the dossier as this procedure sees it.
  ///   - pending: kinds of paper that the other procedure brings.
  ///   - agreement: what papers must agree on; nil where that is looked at for both procedures together.
  ///   - asConfirmed: whether the authority counts as asked about a list that is published nowhere.
  /// - Returns: everything found.
  func examine(
    _ examination: Examination, pending: Set<SupplementKind>, agreement: Agreement?,
    asConfirmed: Bool = false
  ) -> Outcome {
    var outcome = Outcome()
    outcome.lines.reserveCapacity(checklist.requirements.count)
    var unknowns = UnknownFacts()
    examineWrongDoors(examination, &outcome, &unknowns)
    var binds = checklist.confirm == nil || asConfirmed || isConfirmed(examination)
    if !binds, let confirm = checklist.confirm {
      let finding = Finding(
        .listUnconfirmed, seen: .words(confirm), at: examination.dossier.application.sourcePlace)
      // A plan asks the authority first, and then plans for what binds.
      binds = examination.foresight?.settled.contains(Cause(finding)) ?? false
      if !binds { outcome.findings.append(finding) }
    }
    let start = outcome.findings.count
    var audience: Audience?
    var owners: [Subjects.Subject] = []
    let requirements = checklist.requirements
    for position in requirements.indices {
      let requirement = requirements[position]
      if audience != requirement.audience {
        audience = requirement.audience
        owners = Subjects.owners(requirement.audience, examination.dossier)
      }
      for subject in Subjects.of(requirement, among: owners, in: examination) {
        examine(
          requirement, waivers[position], subject, examination, pending, &outcome, &unknowns)
      }
    }
    outcome.findings += unknowns.findings(in: examination, by: checklist)
    if let finding = ContractRule.finding(checklist, examination) {
      outcome.findings.append(finding)
    }
    if let agreement {
      outcome.findings += AgreementRule(agreement, in: examination).findings()
    }
    if !binds {
      for index in start..<outcome.findings.count { outcome.findings[index].advise() }
    }
    examineDeadlines(examination, &outcome)
    outcome.foldEchoes()
    tolerate(&outcome, examination)
    return outcome
  }

  private func examine(
    _ requirement: Requirement, _ waivers: [Waiver], _ subject: Subjects.Subject,
    _ examination: Examination, _ pending: Set<SupplementKind>, _ outcome: inout Outcome,
    _ unknowns: inout UnknownFacts
  ) {
    let value = { examination.value(of: $0, for: subject.owner) }
    var undecided: [FactName] = []
    switch applicability(of: requirement, waivers, subject, value) {
    case .no: return
    case .unknown(let facts): undecided = facts
    case .yes: break
    }
    if !pending.isEmpty,
      requirement.choice.demands.allSatisfy({ $0.kinds.contains(where: pending.contains) })
    {
      outcome.lines.append(Line(requirement: requirement, owner: subject.owner, state: .pending))
      return
    }
    let judge = RequirementJudge(
      examination: examination, requirement: requirement, owner: subject.owner,
      country: subject.country)
    let judgement = judge.judge(isDue: undecided.isEmpty)
    if !judgement.report.waiting.isEmpty { outcome.waiting += judgement.report.waiting }
    let first = outcome.findings.count
    if !judgement.report.findings.isEmpty { outcome.findings += judgement.report.findings }
    let last = outcome.findings.count
    for index in first..<last { grade(&outcome.findings[index], requirement) }
    var state: Line.State
    switch judgement.state {
    case .closed:
      state = .unknown
      if undecided.isEmpty {
        var finding = Finding(
          .noAlternative, owner: subject.owner, seen: .words(requirement.title),
          at: examination.dossier.application.sourcePlace, requirement: requirement)
        grade(&finding, requirement)
        outcome.findings.append(finding)
      }
    case .unknown(let facts):
      undecided += facts
      state = .unknown
    case .failing: state = .failing
    case .satisfied(let papers):
      state = .satisfied
      if let look = requirement.look, let paper = papers.first {
        outcome.findings.append(
          Finding(
            .windowLooks, owner: subject.owner, supplement: paper, seen: .words(look),
            at: examination.dossier.supplements[Int(paper)].sourcePlace, requirement: requirement))
      }
    }
    // Whoever has handed in what would do need not say whether it is due, unless another country's may be.
    let isOfNoCountry = requirement.countries != nil && subject.country == nil
    var isSettled = false
    if case .satisfied = judgement.state {
      isSettled = judgement.report.findings.isEmpty && !isOfNoCountry
    }
    if !undecided.isEmpty, !isSettled {
      unknowns.add(
        undecided, requirement.title, requirement.bases, binds(requirement), subject.owner)
      state = .unknown
    }
    var line = Line(requirement: requirement, owner: subject.owner, state: state)
    // What only advises is nothing to plan for.
    if state == .failing, examination.foresight != nil,
      outcome.findings[first..<last].contains(where: {
        ![.look, .advise].contains($0.disposition)
      })
    {
      line.ways = judge.ways()
    }
    outcome.lines.append(line)
  }

  // A list that is published nowhere binds by the authority's word, which is checked first.
  private func binds(_ requirement: Requirement) -> Bool {
    requirement.binds || checklist.confirm != nil
  }

  // A confirmation names who confirmed, and a day that is not still to come.
  private func isConfirmed(_ examination: Examination) -> Bool {
    guard let confirmation = examination.dossier.application.confirmation,
      let by = confirmation.by.known, by.contains(where: { !$0.isWhitespace }),
      let day = confirmation.on.known
    else { return false }
    return day <= examination.submission
  }

  private enum Applicability {
    case yes, no
    case unknown([FactName])
  }

  private func applicability(
    of requirement: Requirement, _ waivers: [Waiver], _ subject: Subjects.Subject,
    _ value: (FactName) -> FactValue
  ) -> Applicability {
    var unknown = subject.unknown
    if let condition = requirement.condition {
      switch condition.truth(value) {
      case .no: return .no
      case .unknown: unknown += condition.unknowns(value)
      case .yes: break
      }
    }
    for waiver in waivers {
      guard let condition = waiver.condition else { return .no }
      switch condition.truth(value) {
      case .yes: return .no
      case .unknown: unknown += condition.unknowns(value)
      case .no: break
      }
    }
    return unknown.isEmpty ? .yes : .unknown(unknown)
  }

  private func grade(_ finding: inout Finding, _ requirement: Requirement) {
    if finding.disposition == .supplement || finding.disposition == .fixNow {
      let override =
        finding.kind === FindingKind.missing ? requirement.ifMissing : requirement.ifDefective
      if let override { finding.disposition = override }
    }
    if !binds(requirement) { finding.advise() }
  }

  private func examineWrongDoors(
    _ examination: Examination, _ outcome: inout Outcome, _ unknowns: inout UnknownFacts
  ) {
    guard let applicant = examination.dossier.applicant else { return }
    let value = { examination.value(of: $0, for: .person(applicant)) }
    for door in checklist.wrongDoors {
      let truth = door.condition.truth(value)
      if truth == .unknown {
        unknowns.add(
          door.condition.unknowns(value), door.title, door.bases,
          door.bases.contains(where: \.evidence.binds), .person(applicant))
      }
      guard truth == .yes else { continue }
      var finding = Finding(
        door.needsNoLicence ? .noLicenceNeeded : .wrongDoor, owner: .person(applicant),
        seen: .words(door.title),
        expected: .words(door.remedy), at: examination.dossier.application.sourcePlace)
      finding.bases = door.bases
      if !door.bases.contains(where: \.evidence.binds) { finding.advise() }
      outcome.findings.append(finding)
    }
  }

  private func examineDeadlines(_ examination: Examination, _ outcome: inout Outcome) {
    guard let applicant = examination.dossier.applicant else { return }
    for deadline in checklist.deadlines {
      guard let last = deadline.lastDay(examination), examination.submission > last else {
        continue
      }
      var finding = Finding(
        .deadlinePassed, owner: .person(applicant), seen: .words(deadline.title),
        expected: .words(deadline.remedy), limit: .date(last),
        on: .date(examination.submission), at: examination.dossier.application.sourcePlace)
      finding.bases = deadline.bases
      outcome.findings.append(finding)
    }
  }
}

extension Deadline {
  /// The last day on which the applicant keeps it; nil where the dossier does not say.
  package func lastDay(_ examination: Examination) -> CalendarDate? {
    guard let applicant = examination.dossier.applicant,
      let day = examination.day(of: anchor, for: .person(applicant)),
      isBefore || day <= examination.submission
    else { return nil }
    return isBefore ? day - period : day + period
  }
}

extension Finding {
  /// Lets it inform only: what is not evidenced well enough may not demand anything.
  mutating func advise() {
    if disposition != .look { disposition = .advise }
  }
}
