// SPDX-License-Identifier: Apache-2.0

/// When something applies: a closed, typed language that can be explained in words.
package indirect enum Condition: Hashable, Sendable {
  case all([Condition])
  case any([Condition])
  case not(Condition)
  case fact(FactTest)
}

/// A test of one fact; every part that is present must hold.
package struct FactTest: Hashable, Sendable {
  package let name: FactName
  package let isOneOf: [String]
  package let isNoneOf: [String]
  package let atLeast: Int?
  package let atMost: Int?

  package init(
    name: FactName, isOneOf: [String] = [], isNoneOf: [String] = [], atLeast: Int? = nil,
    atMost: Int? = nil
  ) {
    self.name = name
    self.isOneOf = isOneOf
    self.isNoneOf = isNoneOf
    self.atLeast = atLeast
    self.atMost = atMost
  }
}

/// Truth in Kleene's three-valued logic.
package enum Truth: Hashable, Sendable {
  case yes, no, unknown

  package init(_ value: Bool) { self = value ? .yes : .no }

  package static prefix func ! (value: Truth) -> Truth {
    switch value {
    case .yes: .no
    case .no: .yes
    case .unknown: .unknown
    }
  }
}

extension Condition {
  /// Whether it holds, asking for facts as needed.
  package func truth(_ value: (FactName) -> FactValue) -> Truth {
    switch self {
    case .fact(let test): return test.truth(value(test.name))
    case .not(let condition): return !condition.truth(value)
    case .all(let conditions):
      var result = Truth.yes
      for condition in conditions {
        switch condition.truth(value) {
        case .no: return .no
        case .unknown: result = .unknown
        case .yes: break
        }
      }
      return result
    case .any(let conditions):
      var result = Truth.no
      for condition in conditions {
        switch condition.truth(value) {
        case .yes: return .yes
        case .unknown: result = .unknown
        case .no: break
        }
      }
      return result
    }
  }

  /// The facts whose absence leaves it undecided, in the order in which it asks for them.
  package func unknowns(_ value: (FactName) -> FactValue) -> [FactName] {
    guard truth(value) == .unknown else { return [] }
    switch self {
    case .fact(let test): return [test.name]
    case .not(let condition): return condition.unknowns(value)
    case .all(let conditions), .any(let conditions):
      var names: [FactName] = []
      for condition in conditions {
        for name in condition.unknowns(value) where !names.contains(name) { names.append(name) }
      }
      return names
    }
  }

  /// Every fact it may ask for.
  package var facts: [FactName] {
    switch self {
    case .fact(let test): [test.name]
    case .not(let condition): condition.facts
    case .all(let conditions), .any(let conditions): conditions.flatMap(\.facts)
    }
  }
}

extension FactTest {
  /// Whether a value passes; an unknown value never does, and never fails either.
  package func truth(_ value: FactValue) -> Truth {
    switch value {
    case .unknown: return .unknown
    case .flag(let flag): return Truth(words([flag ? "yes" : "no"]))
    case .words(let actual): return Truth(words(actual))
    case .number(let number):
      return Truth((atLeast.map { number >= $0 } ?? true) && (atMost.map { number <= $0 } ?? true))
    }
  }

  private func words(_ actual: [String]) -> Bool {
    (isOneOf.isEmpty || actual.contains { isOneOf.contains($0) })
      && !actual.contains { isNoneOf.contains($0) }
  }
}
