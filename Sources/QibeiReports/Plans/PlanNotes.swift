// SPDX-License-Identifier: Apache-2.0
internal import QibeiCore

extension PlanRows {
  /// Limits to keep, and what time changes about the conditions.
  var timed: [BilingualText] {
    let (from, until) = plan.window
    var lines = plan.deadlines.compactMap { DeadlineLine($0.deadline, $0.last, from, until).text }
    for gap in plan.conditions.flatMap(\.gaps) {
      guard let day = gap.curedOn else { continue }
      let text = gap.criterion.text
      lines.append(
        .init(
          "申请条件到 \(day) 才符合，请在那天或以后递交：\(text.zh)",
          "A condition is met only from \(day); submit then or later: \(text.en)"))
    }
    for ends in plan.conditions.compactMap(\.fitsUntil) where ends.day < until {
      let text = ends.criterion.text
      lines.append(
        .init(
          "申请条件只到 \(ends.day) 为止符合，请在那天或之前递交：\(text.zh)",
          "A condition holds only until \(ends.day); submit on that day or before: \(text.en)"))
    }
    return lines
  }

  /// What opens and closes the window, and what the plan cannot know.
  var notes: [BilingualText] {
    var notes: [BilingualText] = []
    if rows.isEmpty, declare.isEmpty {
      notes.append(.init("材料不缺，不用再准备。", "Nothing is missing; nothing has to be prepared."))
    }
    if !rows.isEmpty {
      notes.append(
        .init(
          "“最晚开始”是为最早递交日算的；晚些递交，可以晚些开始（网页和 JSON 另列）。",
          "“Latest” is for the earliest day to submit; who submits later may begin later (the page and JSON say when)."
        ))
    }
    for finding in plan.waitingFor {
      notes.append(
        .init(
          "\(plan.window.from) 之前不能递交：\(zh.message(finding))。\(zh.remedy(finding))",
          "Not before \(plan.window.from): \(en.message(finding)). \(en.remedy(finding))"))
    }
    for task in plan.opening {
      let what = TaskNames(plan.assessment, zh, en).paper(task).capitalised
      notes.append(
        .init(
          "可递交期从 \(plan.window.from) 开始，因为“\(what.zh)”那天才办妥。",
          "The window opens \(plan.window.from) because this is ready only then: \(what.en)."))
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
    return notes + doubts
  }

  private var doubts: [BilingualText] {
    var notes: [BilingualText] = []
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
