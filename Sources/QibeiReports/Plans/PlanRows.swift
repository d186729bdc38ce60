// SPDX-License-Identifier: Apache-2.0
package import QibeiCore

/// A plan in words: one row for each task, and what is to be said about the whole.
package struct PlanRows {
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
  private let zh: Wording
  private let en: Wording

  /// Puts a plan into words.
  package init(_ plan: SubmissionPlan) {
    self.plan = plan
    let zh = Wording(assessment: plan.assessment, language: .zh)
    let en = Wording(assessment: plan.assessment, language: .en)
    self.zh = zh
    self.en = en
    let names = TaskNames(plan.assessment, zh, en)
    rows = plan.tasks.map { task in
      Row(
        task: task, what: names.what(task).capitalised,
        reasons: task.findings.map { .init(zh.message($0), en.message($0)) },
        who: names.who(task), marks: Self.marks(task))
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
    let (from, until) = plan.window
    let open = plan.closes ? BilingualText("", "") : BilingualText("（或更晚）", " or later")
    let bound = plan.untimed.isEmpty ? BilingualText("", "") : .init("（不早于）", " (not before)")
    return .init(
      "最早递交 \(from)\(bound.zh)     可递交期 \(from) 至 \(until)\(open.zh)",
      "Earliest submission \(from)\(bound.en)     Window \(from) to \(until)\(open.en)")
  }

  /// What opens and closes the window, and what the plan cannot know.
  var notes: [BilingualText] {
    var notes: [BilingualText] = []
    if plan.tasks.isEmpty {
      notes.append(.init("材料不缺，不用再准备。", "Nothing is missing; nothing has to be prepared."))
    }
    for finding in plan.waitingFor {
      notes.append(
        .init(
          "\(plan.window.from) 之前不能递交：\(zh.message(finding))",
          "Not before \(plan.window.from): \(en.message(finding))"))
    }
    for task in plan.ageing {
      let what = TaskNames(plan.assessment, zh, en).paper(task).capitalised
      notes.append(
        .init(
          "可递交期到 \(plan.window.until) 为止，因为“\(what.zh)”届时到期。",
          "The window closes \(plan.window.until) because this paper reaches its limit: \(what.en)."
        ))
    }
    for finding in plan.closing {
      notes.append(
        .init(
          "可递交期到 \(plan.window.until) 为止，次日起：\(zh.message(finding))",
          "The window closes \(plan.window.until); from the next day: \(en.message(finding))"))
    }
    if !plan.closes {
      notes.append(
        .init(
          "到 \(plan.horizon.last) 为止，没有材料会过期。",
          "Nothing closes the window before \(plan.horizon.last), which is as far as this looks."))
    }
    return unfit + notes + doubts
  }

  // No paper makes up for a condition that is not met.
  private var unfit: [BilingualText] {
    plan.assessment.criteria(plan.assessment.examination).filter { $0.state == .unmet }.map {
      .init(
        "申请条件不符合：\($0.criterion.text.zh)。哪一类合适见 qibei route。",
        "A condition is not met: \($0.criterion.text.en). For what fits: qibei route.")
    }
  }

  private var doubts: [BilingualText] {
    var notes: [BilingualText] = []
    if !plan.undeclared.isEmpty {
      notes.append(
        .init(
          "有 \(plan.undeclared.count) 项事实或内容没有写明，写明后计划可能增加。",
          "Facts or values that are not stated: \(plan.undeclared.count). Stating them may add to the plan."
        ))
    }
    if !plan.untimed.isEmpty {
      let kinds = plan.tasks.filter { $0.untimed.contains(.issue) }.compactMap(\.kinds.first)
        .map { plan.assessment.tables.kinds[$0].id }
      let keys = plan.untimed.filter { $0 != .issue }.map(\.rawValue)
      let example = (kinds + keys).reduce(into: [String]()) {
        if !$0.contains($1) { $0.append($1) }
      }
      notes.append(
        .init(
          "清单没有写这些步骤要多久，按 0 天计，所以最早递交日只是下限。请写明，例如：",
          "The checklist does not say how long these steps take; they count as 0 days, so the earliest day is a lower bound. State them, such as:"
        ))
      let options = example.map { "--lead \($0)=10wd" }.joined(separator: " ")
      notes.append(.init(options, options))
    }
    if plan.usesUnannouncedDays {
      notes.append(
        .init(
          "其中有的年份放假安排还没有公布，按周一至周五计。",
          "The days off of some year on the way are not announced yet; Monday to Friday count as worked."
        ))
    }
    if !plan.isProven {
      notes.append(
        .init(
          "可选的做法太多，没有全部比完；也许还有更省的。",
          "There were too many ways to compare them all; one that needs less may exist."))
    }
    return notes
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

extension BilingualText {
  /// With a capital in English, as a line begins.
  var capitalised: BilingualText { .init(zh, en.prefix(1).uppercased() + en.dropFirst()) }
}

/// Names tasks and who does them.
struct TaskNames {
  private let assessment: Assessment
  private let zh: Wording
  private let en: Wording

  init(_ assessment: Assessment, _ zh: Wording, _ en: Wording) {
    self.assessment = assessment
    self.zh = zh
    self.en = en
  }

  /// The paper, with whose it is where that is not the applicant.
  func paper(_ task: PlannedTask) -> BilingualText {
    var name: BilingualText
    if let paper = task.supplement {
      name = .init(zh.paper(paper), en.paper(paper))
    } else if task.obtains {
      let value: FindingValue =
        task.country.map { .kindsFrom(task.kinds, $0) } ?? .kinds(task.kinds)
      name = .init(zh.value(value), en.value(value))
    } else {
      name = .init(
        task.findings.map(zh.message).joined(separator: "；"),
        task.findings.map(en.message).joined(separator: "; "))
    }
    if case .person(let index) = task.owner, index != assessment.dossier.applicant,
      task.obtains || task.supplement != nil
    {
      let who = SafeText.visible(assessment.dossier.persons[index].displayName)
      name = .init("\(name.zh)（\(who)）", "\(name.en) (\(who))")
    }
    return name
  }

  func what(_ task: PlannedTask) -> BilingualText {
    var text = paper(task)
    if task.obtains {
      if task.supplement != nil { text = .init("重新办理\(text.zh)", "\(text.en) again") }
      for step in task.steps {
        let lead = step.lead.map { BilingualText("（\($0.text.zh)）", " (\($0.text.en))") }
        let time = lead ?? .init("", "")
        if step.step == .issue {
          text = .init(text.zh + time.zh, text.en + time.en)
          continue
        }
        let abroad =
          step.isOnlyIfAbroad
          ? BilingualText("（境外出具的）", " (if from abroad)") : .init("", "")
        text = .init(
          "\(text.zh)、\(step.step.name.zh)\(abroad.zh)\(time.zh)",
          "\(text.en) > \(step.step.name.en)\(abroad.en)\(time.en)")
      }
      return text
    }
    guard task.supplement != nil else { return text }
    if task.steps.isEmpty {
      let tags = task.findings.map(\.kind.tag)
      return .init(
        "\(text.zh)：\(tags.map(\.zh).joined(separator: "、"))",
        "\(text.en): \(tags.map(\.en).joined(separator: ", "))")
    }
    let steps = task.steps.map { step in
      let lead = step.lead.map { BilingualText("（\($0.text.zh)）", " (\($0.text.en))") }
      let time = lead ?? .init("", "")
      return BilingualText(step.step.name.zh + time.zh, step.step.name.en + time.en)
    }
    return .init(
      "\(text.zh)：\(steps.map(\.zh).joined(separator: "、"))",
      "\(text.en): \(steps.map(\.en).joined(separator: " > "))")
  }

  /// The body that issues the paper, or that is to do the step; the applicant's own work where empty.
  func who(_ task: PlannedTask) -> BilingualText {
    if task.obtains {
      return task.findings.lazy.compactMap { $0.requirement?.issuedBy }.first ?? .init("", "")
    }
    guard !task.steps.isEmpty,
      let finding = task.findings.first(where: { $0.kind.step != nil }),
      let expected = finding.expected
    else { return .init("本人", "you") }
    return .init(zh.value(expected), en.value(expected))
  }
}
