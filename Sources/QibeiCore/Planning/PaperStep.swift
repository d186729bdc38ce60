// SPDX-License-Identifier: Apache-2.0

/// What is done to a paper on its way to the window, in the order in which it is done.
///
/// An authentication attests the paper as issued, and a translation covers the authentication page too.
package enum PaperStep: String, VocabularyWord, Comparable {
  case issue, notarisation, authentication, translation

  package static func < (left: Self, right: Self) -> Bool { left.place < right.place }

  private var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }

  /// The day on which it is done.
  package var label: BilingualText {
    switch self {
    case .issue: .init("出具日期", "the date of issue")
    case .authentication: .init("认证日期", "the date of the authentication")
    case .notarisation: .init("公证日期", "the date of the notarisation")
    case .translation: .init("翻译日期", "the date of the translation")
    }
  }

  /// The step itself.
  package var name: BilingualText {
    switch self {
    case .issue: .init("出具", "issue")
    case .notarisation: .init("公证", "notarisation")
    case .authentication: .init("认证", "authentication")
    case .translation: .init("翻译", "translation")
    }
  }
}

/// A check that a paper passes only for a period after one of its steps.
package struct Ageing: Sendable {
  let step: PaperStep
  let anchor: Anchor
  let period: CalendarPeriod
}

/// How long a step takes.
package enum LeadTime: Hashable, Sendable {
  case days(Int)
  case workingDays(Int)

  /// A time written as `10d` or `15wd`.
  package init?(_ text: String) {
    let isWorking = text.hasSuffix("wd")
    guard isWorking || text.hasSuffix("d"), let count = Int(text.dropLast(isWorking ? 2 : 1)),
      (0...3_650).contains(count), text.first?.isNumber ?? false
    else { return nil }
    self = isWorking ? .workingDays(count) : .days(count)
  }

  /// As it is written: `10d`, `15wd`.
  package var code: String {
    switch self {
    case .days(let count): "\(count)d"
    case .workingDays(let count): "\(count)wd"
    }
  }

  /// In words: 15 个工作日, 15 working days.
  package var text: BilingualText {
    switch self {
    case .days(let count): CalendarPeriod.days(count).text
    case .workingDays(let count):
      .init("\(count) 个工作日", count == 1 ? "1 working day" : "\(count) working days")
    }
  }

  /// The day on which it is over, when it begins on a day.
  func end(from start: CalendarDate, _ calendar: WorkingDayCalendar) -> CalendarDate {
    switch self {
    case .days(let count): start.adding(days: count)
    case .workingDays(let count): calendar.deadline(count, workingDaysAfter: start).day
    }
  }
}

/// The times that steps take, as far as anybody has stated them.
package struct LeadTimes: Sendable {
  private var byKind: [SupplementKind: LeadTime] = [:]
  private var byStep: [PaperStep: LeadTime] = [:]

  package init() {}

  /// Sets the time that a paper of a kind takes to be issued.
  package mutating func set(_ lead: LeadTime, for kind: SupplementKind) { byKind[kind] = lead }

  /// Sets the time that a step takes, whatever the paper.
  package mutating func set(_ lead: LeadTime, for step: PaperStep) { byStep[step] = lead }

  /// The time of a step: what was set for the kind, for the step, or what the list states; nil where nobody says.
  func lead(_ step: PaperStep, of kind: SupplementKind?, listed: Int?) -> LeadTime? {
    if step == .issue, let kind, let lead = byKind[kind] { return lead }
    if let lead = byStep[step] { return lead }
    return step == .issue ? listed.map(LeadTime.workingDays) : nil
  }
}
