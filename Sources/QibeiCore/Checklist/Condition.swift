// SPDX-License-Identifier: Apache-2.0

/// When something applies: a closed, typed language that can be explained in words.
package indirect enum Condition: Hashable, Sendable {
  case all([Condition])
  case any([Condition])
  case not(Condition)
  case fact(FactTest)
}

/// A test of one fact; every part that is present must hold.
package final class FactTest: Hashable, Sendable {
  package let name: FactName
  package let isOneOf: [String]
  package let isNoneOf: [String]
  package let atLeast: Int?
  package let atMost: Int?
  private let oneOf: FactWords
  private let noneOf: FactWords

  package init(
    name: FactName, isOneOf: [String] = [], isNoneOf: [String] = [], atLeast: Int? = nil,
    atMost: Int? = nil
  ) {
    self.name = name
    self.isOneOf = isOneOf
    self.isNoneOf = isNoneOf
    self.atLeast = atLeast
    self.atMost = atMost
    oneOf = FactWords(isOneOf, of: name)
    noneOf = FactWords(isNoneOf, of: name)
  }

  /// Whether two ask the same.
  package static func == (left: FactTest, right: FactTest) -> Bool {
    left === right
      || left.name == right.name && left.isOneOf == right.isOneOf
        && left.isNoneOf == right.isNoneOf && left.atLeast == right.atLeast
        && left.atMost == right.atMost
  }

  /// Hashes what equality compares.
  package func hash(into hasher: inout Hasher) {
    hasher.combine(name)
    hasher.combine(isOneOf)
    hasher.combine(isNoneOf)
    hasher.combine(atLeast)
    hasher.combine(atMost)
  }

  /// Whether a value passes; an unknown value never does, and never fails either.
  package func truth(_ value: FactValue) -> Truth {
    switch value {
    case .unknown: .unknown
    case .number(let number):
      Truth((atLeast.map { number >= $0 } ?? true) && (atMost.map { number <= $0 } ?? true))
    case .words, .code:
      Truth((oneOf.isEmpty || oneOf.match(value)) && !noneOf.match(value))
    }
  }
}

/// The words of a test as positions in the fact's list, or as codes.
private struct FactWords: Sendable {
  private var bits: UInt32 = 0
  private var codes: [Int32] = []
  // A place lies in its city and its province.
  private let isPlace: Bool
  let isEmpty: Bool

  init(_ words: [String], of name: FactName) {
    isEmpty = words.isEmpty
    isPlace = name == .employerRegion
    let known = name.words
    for word in words {
      if let position = known?.firstIndex(of: word) {
        bits |= 1 << UInt32(position)
      } else if let country = Country(word) {
        codes.append(country.number)
      } else if let division = Division(word) {
        codes.append(division.number)
      }
    }
  }

  func match(_ value: FactValue) -> Bool {
    switch value {
    case .words(let actual): bits & actual != 0
    case .code(let code) where isPlace:
      codes.contains(code) || codes.contains(code / 100 * 100)
        || codes.contains(code / 10_000 * 10_000)
    case .code(let code): codes.contains(code)
    case .unknown, .number: false
    }
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

  /// The words that it compares a fact with, in order, each once.
  package func words(of fact: FactName) -> [String] {
    switch self {
    case .fact(let test): return test.name == fact ? test.isOneOf + test.isNoneOf : []
    case .not(let condition): return condition.words(of: fact)
    case .all(let conditions), .any(let conditions):
      var words: [String] = []
      for word in conditions.flatMap({ $0.words(of: fact) }) where !words.contains(word) {
        words.append(word)
      }
      return words
    }
  }

  /// Every fact it may ask for, each once, in the order in which it asks.
  package var facts: [FactName] {
    switch self {
    case .fact(let test): return [test.name]
    case .not(let condition): return condition.facts
    case .all(let conditions), .any(let conditions):
      var names: [FactName] = []
      for name in conditions.flatMap(\.facts) where !names.contains(name) { names.append(name) }
      return names
    }
  }
}
