// SPDX-License-Identifier: Apache-2.0

extension EvidenceRule {
  /// Ties what was found in files to the items that their papers are for.
  ///
  /// - Parameters:
  ///   - findings: those of the files; each is told under the first item that asks for its paper.
  ///   - lines: an item whose paper has a file that will not do is not satisfied any more.
  ///   - dossier: whose papers they are.
  package static func settle(
    _ findings: inout [Finding], _ lines: inout [RulePlan.Line], in dossier: Dossier
  ) {
    var places: [Owner: [Int]] = [:]
    for at in lines.indices { places[lines[at].owner, default: []].append(at) }
    for index in findings.indices {
      guard let paper = findings[index].supplement else { continue }
      let supplement = dossier.supplements[Int(paper)]
      guard let kind = supplement.kind.known else { continue }
      for at in places[supplement.owner] ?? []
      where lines[at].requirement.choice.demands.contains(where: { $0.kinds.contains(kind) }) {
        if findings[index].requirement == nil {
          findings[index].requirement = lines[at].requirement
        }
        lines[at].worsen(by: findings[index].disposition)
      }
    }
  }
}

extension RulePlan.Line {
  fileprivate mutating func worsen(by disposition: Disposition) {
    switch disposition {
    case .supplement, .fixNow, .elsewhere: state = .failing
    case .unchecked: if state == .satisfied { state = .unknown }
    case .deferrable, .look, .advise: break
    }
  }
}
