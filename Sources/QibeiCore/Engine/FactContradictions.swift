// SPDX-License-Identifier: Apache-2.0

/// Declared facts of one person that cannot all be true.
package enum FactContradictions {
  /// One finding for each pair of facts that contradict each other.
  package static func findings(in examination: Examination) -> [Finding] {
    examination.dossier.persons.indices.flatMap { index in
      let person = examination.dossier.persons[index]
      return reversed(person, examination).map { later, earlier, what in
        Finding(
          .datesReversed, owner: .person(index), seen: .date(earlier), expected: .date(later),
          limit: .words(what), at: person.sourcePlace)
      } + marriage(person, .person(index))
    }
  }

  private typealias Pair = (later: CalendarDate, earlier: CalendarDate, what: BilingualText)

  private static func reversed(_ person: Person, _ examination: Examination) -> [Pair] {
    var pairs: [Pair] = []
    let entries = person.entries.compactMap(\.on.known).sorted()
    let exits = person.exits.compactMap(\.known).sorted()
    // What is declared has happened by the day of submission; whoever asks about an earlier day knows more than then.
    let submission = max(
      examination.submission,
      examination.dossier.application.submission.known ?? examination.submission)
    forEachPast(person) { day, attribute in
      guard day > submission else { return }
      pairs.append(
        (
          day, submission,
          .init("递交日（对照 \(attribute)）", "the day of submission, held against \(attribute)")
        ))
    }
    if let born = person.born.known {
      if let married = person.married.known, married < born {
        pairs.append((born, married, .init("结婚日期 married-on", "married-on")))
      }
      if let entry = entries.first, entry < born {
        pairs.append((born, entry, .init("入境日期 entry/@on", "entry/@on")))
      }
    }
    // Whoever came to China to live there only later left it earlier only after a visit.
    if let exit = exits.first, entries.first.map({ exit < $0 }) ?? true,
      let month = person.lived.filter({ $0.country.known == .china }).compactMap(\.from.known)
        .min(),
      let arrival = entries.first ?? person.born.known, exit < arrival,
      CalendarMonth(exit) < month
    {
      pairs.append((arrival, exit, .init("离境日期 exit/@on", "exit/@on")))
    }
    return pairs
  }

  /// The days of what a person declares to have happened; a dossier handed in earlier contradicts itself.
  package static func days(_ person: Person) -> [CalendarDate] {
    var days: [CalendarDate] = []
    forEachPast(person) { day, _ in days.append(day) }
    return days
  }

  private static func forEachPast(_ person: Person, _ tell: (CalendarDate, String) -> Void) {
    if let day = person.born.known { tell(day, "born") }
    if let day = person.married.known { tell(day, "married-on") }
    for at in person.entries.indices {
      if let day = person.entries[at].on.known { tell(day, "entry/@on") }
    }
    for day in person.exits {
      if let day = day.known { tell(day, "exit/@on") }
    }
    for at in person.passports.indices {
      if let day = person.passports[at].issued.known { tell(day, "passport/@issued") }
    }
    for at in person.education.indices {
      if let day = person.education[at].awarded.known { tell(day, "education/@awarded") }
    }
  }

  private static func marriage(_ person: Person, _ owner: Owner) -> [Finding] {
    guard person.maritalStatus.known == .single, let day = person.married.known else { return [] }
    return [
      Finding(
        .factsContradict, owner: owner, seen: .words(MaritalStatus.single.label),
        expected: .date(day), limit: .text("person/@marital-status"), on: .text("married-on"),
        at: person.sourcePlace)
    ]
  }
}
