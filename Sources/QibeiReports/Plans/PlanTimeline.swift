// SPDX-License-Identifier: Apache-2.0
internal import QibeiCore

/// The drawing of a plan's days: a bar for each task, and the days of submission as a band.
struct PlanTimeline {
  private let rows: PlanRows
  private let languages: [Language]
  private let first: Int
  private let days: Int

  static let legend = BilingualText(
    "图中：号码对应下表；蓝条为办理的日子，红条决定最早递交日，黑线为最晚开始（最早递交日），绿色为可递交期，虚线为月初。",
    "In the drawing: numbers are those of the table; blue bars are the days of work, red ones set the earliest day, black lines are the latest start for it, green is the window, dotted lines begin a month."
  )

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
    let height = (rows.rows.count + 1) * Self.rowHeight + 36
    let title = HTMLPage.escaped(languages.map { rows.head[$0] }.joined(separator: " · "))
    var text =
      "<svg role=\"img\" viewBox=\"0 0 \(Self.width) \(height)\" width=\"\(Self.width)\" font-family=\"sans-serif\" font-size=\"12\">\n<title>\(title)</title>\n"
    let (from, until) = (x(plan.window.from), x(plan.window.until.adding(days: 1)))
    text +=
      "<rect x=\"\(from)\" y=\"18\" width=\"\(max(until - from, 2))\" height=\"\(height - 20)\" fill=\"#d9ead3\"/>\n"
    text += edge(from, height)
    if plan.closes, plan.window.until.ordinal - first <= days {
      text += edge(until, height)
    } else {
      // The window goes on beyond the drawing, so it has no end there.
      let end = plan.closes ? "→ \(plan.window.until)" : "→ …"
      text +=
        "<text x=\"\(Self.width - 4)\" y=\"\(height - 4)\" text-anchor=\"end\" fill=\"#274e13\">\(end)</text>\n"
    }
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

  private func edge(_ x: Int, _ height: Int) -> String {
    "<line x1=\"\(x)\" y1=\"18\" x2=\"\(x)\" y2=\"\(height - 2)\" stroke=\"#38761d\" stroke-width=\"2\"/>\n"
  }

  private func x(_ day: CalendarDate) -> Int {
    let offset = min(max(day.ordinal - first, 0), days)
    return Self.left + offset * (Self.width - Self.left - 10) / days
  }
}
