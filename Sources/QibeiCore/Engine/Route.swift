// SPDX-License-Identifier: Apache-2.0

/// How one category stands to a person (一人一策): whether it fits, what keeps it from fitting, and what is at hand.
package final class Route: Sendable {
  /// How it stands, the nearest first.
  package enum Fit: String, CaseIterable, Sendable {
    case fits
    /// Every fact fits, and an authority decides about the rest.
    case opinion
    case near, unknown
    /// Nothing speaks against it, and no fact for it: everything is still to be told.
    case open
    case doesNotApply = "does-not-apply"
  }

  /// What is at hand for a category, and what is not.
  package struct Papers: Sendable {
    /// Items that what is there satisfies.
    package let reused: Int
    /// Papers still missing, and papers there that have to be mended, of what binds.
    package let missing: Int
    package let defective: Int
    /// Papers missing or to be mended that are only advised.
    package let advised: Int

    /// How much is left to do of what binds.
    package var effort: Int { missing * 2 + defective }

    fileprivate init(_ plan: RulePlan, _ facts: FutureFacts) {
      // What a list asks that is published nowhere binds once the authority has confirmed it.
      var outcome = plan.examine(
        facts.examination, pending: [], agreement: nil, asConfirmed: true)
      if let agreement = plan.checklist.agreement {
        outcome.findings += facts.disagreements(agreement)
      }
      reused = outcome.lines.count { $0.state == .satisfied }
      let absent = outcome.findings.filter { $0.kind === FindingKind.missing }
      missing = absent.count { $0.disposition != .advise }
      let mended = Set(
        outcome.findings.filter { [.supplement, .fixNow].contains($0.disposition) }
          .compactMap(\.supplement))
      defective = mended.count
      let advice = outcome.findings.filter { $0.disposition == .advise && $0.requirement != nil }
      advised =
        absent.count - missing + Set(advice.compactMap(\.supplement)).subtracting(mended).count
    }
  }

  private let plan: RulePlan
  package let fit: Fit
  package let criteria: CriteriaOutlook
  /// Facts to declare before it can be told.
  package let unknowns: [FactName]
  /// Conditions that an authority decides about.
  package let opinions: [ChecklistNote]
  /// Why the matter belongs elsewhere.
  package let doors: [WrongDoor]
  /// The only places where the category exists, where the person's is none of them, or is not known.
  package let onlyIn: [Division]
  /// Whether the place has to be known first, for the category exists in some places only.
  package let needsPlace: Bool
  /// Whether it is the employer's own matter, so that no person applies.
  package let isEmployers: Bool
  /// The limit that has to be kept, with its last day; the earliest where there are several.
  package let deadline: (deadline: Deadline, last: CalendarDate)?
  /// The papers of the category; nil where it is neither fitting nor near.
  package let papers: Papers?
  /// Whether no list is published, so that the authority has to confirm it.
  package let isUnconfirmed: Bool

  package var gaps: [CriteriaOutlook.Gap] { criteria.gaps }

  /// Conditions that facts show to be met.
  package let met: Int

  /// The category's list in force.
  package var checklist: Checklist { plan.checklist }

  package var category: String { plan.checklist.category }

  /// The place of how it stands among all that it can.
  package var rank: Int { Fit.allCases.firstIndex(of: fit) ?? 0 }

  /// Judges a person against a category.
  ///
  /// - Parameters:
  ///   - plan: of the category's list in force at the place and day.
  ///   - facts: of the person, however few are known.
  ///   - place: where the person would apply.
  package init(_ plan: RulePlan, _ facts: FutureFacts, at place: Division?) {
    self.plan = plan
    let value = { (name: FactName) in facts.value(of: name) }
    opinions = plan.checklist.criteria.filter { $0.condition == nil }
    doors = plan.checklist.wrongDoors.filter { $0.condition.truth(value) == .yes }
    onlyIn =
      place.map { plan.checklist.exists(at: $0) ? [] : plan.checklist.places }
      ?? plan.checklist.places
    needsPlace = place == nil && !plan.checklist.places.isEmpty
    isEmployers = plan.checklist.requirements.allSatisfy {
      [.employer, .application].contains($0.audience)
    }
    let isElsewhere = isEmployers || !doors.isEmpty || (!onlyIn.isEmpty && !needsPlace)
    let criteria = CriteriaOutlook(plan.checklist.criteria, facts, foretells: !isElsewhere)
    self.criteria = criteria
    deadline = plan.checklist.deadlines.compactMap { deadline in
      deadline.lastDay(facts.examination).map { (deadline, $0) }
    }.min { $0.1 < $1.1 }
    var seen: Set<FactName> = []
    unknowns =
      (criteria.states.filter { $0.truth == .unknown }.compactMap(\.criterion.condition)
      + plan.checklist.wrongDoors.map(\.condition))
      .flatMap { $0.unknowns(value) }.filter { seen.insert($0).inserted }
    met = criteria.states.count { $0.truth == .yes }
    isUnconfirmed = plan.checklist.confirm != nil
    let fit: Fit =
      if isElsewhere || criteria.gaps.contains(where: \.isFarOff)
        || (criteria.gaps.count > 1 && criteria.gaps.contains { $0.curedOn == nil })
      {
        .doesNotApply
      } else if !criteria.gaps.isEmpty {
        .near
      } else if needsPlace || !unknowns.isEmpty {
        .unknown
      } else if !criteria.states.contains(where: {
        $0.truth == .yes && !$0.criterion.isGeneral
      }) {
        .open
      } else {
        opinions.contains { !$0.isGeneral } ? .opinion : .fits
      }
    self.fit = fit
    papers = [.fits, .opinion, .near].contains(fit) ? Papers(plan, facts) : nil
  }
}
