// SPDX-License-Identifier: Apache-2.0
internal import QibeiCore

/// What became of one line of a list for one person, with everything found about it.
struct RequirementCase {
  let checklist: Checklist
  let requirement: Requirement
  let owner: Owner
  /// The least settled where the line is due several times, once for each country.
  var state: RulePlan.Line.State
  /// Whether shown or not, in the report's order.
  var findings: [(finding: Finding, position: SourcePosition)] = []
  /// What the same line of the other list tells for this one too, in a joint dossier.
  var shared: [(finding: Finding, position: SourcePosition)] = []

  /// Tells it in every report, whatever the numbers and names are.
  var identifier: String { "\(checklist.category).\(requirement.id)" }
}

extension Report {
  /// Every line that is due or may be, in the order of the lists, and the findings that belong to none of them.
  ///
  /// Each finding is in exactly one of the cases' `findings` or in the rest.
  func cases(
    in order: FindingOrder
  ) -> (cases: [RequirementCase], rest: [(finding: Finding, position: SourcePosition)]) {
    struct Key: Hashable {
      let requirement: ObjectIdentifier
      let owner: Owner
    }
    var lists: [ObjectIdentifier: Checklist] = [:]
    for checklist in assessment.checklists {
      for requirement in checklist.requirements { lists[ObjectIdentifier(requirement)] = checklist }
    }
    var places: [Key: Int] = [:]
    var cases: [RequirementCase] = []
    for line in assessment.lines {
      let key = Key(requirement: ObjectIdentifier(line.requirement), owner: line.owner)
      if let place = places[key] {
        if line.state.rank > cases[place].state.rank { cases[place].state = line.state }
      } else if let checklist = lists[key.requirement] {
        places[key] = cases.count
        cases.append(
          RequirementCase(
            checklist: checklist, requirement: line.requirement, owner: line.owner,
            state: line.state))
      }
    }
    var rest: [(finding: Finding, position: SourcePosition)] = []
    for entry in findings(by: order) {
      func place(_ requirement: Requirement) -> Int? {
        places[
          Key(requirement: ObjectIdentifier(requirement), owner: entry.finding.owner)]
      }
      if let own = entry.finding.requirement.flatMap(place) {
        cases[own].findings.append(entry)
      } else {
        rest.append(entry)
      }
      for other in entry.finding.sharedWith.compactMap(place) { cases[other].shared.append(entry) }
    }
    return (cases, rest)
  }
}

extension RulePlan.Line.State {
  fileprivate var rank: Int {
    switch self {
    case .satisfied: 0
    case .pending: 1
    case .failing: 2
    case .unknown: 3
    }
  }
}
