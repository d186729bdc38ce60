// SPDX-License-Identifier: Apache-2.0

/// How one eligibility condition of a category stands; it never becomes a finding, for no paper can supply it.
package struct CriterionLine: Sendable {
  /// Whether it is met, as far as facts can tell.
  package enum State: String, Sendable {
    case met, unmet, unknown
    /// An authority decides about it, no fact does.
    case opinion
  }

  package let category: String
  package let criterion: ChecklistNote
  package let state: State
  /// The facts that it asks for, with their values.
  package let facts: [(name: FactName, value: FactValue)]
}

extension Assessment {
  /// The eligibility conditions of the checklists, in their order.
  package func criteria(_ examination: Examination) -> [CriterionLine] {
    guard let applicant = dossier.applicant else { return [] }
    let value = { examination.value(of: $0, for: .person(applicant)) }
    return checklists.flatMap { checklist in
      checklist.criteria.map { criterion in
        CriterionLine(
          category: checklist.category, criterion: criterion,
          state: Self.state(criterion.condition, value),
          facts: (criterion.condition?.facts ?? []).map { ($0, value($0)) })
      }
    }
  }

  /// The conditions that the facts declared do not meet, in their order.
  package var unmetCriteria: [ChecklistNote] {
    guard let applicant = dossier.applicant else { return [] }
    let examination = examination
    let value = { examination.value(of: $0, for: .person(applicant)) }
    var unmet: [ChecklistNote] = []
    for list in checklists.indices {
      for at in checklists[list].criteria.indices
      where checklists[list].criteria[at].condition?.truth(value) == .no {
        unmet.append(checklists[list].criteria[at])
      }
    }
    return unmet
  }

  private static func state(
    _ condition: Condition?, _ value: (FactName) -> FactValue
  ) -> CriterionLine.State {
    switch condition?.truth(value) {
    case nil: .opinion
    case .yes: .met
    case .no: .unmet
    case .unknown: .unknown
    }
  }
}

extension FactName {
  /// Whether it is counted from entries and exits.
  package var isPresence: Bool {
    switch self {
    case .monthsPresent4y, .leastMonthsPresent3y, .leastMonthsPresent4y, .leastMonthsPresent5y: true
    default: false
    }
  }

  /// Whether it is counted from the declared pay.
  package var isEarnings: Bool {
    switch self {
    case .salaryPercent, .taxPercent, .lowestSalary, .lowestTax: true
    default: false
    }
  }

  /// The years before the submission that it looks at.
  package var yearsBack: Int {
    switch self {
    case .leastMonthsPresent3y: 3
    case .leastMonthsPresent5y: 5
    default: 4
    }
  }
}
