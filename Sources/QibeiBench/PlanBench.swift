// SPDX-License-Identifier: Apache-2.0
package import QibeiCore
package import QibeiValidation

/// Tries the promise of a plan: whoever does its tasks on its days holds a complete dossier on every day of the window.
///
/// Golden dossiers are damaged at random, planned with random times, and then really changed as the plan says. The
/// changed file is judged from its bytes, so nothing that the planner assumes is taken for granted.
package struct PlanBench {
  /// What a run has shown.
  package struct Outcome: Sendable {
    package var plans = 0
    package var tasks = 0
    package var days = 0
    /// Windows that something closes.
    package var closed = 0
    package var withoutPlan = 0
    /// The dossier, the day, and what was found there.
    package var failures: [String] = []
  }

  private let validator: DossierValidator
  private let item: RuleCase
  private let tables: ReferenceTables

  package init(_ validator: DossierValidator, _ item: RuleCase, _ tables: ReferenceTables) {
    self.validator = validator
    self.item = item
    self.tables = tables
  }

  /// Damages and plans so many golden dossiers of the list.
  ///
  /// - Parameters:
  ///   - count: of golden dossiers.
  ///   - seed: the same seed damages in the same way.
  /// - Returns: how many plans were tried, and the days on which one did not hold.
  /// - Throws: what keeps a drafted dossier from being judged at all.
  package func run(_ count: Int, seed: UInt64) throws -> Outcome {
    var outcome = Outcome()
    var random = NoticeBench.SplitMix(state: seed &+ TextHash.of(item.name))
    let (dossiers, _) = GoldenPaths(item.checklist, at: item.place, on: item.day, tables).all()
    for golden in dossiers.shuffled(using: &random).prefix(count) {
      try attempt(golden, &random, &outcome)
    }
    return outcome
  }

  private func attempt(
    _ golden: GoldenDossier, _ random: inout NoticeBench.SplitMix, _ outcome: inout Outcome
  ) throws {
    var damaged = golden.dossier
    for index in damaged.papers.indices.reversed() {
      switch Int.random(in: 0..<8, using: &random) {
      case 0: damaged.papers.remove(at: index)
      case 1: damaged.papers[index].draft.translation = nil
      case 2: damaged.papers[index].draft.authentication = nil
      case 3, 4:
        let age = Int.random(in: 20...400, using: &random)
        damaged.papers[index].draft.issued = damaged.papers[index].draft.issued?
          .adding(days: -age)
      case 5:
        let left = Int.random(in: -30...200, using: &random)
        if damaged.papers[index].draft.expires != nil {
          damaged.papers[index].draft.expires = item.day.adding(days: left)
        }
      default: break
      }
    }
    var leads = LeadTimes()
    for step in PaperStep.allCases {
      let count = Int.random(in: 0...25, using: &random)
      leads.set(Bool.random(using: &random) ? .days(count) : .workingDays(count), for: step)
    }
    let horizon = Horizon(from: item.day, months: 24)
    let validation = try validator.validate(bytes(damaged), request(nil))
    guard case .plan(let plan) = try validator.plan(validation, leads, in: horizon) else {
      outcome.withoutPlan += 1
      return
    }
    // What is stated only later may age in ways that no plan can know.
    guard plan.undeclared.isEmpty else { return }
    outcome.plans += 1
    outcome.tasks += plan.tasks.count
    let done = carriedOut(plan, damaged, golden.dossier)
    let (from, until) = plan.window
    var days: Set<CalendarDate> = [from, until]
    for _ in 0..<3 {
      let length = until.ordinal - from.ordinal
      days.insert(from.adding(days: Int.random(in: 0...length, using: &random)))
    }
    for day in days.sorted() { try judge(done, on: day, isComplete: true, golden, &outcome) }
    if plan.closes {
      outcome.closed += 1
      try judge(done, on: until.adding(days: 1), isComplete: false, golden, &outcome)
    }
  }

  private func judge(
    _ dossier: DraftedDossier, on day: CalendarDate, isComplete: Bool, _ golden: GoldenDossier,
    _ outcome: inout Outcome
  ) throws {
    outcome.days += 1
    let assessment = try validator.validate(bytes(dossier), request(day)).assessment
    if (assessment.verdict == .complete) == isComplete { return }
    let found = assessment.blockers.map { "\($0.kind.code) \($0.requirement?.id ?? "-")" }
    outcome.failures.append("\(item.name): \(golden.title): \(day): \(found)")
  }

  private func bytes(_ dossier: DraftedDossier) -> [UInt8] {
    Array(DossierWriter(dossier).text.utf8)
  }

  private func request(_ day: CalendarDate?) -> ValidationRequest {
    ValidationRequest(submission: day, place: item.place, today: item.day)
  }

  // Does each task on its days, and nothing else.
  private func carriedOut(
    _ plan: SubmissionPlan, _ damaged: DraftedDossier, _ golden: DraftedDossier
  ) -> DraftedDossier {
    var done = damaged
    for task in plan.tasks {
      if task.obtains {
        let at = obtain(task, plan, golden, damaged, &done)
        for index in at { date(&done.papers[index], task, plan) }
      } else if let supplement = task.supplement {
        let id = damaged.papers[Int(supplement)].id
        guard let old = golden.papers.first(where: { $0.id == id }),
          let at = done.papers.firstIndex(where: { $0.id == id })
        else { continue }
        let there = done.papers[at].draft
        done.papers[at] = old
        done.papers[at].draft.issued = there.issued
        done.papers[at].draft.expires = there.expires
        date(&done.papers[at], task, plan)
      }
    }
    return done
  }

  // The paper of the golden dossier where it was drafted for the same, or else one drafted for it.
  private func obtain(
    _ task: PlannedTask, _ plan: SubmissionPlan, _ golden: DraftedDossier,
    _ damaged: DraftedDossier, _ done: inout DraftedDossier
  ) -> [Int] {
    let wanted = Set(task.demands.map(DemandKey.init))
    let replaced = task.supplement.map { damaged.papers[Int($0)].id }
    let kept = Set(done.papers.map(\.id)).subtracting([replaced].compactMap(\.self))
    let old = golden.papers.first { paper in
      !kept.contains(paper.id) && task.kinds.contains(paper.draft.kind)
        && (task.country == nil || paper.draft.country == task.country)
        && (task.owner == .application || paper.owner == task.owner)
        && wanted.isSubset(of: paper.uses.map { DemandKey($0.demand) })
    }
    if let old {
      done.papers.removeAll { $0.id == old.id || $0.id == replaced }
      done.papers.append(old)
      return [done.papers.count - 1]
    }
    var apart = done
    apart.papers = []
    for line in plan.assessment.lines where line.state == .failing {
      for demand in line.requirement.choice.demands where wanted.contains(DemandKey(demand)) {
        apart.answer(
          demand, of: line.requirement, for: task.owner, country: task.country,
          kind: task.kinds[0])
      }
    }
    let count = done.papers.count
    for (at, paper) in apart.papers.enumerated() {
      done.papers.append(paper)
      done.papers[count + at].id = "new\(count + at)"
    }
    return Array(count..<done.papers.count)
  }

  private func date(_ paper: inout DraftedPaper, _ task: PlannedTask, _ plan: SubmissionPlan) {
    func end(_ step: PaperStep) -> CalendarDate { task.end(of: step, from: task.start) }
    if task.obtains {
      if paper.draft.issued != nil { paper.draft.issued = end(.issue) }
      if paper.draft.expires != nil { paper.draft.expires = plan.window.until.adding(months: 60) }
      let covers = paper.uses.contains { use in
        use.demand.checks.contains { type(of: $0.check).description.name == "covers" }
      }
      if covers { paper.draft.until = plan.window.until.adding(months: 12) }
    }
    let steps = Set(task.steps.map(\.step))
    if task.obtains || steps.contains(.authentication) {
      paper.draft.authentication?.on = end(.authentication)
      // What attests a paper is what is in force on the day.
      if paper.draft.authentication?.kind == .consular, let country = paper.draft.country,
        tables.apostille.isInForce(with: country, on: end(.authentication)) == true
      {
        paper.draft.authentication?.kind = .apostille
        paper.draft.authentication?.country = country
      }
    }
    if task.obtains || steps.contains(.translation), paper.draft.translation?.on != nil {
      paper.draft.translation?.on = end(.translation)
    }
    if task.obtains || steps.contains(.notarisation), paper.draft.notarisedOn != nil {
      paper.draft.notarisedOn = end(.notarisation)
    }
  }
}
