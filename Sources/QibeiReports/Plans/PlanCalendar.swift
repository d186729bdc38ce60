// SPDX-License-Identifier: Apache-2.0
package import QibeiCore

extension PlanRows {
  /// The plan for a calendar program: one all-day event for each task, and the window's two ends.
  ///
  /// The same plan gives the same bytes, so that importing it twice changes nothing.
  package func calendar(_ languages: [Language]) -> String {
    var calendar = CalendarWriter(planHead, languages)
    for row in rows {
      let latest = BilingualText(
        "最晚开始：\(row.task.latestOpenStart)", "Begin on \(row.task.latestOpenStart) at the latest")
      calendar.add(
        name(of: row.task), row.task.start, row.task.ready, row.what,
        about: row.reasons + [latest] + row.marks)
    }
    let (from, until) = plan.window
    let about = unfit + openDays + timed + notes + declare
    calendar.add("first-day", from, from, .init("最早递交日", "First day to submit"), about: about)
    if plan.closes {
      calendar.add(
        "last-day", until, until, .init("最后递交日", "Last day to submit"), about: about)
    }
    for (deadline, last) in plan.deadlines where plan.window.from <= last && last <= until {
      calendar.add(
        deadline.id, last, last, .init("不逾期的最后一日", "Last day in time"), about: [deadline.title])
    }
    return calendar.text
  }

  private func name(of task: PlannedTask) -> String {
    let assessment = plan.assessment
    let owner =
      switch task.owner {
      case .person(let index): assessment.dossier.persons[index].id
      case .employer(let index): assessment.dossier.employers[index].id
      case .application, .nobody: "application"
      }
    if task.obtains {
      let kinds = task.kinds.map { assessment.tables.kinds[$0].id }
      return ([owner] + kinds + [task.country?.description].compactMap(\.self)).joined(
        separator: "-")
    }
    let paper = task.supplement.map {
      assessment.dossier.text(assessment.dossier.supplements[Int($0)].id)
    }
    return ([owner] + [paper].compactMap(\.self) + task.findings.map(\.kind.code))
      .joined(separator: "-")
  }
}
