// SPDX-License-Identifier: Apache-2.0

/// How a dossier stands on each day of a horizon, as it is: stretches of days with the same answer.
package struct Outlook: Sendable {
  /// Days in a row on which the same faults keep a dossier from being complete, or none does.
  package struct Stretch: Sendable {
    package let from: CalendarDate
    package fileprivate(set) var until: CalendarDate
    package let assessment: Assessment
    fileprivate let blockers: Set<Cause>

    package var isComplete: Bool { assessment.verdict == .complete }
  }

  /// What begins or ends on a day, told by the faults that it brings and takes away.
  package struct Event: Sendable {
    package let day: CalendarDate
    package let begins: [Finding]
    package let ends: [Finding]
  }

  package let horizon: Horizon
  /// Without gaps, from the horizon's first day to its last.
  package let stretches: [Stretch]

  /// Judges a dossier on every day on which its answer may turn.
  ///
  /// - Parameters:
  ///   - horizon: the days looked at.
  ///   - days: those on which the answer may turn, in any order.
  ///   - assess: judges the dossier on a day.
  /// - Throws: what judging throws.
  package init(
    _ horizon: Horizon, turning days: Set<CalendarDate>,
    assess: (CalendarDate) throws -> Assessment
  ) rethrows {
    self.horizon = horizon
    var stretches: [Stretch] = []
    let starts = days.union([horizon.first]).filter(horizon.contains).sorted()
    for start in starts {
      let assessment = try assess(start)
      let blockers = Set(assessment.blockers.map(Cause.init))
      if let last = stretches.indices.last, stretches[last].blockers == blockers,
        stretches[last].assessment.checklists.map(\.source)
          == assessment.checklists.map(\.source)
      {
        continue
      }
      if let last = stretches.indices.last { stretches[last].until = start.adding(days: -1) }
      stretches.append(
        Stretch(from: start, until: horizon.last, assessment: assessment, blockers: blockers))
    }
    self.stretches = stretches
  }

  /// The days on which it may be handed in, in order.
  package var windows: [(from: CalendarDate, until: CalendarDate)] {
    stretches.filter(\.isComplete).reduce(into: []) { windows, stretch in
      if let last = windows.last, last.until.adding(days: 1) == stretch.from {
        windows[windows.count - 1].until = stretch.until
      } else {
        windows.append((stretch.from, stretch.until))
      }
    }
  }

  /// What changes, day by day.
  package var events: [Event] {
    zip(stretches, stretches.dropFirst()).compactMap { before, after in
      let begins = after.assessment.blockers.filter { !before.blockers.contains(Cause($0)) }
      let ends = before.assessment.blockers.filter { !after.blockers.contains(Cause($0)) }
      return begins.isEmpty && ends.isEmpty
        ? nil : Event(day: after.from, begins: begins, ends: ends)
    }
  }

  /// Pairs of faults of which each passes by itself, but never both on the same day.
  package var conflicts: [(first: Finding, second: Finding)] {
    guard !stretches.contains(where: \.isComplete) else { return [] }
    var known: [Cause: Finding] = [:]
    var order: [Cause] = []
    for finding in stretches.flatMap(\.assessment.blockers) {
      if known.updateValue(finding, forKey: Cause(finding)) == nil { order.append(Cause(finding)) }
    }
    let passing = order.filter { cause in stretches.contains { !$0.blockers.contains(cause) } }
    var pairs: [(Finding, Finding)] = []
    for (at, first) in passing.enumerated() {
      for second in passing[(at + 1)...]
      where stretches.allSatisfy({ $0.blockers.contains(first) || $0.blockers.contains(second) }) {
        if let one = known[first], let other = known[second] { pairs.append((one, other)) }
      }
    }
    return pairs
  }
}

/// What a finding is about, so that the same fault is known again on another day.
package struct Cause: Hashable, Sendable {
  private let code: String
  private let owner: Owner
  private let supplement: Int32?
  private let requirement: String?
  private let place: SourcePlace?
  private let subject: FindingValue?

  package init(_ finding: Finding) {
    code = finding.kind.code
    owner = finding.owner
    supplement = finding.supplement
    requirement = finding.supplement == nil ? finding.requirement?.id : nil
    place = finding.supplement == nil ? finding.sourcePlace : nil
    subject = finding.supplement == nil && finding.requirement != nil ? finding.seen : nil
  }
}

extension Assessment {
  /// The findings that keep the dossier from being complete.
  package var blockers: [Finding] {
    findings.filter { ![.look, .advise].contains($0.disposition) }
  }
}
