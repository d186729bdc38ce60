// SPDX-License-Identifier: Apache-2.0

/// What a person's stays, marriage and pay amount to on the day of submission.
extension Examination {
  /// The days in China that the declared entries and exits tell.
  package func presence(of person: Person) -> PresenceRecord {
    // Whoever came to China for the first time in a month was not there before it.
    let first = person.lived.filter { $0.country.known == .china }.compactMap(\.from.known).min()
    return PresenceRecord(
      entries: person.entries.compactMap(\.on.known), exits: person.exits.compactMap(\.known),
      arrival: first?.lastDay, before: submission)
  }

  // Without one of its stamps a record tells of other days.
  func hasReadableStamps(_ person: Person) -> Bool {
    !person.entries.contains { $0.on.isUnreadable } && !person.exits.contains { $0.isUnreadable }
  }

  func months(_ name: FactName, _ record: PresenceRecord) -> Int? {
    Self.months(name, record, before: submission)
  }

  static func months(
    _ name: FactName, _ record: PresenceRecord, before submission: CalendarDate
  ) -> Int? {
    switch name {
    case .leastMonthsPresent3y: return record.leastMonths(ofYears: 3)
    case .leastMonthsPresent4y: return record.leastMonths(ofYears: 4)
    case .leastMonthsPresent5y: return record.leastMonths(ofYears: 5)
    default:
      let window = PresenceRecord.Span(
        submission.adding(months: -48), submission.adding(days: -1))
      return record.months(in: window, years: 4)
    }
  }

  /// Unknown while no stay is declared, or one whose country or beginning cannot be read.
  func livedAbroad(_ person: Person) -> Stated<Bool> {
    if person.lived.contains(where: { $0.country.known.map { $0 != .china } ?? false }) {
      return .value(true)
    }
    return person.mayHaveLivedElsewhere ? .absent : .value(false)
  }

  func yearsMarried(_ person: Person) -> Int? {
    guard person.maritalStatus.known == .married, let day = person.married.known,
      day <= submission
    else { return nil }
    return age(born: day)
  }
}

/// A person's pay in the last four calendar years, measured against the average wage of the year before each.
///
/// Twelve immigration measures of 2019, item 2: six times the local average, and a tax of 20 % of that standard.
package struct EarningsRecord {
  /// One year's figures, in CNY; nil for what is not declared or not in the table.
  package struct Year: Hashable, Sendable {
    package let year: Int
    package let salary: Int?
    package let tax: Int?
    package let average: Int?
  }

  /// The latest first.
  package let years: [Year]

  package init(_ person: Int, in examination: Examination) {
    let dossier = examination.dossier
    let pay = dossier.employers.flatMap(\.pay).filter { $0.person == person }
    let last = examination.submission.year - 1
    // A row whose year cannot be read may belong to any.
    let isReadable = !pay.contains { $0.year.isUnreadable }
    years = (0..<4).map { back in
      let year = last - back
      let own = pay.filter { $0.year.known == year }
      return Year(
        year: year, salary: isReadable ? Self.sum(own.map(\.salary)) : nil,
        tax: isReadable ? Self.sum(own.map(\.tax)) : nil,
        average: dossier.application.place.known.flatMap {
          examination.tables.wageAverages.amount(at: $0, in: year - 1)
        })
    }
  }

  private static let standard = 6

  // What one employer leaves out leaves the year open.
  private static func sum(_ amounts: [Stated<Int>]) -> Int? {
    let known = amounts.compactMap(\.known)
    return known.isEmpty || known.count < amounts.count ? nil : known.reduce(0, +)
  }

  /// The lowest of the salaries, in percent of the average.
  package var lowestSalaryPercent: Int? {
    lowest { year in
      guard let salary = year.salary, let average = year.average else { return nil }
      return salary * 100 / average
    }
  }

  /// The lowest of the taxes, in percent of the salary standard.
  package var lowestTaxPercent: Int? {
    lowest { year in
      guard let tax = year.tax, let average = year.average else { return nil }
      return tax * 100 / (average * Self.standard)
    }
  }

  /// The lowest of a figure over the four years; nil where one year lacks it.
  package func lowest(_ figure: (Year) -> Int?) -> Int? {
    let figures = years.compactMap(figure)
    return figures.count == years.count ? figures.min() : nil
  }
}
