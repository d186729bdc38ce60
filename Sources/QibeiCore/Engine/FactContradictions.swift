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
    if let born = person.born.known {
      if born > examination.submission {
        pairs.append((born, examination.submission, .init("递交日", "the day of submission")))
      }
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
