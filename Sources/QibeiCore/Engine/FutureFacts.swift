// SPDX-License-Identifier: Apache-2.0

/// A person's facts as days go by, each looked up once however many categories ask for it.
///
/// Later days assume that the person stays in China from the day of submission on; nothing else is foretold.
package final class FutureFacts {
  let examination: Examination
  private let person: Person?
  private lazy var record = person.map { examination.presence(of: $0) }
  private lazy var earnings = examination.dossier.applicant.map {
    EarningsRecord($0, in: examination)
  }
  private var agreements: [(rule: Agreement, findings: [Finding])] = []
  // Months of presence by fact and day: other categories ask for the same.
  private var months: [Int: FactValue] = [:]
  /// The record of a person who stays, as far as anybody looks ahead.
  private lazy var staying: PresenceRecord? = person.map { person in
    var person = person
    if !Self.isInChina(person, on: examination.submission) {
      var entry = Entry()
      entry.on = .value(examination.submission)
      person.entries.append(entry)
    }
    return examination.on(examination.submission.adding(months: Self.horizon + 1))
      .presence(of: person)
  }

  static let horizon = 120

  /// - Parameter examination: the dossier on the day of submission.
  package init(_ examination: Examination) {
    self.examination = examination
    person = examination.dossier.applicant.map { examination.dossier.persons[$0] }
  }

  private static func isInChina(_ person: Person, on day: CalendarDate) -> Bool {
    let entered = person.entries.compactMap(\.on.known).filter { $0 <= day }
    let left = person.exits.compactMap(\.known).filter { $0 < day }
    guard let latest = entered.max() else { return false }
    return left.max().map { $0 <= latest } ?? true
  }

  /// What papers disagree on by the rule of one list, found once for all lists with the same rule.
  func disagreements(_ agreement: Agreement) -> [Finding] {
    if let known = agreements.first(where: { $0.rule.asksTheSame(as: agreement) }) {
      return known.findings
    }
    let findings = AgreementRule(agreement, in: examination).findings()
    agreements.append((agreement, findings))
    return findings
  }

  /// The value of a fact on the day of submission.
  func value(of name: FactName) -> FactValue {
    guard let applicant = examination.dossier.applicant else { return .unknown }
    switch name {
    case .monthsPresent4y, .leastMonthsPresent3y, .leastMonthsPresent4y, .leastMonthsPresent5y:
      return FactValue(record.flatMap { months(name, $0, before: examination.submission) })
    case .salaryPercent: return FactValue(earnings?.lowestSalaryPercent)
    case .taxPercent: return FactValue(earnings?.lowestTaxPercent)
    default: return examination.value(of: name, for: .person(applicant))
    }
  }

  /// The value of a fact on a later day; what does not grow with time stays as it is.
  func value(of name: FactName, on day: CalendarDate) -> FactValue {
    guard name.growsWithTime, let person else { return value(of: name) }
    return foretold(name, person, on: day)
  }

  // Yet unasked days are counted once, whichever category asks.
  private func months(
    _ name: FactName, _ record: PresenceRecord, before day: CalendarDate
  ) -> Int? {
    let place =
      switch name {
      case .leastMonthsPresent3y: 0
      case .leastMonthsPresent4y: 1
      case .leastMonthsPresent5y: 2
      default: 3
      }
    let key = day.ordinal * 4 + place
    if let known = months[key] {
      if case .number(let number) = known { return number }
      return nil
    }
    let number = Examination.months(name, record.before(day), before: day)
    months[key] = FactValue(number)
    return number
  }

  private func foretold(
    _ name: FactName, _ person: Person, on day: CalendarDate
  ) -> FactValue {
    switch name {
    case .age: return person.born.known.map { .number(Self.years(from: $0, to: day)) } ?? .unknown
    case .yearsMarried:
      guard value(of: name) != .unknown, let married = person.married.known else { return .unknown }
      return .number(Self.years(from: married, to: day))
    default:
      guard let staying else { return .unknown }
      return FactValue(months(name, staying, before: day))
    }
  }

  private static func years(from start: CalendarDate, to day: CalendarDate) -> Int {
    let years = day.year - start.year
    return start.adding(months: years * 12) > day ? years - 1 : years
  }

  /// The first day after the submission on which time alone has given a condition a truth; nil where it does not
  /// within so many months, or where what it asks for does not come by time.
  ///
  /// Where it turns on birthdays and wedding days only those are looked at. Presence is looked at month by month,
  /// and then on the days of the month in which it turns.
  func firstDay(
    _ condition: Condition?, _ wanted: Truth, months: Int
  ) -> CalendarDate? {
    guard let condition, let person else { return nil }
    let facts = condition.facts.filter(\.growsWithTime)
    guard !facts.isEmpty else { return nil }
    func holds(_ day: CalendarDate) -> Bool {
      condition.truth { value(of: $0, on: day) } == wanted
    }
    let start = examination.submission
    if !facts.contains(where: \.isPresence) {
      let since = [person.born.known, person.married.known].compactMap(\.self)
      return (0...months / 12 + 1).lazy.flatMap { year in
        since.compactMap { day -> CalendarDate? in
          let turn = Self.anniversary(of: day, in: start.year + year)
          return turn > start && turn <= start.adding(months: months) ? turn : nil
        }.sorted()
      }.first(where: holds)
    }
    guard let month = (1...months).first(where: { holds(start.adding(months: $0)) }) else {
      return nil
    }
    var day = start.adding(months: month - 1)
    while !holds(day) { day = day.adding(days: 1) }
    return day
  }

  private static func anniversary(of day: CalendarDate, in year: Int) -> CalendarDate {
    day.adding(months: (year - day.year) * 12)
  }
}

extension FactName {
  /// Whether time alone changes it, as far as anybody can foretell.
  var growsWithTime: Bool {
    switch self {
    case .age, .yearsMarried: true
    default: isPresence
    }
  }

  /// Whether it is who a person is, which time and papers do not change.
  var isStatus: Bool {
    switch self {
    case .role, .beside, .formerChinese, .chineseOrigin, .permanentResident: true
    default: false
    }
  }
}
