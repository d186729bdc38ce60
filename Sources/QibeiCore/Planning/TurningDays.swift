// SPDX-License-Identifier: Apache-2.0

extension RulePlan {
  /// The days on which the answer on a dossier may turn by time alone; between two of them it stays the same.
  ///
  /// Every paper turns on its own days, and every fact on its own, so their number grows with the dossier and not
  /// with the horizon.
  ///
  /// - Parameters:
  ///   - examination: the dossier, on whatever day.
  ///   - horizon: the days looked at.
  /// - Returns: the days, in no order, some of them outside the horizon.
  package func turningDays(_ examination: Examination, in horizon: Horizon) -> Set<CalendarDate> {
    var days: Set<CalendarDate> = []
    var asked: Set<Asked> = []
    let last = examination.on(horizon.last)
    for requirement in checklist.requirements {
      // Later days only add countries lived in for long enough.
      let subjects = Subjects.of(requirement, in: last)
      if requirement.countries != nil { days.formUnion(moreSubjects(requirement, last, horizon)) }
      let waivers = checklist.waivers.filter { $0.requirement == requirement.id }
      let conditions =
        [requirement.condition] + requirement.choice.demands.map(\.condition)
        + waivers.map(\.condition)
      for subject in subjects {
        ask(conditions, subject.owner, &asked)
        for demand in requirement.choice.demands {
          let judge = RequirementJudge(
            examination: examination, requirement: requirement, owner: subject.owner,
            country: subject.country)
          let papers = judge.candidates(for: demand)
          for paper in papers {
            let paper = Paper(
              examination: examination, index: paper, owner: subject.owner, candidates: papers)
            for configured in demand.checks {
              days.formUnion(configured.check.turns(paper, in: horizon))
            }
          }
        }
      }
    }
    if let applicant = examination.dossier.applicant {
      let own = checklist.wrongDoors.map(\.condition) + [checklist.tolerance?.condition]
      ask(own, .person(applicant), &asked)
    }
    for asked in asked {
      days.formUnion(examination.turns(of: asked.fact, for: asked.owner, in: horizon))
    }
    if let day = examination.dossier.application.confirmation?.on.known { days.insert(day) }
    if let day = ContractRule.turn(checklist, examination, in: horizon) { days.insert(day) }
    if let tolerance = checklist.tolerance {
      days.formUnion(promises(examination, tolerance, horizon))
    }
    return days
  }

  private struct Asked: Hashable {
    let fact: FactName
    let owner: Owner
  }

  private func ask(_ conditions: [Condition?], _ owner: Owner, _ asked: inout Set<Asked>) {
    for fact in conditions.compactMap(\.self).flatMap(\.facts) {
      asked.insert(Asked(fact: fact, owner: owner))
    }
  }

  private func moreSubjects(
    _ requirement: Requirement, _ last: Examination, _ horizon: Horizon
  ) -> [CalendarDate] {
    func count(_ day: CalendarDate) -> Int { Subjects.of(requirement, in: last.on(day)).count }
    let (now, then) = (count(horizon.first), count(horizon.last))
    guard then > now else { return [] }
    return (now + 1...then).compactMap { number in horizon.first { count($0) >= number } }
  }

  private func promises(
    _ examination: Examination, _ tolerance: Tolerance, _ horizon: Horizon
  ) -> [CalendarDate] {
    examination.dossier.supplements.compactMap(\.promisedBy.known).compactMap { promised in
      horizon.first {
        examination.tables.workingDays
          .deadline(tolerance.workingDays, workingDaysAfter: $0).day >= promised
      }
    }
  }
}

extension Examination {
  /// The days on which a fact may take another value by time alone.
  func turns(of fact: FactName, for owner: Owner, in horizon: Horizon) -> [CalendarDate] {
    guard let index = subject(of: owner) else { return [] }
    let person = dossier.persons[index]
    let years = Array(horizon.first.year...horizon.last.year)
    switch fact {
    case .age: return anniversaries(of: person.born.known, years)
    case .yearsMarried: return anniversaries(of: person.married.known, years)
    case .holds, .ended: return person.permits.compactMap { $0.expires.known?.adding(days: 1) }
    case .salaryPercent, .taxPercent, .lowestSalary, .lowestTax:
      return years.compactMap { CalendarDate(year: $0, month: 1, day: 1) }
    // A stretch of months slides on with every day.
    case .monthsPresent4y, .leastMonthsPresent3y, .leastMonthsPresent4y, .leastMonthsPresent5y,
      .points:
      var days: [CalendarDate] = []
      var (day, before) = (horizon.first, on(horizon.first).value(of: fact, for: owner))
      while day < horizon.last {
        day = day.adding(days: 1)
        let now = on(day).value(of: fact, for: owner)
        if now != before { days.append(day) }
        before = now
      }
      return days
    default: return []
    }
  }

  // A day that a year lacks is met on the last day of its month or on the next, as ages are counted; both may turn.
  private func anniversaries(of day: CalendarDate?, _ years: [Int]) -> [CalendarDate] {
    guard let day else { return [] }
    return [day] + years.map { day.adding(months: ($0 - day.year) * 12) }
  }
}
