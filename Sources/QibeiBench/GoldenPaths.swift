// SPDX-License-Identifier: Apache-2.0
package import QibeiCore

/// One complete dossier of a checklist: the case it stands for, and the draft.
package struct GoldenDossier {
  /// What the case is about, such as `origin: origin-letter`.
  package let title: String
  let dossier: DraftedDossier
  /// The file, as an applicant would hand it in.
  package let bytes: [UInt8]

  init(title: String, dossier: DraftedDossier) {
    self.title = title
    self.dossier = dossier
    bytes = Array(DossierWriter(dossier).text.utf8)
  }
}

/// Every way through a checklist: each condition both ways, each alternative, each kind that will do.
package struct GoldenPaths {
  private let checklist: Checklist
  private let place: Division?
  private let day: CalendarDate
  private let tables: ReferenceTables
  private let abroad: Country
  private let solver: FactSolver
  private let hasFamily: Bool

  /// Why a part of a checklist cannot be reached by any dossier.
  package struct Unreachable: Hashable, Sendable {
    package let requirement: String
    package let what: BilingualText
  }

  package init(
    _ checklist: Checklist, at place: Division?, on day: CalendarDate, _ tables: ReferenceTables
  ) {
    self.checklist = checklist
    self.place = place
    guard let abroad = Country("SGP") else { preconditionFailure("Singapore has a code") }
    self.day = day
    self.tables = tables
    self.abroad = abroad
    solver = FactSolver(checklist.kind)
    hasFamily = checklist.requirements.contains {
      [.spouse, .eachChild, .eachFamilyMember, .eachPerson].contains($0.audience)
    }
  }

  /// A requirement with the limbs that a path takes through it, outermost first.
  private struct Choice {
    let requirement: Requirement
    var limbs: [Int] = []
    var kind: Int = 0
  }

  /// The dossiers, each different from all others, and what none of them can reach.
  package func all() -> (dossiers: [GoldenDossier], unreachable: [Unreachable]) {
    var found: [GoldenDossier] = []
    var seen: Set<[UInt8]> = []
    var unreachable: [Unreachable] = []
    func add(
      _ title: String, _ wishes: [Wish], _ choice: Choice?, _ what: BilingualText,
      _ requirement: Requirement?
    ) {
      let facts: DraftFacts
      switch solver.solve(doors + wishes) {
      case .found(let found): facts = found
      case .impossible:
        unreachable.append(Unreachable(requirement: requirement?.id ?? "", what: what))
        return
      case .tooMany:
        unreachable.append(
          Unreachable(
            requirement: requirement?.id ?? "",
            what: .init(
              "条件太复杂，试不完；请拆成几项", "its condition is too complex to be tried; make it several items"))
        )
        return
      }
      let golden = GoldenDossier(title: title, dossier: draft(facts, choice))
      if seen.insert(golden.bytes).inserted { found.append(golden) }
    }
    add(
      "ordinary", [], nil, .init("没有一份材料能避开所有“另行办理”", "no dossier stays clear of every wrong door"),
      nil)
    for requirement in checklist.requirements {
      let subject = DraftSubject(requirement.audience)
      let due = requirement.condition.map { [Wish($0, subject, true)] } ?? []
      if let condition = requirement.condition {
        add(
          "\(requirement.id) due", due, nil, .init("适用条件永远不成立", "its condition never holds"),
          requirement)
        add(
          "\(requirement.id) not due", [Wish(condition, subject, false)], nil,
          .init("适用条件永远成立，可以去掉", "its condition always holds and can go"), requirement)
      }
      for (limbs, demands) in Self.branches(requirement.choice) {
        let open = demands.compactMap(\.condition).map { Wish($0, subject, true) }
        let kinds = demands.first?.kinds.count ?? 1
        for kind in 0..<kinds where !limbs.isEmpty || !open.isEmpty || kinds > 1 {
          add(
            "\(requirement.id) branch \(limbs.map(String.init).joined(separator: ".")) kind \(kind)",
            due + open, Choice(requirement: requirement, limbs: limbs, kind: kind),
            .init("有一种选择永远用不上", "one of its alternatives can never be used"), requirement)
        }
      }
      for waiver in checklist.waivers where waiver.requirement == requirement.id {
        guard let condition = waiver.condition else { continue }
        add(
          "\(requirement.id) waived", due + [Wish(condition, subject, true)], nil,
          .init("免交条件永远不成立", "the condition of its waiver never holds"), requirement)
      }
    }
    return (found, unreachable)
  }

  // Every golden dossier stays clear of the wrong doors, and has a way open through each item that it owes.
  private var doors: [Wish] {
    checklist.wrongDoors.map { Wish($0.condition, .applicant, false) }
      + checklist.requirements.compactMap { requirement in
        guard let way = Self.way(requirement.choice) else { return nil }
        let owed = requirement.condition.map { [Condition.not($0)] } ?? []
        return Wish(.any(owed + [way]), DraftSubject(requirement.audience), true)
      }
  }

  // When some way through a choice is open; nil where one always is.
  private static func way(_ choice: SupplementChoice) -> Condition? {
    switch choice {
    case .one(let demand): return demand.condition
    case .anyOf(let parts):
      let ways = parts.map(way)
      return ways.contains { $0 == nil } ? nil : .any(ways.compactMap(\.self))
    case .allOf(let parts):
      let ways = parts.map(way)
      return ways.contains { $0 == nil } ? nil : .any(ways.compactMap(\.self))
    }
  }

  // Each way through nested alternatives, with the demands that it takes.
  private static func branches(_ choice: SupplementChoice) -> [(
    limbs: [Int], demands: [SupplementDemand]
  )] {
    switch choice {
    case .one(let demand): return [([], [demand])]
    case .anyOf(let choices):
      return choices.enumerated().flatMap { index, part in
        branches(part).map { ([index] + $0.limbs, $0.demands) }
      }
    case .allOf(let choices):
      // The parts vary one at a time, which reaches every limb without every combination.
      let parts = choices.map(branches)
      let first = parts.map { $0[0] }
      var all: [(limbs: [Int], demands: [SupplementDemand])] = []
      for (at, ways) in parts.enumerated() {
        for (index, way) in ways.enumerated() where index > 0 || at == 0 {
          var taken = first
          taken[at] = way
          all.append((taken.flatMap(\.limbs), taken.flatMap(\.demands)))
        }
      }
      return all
    }
  }

  private func setting(_ facts: DraftFacts) -> DraftSetting {
    DraftSetting(
      submission: day, acceptance: day, entry: day.adding(days: -5),
      permitEnd: day.adding(months: facts[.permitMonths, .shared].number ?? 12),
      age: facts[.age, .applicant].number ?? 36, tables: tables, abroad: abroad)
  }

  private func draft(_ facts: DraftFacts, _ choice: Choice?) -> DraftedDossier {
    var dossier = DraftedDossier(
      facts: facts, category: checklist.category, place: place, setting: setting(facts),
      hasFamily: hasFamily)
    dossier.isConfirmed = checklist.confirm != nil
    // What a path is about comes first, so that it decides which of several kinds is there.
    let order =
      checklist.requirements.filter { $0 === choice?.requirement }
      + checklist.requirements.filter { $0 !== choice?.requirement }
    for requirement in order {
      for (owner, subject) in dossier.owners(requirement.audience)
      where isDue(requirement, subject, facts) {
        let own = choice.flatMap { $0.requirement === requirement ? $0 : nil }
        for country in countries(requirement, facts, subject) {
          var limbs = (own?.limbs ?? [])[...]
          add(
            requirement.choice, requirement, (owner, subject), country, own?.kind, &limbs, &dossier)
        }
      }
    }
    dossier.arrange()
    return dossier
  }

  private func isDue(_ requirement: Requirement, _ subject: DraftSubject, _ facts: DraftFacts)
    -> Bool
  {
    if let condition = requirement.condition, facts.truth(condition, subject) != .yes {
      return false
    }
    return !checklist.waivers.contains { waiver in
      waiver.requirement == requirement.id
        && waiver.condition.map { facts.truth($0, subject) == .yes } ?? true
    }
  }

  private func countries(_ requirement: Requirement, _ facts: DraftFacts, _ subject: DraftSubject)
    -> [Country?]
  {
    switch requirement.countries {
    case nil: return [nil]
    case .nationality: return [facts[.nationality, subject].words.first.flatMap { Country($0) }]
    case .lived: return [abroad]
    }
  }

  private func add(
    _ choice: SupplementChoice, _ requirement: Requirement,
    _ who: (owner: Owner, subject: DraftSubject), _ country: Country?, _ kind: Int?,
    _ limbs: inout ArraySlice<Int>, _ dossier: inout DraftedDossier
  ) {
    switch choice {
    case .one(let demand):
      guard isOpen(demand, who.subject, dossier.facts) else { return }
      dossier.answer(
        demand, of: requirement, for: who.owner, country: country,
        kind: demand.kinds[min(kind ?? 0, demand.kinds.count - 1)])
    case .allOf(let parts):
      for part in parts { add(part, requirement, who, country, kind, &limbs, &dossier) }
    case .anyOf(let parts):
      let wanted = limbs.popFirst()
      let part =
        wanted.map { parts[$0] }
        ?? parts.first { part in
          part.demands.contains { isOpen($0, who.subject, dossier.facts) }
        }
      if let part { add(part, requirement, who, country, kind, &limbs, &dossier) }
    }
  }

  private func isOpen(_ demand: SupplementDemand, _ subject: DraftSubject, _ facts: DraftFacts)
    -> Bool
  {
    demand.condition.map { facts.truth($0, subject) == .yes } ?? true
  }
}
