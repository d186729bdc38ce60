// SPDX-License-Identifier: Apache-2.0

/// What became of a requirement, or of one alternative in it.
struct Judgement {
  enum State {
    /// Satisfied by these papers.
    case satisfied([Int32])
    /// Not satisfied; the report says why.
    case failing
    /// Cannot be told while these facts are not known.
    case unknown([FactName])
    /// An alternative that is not open to this person.
    case closed
  }

  var state: State
  var report = CheckReport()
  /// Demands that no paper answers; they become findings once it is clear that they are wanted.
  var missing: [SupplementDemand] = []
  /// How much is left to do: a missing paper weighs more than any number of defects on one that is there.
  var effort = 0
  /// How many checks its papers pass; between alternatives that need the same effort, the one begun leads.
  var progress = 0

  static let effortOfMissing = 10_000

  var isClosed: Bool {
    if case .closed = state { true } else { false }
  }
}

/// Judges one requirement for one subject.
struct RequirementJudge {
  let examination: Examination
  let requirement: Requirement
  let owner: Owner
  /// With a country scope: the country whose paper is due.
  let country: Country?

  /// Judges what is there; what is not there is a finding only once it is clear that it is due.
  func judge(isDue: Bool = true) -> Judgement {
    var judgement = judge(requirement.choice)
    if case .satisfied = judgement.state { return judgement }
    if isDue {
      let demands = judgement.missing
      for demand in demands { judgement.report.add(missing(demand)) }
    }
    return judgement
  }

  private func judge(_ choice: SupplementChoice) -> Judgement {
    switch choice {
    case .one(let demand): judge(demand: demand)
    case .allOf(let choices): all(choices)
    case .anyOf(let choices): any(choices)
    }
  }

  private func all(_ choices: [SupplementChoice]) -> Judgement {
    var papers: [Int32] = []
    var unknown: [FactName] = []
    var result = Judgement(state: .failing)
    var failed = false
    var closed = 0
    for choice in choices {
      let part = judge(choice)
      result.report.append(part.report)
      result.missing += part.missing
      result.effort += part.effort
      result.progress += part.progress
      switch part.state {
      case .satisfied(let used): papers += used
      case .unknown(let facts): unknown += facts
      case .failing: failed = true
      case .closed: closed += 1
      }
    }
    if closed == choices.count {
      result.state = .closed
    } else if !unknown.isEmpty {
      result.state = .unknown(unknown)
    } else if !failed {
      result.state = .satisfied(papers)
    }
    return result
  }

  // The cheapest open alternative is reported; the others are named beside it.
  private func any(_ choices: [SupplementChoice]) -> Judgement {
    var unknown: [FactName] = []
    var seen: (effort: Int, report: CheckReport)?
    var cheapest = Judgement(state: .closed)
    var least: (effort: Int, progress: Int)?
    for choice in choices {
      let part = judge(choice)
      switch part.state {
      case .satisfied: return part
      case .unknown(let facts): unknown += facts
      case .failing, .closed: break
      }
      if part.report.weight > 0, part.effort < seen?.effort ?? .max {
        seen = (part.effort, part.report)
      }
      let cost = (part.effort, -part.progress)
      if part.isClosed { continue }
      if let least, least <= cost { continue }
      least = cost
      cheapest = consume part
    }
    if !unknown.isEmpty {
      // Whatever can already be seen on a paper that is there is said, whichever alternative it will be.
      return Judgement(state: .unknown(unknown), report: seen?.report ?? CheckReport())
    }
    return cheapest
  }

  func judge(demand: SupplementDemand) -> Judgement {
    if let condition = demand.condition {
      let value = { examination.value(of: $0, for: owner) }
      switch condition.truth(value) {
      case .no: return Judgement(state: .closed)
      case .unknown:
        let seen = judgePapers(demand)
        return Judgement(
          state: .unknown(condition.unknowns(value)), report: seen.report, effort: seen.effort)
      case .yes: break
      }
    }
    return judgePapers(demand)
  }

  private func judgePapers(_ demand: SupplementDemand) -> Judgement {
    if examination.foresight?.has(demand, owner, country) ?? false {
      return Judgement(state: .satisfied([]))
    }
    let candidates = candidates(for: demand)
    guard !candidates.isEmpty else {
      if let report = ofUnknownCountry(demand) {
        return Judgement(state: .failing, report: report, effort: report.weight)
      }
      return Judgement(state: .failing, missing: [demand], effort: Judgement.effortOfMissing)
    }
    if !demand.joint.isEmpty {
      return together(candidates.map { judge($0, demand, candidates) }, demand, candidates)
    }
    return best(demand, candidates)
  }

  func candidates(for demand: SupplementDemand) -> [Int32] {
    guard let country else { return papers(for: demand) { _ in true } }
    return papers(for: demand) { $0.known == country }
  }

