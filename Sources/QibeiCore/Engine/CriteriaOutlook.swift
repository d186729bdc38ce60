// SPDX-License-Identifier: Apache-2.0

/// How the conditions of a category stand to a person, and what time alone changes about them.
package struct CriteriaOutlook: Sendable {
  /// A number that misses a bound.
  package struct Shortfall: Sendable {
    package let name: FactName
    package let value: Int
    package let wanted: Int
    /// Whether it would have to be at least as much, rather than at most.
    package let isLeast: Bool

    package var difference: Int { abs(wanted - value) }
  }

  /// A condition that is not met.
  package struct Gap: Sendable {
    package let criterion: ChecklistNote
    package let short: [Shortfall]
    /// Facts that would have to be otherwise, with their values.
    package let lacking: [(test: FactTest, value: FactValue)]
    /// The first day on which time alone will have met it; nil where time does not within ten years.
    package let curedOn: CalendarDate?
    /// Whether that day rests on the person staying in China.
    package let assumesStay: Bool
    /// Whether time was looked at.
    fileprivate let isForetold: Bool

    /// Whether it asks for what grows with time, and ten years are not enough.
    package var takesTooLong: Bool {
      isForetold && curedOn == nil && short.contains { $0.isLeast && $0.name.growsWithTime }
    }

    /// What ten years do not bring, or nothing will.
    var isFarOff: Bool {
      curedOn == nil
        && (short.contains { $0.name == .age } || lacking.contains { $0.test.name.isStatus })
    }
  }

  /// The conditions with their truths; nil where an authority decides.
  package let states: [(criterion: ChecklistNote, truth: Truth?)]
  package let gaps: [Gap]
  private let examination: Examination
  /// The last day on which the conditions that hold now still hold, and the age that ends them where one does; nil
  /// where time does not end them within two years.
  package let fitsUntil: (criterion: ChecklistNote, day: CalendarDate, turning: Int?)?

  /// - Parameters:
  ///   - criteria: of the category.
  ///   - facts: of the person.
  ///   - foretells: whether time is looked at, rather than the day of submission only.
  package init(_ criteria: [ChecklistNote], _ facts: FutureFacts, foretells: Bool = true) {
    examination = facts.examination
    let value = { (name: FactName) in facts.value(of: name) }
    states = criteria.map { ($0, $0.condition?.truth(value)) }
    let gaps = states.filter { $0.truth == .no }.map { criterion, _ in
      let lacking = criterion.condition.map { Proof($0, value).lacking } ?? []
      return Gap(
        criterion: criterion, short: lacking.compactMap(Shortfall.init),
        lacking: lacking.filter { Shortfall($0) == nil },
        curedOn: foretells
          ? facts.firstDay(criterion.condition, .yes, months: FutureFacts.horizon) : nil,
        assumesStay: lacking.contains { $0.test.name.isPresence }, isForetold: foretells)
    }
    self.gaps = gaps
    // What is not met, and will not be, need not last.
    guard foretells, gaps.allSatisfy({ $0.curedOn != nil }) else {
      fitsUntil = nil
      return
    }
    // Whoever stays in China need not fear for the days counted there.
    let ends = states.filter {
      $0.truth == .yes && $0.criterion.condition?.facts.contains(where: \.isPresence) == false
    }.compactMap { criterion, _ in
      facts.firstDay(criterion.condition, .no, months: 24).map { (criterion, $0) }
    }.min { $0.1 < $1.1 }
    fitsUntil = ends.map { criterion, day in
      let isAge = criterion.condition?.facts.contains(.age) ?? false
      if isAge, case .number(let age) = facts.value(of: .age, on: day) {
        return (criterion, day.adding(days: -1), age)
      }
      return (criterion, day.adding(days: -1), nil)
    }
  }
}

extension CriteriaOutlook {
  /// Why each condition holds, does not, or cannot be told; nil where an authority decides.
  package var proof: [(criterion: ChecklistNote, proof: Proof?)] {
    let applicant = examination.dossier.applicant
    return states.map { criterion, _ in
      let proof = criterion.condition.map { condition in
        Proof(condition) { name in
          applicant.map { examination.value(of: name, for: .person($0)) } ?? .unknown
        }
      }
      return (criterion, proof)
    }
  }
}

extension CriteriaOutlook.Shortfall {
  init?(_ lacking: (test: FactTest, value: FactValue)) {
    guard case .number(let number) = lacking.value else { return nil }
    if let least = lacking.test.atLeast, number < least {
      self.init(name: lacking.test.name, value: number, wanted: least, isLeast: true)
    } else if let most = lacking.test.atMost, number > most {
      self.init(name: lacking.test.name, value: number, wanted: most, isLeast: false)
    } else {
      return nil
    }
  }
}

extension Proof {
  /// The facts that fail it, with their values; what stands under a “not” is left out, for it would have to fail.
  var lacking: [(test: FactTest, value: FactValue)] {
    switch step {
    case .fact(let test, let value): truth == .no ? [(test, value)] : []
    case .not: []
    case .all, .any: parts.flatMap(\.lacking)
    }
  }
}
