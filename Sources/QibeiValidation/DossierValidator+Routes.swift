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
      let facts = FutureFacts(examination)
      return PersonRoutes(
        person: person,
        routes: Self.ordered(plans.map { Route($0, facts, at: assessment.place) }))
    }
  }

  /// How many lists are in force at the place and day of a dossier, and the first day on which any is.
  ///
  /// - Throws: ``ChecklistError`` when the rules are faulty.
  package func lists(
    _ validation: Validation
  ) throws -> (count: Int, first: CalendarDate?) {
    let assessment = validation.assessment
    let count = try plans(
      at: assessment.place, submission: assessment.submission, acceptance: assessment.acceptance
    ).count
    guard count == 0 else { return (count, nil) }
    let days = try library.categories().flatMap { try library.versions(of: $0) }
      .map(\.inForce.from)
    return (0, days.min())
  }

  // How it stands, and then what is left to do.
  private static func ordered(_ routes: [Route]) -> [Route] {
    let keyed = routes.map { route in
      (
        key: [
          route.rank, route.gaps.count, route.papers?.effort ?? 0, route.unknowns.count,
          -route.met,
        ], route: route
      )
    }
    // The lists come in the order of their categories, which decides among equals.
    return keyed.enumerated().sorted { left, right in
      left.element.key == right.element.key
        ? left.offset < right.offset : left.element.key.lexicographicallyPrecedes(right.element.key)
    }.map(\.element.route)
  }
}
