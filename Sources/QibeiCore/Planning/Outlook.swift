// SPDX-License-Identifier: Apache-2.0

/// How a dossier stands on each day of a horizon, as it is: stretches of days with the same answer.
package struct Outlook: Sendable {
  /// Days in a row on which the same faults keep a dossier from being complete, or none does.
  package struct Stretch: Sendable {
    package let from: CalendarDate
    package fileprivate(set) var until: CalendarDate
    package let assessment: Assessment
    /// The same answer in the words of its last day.
    fileprivate var ending: Assessment
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
      if let last = stretches.indices.last {
        stretches[last].until = start.adding(days: -1)
        stretches[last].ending = try assess(stretches[last].until)
      }
      stretches.append(
        Stretch(
          from: start, until: horizon.last, assessment: assessment, ending: assessment,
          blockers: blockers))
    }
    self.stretches = stretches
  }

  /// The days on which it may be handed in, in order.
  package var windows: [(from: CalendarDate, until: CalendarDate)] {
    Self.joined(stretches.filter(\.isComplete))
  }

  /// What changes, day by day.
  package var events: [Event] {
    zip(stretches, stretches.dropFirst()).compactMap { before, after in
      let begins = after.assessment.blockers.filter { !before.blockers.contains(Cause($0)) }
      let ends = before.ending.blockers.filter { !after.blockers.contains(Cause($0)) }
      return begins.isEmpty && ends.isEmpty
        ? nil : Event(day: after.from, begins: begins, ends: ends)
    }
  }

  /// A paper with the days on which nothing that time changes speaks against it.
  package struct Side: Sendable {
    package let supplement: Int32
    package let days: [(from: CalendarDate, until: CalendarDate)]
    /// What speaks against it on the other days.
    package let reasons: [Finding]
  }

  /// Pairs of papers of which each counts on some days, but never both on the same day.
  package var conflicts: [(first: Side, second: Side)] {
    guard !stretches.contains(where: \.isComplete) else { return [] }
    let sides = changing
    return sides.enumerated().flatMap { at, first in
      sides[(at + 1)...].filter { second in
        !first.days.contains { one in
          second.days.contains { one.from <= $0.until && $0.from <= one.until }
        }
      }.map { (first, $0) }
    }
  }

  // Papers that count on some of the days and not on others; faults that stand on every day are no matter of time.
  private var changing: [Side] {
    var known: [Cause: Finding] = [:]
    var order: [Cause] = []
    for finding in stretches.flatMap(\.assessment.blockers) where finding.supplement != nil {
      if known.updateValue(finding, forKey: Cause(finding)) == nil { order.append(Cause(finding)) }
    }
    let passing = order.filter { cause in stretches.contains { !$0.blockers.contains(cause) } }
    var papers: [Int32] = []
    for paper in passing.compactMap({ known[$0]?.supplement }) where !papers.contains(paper) {
      papers.append(paper)
    }
    return papers.compactMap { paper in
      let causes = passing.filter { known[$0]?.supplement == paper }
      let days = Self.joined(stretches.filter { $0.blockers.isDisjoint(with: causes) })
      return days.isEmpty
        ? nil : Side(supplement: paper, days: days, reasons: causes.compactMap { known[$0] })
    }
  }

  private static func joined(
    _ stretches: [Stretch]
  ) -> [(from: CalendarDate, until: CalendarDate)] {
    stretches.reduce(into: []) { days, stretch in
      if let last = days.last, last.until.adding(days: 1) == stretch.from {
        days[days.count - 1].until = stretch.until
      } else {
        days.append((stretch.from, stretch.until))
      }
    }
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
    // A fault of the file is the paper's, and stands where it stands.
    place = finding.supplement == nil || finding.requirement == nil ? finding.sourcePlace : nil
    subject = finding.supplement == nil && finding.requirement != nil ? finding.seen : nil
  }
}

extension Assessment {
  /// The findings that keep the dossier from being complete.
  package var blockers: [Finding] {
    findings.filter { ![.look, .advise].contains($0.disposition) }
  }
}
