// SPDX-License-Identifier: Apache-2.0
package import QibeiCore

extension PlanRows {
  /// The plan for a terminal: the days, the table, and why the window opens and closes.
  package func text(in language: Language) -> String { text(in: language, width: 100) }

  func text(in language: Language, width: Int) -> String {
    let columns = DisplayWidth()
    var lines = planHead.lines(in: language) + [""]
    lines += unfit.flatMap { columns.wrap($0[language], to: width) }
    lines.append(head[language])
    lines += (openDays + timed).flatMap { columns.wrap($0[language], to: width) } + [""]
    if !declare.isEmpty {
      lines.append(
        language == .zh ? "请先写明，写明后计划可能增加：" : "State first; it may add to the plan:")
      lines += declare.flatMap { columns.wrap($0[language], to: width - 2) }.map { "  " + $0 }
      lines.append("")
    }
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
    for row in rows { lines += self.lines(of: row, language, width: width) }
    if !rows.isEmpty { lines.append("") }
    for note in notes {
      // Options are there to be copied, so they stay on one line.
      let isOptions = note.en.hasPrefix("--")
      lines += isOptions ? ["  " + note.en] : columns.wrap(note[language], to: width)
    }
    return lines.map { SafeText.visible($0) + "\n" }.joined()
  }

  private func lines(of row: Row, _ language: Language, width: Int) -> [String] {
    let columns = DisplayWidth()
    let marks = row.marks.map { $0[language] }
    var what = row.what[language]
    let who = row.who[language]
    if !who.isEmpty { what += language == .zh ? "（\(who)办理）" : " — \(who)" }
    if !marks.isEmpty {
      what +=
        language == .zh
        ? "【\(marks.joined(separator: "；"))】" : " [\(marks.joined(separator: "; "))]"
    }
    let task = row.task
    let dates = "\(task.start)  \(task.latestOpenStart)  \(task.ready)  "
    let room = max(width - 36, 30)
    let reasons = row.reasons.flatMap { columns.wrap("· " + $0[language], to: room) }
    return (columns.wrap(what, to: room) + reasons).enumerated().map { at, line in
      (at == 0 ? dates : String(repeating: " ", count: 36)) + line
    }
  }
}
