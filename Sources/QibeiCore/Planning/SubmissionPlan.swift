// SPDX-License-Identifier: Apache-2.0

/// The shortest way to a dossier that holds: what to do, when, and the days on which it may be handed in.
///
/// The earliest day comes first: on each stretch of days the same faults stand, so the fewest tasks that cure them are
/// found once for each stretch, and the first stretch in which they can be ready in time is taken. Every task then
/// begins as late as the widest window needs and as early as that allows. The engine itself judges the dossier as the
/// plan will have made it, so a day of the window is a day on which it is complete.
package struct SubmissionPlan: Sendable {
  package let today: CalendarDate
  package let horizon: Horizon
  /// In the order in which they begin.
  package let tasks: [PlannedTask]
  /// The first and the last day of submission; the horizon's last day where nothing closes the window before.
  package let window: (from: CalendarDate, until: CalendarDate)
  /// Whether something closes the window within the horizon.
  package var closes: Bool { window.until < horizon.last }
  /// What is found on the day after the window, other than papers of the plan that have grown too old.
  package let closing: [Finding]
  /// Faults that only time cures, and that last until the day before the window.
  package let waitingFor: [Finding]
  /// The dossier as it is, on the first day of the window.
  package let assessment: Assessment
  /// Whether no plan for that day does with less.
  package let isProven: Bool
  /// How the conditions of each category stand on the first day of the window.
  package let conditions: [CriteriaOutlook]

  /// The first and the last day of the window on which authorities are open; nil where they are on none.
  package var openDays: (first: CalendarDate, last: CalendarDate)? {
    assessment.tables.workingDays.openDays(window.from, window.until)
  }

  /// The limits that the applicant has to keep, each with its last day.
  package var deadlines: [(deadline: Deadline, last: CalendarDate)] { assessment.deadlines }

  /// Conditions that neither a paper nor time makes up for.
  package var unmet: [CriteriaOutlook.Gap] {
    conditions.flatMap(\.gaps).filter { $0.curedOn == nil }
  }

  /// Facts or values to be stated first; what they say may add to the plan.
  package var undeclared: [Finding] {
    tasks.flatMap(\.findings).filter {
      $0.disposition == .unchecked && $0.kind !== FindingKind.listUnconfirmed
    }
  }

  /// Steps whose time nobody has stated, counted as none: the earliest day is then a lower bound.
  package var untimed: [PaperStep] {
    PaperStep.allCases.filter { step in tasks.contains { $0.untimed.contains(step) } }
  }

  /// What opens the window by being ready on its first day and no sooner.
  package var opening: [PlannedTask] { tasks.filter(\.setsTheDate) }

  /// The papers of the plan that close the window.
  package var ageing: [PlannedTask] { closes ? tasks.filter { $0.lastDay == window.until } : [] }
}

extension Assessment {
  /// The limits of its lists that the applicant has to keep, each with its last day.
  package var deadlines: [(deadline: Deadline, last: CalendarDate)] {
    let examination = examination
    return checklists.flatMap(\.deadlines).compactMap { deadline in
      deadline.lastDay(examination).map { (deadline, $0) }
    }
  }
}

/// Why no plan leads to a day of submission within the horizon.
package struct NoPlan: Sendable {
  package let horizon: Horizon
  /// Faults that nothing in the applicant's hand puts right, each with the first day on which it stands.
  package let barriers: [(finding: Finding, from: CalendarDate)]
  /// Papers that would be too old before they are ready, each with the last day on which it would count.
  package let tooSlow: [(task: PlannedTask, until: CalendarDate?)]
  /// The first day on which everything else could be ready.
  package let ready: CalendarDate
  /// What would not be ready within the horizon.
  package let late: [PlannedTask]
  package let assessment: Assessment
}

/// What planning comes to.
package enum PlanAnswer: Sendable {
  case plan(SubmissionPlan)
  case none(NoPlan)
}

