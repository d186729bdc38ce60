// SPDX-License-Identifier: Apache-2.0

/// What has to be done so that a dossier is complete on a day, with the fewest papers.
struct TaskList {
  private(set) var tasks: [PlannedTask] = []
  /// Faults that nothing in the applicant's hand puts right.
  private(set) var barriers: [Finding] = []
  /// What the tasks bring about.
  private(set) var foresight = Foresight()
  private(set) var isProven = true

  /// Finds what to do.
  ///
  /// - Parameters:
  ///   - day: of submission.
  ///   - leads: how long steps take.
  ///   - today: when work begins.
  ///   - assess: judges the dossier on a day as a plan will have made it.
  /// - Throws: what judging throws.
  init(
    for day: CalendarDate, leads: LeadTimes, today: CalendarDate,
    assess: (CalendarDate, Foresight) throws -> Assessment
  ) rethrows {
    var mended: [Finding] = []
    var before = try assess(day, Foresight())
    for finding in before.blockers where finding.kind === FindingKind.listUnconfirmed {
      foresight.settled.insert(Cause(finding))
      mended.append(finding)
    }
    if !mended.isEmpty { before = try assess(day, foresight) }
    var answered: [WantedPaper: [Finding]] = [:]
    var order: [WantedPaper] = []
    var wants: [WantedPaper: [Way.Want]] = [:]
    func want(_ paper: WantedPaper, for finding: Finding?) {
      if answered[paper] == nil {
        order.append(paper)
        answered[paper] = []
      }
      if let finding { answered[paper]?.append(finding) }
    }
    let desk = TaskDesk(before, leads: leads, today: today)
    let ways = before.lines.map(\.ways).filter { !$0.isEmpty }
    // A paper whose time nobody states is not taken for the quickest.
    let longest = ways.joined().flatMap(\.wants).filter(desk.isStated).map(desk.days).max() ?? 0
    let cover = LeastCover(ways) { want in
      desk.isStated(want) ? desk.days(want) : max(desk.days(want), longest)
    }
    isProven = cover.isProven
    for chosen in cover.ways.flatMap(\.wants) {
      want(chosen.paper, for: nil)
      wants[chosen.paper, default: []].append(chosen)
      foresight.add(chosen.paper, for: [chosen.demand])
    }
    let told = Set(before.blockers.map(Cause.init))
    for finding in cover.mends where !told.contains(Cause(finding)) {
      if foresight.settled.insert(Cause(finding)).inserted { mended.append(finding) }
    }
    for finding in before.blockers {
      if let paper = desk.answer(to: finding, among: order) { want(paper, for: finding) }
    }
    // Each round answers everything told; a paper that is replaced may uncover nothing new of its own.
    while true {
      let blockers = try assess(day, foresight).blockers
      var isNew = false
      for finding in blockers {
        if finding.disposition == .elsewhere || desk.isBarrier(finding) {
          if !barriers.contains(where: { Cause($0) == Cause(finding) }) {
            barriers.append(finding)
          }
        } else if let paper = desk.paper(for: finding),
          foresight.add(paper, for: desk.demands(for: paper, of: [finding]))
        {
          want(paper, for: finding)
          isNew = true
        } else if foresight.settled.insert(Cause(finding)).inserted {
          mended.append(finding)
          isNew = true
        }
      }
      if !isNew { break }
    }
    tasks =
      order.map { desk.obtaining($0, answered[$0] ?? [], wants[$0] ?? []) }
      + desk.mending(mended)
  }
}

/// Makes tasks of what was found.
private struct TaskDesk {
  let assessment: Assessment
  let leads: LeadTimes
  let today: CalendarDate
  private let examination: Examination

  init(_ assessment: Assessment, leads: LeadTimes, today: CalendarDate) {
    self.assessment = assessment
    self.leads = leads
    self.today = today
    examination = assessment.examination
  }

  /// Whether no work of the applicant's settles it: there is no list to work by, no way open, or a date still to come
  /// that only time, or whoever finds it to be a slip, makes right.
  func isBarrier(_ finding: Finding) -> Bool {
    assessment.checklists.isEmpty
      || [FindingKind.noAlternative, .datedLater].contains { $0 === finding.kind }
  }

  /// The paper that a finding wants; nil where a correction or a step on the one that is there is enough.
  func paper(for finding: Finding) -> WantedPaper? {
    guard finding.kind.step == .issue else { return nil }
    switch finding.seen {
    case .kinds(let kinds) where finding.supplement == nil:
      return kinds.first.map { WantedPaper(owner: finding.owner, kind: $0, country: nil) }
    case .kindsFrom(let kinds, let country) where finding.supplement == nil:
      return kinds.first.map { WantedPaper(owner: finding.owner, kind: $0, country: country) }
    default: break
    }
    guard let paper = finding.supplement else { return nil }
    let supplement = assessment.dossier.supplements[Int(paper)]
    let isPerCountry = finding.requirement?.countries != nil
    return supplement.kind.known.map {
      WantedPaper(
        owner: finding.owner == .application ? supplement.owner : finding.owner, kind: $0,
        country: isPerCountry ? supplement.country.known : nil)
    }
  }

