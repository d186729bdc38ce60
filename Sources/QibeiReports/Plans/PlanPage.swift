// SPDX-License-Identifier: Apache-2.0
package import QibeiCore

extension PlanRows {
  /// The plan as one page, with a drawing of its days.
  package func html(_ languages: [Language]) -> String {
    var page = HTMLPage(.init("办理计划", "Plan"), languages: languages, hasIndex: false)
    page.add("<p class=\"verdict\">\(page.both(head))</p>\n")
    for checklist in plan.assessment.checklists {
      page.add("<p>\(page.both(checklist.title))</p>\n")
    }
    if !rows.isEmpty {
      page.add(PlanTimeline(self, languages).svg)
      page.add("<table>\n<thead><tr>")
      page.add(
        Self.columns.map { "<th scope=\"col\">\(page.both($0))</th>" }.joined()
          + "</tr></thead>\n<tbody>\n")
      for (at, row) in rows.enumerated() {
        var what = "<b>\(page.both(row.what))</b>"
        for reason in row.reasons {
          what += "<br><span class=\"small\">\(page.both(reason))</span>"
        }
        for mark in row.marks { what += "<br>▸ \(page.both(mark))" }
        page.add(
          "<tr><td>\(at + 1)</td><td>\(row.task.start)</td><td>\(row.task.latestStart)</td><td>\(row.task.ready)</td><td>\(what)</td><td>\(page.both(row.who))</td></tr>\n"
        )
      }
      page.add("</tbody>\n</table>\n")
    }
    for note in notes { page.add("<p>\(page.both(note))</p>\n") }
    return page.text
  }

  private static let columns: [BilingualText] = [
    .init("序号", "No."), .init("开始", "Start"), .init("最晚开始", "Latest start"),
    .init("完成", "Ready"), .init("事项", "What"), .init("谁办", "Who"),
  ]
}

/// The drawing of a plan's days: a bar for each task, and the days of submission as a band.
struct PlanTimeline {
  private let rows: PlanRows
  private let languages: [Language]
  private let first: Int
  private let days: Int

  private static let width = 760
  private static let left = 40
  private static let rowHeight = 26

  init(_ rows: PlanRows, _ languages: [Language]) {
    self.rows = rows
    self.languages = languages
    let plan = rows.plan
    first = plan.today.ordinal
    // What lies far beyond the first day to submit would press the tasks together.
    let work = plan.window.from.ordinal - first
    days = max(14, min(plan.window.until.ordinal - first, work * 2 + 60))
  }

  var svg: String {
    let plan = rows.plan
    let height = (rows.rows.count + 1) * Self.rowHeight + 30
    let title = HTMLPage.escaped(languages.map { rows.head[$0] }.joined(separator: " · "))
    var text =
      "<svg role=\"img\" viewBox=\"0 0 \(Self.width) \(height)\" width=\"100%\" font-family=\"sans-serif\" font-size=\"12\">\n<title>\(title)</title>\n"
    let (from, until) = (x(plan.window.from), x(plan.window.until.adding(days: 1)))
    text +=
      "<rect x=\"\(from)\" y=\"18\" width=\"\(max(until - from, 2))\" height=\"\(height - 20)\" fill=\"#d9ead3\" stroke=\"#38761d\"/>\n"
    var month = plan.today.adding(days: 1 - plan.today.day).adding(months: 1)
    while month.ordinal - first <= days {
      text +=
        "<line x1=\"\(x(month))\" y1=\"18\" x2=\"\(x(month))\" y2=\"\(height)\" stroke=\"#999\" stroke-dasharray=\"2 3\"/>\n<text x=\"\(x(month) + 2)\" y=\"12\" fill=\"#111\">\(month.description.prefix(7))</text>\n"
      month = month.adding(months: days > 400 ? 3 : 1)
    }
    for (at, row) in rows.rows.enumerated() {
      let y = 26 + at * Self.rowHeight
      let (start, end) = (x(row.task.start), x(row.task.ready.adding(days: 1)))
      let fill = row.task.setsTheDate ? "#7f0000" : "#1c4587"
      text +=
        "<g><title>\(HTMLPage.escaped(languages.map { row.what[$0] }.joined(separator: " · "))): \(row.task.start) – \(row.task.ready)</title>"
      text += "<text x=\"4\" y=\"\(y + 14)\" fill=\"#111\">\(at + 1)</text>"
      text +=
        "<rect x=\"\(start)\" y=\"\(y + 3)\" width=\"\(max(end - start, 3))\" height=\"14\" fill=\"\(fill)\"/>"
      if row.task.latestStart > row.task.start {
        let latest = x(row.task.latestStart)
        text +=
          "<line x1=\"\(latest)\" y1=\"\(y)\" x2=\"\(latest)\" y2=\"\(y + 20)\" stroke=\"#111\" stroke-width=\"2\"/>"
      }
      text += "</g>\n"
    }
    return text + "</svg>\n"
  }

  private func x(_ day: CalendarDate) -> Int {
    let offset = min(max(day.ordinal - first, 0), days)
    return Self.left + offset * (Self.width - Self.left - 10) / days
  }
}
