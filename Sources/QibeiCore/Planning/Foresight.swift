// SPDX-License-Identifier: Apache-2.0

/// A paper to be obtained: whose, of what kind, and from where if that matters.
struct WantedPaper: Hashable, Sendable {
  let owner: Owner
  let kind: SupplementKind
  let country: Country?
}

/// What a plan will have done to a dossier, so that the engine judges the dossier as it will be.
package struct Foresight: Sendable {
  /// The papers to obtain, each with the demands that it is made to answer; another demand may ask for another
  /// signature on the same form.
  private(set) var papers: [WantedPaper: Set<DemandKey>] = [:]
  /// Faults that will have been put right.
  var settled: Set<Cause> = []

  /// Adds a paper for some demands; false where it was there for them.
  @discardableResult
  mutating func add(_ paper: WantedPaper, for demands: [SupplementDemand]) -> Bool {
    let before = papers[paper]
    papers[paper] = (before ?? []).union(demands.map(DemandKey.init))
    return papers[paper] != before
  }

  /// Whether a paper takes the place of one that is there.
  static func replaces(_ paper: WantedPaper, _ supplement: Supplement) -> Bool {
    supplement.kind.known == paper.kind
      && (paper.owner == .application || supplement.owner == paper.owner)
      && (paper.country == nil || supplement.country.known == paper.country)
  }

  /// Leaves out of what was found what will have been put right.
  package func settle(_ findings: inout [Finding], in dossier: Dossier) {
    if papers.isEmpty, settled.isEmpty { return }
    findings.removeAll { finding in
      if settled.contains(Cause(finding)) { return true }
      guard let paper = finding.supplement else { return false }
      return papers.contains { new, demands in
        Self.replaces(new, dossier.supplements[Int(paper)])
          && finding.requirement.map { requirement in
            requirement.choice.demands.contains { demands.contains(DemandKey($0)) }
          } ?? true
      }
    }
  }

  /// Whether a paper that will be there answers a demand.
  func has(_ demand: SupplementDemand, _ owner: Owner, _ country: Country?) -> Bool {
    if papers.isEmpty { return false }
    return papers.contains { paper, demands in
      demands.contains(DemandKey(demand)) && (owner == .application || paper.owner == owner)
        && (country == nil || paper.country == country)
    }
  }
}

/// What a demand asks for; the same in another edition of the list that leaves it as it is.
package struct DemandKey: Hashable, Sendable {
  private let kinds: [SupplementKind]
  private let condition: Condition?
  private let names: [String]
  private let parameters: [CheckParameters]

  package init(_ demand: SupplementDemand) {
    kinds = demand.kinds
    condition = demand.condition
    names = demand.checks.map { type(of: $0.check).description.name }
    parameters = demand.checks.map(\.parameters)
  }
}

/// One way of completing a line of a checklist.
struct Way: Sendable {
  /// A paper to obtain, the demand that it is to answer, and the line's time for it in working days.
  struct Want: Sendable {
    let paper: WantedPaper
    let demand: SupplementDemand
    let listedDays: Int?
  }

  var wants: [Want] = []
  /// How much there is to mend on papers that are there.
  var mending = 0
  /// What there is to mend.
  var mends: [Finding] = []
}

extension RequirementJudge {
  /// The open ways of completing the line, cheapest first; empty where some of it cannot be told.
  func ways() -> [Way] { ways(requirement.choice).sorted(by: Self.isCheaper) }

  private static func isCheaper(_ left: Way, _ right: Way) -> Bool {
    (left.wants.count, left.mending) < (right.wants.count, right.mending)
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
              wants: one.wants + $0.wants, mending: one.mending + $0.mending,
              mends: one.mends + $0.mends)
          }
        }
        return Array(joined.sorted(by: Self.isCheaper).prefix(Self.most))
      }
    }
  }

  private func ways(_ demand: SupplementDemand) -> [Way] {
    let judgement = judge(demand: demand)
    // The kind that is there already is the one to do again.
    let there = candidates(for: demand).compactMap { paper in
      examination.dossier.supplements[Int(paper)].kind.known
    }
    let kinds = demand.kinds.filter(there.contains) + demand.kinds.filter { !there.contains($0) }
    let anew = kinds.map { kind in
      Way(wants: [
        Way.Want(
          paper: WantedPaper(owner: owner, kind: kind, country: country), demand: demand,
          listedDays: requirement.leadDays)
      ])
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
