// SPDX-License-Identifier: Apache-2.0
internal import QibeiCore

/// A calendar of all-day events (iCalendar, RFC 5545).
///
/// An event is known again by what it is about and not by its days, so that importing a newer plan moves it.
struct CalendarWriter {
  private let head: PlanHead
  private let languages: [Language]
  private var lines: [String]
  private var names: [String: Int] = [:]

  init(_ head: PlanHead, _ languages: [Language]) {
    self.head = head
    self.languages = languages
    let name = languages.map(head.name).first ?? "Qibei"
    lines = [
      "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Qibei//Qibei//EN", "CALSCALE:GREGORIAN",
      "X-WR-CALNAME:\(Self.escaped(SafeText.visible(name)))",
    ]
  }

  /// A text in the languages of the calendar.
  func say(_ text: BilingualText) -> String {
    languages.map { text[$0] }.reduce(into: [String]()) { if $0.last != $1 { $0.append($1) } }
      .joined(separator: " · ")
  }

  /// Adds an event.
  ///
  /// - Parameters:
  ///   - name: what it is about, in words that stay the same.
  ///   - first: its first day.
  ///   - last: its last day.
  ///   - summary: what stands in the calendar.
  ///   - about: what its details say.
  mutating func add(
    _ name: String, _ first: CalendarDate, _ last: CalendarDate, _ summary: BilingualText,
    about: [BilingualText]
  ) {
    names[name, default: 0] += 1
    let count = names[name] ?? 1
    let identity = ([head.dossier] + head.categories + [name] + (count > 1 ? ["\(count)"] : []))
      .joined(separator: "-")
    let details = languages.map(head.name) + about.map(say)
    lines += [
      "BEGIN:VEVENT", "UID:\(Self.escaped(identity))@qibei",
      "DTSTAMP:\(Self.compact(head.day))T000000Z",
      "DTSTART;VALUE=DATE:\(Self.compact(first))",
      // The end is the first day that no longer belongs to it.
      "DTEND;VALUE=DATE:\(Self.compact(last.adding(days: 1)))",
      "SUMMARY:\(Self.escaped(SafeText.visible(say(summary))))",
      "DESCRIPTION:\(Self.escaped(details.joined(separator: "\n")))", "TRANSP:TRANSPARENT",
      "END:VEVENT",
    ]
  }

  var text: String {
    (lines + ["END:VCALENDAR"]).map { Self.folded($0) + "\r\n" }.joined()
  }

  private static func compact(_ day: CalendarDate) -> String {
    day.description.filter { $0 != "-" }
  }

  private static func escaped(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      SafeText.visible(String(line)).unicodeScalars.reduce(into: "") { result, scalar in
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
