// SPDX-License-Identifier: Apache-2.0
package import QibeiCore

/// The days on which a dossier may be handed in as it is, in words.
package struct OutlookText: PlanningDocument {
  private let outlook: Outlook
  private let head: PlanHead
  private let zh: Wording
  private let en: Wording

  package init(_ outlook: Outlook) {
    self.outlook = outlook
    let assessment = outlook.stretches[0].assessment
    head = PlanHead(assessment, from: outlook.horizon.first)
    zh = Wording(assessment: assessment, language: .zh)
    en = Wording(assessment: assessment, language: .en)
  }

  private var calendar: WorkingDayCalendar { outlook.stretches[0].assessment.tables.workingDays }

  private var deadlines: [(deadline: Deadline, last: CalendarDate)] {
    outlook.stretches[0].assessment.deadlines
  }

  package func text(in language: Language) -> String {
    (head.lines(in: language) + [""] + lines.map { $0[language] })
      .map { SafeText.visible($0) + "\n" }.joined()
  }

  private var lines: [BilingualText] {
    answer + (events.isEmpty ? [] : [.init("", "")])
      + events.map { day, text in .init("\(day)  \(text.zh)", "\(day)  \(text.en)") }
  }

  private var answer: [BilingualText] {
    var lines: [BilingualText] = []
    let horizon = outlook.horizon
    for (from, until) in outlook.windows {
      let days = until.ordinal - from.ordinal + 1
      let open = until == horizon.last ? BilingualText("或更晚", " or later") : .init("", "")
      lines.append(
        .init(
          "可以递交：\(from) 至 \(until)\(open.zh)（\(days) 天）",
          "May be handed in: \(from) to \(until)\(open.en) (\(days == 1 ? "1 day" : "\(days) days"))"
        ))
      lines.append(OpenDays(calendar, from, until).text)
      lines += deadlines.compactMap { DeadlineLine($0.deadline, $0.last, from, until).text }
    }
    if outlook.windows.isEmpty {
      lines.append(
        .init(
          "\(horizon.first) 至 \(horizon.last) 没有一天可以照现在这样递交；要做什么见 qibei plan。",
          "On no day from \(horizon.first) to \(horizon.last) may it be handed in as it is; for what to do: qibei plan."
        ))
      lines += outlook.stretches[0].assessment.blockers.map {
        .init("  \(horizon.first)  \(named($0, zh))", "  \(horizon.first)  \(named($0, en))")
      }
    }
    return lines + outlook.conflicts.map(conflict)
  }

  // Of several people nobody could tell whose paper it is.
  private func named(_ finding: Finding, _ wording: Wording) -> String {
    let several = wording.assessment.dossier.persons.count > 1
    let subject = several ? wording.subject(finding) : ""
    return wording.message(finding) + (subject.isEmpty ? "" : " · \(subject)")
  }

  private func conflict(_ pair: (first: Outlook.Side, second: Outlook.Side)) -> BilingualText {
    let (first, second) = (side(pair.first), side(pair.second))
    return .init(
      "这两份没有一天同时有效：\(first.zh)；\(second.zh)",
      "These two never hold on the same day: \(first.en); \(second.en)")
  }

  private func side(_ side: Outlook.Side) -> BilingualText {
    let horizon = outlook.horizon
    func range(_ days: (from: CalendarDate, until: CalendarDate)) -> BilingualText {
      if days.from == horizon.first { return .init("到 \(days.until) 为止", "until \(days.until)") }
      if days.until == horizon.last { return .init("从 \(days.from) 起", "from \(days.from)") }
      return .init("\(days.from) 至 \(days.until)", "\(days.from) to \(days.until)")
    }
    let days = side.days.map(range)
    let tags = side.reasons.map(\.kind.tag).reduce(into: [BilingualText]()) {
      if !$0.contains($1) { $0.append($1) }
    }
    return .init(
      "\(zh.paper(side.supplement))只在 \(days.map(\.zh).joined(separator: "、")) 有效（\(tags.map(\.zh).joined(separator: "、"))）",
      "\(en.paper(side.supplement)) counts \(days.map(\.en).joined(separator: " and ")) only (\(tags.map(\.en).joined(separator: ", ")))"
    )
  }

  private var events: [(day: CalendarDate, text: BilingualText)] {
    outlook.events.flatMap { event in
      event.begins.map {
        (event.day, BilingualText("起：\(named($0, zh))", "from then on: \(named($0, en))"))
      }
        + event.ends.map {
          (event.day, BilingualText("不再：\(named($0, zh))", "no more: \(named($0, en))"))
        }
    }
  }

  /// The days as JSON (schemas/window.schema.json), ending in a new line.
  package var json: String {
    let windows = outlook.windows.map { window -> JSONValue in
      let open = calendar.openDays(window.from, window.until)
      return .object([
        ("from", .string(window.from.description)), ("until", .string(window.until.description)),
        ("closes", .bool(window.until < outlook.horizon.last)),
        ("firstOpenDay", .optional(open?.first.description)),
        ("lastOpenDay", .optional(open?.last.description)),
      ])
    }
    let members: [(String, JSONValue)] = [
      ("windows", .array(windows)),
      ("deadlines", .array(deadlines.map(JSONValue.deadline))),
      (
        "events",
        .array(
          events.map { .object([("day", .string($0.day.description)), ("text", .both($0.text))]) })
      ), ("notes", .array(answer.map(JSONValue.both))),
    ]
    let status = outlook.windows.isEmpty ? "none" : "window"
    return JSONValue.object(head.members(.window, status) + members).text
  }

  package func html(_ languages: [Language]) -> String {
    var page = HTMLPage(PlanningKind.window.title, languages: languages, hasIndex: false)
    head.add(to: &page)
    for (at, line) in answer.enumerated() {
      page.add("<p\(at == 0 ? " class=\"verdict\"" : "")>\(page.both(line))</p>\n")
    }
    page.rows(events.map { (BilingualText("\($0.day)", "\($0.day)"), $0.text) })
    return page.text
  }

  package func calendar(_ languages: [Language]) -> String {
    var calendar = CalendarWriter(head, languages)
    for window in outlook.windows {
      calendar.add(
        "first-day", window.from, window.from, .init("最早递交日", "First day to submit"), about: answer)
      if window.until < outlook.horizon.last {
        calendar.add(
          "last-day", window.until, window.until, .init("最后递交日", "Last day to submit"),
          about: answer)
      }
    }
    for event in events { calendar.add("event", event.day, event.day, event.text, about: []) }
    if outlook.windows.isEmpty, events.isEmpty {
      calendar.add(
        "none", head.day, head.day, answer[0], about: Array(answer.dropFirst()))
    }
    return calendar.text
  }
}
