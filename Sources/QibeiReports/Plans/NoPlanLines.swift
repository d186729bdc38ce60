// SPDX-License-Identifier: Apache-2.0
package import QibeiCore

extension PlanningLines {
  /// Why no day of submission can be reached: what stands in the way, one after the other.
  package init(_ answer: NoPlan) {
    let zh = Wording(assessment: answer.assessment, language: .zh)
    let en = Wording(assessment: answer.assessment, language: .en)
    let names = TaskNames(answer.assessment, zh, en)
    var lines = [
      BilingualText(
        "到 \(answer.horizon.last) 为止没有可以递交的日子。",
        "There is no day of submission up to \(answer.horizon.last).")
    ]
    for (finding, day) in answer.barriers {
      let since =
        day > answer.horizon.first
        ? BilingualText("从 \(day) 起：", "From \(day): ") : .init("", "")
      lines.append(
        .init(
          "\(since.zh)\(zh.message(finding)) → \(zh.remedy(finding))",
          "\(since.en)\(en.message(finding)) → \(en.remedy(finding))"))
    }
    for (deadline, last) in answer.assessment.deadlines {
      let first = answer.horizon.first
      lines += [DeadlineLine(deadline, last, first, answer.horizon.last).text].compactMap(\.self)
    }
    if !answer.barriers.isEmpty, answer.ready > answer.horizon.first {
      lines.append(
        .init(
          "其余事项最早 \(answer.ready) 办妥。", "Everything else could be ready on \(answer.ready)."))
    }
    for task in answer.late {
      let what = names.what(task).capitalised
      let ready = task.end(from: answer.horizon.first)
      lines.append(
        .init(
          "“\(what.zh)”最早 \(ready) 才办妥，超出了计算的范围；请核对 --lead。",
          "“\(what.en)” is ready on \(ready) at the earliest, which is further than this looks; check --lead."
        ))
    }
    for (task, until) in answer.tooSlow {
      let what = names.what(task).capitalised
      let limit =
        until.map { BilingualText("只到 \($0) 有效", "counts only until \($0)") }
        ?? .init("办妥之前就已过期", "is too old before it is done")
      lines.append(
        .init(
          "“\(what.zh)”\(limit.zh)，而递交不能早于 \(answer.ready)：两者不能同时满足；请缩短后面的步骤（--lead）。",
          "“\(what.en)” \(limit.en), but nothing can be handed in before \(answer.ready): the two never hold on the same day. Make the later steps shorter (--lead)."
        ))
    }
    self.init(.plan, .none, PlanHead(answer.assessment, from: answer.horizon.first), lines)
  }
}
