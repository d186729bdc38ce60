// SPDX-License-Identifier: Apache-2.0
package import QibeiCore

extension DossierValidator {
  /// How a dossier will stand as days go by, if nothing is done about it.
  ///
  /// - Parameters:
  ///   - validation: of the dossier.
  ///   - horizon: the days looked at.
  /// - Returns: stretches of days with the same answer.
  /// - Throws: ``ChecklistError`` when the rules are faulty.
  package func outlook(_ validation: Validation, in horizon: Horizon) throws -> Outlook {
    try Outlook(horizon, turning: try turningDays(validation, in: horizon)) {
      try assess(validation, on: $0)
    }
  }

  /// The days on which the answer may turn by time alone.
  ///
  /// - Throws: ``ChecklistError`` when the rules are faulty.
  func turningDays(
    _ validation: Validation, in horizon: Horizon
  ) throws -> Set<CalendarDate> {
    let (dossier, request) = (validation.assessment.dossier, validation.reading.request)
    let place = validation.assessment.place
    let categories = Self.categories(request, dossier.application)
    var days: Set<CalendarDate> = [horizon.first]
    for category in categories {
      days.formUnion(try library.editionDays(of: category, at: place))
    }
    // What is declared for a later day, such as an entry, is a fault until then, and counts from then on.
    days.formUnion(dossier.persons.flatMap { FactContradictions.days($0) })
    for start in days.filter(horizon.contains).sorted() {
      let examination = validation.assessment.examination.on(start)
      let plans = try categories.enumerated().compactMap { limb, category in
        do {
          return (limb, try plan(category, place, examination, version: request.version))
        } catch is ChecklistLibrary.Absence {
          return nil
        }
      }
      if categories.count > 1 {
        let joint = JointDossier(
          dossier, categories, tables: library.tables, submission: start, acceptance: start)
        days.formUnion(joint.turningDays(plans, in: horizon))
      } else {
        for (_, plan) in plans { days.formUnion(plan.turningDays(examination, in: horizon)) }
      }
    }
    return days
  }
}

extension ChecklistLibrary {
  /// The days on which another edition of a list may come into force at a place, or one go out of force.
  ///
  /// - Throws: every fault in the rule files.
  func editionDays(of category: String, at place: Division?) throws(ChecklistError)
    -> [CalendarDate]
  {
    var periods = try versions(of: category).map(\.inForce)
    for division in place?.lineage ?? [] { periods += try overlays(of: division).map(\.inForce) }
    return periods.flatMap { [$0.from] + [$0.until?.adding(days: 1)].compactMap(\.self) }
  }
}
