// SPDX-License-Identifier: Apache-2.0
internal import QibeiCore

/// A condition that is to hold, or not, for a subject.
struct Wish {
  let condition: Condition
  let subject: DraftSubject
  let holds: Bool

  init(_ condition: Condition, _ subject: DraftSubject, _ holds: Bool) {
    self.condition = condition
    self.subject = subject
    self.holds = holds
  }

  /// The facts it asks for.
  var facts: [DraftFact] { condition.facts.map { DraftFact($0, subject) } }

  fileprivate var tests: [(DraftFact, FactTest)] {
    condition.tests.map { (DraftFact($0.name, subject), $0) }
  }
}

/// Finds facts that make conditions hold or fail, by trying the values that can make a difference.
struct FactSolver {
  private let kind: CategoryKind

  // More than any condition a person could still read needs.
  private static let limit = 500_000

  init(_ kind: CategoryKind) { self.kind = kind }

  /// What a search has come to.
  enum Solution {
    case found(DraftFacts)
    /// No facts make every wish come true.
    case impossible
    /// There are more combinations than can be tried.
    case tooMany
  }

  /// Looks for facts under which every wish comes true, as ordinary as possible.
  func solve(_ wishes: [Wish]) -> Solution {
    var tests: [DraftFact: [FactTest]] = [:]
    var order: [DraftFact] = []
    for (fact, test) in wishes.flatMap(\.tests) {
      if tests[fact] == nil { order.append(fact) }
      tests[fact, default: []].append(test)
    }
    let domains = order.map { ($0, domain($0, tests[$0] ?? [])) }
    var tried = 0
    if let facts = search(domains[...], DraftFacts(kind), wishes, &tried) { return .found(facts) }
    return tried < Self.limit ? .impossible : .tooMany
  }

  private func search(
    _ open: ArraySlice<(DraftFact, [DraftValue])>, _ facts: DraftFacts, _ wishes: [Wish],
    _ tried: inout Int
  ) -> DraftFacts? {
    guard let (fact, values) = open.first else {
      tried += 1
      let fits = wishes.allSatisfy {
        facts.truth($0.condition, $0.subject) == ($0.holds ? .yes : .no)
      }
      return fits ? facts : nil
    }
    for value in values where tried < Self.limit {
      var next = facts
      next[fact.name, fact.subject] = value
      if let found = search(open.dropFirst(), next, wishes, &tried) { return found }
    }
    return nil
  }

  // The ordinary value first, then one for each way in which the tests can turn out.
  private func domain(_ fact: DraftFact, _ tests: [FactTest]) -> [DraftValue] {
    let ordinary = DraftFacts.ordinary(fact, kind)
    var values = [ordinary]
    let mentioned = tests.flatMap { $0.isOneOf + $0.isNoneOf }
    switch fact.name {
    case .caseCircumstances, .personCircumstances, .employerKind, .holds, .ended:
      values += mentioned.map { .words([$0]) }
      for first in mentioned.indices {
        values += mentioned[(first + 1)...].map { .words([mentioned[first], $0]) }
      }
      if let rest = other(than: mentioned, fact.name) { values.append(.words([rest])) }
    default:
      if fact.name.type == .number {
        let edges = tests.flatMap { test in
          (test.atLeast.map { [$0, $0 - 1] } ?? []) + (test.atMost.map { [$0, $0 + 1] } ?? [])
        }
        values += edges.filter { $0 >= 0 }.map { .number($0) }
      } else {
        values += mentioned.map { .words([$0]) }
        if let rest = other(than: mentioned, fact.name) { values.append(.words([rest])) }
      }
    }
    var seen: Set<DraftValue> = []
    return values.filter { seen.insert($0).inserted }
  }

  private func other(than mentioned: [String], _ name: FactName) -> String? {
    let all = name.words ?? (name == .nationality ? ["FRA", "JPN"] : ["330100", "110000"])
    return all.first { !mentioned.contains($0) }
  }
}

extension Condition {
  /// Every test in it.
  var tests: [FactTest] {
    switch self {
    case .fact(let test): [test]
    case .not(let inner): inner.tests
    case .all(let parts), .any(let parts): parts.flatMap(\.tests)
    }
  }
}
