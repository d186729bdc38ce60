// SPDX-License-Identifier: Apache-2.0

/// A paper to be obtained: whose, of what kind, and from where if that matters.
struct WantedPaper: Hashable, Sendable {
  let owner: Owner
  let kind: SupplementKind
  let country: Country?
}

/// What a plan will have done to a dossier, so that the engine judges the dossier as it will be.
package struct Foresight: Sendable {
  /// The papers, each with the days of submission on which it counts.
  var papers: [WantedPaper: (from: CalendarDate, until: CalendarDate?)] = [:]
  /// Faults that will have been put right.
  var settled: Set<Cause> = []

  /// Whether a paper takes the place of one that is there.
  static func replaces(_ paper: WantedPaper, _ supplement: Supplement) -> Bool {
    supplement.kind.known == paper.kind
      && (paper.owner == .application || supplement.owner == paper.owner)
      && (paper.country == nil || supplement.country.known == paper.country)
  }

  /// Leaves out of what was found what will have been put right.
  package func settle(_ findings: inout [Finding], in dossier: Dossier, on day: CalendarDate) {
    if papers.isEmpty, settled.isEmpty { return }
    let there = papers.filter { $1.from <= day && $1.until.map { day <= $0 } ?? true }
    findings.removeAll { finding in
      if settled.contains(Cause(finding)) { return true }
      guard let paper = finding.supplement else { return false }
      return there.keys.contains { Self.replaces($0, dossier.supplements[Int(paper)]) }
    }
  }

  /// Whether a paper that will be there answers a demand.
  func has(
    _ demand: SupplementDemand, _ owner: Owner, _ country: Country?, on day: CalendarDate
  ) -> Bool {
    if papers.isEmpty { return false }
    return papers.contains { paper, days in
      demand.kinds.contains(paper.kind) && (owner == .application || paper.owner == owner)
        && (country == nil || paper.country == country)
        && days.from <= day && days.until.map { day <= $0 } ?? true
    }
  }
}

/// One way of completing a line of a checklist.
struct Way: Sendable {
  /// Papers to obtain.
  var papers: Set<WantedPaper> = []
  /// How much there is to mend on papers that are there.
  var mending = 0
  /// What there is to mend.
  var mends: [Finding] = []
}

extension RequirementJudge {
  /// The open ways of completing the line, cheapest first; empty where some of it cannot be told.
  func ways() -> [Way] { ways(requirement.choice).sorted(by: Self.isCheaper) }

  private static func isCheaper(_ left: Way, _ right: Way) -> Bool {
    (left.papers.count, left.mending) < (right.papers.count, right.mending)
  }

  // Beyond this many no list goes; the dearest are left out first.
  private static let most = 64

  private func ways(_ choice: SupplementChoice) -> [Way] {
    switch choice {
    case .one(let demand): return ways(demand)
    case .anyOf(let choices): return choices.flatMap(ways)
    case .allOf(let choices):
      let parts = choices.filter(isOpen).map(ways)
      guard !parts.isEmpty else { return [] }
      return parts.reduce([Way()]) { done, part in
        let joined = done.flatMap { one in
          part.map {
            Way(
              papers: one.papers.union($0.papers), mending: one.mending + $0.mending,
              mends: one.mends + $0.mends)
          }
        }
        return Array(joined.sorted(by: Self.isCheaper).prefix(Self.most))
      }
    }
  }

  private func ways(_ demand: SupplementDemand) -> [Way] {
    let judgement = judge(demand: demand)
    let anew = demand.kinds.map {
      Way(papers: [WantedPaper(owner: owner, kind: $0, country: country)])
    }
    switch judgement.state {
    case .satisfied: return [Way()]
    case .closed, .unknown: return []
    case .failing:
      if !judgement.missing.isEmpty { return anew }
      let mends = judgement.report.findings.filter {
        ![.look, .advise].contains($0.disposition)
      }
      let needsAnother = mends.contains { $0.kind.step == .issue }
      return needsAnother ? anew : [Way(mending: judgement.effort, mends: mends)] + anew
    }
  }
}
