// SPDX-License-Identifier: Apache-2.0
package import QibeiCore

extension DossierValidator {
  /// The shortest way to a complete dossier.
  ///
  /// - Parameters:
  ///   - validation: of the dossier as it is.
  ///   - leads: how long steps take.
  ///   - horizon: the days looked at; the first of them is today.
  /// - Returns: the plan for the earliest day of submission, or what stands in the way.
  /// - Throws: ``ChecklistError`` when the rules are faulty.
  package func plan(
    _ validation: Validation, _ leads: LeadTimes, in horizon: Horizon
  ) throws -> PlanAnswer {
    try Planner(
      horizon, leads, turning: try turningDays(validation, in: horizon),
      assess: { try self.assess(validation, on: $0, foreseeing: $1) }
    ).answer()
  }
}
