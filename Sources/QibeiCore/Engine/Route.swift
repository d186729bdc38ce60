// SPDX-License-Identifier: Apache-2.0

/// How one category stands to a person (一人一策): whether it fits, what keeps it from fitting, and what is at hand.
package struct Route: Sendable {
  /// How it stands, the nearest first.
  package enum Fit: String, CaseIterable, Sendable {
    case fits
    /// Every fact fits, and an authority decides about the rest.
    case opinion
    case near, unknown
    case doesNotApply = "does-not-apply"
  }

  /// A condition of the category that is not met.
  package struct Gap: Sendable {
    package let criterion: ChecklistNote
    /// Facts that miss a bound: what they are, and what they would have to be at least or at most.
    package let short: [(name: FactName, value: Int, wanted: Int)]
    /// The first day on which time alone will have met it; nil where time does not.
    package let curedOn: CalendarDate?

    /// An age that ten years do not bring.
    fileprivate var isFarOff: Bool { curedOn == nil && short.contains { $0.name == .age } }
  }

  package let checklist: Checklist
  package let fit: Fit
  package let gaps: [Gap]
  /// Facts to declare before it can be told.
  package let unknowns: [FactName]
  /// Conditions that an authority decides about.
  package let opinions: [ChecklistNote]
  /// Why the matter belongs elsewhere.
  package let doors: [WrongDoor]
  /// The only places where the category exists, where the person's is none of them.
  package let elsewhere: [Division]
  /// The last day on which the conditions that hold now still hold, and the age that ends them where one does; nil
  /// where time does not end them within two years.
  package let fitsUntil: (day: CalendarDate, turning: Int?)?
  /// Items that what is there satisfies, papers still missing, and papers there that have to be mended.
  package let reused: Int
  package let missing: Int
  package let defective: Int
  /// Whether no list is published, so that the authority has to confirm it.
  package let isUnconfirmed: Bool
  /// The conditions with their states, for the proof.
  package let proof: [(criterion: ChecklistNote, proof: Proof?)]

  /// Conditions that facts show to be met.
  package var met: Int { proof.count { $0.proof?.truth == .yes } }

  /// How much is left to do.
  package var effort: Int { missing * 2 + defective }

  /// Judges a person against a category.
  ///
  /// - Parameters:
  ///   - plan: of the category's list in force at the place and day.
  ///   - examination: the dossier, however little is in it.
  ///   - place: where the person would apply.
  package init(_ plan: RulePlan, _ examination: Examination, at place: Division?) {
    let checklist = plan.checklist
    self.checklist = checklist
    let applicant = Owner.person(examination.dossier.applicant ?? 0)
    let isThere = examination.dossier.applicant != nil
    let value = { (name: FactName) in
      isThere ? examination.value(of: name, for: applicant) : FactValue.unknown
    }
    let proof = checklist.criteria.map { criterion in
      (criterion: criterion, proof: criterion.condition.map { Proof($0, value) })
    }
    self.proof = proof
    opinions = checklist.criteria.filter { $0.condition == nil }
    doors = checklist.wrongDoors.filter { $0.condition.truth(value) == .yes }
    elsewhere = place.map { checklist.exists(at: $0) ? [] : checklist.places } ?? []
    gaps = proof.filter { $0.proof?.truth == .no }.map { criterion, _ in
      Gap(
        criterion: criterion, short: criterion.condition?.shortfalls(value) ?? [],
        curedOn: Self.firstDay(criterion.condition, .yes, months: 120, examination))
    }
    var seen: Set<FactName> = []
    unknowns =
      (proof.filter { $0.proof?.truth == .unknown }.compactMap(\.criterion.condition)
      + checklist.wrongDoors.map(\.condition))
      .flatMap { $0.unknowns(value) }.filter { seen.insert($0).inserted }
    let ends = proof.filter { $0.proof?.truth == .yes }.compactMap { criterion, _ in
      Self.firstDay(criterion.condition, .no, months: 24, examination).map { (criterion, $0) }
    }.min { $0.1 < $1.1 }
    fitsUntil = ends.map { criterion, day in
      let isAge = criterion.condition?.facts.contains(.age) ?? false
      let then = examination.on(day).value(of: .age, for: applicant)
      if isAge, case .number(let age) = then { return (day.adding(days: -1), age) }
      return (day.adding(days: -1), nil)
    }
    let outcome = plan.examine(examination)
    reused = outcome.lines.count { $0.state == .satisfied }
    missing = outcome.findings.count { $0.kind === FindingKind.missing }
    defective =
      Set(
        outcome.findings.filter { [.supplement, .fixNow].contains($0.disposition) }
          .compactMap(\.supplement)
      ).count
    isUnconfirmed = checklist.confirm != nil
    fit =
      if !doors.isEmpty || !elsewhere.isEmpty {
        .doesNotApply
      } else if gaps.contains(where: \.isFarOff)
        || (gaps.count > 1 && gaps.contains { $0.curedOn == nil })
      {
        .doesNotApply
      } else if !gaps.isEmpty {
        .near
      } else {
        !unknowns.isEmpty
          ? .unknown : opinions.contains { !$0.isGeneral } ? .opinion : .fits
      }
  }

  // Only age and marriage grow by themselves; how long somebody will stay or earn is nobody's to foretell.
  private static func firstDay(
    _ condition: Condition?, _ wanted: Truth, months: Int, _ examination: Examination
  ) -> CalendarDate? {
    guard let condition, condition.facts.contains(where: { [.age, .yearsMarried].contains($0) }),
      !condition.facts.contains(where: { $0.isPresence || $0.isEarnings }),
      let applicant = examination.dossier.applicant
    else { return nil }
    func holds(_ day: CalendarDate) -> Bool {
      let then = examination.on(day)
      return condition.truth { then.value(of: $0, for: .person(applicant)) } == wanted
    }
    let start = examination.submission
    guard let month = (1...months).first(where: { holds(start.adding(months: $0)) }) else {
      return nil
    }
    var day = start.adding(months: month - 1)
    while !holds(day) { day = day.adding(days: 1) }
    return day
  }
}

extension Condition {
  /// Numbers that miss a bound of this condition.
  func shortfalls(
    _ value: (FactName) -> FactValue
  ) -> [(name: FactName, value: Int, wanted: Int)] {
    switch self {
    case .fact(let test):
      guard case .number(let number) = value(test.name) else { return [] }
      if let least = test.atLeast, number < least { return [(test.name, number, least)] }
      if let most = test.atMost, number > most { return [(test.name, number, most)] }
      return []
    case .not: return []
    case .all(let parts), .any(let parts): return parts.flatMap { $0.shortfalls(value) }
    }
  }
}
