// SPDX-License-Identifier: Apache-2.0
package import QibeiCore

extension PlanRows {
  /// The plan for a terminal: the days, the table, and why the window opens and closes.
  package func text(in language: Language, width: Int = 100) -> String {
    let columns = DisplayWidth()
    var lines = [head[language], ""]
    if !rows.isEmpty {
      let titles: [BilingualText] = [
        .init("开始", "start"), .init("最晚开始", "latest"), .init("完成", "ready"),
        .init("事项", "what"),
      ]
      lines.append(
        titles.map { title in
          let text = title[language]
          return text + String(repeating: " ", count: max(1, 12 - columns.columns(of: text)))
        }.joined())
    }
    for row in rows {
      let marks = row.marks.map { $0[language] }
      var what = row.what[language]
      let who = row.who[language]
      if !who.isEmpty { what += language == .zh ? "（\(who)办理）" : " — \(who)" }
      if !marks.isEmpty {
        what +=
          language == .zh
          ? "【\(marks.joined(separator: "；"))】" : " [\(marks.joined(separator: "; "))]"
      }
      let dates = "\(row.task.start)  \(row.task.latestStart)  \(row.task.ready)  "
      let wrapped = columns.wrap(what, to: max(width - 36, 30))
      for (at, line) in wrapped.enumerated() {
        lines.append((at == 0 ? dates : String(repeating: " ", count: 36)) + line)
      }
    }
    if !rows.isEmpty { lines.append("") }
    for note in notes {
      // Options are there to be copied, so they stay on one line.
      let isOptions = note.en.hasPrefix("--")
      lines += isOptions ? ["  " + note.en] : columns.wrap(note[language], to: width)
    }
    return lines.map { SafeText.visible($0) + "\n" }.joined()
  }
}

/// Why there is no plan, in words.
package struct NoPlanText {
  private let answer: NoPlan

  package init(_ answer: NoPlan) { self.answer = answer }

  /// What stands in the way, one after the other.
  package var lines: [BilingualText] {
    let zh = Wording(assessment: answer.assessment, language: .zh)
    let en = Wording(assessment: answer.assessment, language: .en)
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
    if !answer.barriers.isEmpty, answer.ready > answer.horizon.first {
      lines.append(
        .init(
          "其余事项最早 \(answer.ready) 办妥。", "Everything else could be ready on \(answer.ready)."))
    }
    for (task, until) in answer.tooSlow {
      let what = TaskNames(answer.assessment, zh, en).what(task).capitalised
      let limit =
        until.map { BilingualText("只到 \($0) 有效", "counts only until \($0)") }
        ?? .init("办妥之前就已过期", "is too old before it is done")
      lines.append(
        .init(
          "“\(what.zh)”\(limit.zh)，而递交不能早于 \(answer.ready)：两者不能同时满足；请缩短后面的步骤（--lead）。",
          "“\(what.en)” \(limit.en), but nothing can be handed in before \(answer.ready): the two never hold on the same day. Make the later steps shorter (--lead)."
        ))
    }
    return lines
  }

  /// The text for a terminal, ending in a new line.
  package func text(in language: Language) -> String {
    lines.map { SafeText.visible($0[language]) + "\n" }.joined()
  }
}
