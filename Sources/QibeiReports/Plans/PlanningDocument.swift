// SPDX-License-Identifier: Apache-2.0
package import QibeiCore

/// What planning comes to, whatever it is: a plan, the days of submission, or why there is none.
package protocol PlanningDocument {
  /// The text for a terminal, ending in a new line.
  func text(in language: Language) -> String
  /// JSON by the schema of its kind, ending in a new line.
  var json: String { get }
  /// One page.
  func html(_ languages: [Language]) -> String
  /// Events for a calendar program (iCalendar).
  func calendar(_ languages: [Language]) -> String
}

/// Which schema a document follows.
package enum PlanningKind: String, Sendable {
  case plan, window, route

  var title: BilingualText {
    switch self {
    case .plan: .init("办理计划", "Plan")
    case .window: .init("可递交期", "Days of submission")
    case .route: .init("类别比较", "Categories compared")
    }
  }
}

/// A document of nothing but lines: why there is no plan, or what is needed first.
package struct PlanningLines: PlanningDocument {
  /// Why there are no more than lines.
  package enum Status: String, Sendable {
    /// There is no day of submission.
    case none
    /// Something is needed before it can be told.
    case needs
  }

  private let kind: PlanningKind
  private let status: Status
  private let head: PlanHead
  let lines: [BilingualText]

  init(_ kind: PlanningKind, _ status: Status, _ head: PlanHead, _ lines: [BilingualText]) {
    self.kind = kind
    self.status = status
    self.head = head
    self.lines = lines
  }

  package func text(in language: Language) -> String {
    (head.lines(in: language) + [""] + lines.map { $0[language] })
      .map { SafeText.visible($0) + "\n" }.joined()
  }

  package var json: String {
    let body: [(String, JSONValue)] =
      switch kind {
      case .plan:
        [
          ("window", .null), ("isLeast", .bool(false)), ("tasks", .array([])),
          ("toDeclare", .array([])), ("deadlines", .array([])), ("unmet", .array([])),
        ]
      case .window: [("windows", .array([])), ("deadlines", .array([])), ("events", .array([]))]
      case .route: [("persons", .array([])), ("doubts", .array([]))]
      }
    return JSONValue.object(
      head.members(kind, status.rawValue) + body + [("notes", .array(lines.map(JSONValue.both)))]
    ).text
  }

  package func html(_ languages: [Language]) -> String {
    var page = HTMLPage(kind.title, languages: languages, hasIndex: false)
    head.add(to: &page)
    for (at, line) in lines.enumerated() {
      page.add("<p\(at == 0 ? " class=\"verdict\"" : "")>\(page.both(line))</p>\n")
    }
    return page.text
  }

  package func calendar(_ languages: [Language]) -> String {
    var calendar = CalendarWriter(head, languages)
    calendar.add(
      "none", head.day, head.day, lines.first ?? kind.title, about: Array(lines.dropFirst()))
    return calendar.text
  }
}

extension JSONValue {
  /// A text in both languages.
  static func both(_ text: BilingualText) -> JSONValue {
    .object([("zh", .string(text.zh)), ("en", .string(text.en))])
  }
}
