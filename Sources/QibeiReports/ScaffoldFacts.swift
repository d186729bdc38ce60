// SPDX-License-Identifier: Apache-2.0
internal import QibeiCore

/// Example facts for a dossier to start from, with which its lists send nobody elsewhere.
struct ScaffoldFacts {
  let location: FilingLocation
  let workCategory: WorkCategory
  let permitMonths: Int
  let circumstance: CaseCircumstance
  /// Kinds of the permits that are held.
  let holds: [PermitKind]

  /// The first that fit, in the order of what asks for most; the very first where none does.
  init(_ checklists: [Checklist]) {
    let doors = checklists.flatMap(\.wrongDoors).map(\.condition)
    let all = Self.candidates(isJoint: checklists.count > 1)
    let fitting = all.first { facts in !doors.contains { $0.truth(facts.value) == .yes } }
    self = fitting ?? all[0]
  }

  private init(
    _ location: FilingLocation, _ workCategory: WorkCategory, _ permitMonths: Int,
    _ circumstance: CaseCircumstance, _ holds: [PermitKind]
  ) {
    self.location = location
    self.workCategory = workCategory
    self.permitMonths = permitMonths
    self.circumstance = circumstance
    self.holds = holds
  }

  private static func candidates(isJoint: Bool) -> [ScaffoldFacts] {
    let locations: [FilingLocation] = isJoint ? [.inCountry, .abroad] : [.abroad, .inCountry]
    let held: [[PermitKind]] = [[.visaZ], [.workPermit, .residenceWork], [.residenceFamily]]
    var all: [ScaffoldFacts] = []
    for circumstance in [CaseCircumstance.none, .passportRenewed, .employerChanged] {
      for holds in held {
        for category in [WorkCategory.professional, .highEnd] {
          for months in [12, 3] {
            for location in locations {
              all.append(ScaffoldFacts(location, category, months, circumstance, holds))
            }
          }
        }
      }
    }
    return all
  }

  private func value(_ name: FactName) -> FactValue {
    switch name {
    case .location: FactValue(.value(location))
    case .workCategory: FactValue(.value(workCategory))
    case .permitMonths: .number(permitMonths)
    case .caseCircumstances: .words(WordSet([circumstance]).bits)
    case .holds: .words(WordSet(holds).bits)
    case .ended: .words(0)
    case .permanentResident: FactValue(.value(false))
    default: .unknown
    }
  }
}
