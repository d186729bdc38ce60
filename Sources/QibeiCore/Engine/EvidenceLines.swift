// SPDX-License-Identifier: Apache-2.0

extension EvidenceRule {
  /// Ties what was found in files to the items that their papers are for.
  ///
  /// - Parameters:
  ///   - findings: those of the files; each is told under the first item that asks for its paper.
  ///   - lines: an item whose paper has a file that will not do is not satisfied any more.
  ///   - dossier: whose papers they are.
  ///   - checklists: those in force; an item of each may want the same file.
  ///   - serves: whether a paper is for the list at a position.
  package static func settle(
    _ findings: inout [Finding], _ lines: inout [RulePlan.Line], in dossier: Dossier,
    by checklists: [Checklist], serves: (Int32, Int) -> Bool
  ) {
    guard !findings.isEmpty else { return }
    let lists = checklists.count > 1 ? checklists : []
    var places: [Owner: [Int]] = [:]
    for at in lines.indices { places[lines[at].owner, default: []].append(at) }
    for index in findings.indices {
      guard let paper = findings[index].supplement else { continue }
      let supplement = dossier.supplements[Int(paper)]
      guard let kind = supplement.kind.known else { continue }
      for at in places[supplement.owner] ?? []
      where lines[at].requirement.choice.demands.contains(where: { $0.kinds.contains(kind) })
        && (lists.isEmpty || serves(paper, lists.position(of: lines[at].requirement)))
      {
        if let first = findings[index].requirement {
          findings[index].share(with: lines[at].requirement, besides: first, of: lists)
        } else {
          findings[index].requirement = lines[at].requirement
        }
        lines[at].worsen(by: findings[index].disposition)
      }
    }
  }
}

extension Finding {
  // Lines of the same list look at one paper often; that is nothing to tell.
  fileprivate mutating func share(
    with other: Requirement, besides first: Requirement, of lists: [Checklist]
  ) {
    guard !lists.isEmpty, lists.position(of: first) != lists.position(of: other),
      !sharedWith.contains(where: { $0 === other })
    else { return }
    sharedWith.append(other)
  }
}

extension RulePlan.Line {
  fileprivate mutating func worsen(by disposition: Disposition) {
    if state == .pending { return }
    switch disposition {
    case .supplement, .fixNow, .elsewhere: state = .failing
    case .unchecked: if state == .satisfied { state = .unknown }
    case .deferrable, .look, .advise: break
    }
  }
}

extension [Checklist] {
  fileprivate func position(of requirement: Requirement) -> Int {
    firstIndex { $0.requirements.contains { $0 === requirement } } ?? 0
  }
}