  /// Which of the papers that are wanted anyhow answers a finding.
  func answer(to finding: Finding, among wanted: [WantedPaper]) -> WantedPaper? {
    guard finding.kind.step == .issue else { return nil }
    let kinds: [SupplementKind] =
      switch finding.seen {
      case .kinds(let kinds), .kindsFrom(let kinds, _): kinds
      default: paper(for: finding).map { [$0.kind] } ?? []
      }
    let country = paper(for: finding)?.country
    return wanted.first {
      kinds.contains($0.kind) && (country == nil || $0.country == country)
        && ($0.owner == finding.owner || finding.owner == .application)
    }
  }

  /// What a paper has to answer where a line cannot be told yet: all that the line may ask of it.
  func demands(for paper: WantedPaper, of findings: [Finding]) -> [SupplementDemand] {
    findings.compactMap(\.requirement).flatMap(\.choice.demands).filter {
      $0.kinds.contains(paper.kind)
    }
  }

  /// Whether anybody has stated how long it takes to get the paper itself.
  func isStated(_ want: Way.Want) -> Bool {
    leads.lead(.issue, of: want.paper.kind, listed: want.listedDays) != nil
  }

  /// The days that a paper takes, as far as anybody has stated them.
  func days(_ want: Way.Want) -> Int {
    obtaining(want.paper, [], [want]).end(from: today).ordinal - today.ordinal
  }

  func obtaining(
    _ paper: WantedPaper, _ findings: [Finding], _ wants: [Way.Want]
  ) -> PlannedTask {
    let demands = wants.isEmpty ? demands(for: paper, of: findings) : wants.map(\.demand)
    let kinds = demands.dropFirst().reduce(demands.first?.kinds ?? [paper.kind]) { kinds, demand in
      kinds.filter(demand.kinds.contains)
    }
    let listed = wants.compactMap(\.listedDays).max()
    let issue = leads.lead(.issue, of: paper.kind, listed: listed)
    let alike = kinds.filter { leads.lead(.issue, of: $0, listed: listed) == issue }
    let old = findings.compactMap(\.supplement).first ?? replaced(by: paper)
    let supplement = old.map { assessment.dossier.supplements[Int($0)] }
    let country = paper.country ?? supplement?.country.known
    let checks = demands.flatMap(\.checks).filter(\.binds)
    var steps: Set<PaperStep> = [.issue]
    for step in checks.compactMap(\.check.step) where country != .china || step == .notarisation {
      steps.insert(step)
    }
    if let languages = supplement?.languages.known, languages.contains(.chinese) {
      steps.remove(.translation)
    }
    return PlannedTask(
      owner: paper.owner, kinds: old == nil ? alike : [paper.kind], country: country,
      supplement: old,
      steps: steps.sorted().map {
        PlannedTask.Step(
          step: $0, lead: leads.lead($0, of: paper.kind, listed: listed),
          isOnlyIfAbroad: country == nil && [.authentication, .translation].contains($0))
      }, findings: findings, demands: demands, ageings: checks.compactMap(\.check.ageing),
      calendar: assessment.tables.workingDays, start: today, ready: today,
      latestStart: today, latestOpenStart: today, lastStart: today)
  }

  private func replaced(by paper: WantedPaper) -> Int32? {
    assessment.dossier.supplements.indices.first {
      Foresight.replaces(paper, assessment.dossier.supplements[$0])
    }.map(Int32.init)
  }

  /// One task for each paper to work on, and one for each correction elsewhere in the dossier.
  func mending(_ findings: [Finding]) -> [PlannedTask] {
    var groups: [(supplement: Int32?, findings: [Finding])] = []
    for finding in findings {
      if let paper = finding.supplement,
        let at = groups.firstIndex(where: { $0.supplement == paper })
      {
        groups[at].findings.append(finding)
      } else {
        groups.append((finding.supplement, [finding]))
      }
    }
    return groups.map { paper, findings in
      let supplement = paper.map { assessment.dossier.supplements[Int($0)] }
      var steps = Set(findings.compactMap(\.kind.step))
      let demands = findings.compactMap(\.requirement).flatMap(\.choice.demands).filter { demand in
        supplement?.kind.known.map(demand.kinds.contains) ?? false
      }
      let checks = demands.flatMap(\.checks).filter(\.binds)
      // The authentication page is translated together with the paper.
      if steps.contains(.authentication), checks.contains(where: { $0.check.step == .translation }),
        !(supplement?.languages.known?.contains(.chinese) ?? false)
      {
        steps.insert(.translation)
      }
      let kind = supplement?.kind.known
      return PlannedTask(
        owner: findings[0].owner, kinds: [], country: supplement?.country.known, supplement: paper,
        steps: steps.sorted().map {
          PlannedTask.Step(
            step: $0, lead: leads.lead($0, of: kind, listed: nil), isOnlyIfAbroad: false)
        }, findings: findings, demands: [], ageings: checks.compactMap(\.check.ageing),
        calendar: assessment.tables.workingDays, start: today, ready: today,
        latestStart: today, latestOpenStart: today, lastStart: today)
    }
  }
}
