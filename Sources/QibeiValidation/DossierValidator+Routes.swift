// SPDX-License-Identifier: Apache-2.0
package import QibeiCore

extension DossierValidator {
  /// Holds the applicant against every category that is in force at the place and day.
  ///
  /// - Parameter validation: of the dossier, as whatever it was judged.
  /// - Returns: what fits first; among equals, whose conditions facts show to be met, then what leaves least to do.
  /// - Throws: ``ChecklistError`` when the rules are faulty.
  package func routes(_ validation: Validation) throws -> [Route] {
    let assessment = validation.assessment
    let examination = assessment.examination
    let plans = try plans(
      at: assessment.place, submission: assessment.submission, acceptance: assessment.acceptance)
    let order = Route.Fit.allCases
    return plans.map { Route($0, examination, at: assessment.place) }.sorted { left, right in
      let ranks = (order.firstIndex(of: left.fit) ?? 0, order.firstIndex(of: right.fit) ?? 0)
      return (ranks.0, left.gaps.count, -left.met, left.effort, left.checklist.category)
        < (ranks.1, right.gaps.count, -right.met, right.effort, right.checklist.category)
    }
  }
}
