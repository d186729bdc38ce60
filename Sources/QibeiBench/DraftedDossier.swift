// SPDX-License-Identifier: Apache-2.0
internal import QibeiCore

/// A supplement of a drafted dossier, and what it is there for.
struct DraftedPaper {
  /// One demand that it answers.
  struct Use {
    let requirement: Requirement
    let demand: SupplementDemand
  }

  var draft: PaperDraft
  var id: String
  let owner: Owner
  var uses: [Use]
}

/// A dossier in the making: who applies with what facts, and the papers.
struct DraftedDossier {
  var facts: DraftFacts
  let category: String
  let place: Division?
  let setting: DraftSetting
  let hasFamily: Bool
  var papers: [DraftedPaper] = []
  var isConfirmed = false

  /// The persons, in the order of the file.
  var subjects: [DraftSubject] { hasFamily ? [.applicant, .spouse, .child] : [.applicant] }

  /// Whether the history that its papers tell has a gap.
  var hasGap: Bool { papers.contains { !$0.draft.isContinuous } }

  /// Who owes the papers of a requirement.
  func owners(_ audience: Audience) -> [(owner: Owner, subject: DraftSubject)] {
    func persons(_ wanted: [DraftSubject]) -> [(owner: Owner, subject: DraftSubject)] {
      subjects.enumerated().filter { wanted.contains($0.element) }
        .map { (Owner.person($0.offset), $0.element) }
    }
    // Who is drafted in a spouse's or a child's place may be somebody else.
    func persons(_ wanted: DraftSubject, _ role: Role) -> [(owner: Owner, subject: DraftSubject)] {
      facts[.role, wanted].words == [role.word] ? persons([wanted]) : []
    }
    switch audience {
    case .applicant: return persons([.applicant])
    case .spouse: return persons(.spouse, .spouse)
    case .eachChild: return persons(.child, .child)
    case .eachFamilyMember: return persons([.spouse, .child])
    case .eachPerson: return persons([.applicant, .spouse, .child])
    case .employer: return [(.employer(0), .applicant)]
    case .application: return [(.application, .applicant)]
    }
  }

  /// Puts the papers in the order of the list, whatever order they were thought of in.
  mutating func arrange() {
    papers = papers.enumerated().sorted {
      ($0.element.uses[0].requirement.number, $0.offset)
        < ($1.element.uses[0].requirement.number, $1.offset)
    }.map(\.element)
    for index in papers.indices { papers[index].id = "s\(index + 1)" }
  }

  // What the whole application owes is written for whom such a paper belongs to.
  private func owner(of kind: SupplementKind) -> Owner {
    switch setting.tables.kinds[kind].subject {
    case .person: .person(0)
    case .employer: .employer(0)
    case .dossier: .application
    }
  }

  /// Adds what answers a demand, on a paper that is there already where one can be.
  mutating func answer(
    _ demand: SupplementDemand, of requirement: Requirement, for owner: Owner, country: Country?,
    kind: SupplementKind
  ) {
    let use = DraftedPaper.Use(requirement: requirement, demand: demand)
    let owner = owner == .application ? self.owner(of: kind) : owner
    let at =
      papers.firstIndex {
        $0.owner == owner && demand.kinds.contains($0.draft.kind)
          && (country == nil || $0.draft.country == nil || $0.draft.country == country)
      } ?? papers.count
    if at == papers.count {
      papers.append(
        DraftedPaper(
          draft: PaperDraft(kind: kind, country: country), id: "s\(papers.count + 1)",
          owner: owner, uses: []))
    }
    if let country { papers[at].draft.country = country }
    papers[at].uses.append(use)
    for configured in demand.checks { configured.check.satisfy(&papers[at].draft, setting) }
  }
}