  func papers(
    for demand: SupplementDemand, where fits: (Stated<Country>) -> Bool
  ) -> [Int32] {
    var found: [Int32] = []
    // What the whole application owes may belong to anybody in it.
    let papers = owner == .application ? examination.allPapers : examination.papers(of: owner)
    for paper in papers {
      guard let kind = examination.dossier.supplements[Int(paper)].kind.known,
        demand.kinds.contains(kind), fits(examination.dossier.supplements[Int(paper)].country)
      else { continue }
      found.append(paper)
    }
    return found
  }

  // The first paper without a defect satisfies; failing that, the one with the fewest is reported.
  private func best(_ demand: SupplementDemand, _ candidates: [Int32]) -> Judgement {
    var best = judge(candidates[0], demand, candidates)
    var chosen = candidates[0]
    for candidate in candidates.dropFirst() where best.weight > 0 {
      let report = judge(candidate, demand, candidates)
      if (report.defects, report.weight) < (best.defects, best.weight) {
        (best, chosen) = (report, candidate)
      }
    }
    // What only advises does not keep a paper from satisfying.
    if best.defects == 0 { return Judgement(state: .satisfied([chosen]), report: best) }
    return Judgement(
      state: .failing, report: best, effort: best.weight,
      progress: demand.checks.count - best.defects)
  }

  // Papers that cover a period do so together, so the defects of each count.
  private func together(
    _ singles: [CheckReport], _ demand: SupplementDemand, _ candidates: [Int32]
  ) -> Judgement {
    let clean = candidates.indices.filter { singles[$0].defects == 0 }
      .map { candidates[$0] }
    if !clean.isEmpty {
      var report = joint(demand, clean)
      if report.defects == 0 {
        // What only advises about a paper is said all the same.
        for (at, paper) in candidates.enumerated() where clean.contains(paper) {
          report.append(singles[at])
        }
        return Judgement(state: .satisfied(clean), report: report)
      }
    }
    var report = joint(demand, candidates)
    for single in singles { report.append(single) }
    return Judgement(
      state: .failing, report: report, effort: report.weight,
      progress: demand.checks.count - report.defects)
  }

  private func joint(_ demand: SupplementDemand, _ candidates: [Int32]) -> CheckReport {
    var report = CheckReport()
    let paper = Paper(
      examination: examination, index: candidates[0], owner: owner, candidates: candidates)
    for configured in demand.joint { run(configured, paper, &report) }
    return report
  }

  private func judge(
    _ index: Int32, _ demand: SupplementDemand, _ candidates: [Int32]
  ) -> CheckReport {
    var report = CheckReport()
    let paper = Paper(
      examination: examination, index: index, owner: owner, candidates: candidates)
    guard StatusRule.examine(paper, requirement, into: &report) else {
      report.attribute(
        from: 0, to: requirement, by: nil, settled: examination.foresight?.settled)
      return report
    }
    for configured in demand.single where !configured.onlyJoint || examination.isJoint {
      run(configured, paper, &report)
    }
    return report
  }

  private func run(_ configured: ConfiguredCheck, _ paper: Paper, _ report: inout CheckReport) {
    let first = report.findings.count
    configured.check.examine(paper, into: &report)
    // Most papers pass, which is to cost nothing more.
    guard report.findings.count > first else { return }
    report.attribute(
      from: first, to: requirement, by: configured, settled: examination.foresight?.settled)
  }

  private func missing(_ demand: SupplementDemand) -> Finding {
    let kinds = country.map { FindingValue.kindsFrom(demand.kinds, $0) } ?? .kinds(demand.kinds)
    var finding = Finding(
      .missing, owner: owner, seen: kinds, at: examination.dossier.supplementsPlace,
      requirement: requirement)
    let others = alternatives(to: demand, in: requirement.choice)
    // An alternative that only differs in its conditions and checks is no other paper.
    let different = others.filter { other in
      if case .kinds(let kinds) = other { !kinds.allSatisfy(demand.kinds.contains) } else { true }
    }
    if !different.isEmpty { finding.alternatives = .either(different) }
    return finding
  }

  // The open branches that do without this demand, each as a whole.
  private func alternatives(
    to demand: SupplementDemand, in choice: SupplementChoice
  ) -> [FindingValue] {
    switch choice {
    case .one: return []
    case .allOf(let parts): return parts.flatMap { alternatives(to: demand, in: $0) }
    case .anyOf(let parts):
      return parts.flatMap { part -> [FindingValue] in
        if part.demands.contains(where: { $0 === demand }) {
          return alternatives(to: demand, in: part)
        }
        return isOpen(part) ? [value(of: part)] : []
      }
    }
  }

  func isOpen(_ choice: SupplementChoice) -> Bool {
    choice.demands.contains { demand in
      demand.condition?.truth { examination.value(of: $0, for: owner) } != .no
    }
  }

  private func value(of choice: SupplementChoice) -> FindingValue {
    switch choice {
    case .one(let demand): .kinds(demand.kinds)
    case .allOf(let parts): .together(parts.map(value))
    case .anyOf(let parts): .either(parts.map(value))
    }
  }
}
