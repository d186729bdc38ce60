// SPDX-License-Identifier: Apache-2.0
package import QibeiCore

/// A plan in words: one row for each task, and what is to be said about the whole.
package struct PlanRows: PlanningDocument {
  /// One task in words.
  struct Row {
    let task: PlannedTask
    /// The paper and its steps.
    let what: BilingualText
    /// What it puts right.
    let reasons: [BilingualText]
    /// Who does it; empty where the list names nobody.
    let who: BilingualText
    let marks: [BilingualText]
  }

  let plan: SubmissionPlan
  let rows: [Row]
  /// What to state first; stating it takes no time, and may add to the plan.
  let declare: [BilingualText]
  let planHead: PlanHead
  let zh: Wording
  let en: Wording

  /// Puts a plan into words.
  package init(_ plan: SubmissionPlan) {
    self.plan = plan
    let zh = Wording(assessment: plan.assessment, language: .zh)
    let en = Wording(assessment: plan.assessment, language: .en)
    self.zh = zh
    self.en = en
    planHead = PlanHead(plan.assessment, from: plan.today)
    let names = TaskNames(plan.assessment, zh, en)
    rows = plan.tasks.filter { !$0.isStatement }.map { task in
      Row(
        task: task, what: names.what(task).capitalised, reasons: names.reasons(task),
        who: names.who(task), marks: Self.marks(task))
    }
    declare = plan.tasks.filter(\.isStatement).flatMap(\.findings).map {
      .init("\(zh.message($0)) → \(zh.remedy($0))", "\(en.message($0)) → \(en.remedy($0))")
    }
  }

  private static func marks(_ task: PlannedTask) -> [BilingualText] {
    var marks: [BilingualText] = []
    if task.setsTheDate { marks.append(.init("决定最早递交日", "sets the date")) }
    if task.isBetterLater { marks.append(.init("不要提前做", "not earlier")) }
    return marks
  }

  /// Earliest day and window.
  var head: BilingualText {
    .init("\(earliest.zh)     \(window.zh)", "\(earliest.en)     \(window.en)")
  }

  var earliest: BilingualText {
    let bound = plan.untimed.isEmpty ? BilingualText("", "") : .init("（不早于）", " (not before)")
    return .init(
      "最早递交 \(plan.window.from)\(bound.zh)", "Earliest submission \(plan.window.from)\(bound.en)")
  }

  var window: BilingualText {
    let (from, until) = plan.window
    let open = plan.closes ? BilingualText("", "") : BilingualText("（或更晚）", " or later")
    return .init(
      "可递交期 \(from) 至 \(until)\(open.zh)", "Window \(from) to \(until)\(open.en)")
  }

  /// Whether the days off of both ends of the window are announced.
  var areOpenDaysAnnounced: Bool {
    OpenDays(plan.assessment.tables.workingDays, plan.window.from, plan.window.until).isAnnounced
  }

  /// The first and the last day of the window on which authorities are open.
  var openDays: [BilingualText] {
    [OpenDays(plan.assessment.tables.workingDays, plan.window.from, plan.window.until).text]
  }

  // No paper makes up for a condition that is not met.
  var unfit: [BilingualText] {
    plan.unmet.map { gap in
      let text = gap.criterion.text
      return .init(
        "不符合申请条件，材料齐备也办不成：\(text.zh)。适合哪一类，见 qibei route。",
        "A condition is not met, and no paper makes up for it: \(text.en). For what fits: qibei route."
      )
    }
  }
}

extension SubmissionPlan {
  /// Whether working days were counted in a year whose days off are not announced.
  var usesUnannouncedDays: Bool {
    tasks.contains { task in
      task.steps.contains { if case .workingDays = $0.lead { true } else { false } }
        && assessment.tables.workingDays.isWorkingDay(task.ready) == nil
    }
  }
}

extension PlannedTask {
  /// Whether it is nothing but to state something in the dossier.
  fileprivate var isStatement: Bool {
    !obtains && steps.isEmpty
      && findings.allSatisfy { finding in
        finding.disposition == .unchecked && finding.kind !== FindingKind.listUnconfirmed
      }
  }
}
