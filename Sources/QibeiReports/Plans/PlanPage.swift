// SPDX-License-Identifier: Apache-2.0
package import QibeiCore

extension PlanRows {
  /// The plan as one page, with a drawing of its days.
  package func html(_ languages: [Language]) -> String {
    var page = HTMLPage(
      PlanningKind.plan.title, languages: languages, hasIndex: false, style: Self.style)
    planHead.add(to: &page)
    for line in unfit { page.add("<p class=\"verdict\">\(page.both(line))</p>\n") }
    page.add("<p class=\"verdict\">\(page.both(earliest))<br>\(page.both(window))</p>\n")
    for line in openDays + timed { page.add("<p>\(page.both(line))</p>\n") }
    if !declare.isEmpty {
      page.heading(.init("请先写明", "State first"))
      for line in declare { page.add("<p>\(page.both(line))</p>\n") }
    }
    if !rows.isEmpty {
      let drawing = PlanTimeline(self, languages)
      page.add("<div class=\"drawing\">\(drawing.svg)</div>\n")
      page.add("<p class=\"small\">\(page.both(PlanTimeline.legend))</p>\n")
      page.add("<table class=\"plan\">\n<thead><tr>")
      page.add(
        Self.columns.map { "<th scope=\"col\">\(page.both($0))</th>" }.joined()
          + "</tr></thead>\n<tbody>\n")
      for (at, row) in rows.enumerated() { add(row, number: at + 1, to: &page) }
      page.add("</tbody>\n</table>\n")
    }
    for note in notes { page.add("<p>\(page.both(note))</p>\n") }
    return page.text
  }

  private func add(_ row: Row, number: Int, to page: inout HTMLPage) {
    var what = "<b>\(page.both(row.what))</b>"
    for reason in row.reasons {
      what += "<br><span class=\"small\">\(page.both(reason))</span>"
    }
    for mark in row.marks { what += "<br>▸ \(page.both(mark))" }
    let task = row.task
    let days = [task.start, task.latestOpenStart, task.lastStart, task.ready]
    let dates = zip(Self.columns.dropFirst(), days).map { title, day in
      let label = HTMLPage.escaped(page.plain(title))
      return "<td class=\"day\" data-label=\"\(label)\">\(day)</td>"
    }
    page.add(
      "<tr><td>\(number)</td>\(dates.joined())<td>\(what)</td><td>\(page.both(row.who))</td></tr>\n"
    )
  }

  // Dates never break; on a narrow screen each task is a block of its own and the drawing scrolls.
  private static let style = """
    .plan { font-size: .85em; overflow-wrap: break-word; } .day { white-space: nowrap; } .drawing { overflow-x: auto; }
    @media (max-width: 44rem) { .plan, .plan tbody, .plan tr, .plan td { display: block; border: 0; } .plan thead { display: none; } .plan tr { border-top: 1px solid #555; padding: .3rem 0; } .plan td { padding: .1rem 0; } .plan .day { white-space: normal; } .plan .day::before { content: attr(data-label) ": "; } }

    """

  private static let columns: [BilingualText] = [
    .init("序号", "No."), .init("开始", "Start"), .init("最晚开始（最早递交日）", "Latest (earliest day)"),
    .init("最晚开始（最后递交日）", "Latest (last day)"), .init("完成", "Ready"), .init("事项", "What"),
    .init("谁办", "Who"),
  ]
}
