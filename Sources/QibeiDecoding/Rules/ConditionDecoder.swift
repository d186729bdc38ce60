// SPDX-License-Identifier: Apache-2.0
internal import QibeiCore

/// Reads conditions, and refuses tests that do not fit their fact.
enum ConditionDecoder {
  /// A `when` or a group; what stands side by side must hold together.
  static func condition(_ element: RuleElement) -> Condition {
    let parts = parts(of: element)
    return parts.count == 1 ? parts[0] : .all(parts)
  }

  private static func parts(of element: RuleElement) -> [Condition] {
    element.allow([], [.all, .any, .not, .fact])
    if element.children.isEmpty { element.report(.init("条件是空的", "the condition is empty")) }
    return element.children.compactMap(part)
  }

  private static func part(_ element: RuleElement) -> Condition? {
    switch element.name {
    case .all: return condition(element)
    case .not: return .not(condition(element))
    case .any:
      let parts = parts(of: element)
      return parts.count == 1 ? parts[0] : .any(parts)
    case .fact: return fact(element).map(Condition.fact)
    default: return nil
    }
  }

  private static func fact(_ element: RuleElement) -> FactTest? {
    element.allow([.name, .is, .isNot, .atLeast, .atMost])
    _ = element.required(.name)
    guard let name = element.word(.name, as: FactName.self) else { return nil }
    let test = FactTest(
      name: name, isOneOf: element.list(.is), isNoneOf: element.list(.isNot),
      atLeast: element.count(.atLeast), atMost: element.count(.atMost))
    let comparesNumbers = test.atLeast != nil || test.atMost != nil
    let comparesWords = !test.isOneOf.isEmpty || !test.isNoneOf.isEmpty
    switch name.type {
    case .number:
      if comparesWords || !comparesNumbers {
        element.report(
          .init(
            "“\(name.rawValue)”是数，请用 at-least、at-most",
            "“\(name.rawValue)” is a number; use at-least and at-most"))
      }
      if let least = test.atLeast, let most = test.atMost, least > most {
        element.report(
          .init("at-least 大于 at-most，永远不成立", "at-least is more than at-most; this never holds"))
      }
    case .flag, .word:
      if comparesNumbers || !comparesWords {
        element.report(
          .init(
            "“\(name.rawValue)”不是数，请用 is、is-not",
            "“\(name.rawValue)” is no number; use is and is-not"))
      }
      let known = name.type == .flag ? ["yes", "no"] : name.words
      if let known {
        for word in test.isOneOf where !known.contains(word) {
          element.reportWord(word, known, attribute: .is)
        }
        for word in test.isNoneOf where !known.contains(word) {
          element.reportWord(word, known, attribute: .isNot)
        }
      }
    }
    return test
  }
}
