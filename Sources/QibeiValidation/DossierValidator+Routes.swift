// SPDX-License-Identifier: Apache-2.0
package import QibeiCore

/// One person of a dossier with the categories, as if that person applied.
package struct PersonRoutes: Sendable {
  /// A position in ``Dossier/persons``.
  package let person: Int
  /// What fits first; among equals, what leaves least to do.
  package let routes: [Route]
}

extension DossierValidator {
  /// Holds everybody in a dossier against every category that is in force at the place and day.
  ///
  /// - Parameter validation: of the dossier, as whatever it was judged.
  /// - Returns: the applicant first, then the family in the order of the file.
  /// - Throws: ``ChecklistError`` when the rules are faulty.
  package func routes(_ validation: Validation) throws -> [PersonRoutes] {
    let assessment = validation.assessment
    let plans = try plans(
      at: assessment.place, submission: assessment.submission, acceptance: assessment.acceptance)
    let dossier = assessment.dossier
    let family = dossier.persons.indices.filter { index in
      index != dossier.applicant && dossier.persons[index].applies.known != false
    }
    return ([dossier.applicant].compactMap(\.self) + family).map { person in
      let examination =
        person == dossier.applicant
        ? assessment.examination
        : Examination(
          dossier.applying(person), tables: assessment.tables,
          submission: assessment.submission, acceptance: assessment.acceptance)
      return PersonRoutes(
        person: person,
        routes: plans.map { Route($0, examination, at: assessment.place) }.sorted(by: Self.isNearer)
      )
    }
  }

  private static func isNearer(_ left: Route, _ right: Route) -> Bool {
    let order = Route.Fit.allCases
    let ranks = (order.firstIndex(of: left.fit) ?? 0, order.firstIndex(of: right.fit) ?? 0)
    return (ranks.0, left.gaps.count, left.effort, -left.met, left.checklist.category)
      < (ranks.1, right.gaps.count, right.effort, -right.met, right.checklist.category)
  }
}