/// Searches for the plan.
package struct Planner {
  private let today: CalendarDate
  private let horizon: Horizon
  private let leads: LeadTimes
  private let turns: [CalendarDate]
  private let assess: (CalendarDate, Foresight) throws -> Assessment

  /// - Parameters:
  ///   - horizon: the days looked at; the first of them is today.
  ///   - leads: how long steps take.
  ///   - turns: the days on which the answer may turn by time alone.
  ///   - assess: judges the dossier on a day as a plan will have made it.
  package init(
    _ horizon: Horizon, _ leads: LeadTimes, turning turns: Set<CalendarDate>,
    assess: @escaping (CalendarDate, Foresight) throws -> Assessment
  ) {
    today = horizon.first
    self.horizon = horizon
    self.leads = leads
    self.turns = turns.union([horizon.first]).filter(horizon.contains).sorted()
    self.assess = assess
  }

  /// Finds the plan for the earliest day.
  ///
  /// - Returns: the plan, or what stands in the way.
  /// - Throws: what judging throws.
  package func answer() throws -> PlanAnswer {
    var barriers: [(finding: Finding, from: CalendarDate)] = []
    var tooSlow: [(task: PlannedTask, until: CalendarDate?)] = []
    var ready: CalendarDate?
    var late: [PlannedTask] = []
    let now = try assess(today, Foresight())
    for (at, start) in turns.enumerated() {
      let end = at + 1 < turns.count ? turns[at + 1].adding(days: -1) : horizon.last
      let list = try TaskList(for: start, leads: leads, today: today, assess: assess)
      for finding in list.barriers
      where !barriers.contains(where: { Cause($0.finding) == Cause(finding) }) {
        barriers.append((finding, start))
      }
      let done = list.tasks.map { $0.end(from: today) }.max() ?? today
      if ready.map({ done < $0 }) ?? true {
        ready = done
        late = list.tasks.filter { $0.end(from: today) > horizon.last }
      }
      let day = max(start, done)
      guard list.barriers.isEmpty, day <= end else { continue }
      let slow = list.tasks.compactMap { self.tooSlow($0, by: day, now.examination) }
      if !slow.isEmpty {
        if tooSlow.isEmpty { tooSlow = slow }
        continue
      }
      if let plan = try plan(list, on: day, since: start) { return .plan(plan) }
    }
    return .none(
      NoPlan(
        horizon: horizon, barriers: barriers, tooSlow: tooSlow, ready: ready ?? today,
        late: late, assessment: now))
  }

  private func tooSlow(
    _ task: PlannedTask, by day: CalendarDate, _ examination: Examination
  ) -> (task: PlannedTask, until: CalendarDate?)? {
    let latest = task.latestStart(for: day, from: today) ?? today
    guard let valid = task.validity(from: latest, in: horizon, examination) else {
      return (task, nil)
    }
    if valid.from <= day, valid.until.map({ day <= $0 }) ?? true { return nil }
    return (task, valid.until)
  }

  private func plan(
    _ list: TaskList, on day: CalendarDate, since start: CalendarDate
  ) throws -> SubmissionPlan? {
    let before = try assess(day, Foresight())
    let examination = before.examination
    var tasks = list.tasks
    let foresight = list.foresight
    var limits: [CalendarDate] = []
    for index in tasks.indices {
      let task = tasks[index]
      let latest = task.latestStart(for: day, from: today) ?? today
      let until = task.validity(from: latest, in: horizon, examination)?.until
      tasks[index].latestStart = latest
      if let until { limits.append(until) }
    }
    guard try assess(day, foresight).verdict == .complete else { return nil }
    // The papers of the plan age on their own; the rest of the dossier closes when the engine says so.
    var own: (day: CalendarDate, findings: [Finding])?
    let limit = limits.min()
    for turn in turns where turn > day && limit.map({ turn <= $0.adding(days: 1) }) ?? true {
      let then = try assess(turn, foresight)
      if then.verdict != .complete {
        own = (turn, then.blockers)
        break
      }
    }
    let until = min(limit ?? horizon.last, own?.day.adding(days: -1) ?? horizon.last)
    for index in tasks.indices {
      schedule(&tasks[index], day, until, examination)
      let last = tasks[index].latestStart(for: until, from: tasks[index].start)
      tasks[index].lastStart = last ?? tasks[index].latestStart
    }
    let earlier = day > today && day == start ? try assess(day.adding(days: -1), foresight) : nil
    return SubmissionPlan(
      today: today, horizon: horizon,
      tasks: tasks.enumerated().sorted {
        ($0.element.start, $1.element.ready, $0.offset)
          < ($1.element.start, $0.element.ready, $1.offset)
      }.map(\.element),
      window: (day, until),
      closing: own.map { $0.day == until.adding(days: 1) ? $0.findings : [] } ?? [],
      waitingFor: earlier?.blockers ?? [], assessment: before, isProven: list.isProven,
      conditions: before.checklists.map { CriteriaOutlook($0.criteria, FutureFacts(examination)) })
  }

  // As early as the widest window allows.
  private func schedule(
    _ task: inout PlannedTask, _ day: CalendarDate, _ until: CalendarDate,
    _ examination: Examination
  ) {
    let copy = task
    func reaches(_ start: CalendarDate) -> Bool {
      guard let valid = copy.validity(from: start, in: horizon, examination) else { return false }
      return valid.from <= day && valid.until.map { $0 >= until } ?? true
    }
    let days = Horizon(from: today, through: task.latestStart)
    task.start = days.first(where: reaches) ?? task.latestStart
    task.latestOpenStart = task.lastOpenDay(before: task.latestStart, from: task.start)
    task.ready = task.end(from: task.start)
    task.lastDay = task.validity(from: task.start, in: horizon, examination)?.until
    task.isBetterLater = task.start > today
    task.setsTheDate = !task.steps.isEmpty && task.end(from: today) == day && day > today
  }
}
