// SPDX-License-Identifier: Apache-2.0

/// A paper that both procedures of a joint dossier want, and what satisfies the two of them.
package struct SharedPaper: Sendable {
  /// The kinds that both take.
  package let kinds: [SupplementKind]
  package let owner: Owner
  package private(set) var originals = 0
  package private(set) var copies = 0
  package private(set) var needsScan = false
  /// Who may translate; nil where neither asks for a translation.
  package private(set) var translators: [Translator]?
  /// Whose seals the translation bears.
  package private(set) var sealedBy: [Translator] = []
  package private(set) var isAuthenticated = false
  /// Whether a translation that one of them takes may not do for the other.
  package private(set) var translationDiffers = false

  fileprivate init(_ kinds: [SupplementKind], _ owner: Owner, _ demands: [SupplementDemand]) {
    self.kinds = kinds
    self.owner = owner
    let translations = demands.map { demand in
      demand.checks.lazy.compactMap { $0.check as? TranslationCheck }.first
    }
    for check in translations.compactMap(\.self) {
      if !check.by.isEmpty {
        let both = translators.map { $0.filter(check.by.contains) } ?? check.by
        translators = both.isEmpty ? check.by : both
      } else if translators == nil {
        translators = []
      }
      sealedBy += check.sealedBy.filter { !sealedBy.contains($0) }
    }
    translationDiffers =
      Set(translations.map { Set($0?.by ?? []) }).count > 1
      || Set(translations.map { Set($0?.sealedBy ?? []) }).count > 1
    for configured in demands.flatMap(\.checks) {
      if let form = configured.check as? FormCheck {
        originals = max(originals, form.originals ?? 0)
        copies = max(copies, form.copies ?? 0)
        needsScan = needsScan || form.scan
      }
      if configured.check is AuthenticationCheck { isAuthenticated = true }
    }
  }
}

extension Assessment {
  /// What both lists of a joint dossier want, in the order of the first; empty for a dossier of one procedure.
  package var sharedPapers: [SharedPaper] {
    guard checklists.count == 2 else { return [] }
    let first = Set(checklists[0].requirements.map(ObjectIdentifier.init))
    let mine = lines.filter { first.contains(ObjectIdentifier($0.requirement)) }
    let theirs = lines.filter { !first.contains(ObjectIdentifier($0.requirement)) }
    var papers: [SharedPaper] = []
    var told: Set<[SupplementKind]> = []
    func open(_ line: RulePlan.Line) -> [SupplementDemand] {
      line.requirement.choice.demands.filter { demand in
        demand.condition?.truth { examination.value(of: $0, for: line.owner) } != .no
      }
    }
    for line in mine where line.state != .pending {
      for demand in open(line) {
        for other in theirs where other.owner == line.owner && other.state != .pending {
          for wanted in open(other) {
            let both = demand.kinds.filter {
              wanted.kinds.contains($0) && !tables.kinds[$0].isPerLimb
            }
            guard !both.isEmpty, told.insert(both).inserted else { continue }
            papers.append(SharedPaper(both, line.owner, [demand, wanted]))
          }
        }
      }
    }
    return papers
  }

  /// Kinds of paper that one procedure brings and the other wants.
  package var pendingKinds: [SupplementKind] {
    let granted = Set(checklists.flatMap(\.grants))
    var kinds: [SupplementKind] = []
    for line in lines where line.state == .pending {
      for kind in line.requirement.choice.demands.flatMap(\.kinds)
      where granted.contains(kind) && !kinds.contains(kind) {
        kinds.append(kind)
      }
    }
    return kinds
  }

  /// Whether both procedures can be decided together once everything told is done.
  package var canBeDecidedTogether: Bool {
    checklists.count == 2
      && outcomes.allSatisfy {
        [.accept, .supplement, .correctOnSpot, .tolerance].contains($0.outcome)
      }
  }
}
