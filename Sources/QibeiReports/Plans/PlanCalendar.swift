// SPDX-License-Identifier: Apache-2.0
package import QibeiCore

extension PlanRows {
  /// The plan for a calendar program (iCalendar, RFC 5545): one all-day event for each task, and the window's two ends.
  ///
  /// The same plan gives the same bytes, so that importing it twice changes nothing.
  package func calendar(_ languages: [Language]) -> String {
    func say(_ text: BilingualText) -> String {
      languages.map { text[$0] }.reduce(into: [String]()) { if $0.last != $1 { $0.append($1) } }
        .joined(separator: " · ")
    }
    var lines = [
      "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Qibei//Qibei//EN", "CALSCALE:GREGORIAN",
    ]
    for (at, row) in rows.enumerated() {
      let task = row.task
      var about = row.reasons.map(say)
      about.append(
        say(
          .init("最晚开始：\(task.latestStart)", "Begin on \(task.latestStart) at the latest")))
      about += row.marks.map(say)
      lines += event(
        "task-\(at + 1)", task.start, task.ready, say(row.what), about.joined(separator: "\n"))
    }
    let (from, until) = plan.window
    let notes = notes.map(say).joined(separator: "\n")
    lines += event(
      "first-day", from, from, say(.init("最早递交日", "First day to submit")), notes)
    if plan.closes {
      lines += event("last-day", until, until, say(.init("最后递交日", "Last day to submit")), notes)
    }
    lines.append("END:VCALENDAR")
    return lines.map { Self.folded($0) + "\r\n" }.joined()
  }

  private func event(
    _ name: String, _ first: CalendarDate, _ last: CalendarDate, _ summary: String,
    _ description: String
  ) -> [String] {
    let dossier = plan.assessment.dossier.id.map(plan.assessment.dossier.text) ?? ""
    let identity = Self.escaped(dossier.isEmpty ? "dossier" : dossier)
    return [
      "BEGIN:VEVENT", "UID:\(identity)-\(name)-\(Self.compact(first))@qibei",
      "DTSTAMP:\(Self.compact(plan.today))T000000Z",
      "DTSTART;VALUE=DATE:\(Self.compact(first))",
      // The end is the first day that no longer belongs to it.
      "DTEND;VALUE=DATE:\(Self.compact(last.adding(days: 1)))",
      "SUMMARY:\(Self.escaped(SafeText.visible(summary)))",
      "DESCRIPTION:\(Self.escaped(description))", "TRANSP:TRANSPARENT", "END:VEVENT",
    ]
  }

  private static func compact(_ day: CalendarDate) -> String {
    day.description.filter { $0 != "-" }
  }

  private static func escaped(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let scalars = SafeText.visible(String(line)).unicodeScalars
      return scalars.reduce(into: "") { result, scalar in
        if ["\\", ";", ","].contains(scalar) { result += "\\" }
        result.unicodeScalars.append(scalar)
      }
    }.joined(separator: "\\n")
  }

  // Lines are at most 75 octets; the rest goes on after a blank (section 3.1).
  private static func folded(_ line: String) -> String {
    var result = ""
    var used = 0
    for character in line {
      let size = character.utf8.count
      if used + size > 75 {
        result += "\r\n "
        used = 1
      }
      result.append(character)
      used += size
    }
    return result
  }
}
