// SPDX-License-Identifier: Apache-2.0

/// Two procedures that one window takes in together (Administrative Licensing Law, article 26, paragraph 2).
///
/// Papers are given once; each procedure keeps its own rules, and what one brings forth the other never asks for.
package struct JointDossier {
  /// What people call it; a dossier names the two procedures.
  package static let category = "joint-work-residence"

  private let limbs: [Examination]
  private let unnamed: [Finding]
  private let papers: [Set<Int32>]

  /// Divides a dossier by its procedures.
  ///
  /// - Parameters:
  ///   - dossier: with papers that may name the procedure they are for.
  ///   - categories: of the procedures, in order.
  ///   - tables: say of which kinds each procedure needs one of its own.
  ///   - submission: the day of submission.
  ///   - acceptance: the day of acceptance.
  ///   - foresight: what a plan will have done by then.
  package init(
    _ dossier: Dossier, _ categories: [String], tables: ReferenceTables,
    submission: CalendarDate, acceptance: CalendarDate, foresight: Foresight? = nil
  ) {
    var papers = [Set<Int32>](repeating: [], count: categories.count)
    var open: [Paper: [Int32]] = [:]
    var order: [Paper] = []
    var taken: [Paper: Set<Int>] = [:]
    for (index, supplement) in dossier.supplements.enumerated() {
      guard let kind = supplement.kind.known else { continue }
      let paper = Paper(kind: kind, owner: supplement.owner)
      let named = supplement.limb.known.map(dossier.text)
      if let limb = named.flatMap(categories.firstIndex) {
        papers[limb].insert(Int32(index))
        taken[paper, default: []].insert(limb)
      } else if tables.kinds[kind].isPerLimb {
        if open[paper] == nil { order.append(paper) }
        open[paper, default: []].append(Int32(index))
      }
    }
    var unnamed: [Finding] = []
    for paper in order {
      // Read in the order of the procedures, so that naming them changes nothing else.
      let free = categories.indices.filter { !(taken[paper]?.contains($0) ?? false) }
      for (at, index) in (open[paper] ?? []).enumerated() {
        let limb = at < free.count ? free[at] : free.last ?? 0
        papers[limb].insert(index)
        // One that names a procedure that is not there has been told.
        if case .unreadable = dossier.supplements[Int(index)].limb { continue }
        unnamed.append(
          Finding(
            .limbNotNamed, owner: paper.owner, supplement: index,
            expected: .either(categories.map { .text($0) }), on: .text(categories[limb]),
            at: dossier.supplements[Int(index)].sourcePlace))
      }
    }
    self.unnamed = unnamed
    self.papers = papers
    let all = papers.reduce(into: Set<Int32>()) { $0.formUnion($1) }
    limbs = categories.indices.map { limb in
      var own = dossier
      if let stated = dossier.application.limbs.first(where: { $0.category == categories[limb] }),
        stated.permitMonths != .absent
      {
        own.application.permitMonths = stated.permitMonths
      }
      return Examination(
        own, tables: tables, submission: submission, acceptance: acceptance,
        othersPapers: all.subtracting(papers[limb]), foresight: foresight)
    }
  }

  private struct Paper: Hashable {
    let kind: SupplementKind
    let owner: Owner
  }

  /// Whether a procedure, by position, sees a paper.
  package func serves(_ paper: Int32, _ limb: Int) -> Bool {
    papers[limb].contains(paper) || !papers.contains { $0.contains(paper) }
  }

  /// Examines each procedure by its list, and makes one finding of what both want.
  ///
  /// - Parameters:
  ///   - plans: of the lists that are in force, with the position of their procedure.
  ///   - whole: the dossier with the papers of both.
  /// - Returns: everything found, and the lines of both lists.
  package func examine(_ plans: [(limb: Int, plan: RulePlan)], whole: Examination)
    -> RulePlan.Outcome
  {
    var outcome = RulePlan.Outcome()
    outcome.findings = unnamed
    for (limb, plan) in plans {
      let others = plans.lazy.filter { $0.limb != limb }.flatMap(\.plan.checklist.grants)
      let own = plan.examine(limbs[limb], pending: Set(others), agreement: nil)
      outcome.findings += own.findings
      outcome.lines += own.lines
      outcome.waiting += own.waiting
    }
    if let agreement = Agreement(joining: plans.compactMap(\.plan.checklist.agreement)) {
      outcome.findings += AgreementRule(agreement, in: whole).findings()
    }
    let parts = plans.map { (limbs[$0.limb], $0.plan.checklist) }
    if let finding = stayBeyondPermit(parts) { outcome.findings.append(finding) }
    outcome.foldLists(whole.tables)
    return outcome
  }

  /// The days on which the answer on either procedure, or on both together, may turn by time alone.
  package func turningDays(
    _ plans: [(limb: Int, plan: RulePlan)], in horizon: Horizon
  ) -> Set<CalendarDate> {
    plans.reduce(into: []) { days, part in
      let examination = limbs[part.limb]
      days.formUnion(part.plan.turningDays(examination, in: horizon))
    }
  }

  // The stay rests on the permit to work.
  private func stayBeyondPermit(
    _ limbs: [(examination: Examination, checklist: Checklist)]
  ) -> Finding? {
    func months(_ kind: CategoryKind) -> (months: Int, category: String, Application)? {
      guard let limb = limbs.first(where: { $0.checklist.kind == kind }) else { return nil }
      let application = limb.examination.dossier.application
      return application.permitMonths.known.map { ($0, limb.checklist.category, application) }
    }
    guard let work = months(.workPermit),
      let (stay, category, application) = months(.residencePermit),
      stay > work.months
    else { return nil }
    let limb = application.limbs.first { $0.category == category }
    return Finding(
      .stayBeyondPermit, seen: .count(stay), expected: .count(work.months),
      at: limb?.sourcePlace ?? application.sourcePlace)
  }
}

extension Agreement {
  /// What papers must agree on for several procedures at once; nil for none.
  init?(joining agreements: [Agreement]) {
    guard let first = agreements.first else { return nil }
    func joined<Value: Hashable>(_ values: (Agreement) -> [Value]) -> [Value] {
      var seen: Set<Value> = []
      return agreements.flatMap(values).filter { seen.insert($0).inserted }
    }
    self.init(
      fields: joined(\.fields), bridges: joined(\.bridges), except: joined(\.except),
      exceptEmployer: joined(\.exceptEmployer),
      remedy: first.remedy, bases: joined(\.bases))
  }
}
