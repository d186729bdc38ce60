// SPDX-License-Identifier: Apache-2.0

/// Why a condition holds, does not, or cannot be told: the condition's own tree, each part with its truth.
package struct Proof: Sendable {
  /// What joins the parts, or the fact that was looked at.
  package enum Step: Sendable {
    case all, any, not
    case fact(FactTest, FactValue)
  }

  package let step: Step
  package let truth: Truth
  package let parts: [Proof]

  /// - Parameters:
  ///   - condition: to be proved.
  ///   - value: gives the value of a fact.
  init(_ condition: Condition, _ value: (FactName) -> FactValue) {
    truth = condition.truth(value)
    switch condition {
    case .fact(let test):
      step = .fact(test, value(test.name))
      parts = []
    case .not(let part):
      step = .not
      parts = [Proof(part, value)]
    case .all(let conditions):
      step = .all
      parts = conditions.map { Proof($0, value) }
    case .any(let conditions):
      step = .any
      parts = conditions.map { Proof($0, value) }
    }
  }
}
