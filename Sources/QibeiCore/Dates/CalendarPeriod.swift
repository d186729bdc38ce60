// SPDX-License-Identifier: Apache-2.0

/// A length of time in the unit of its source: legal months stay months.
package enum CalendarPeriod: Hashable, Sendable {
  case days(Int)
  case months(Int)
  case years(Int)

  /// A period written as `P6M`, `P2Y` or `P30D`, with up to five digits.
  package init?(_ text: String) {
    let digits = text.dropFirst().dropLast()
    // More digits would leave the calendar, and in the end the integers.
    guard text.first == "P", let unit = text.last, digits.utf8.count <= 5,
      digits.utf8.allSatisfy({ (48...57).contains($0) }), let count = Int(digits)
    else { return nil }
    switch unit {
    case "D": self = .days(count)
    case "M": self = .months(count)
    case "Y": self = .years(count)
    default: return nil
    }
  }

  /// As written in a checklist.
  package var code: String {
    switch self {
    case .days(let count): "P\(count)D"
    case .months(let count): "P\(count)M"
    case .years(let count): "P\(count)Y"
    }
  }

  /// In words, without an article: 6 个月, 6 months.
  package var text: BilingualText {
    switch self {
    case .days(let count):
      BilingualText(zh: "\(count) 日", en: count == 1 ? "1 day" : "\(count) days")
    case .months(let count):
      BilingualText(zh: "\(count) 个月", en: count == 1 ? "1 month" : "\(count) months")
    case .years(let count):
      BilingualText(zh: "\(count) 年", en: count == 1 ? "1 year" : "\(count) years")
    }
  }

  package var isEmpty: Bool {
    switch self {
    case .days(let count), .months(let count), .years(let count): count == 0
    }
  }
}

extension CalendarDate {
  /// The day a period later.
  package static func + (date: CalendarDate, period: CalendarPeriod) -> CalendarDate {
    switch period {
    case .days(let count): date.adding(days: count)
    case .months(let count): date.adding(months: count)
    case .years(let count): date.adding(months: count * 12)
    }
  }

  /// The day a period earlier.
  package static func - (date: CalendarDate, period: CalendarPeriod) -> CalendarDate {
    switch period {
    case .days(let count): date.adding(days: -count)
    case .months(let count): date.adding(months: -count)
    case .years(let count): date.adding(months: -count * 12)
    }
  }
}
