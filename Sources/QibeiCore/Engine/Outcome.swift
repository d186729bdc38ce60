// SPDX-License-Identifier: Apache-2.0

/// What the window does with a dossier, or with one limb of it (Administrative Licensing Law, article 32, paragraph 1).
package enum Outcome: String, VocabularyWord {
  /// Item 1: no licence is needed.
  case noLicence = "no-licence"
  /// Item 2: another authority is in charge.
  case otherAuthority = "other-authority"
  /// None of them can be chosen: something could not be checked.
  case undetermined
  /// Item 4: papers are missing or not in due form.
  case supplement
  /// Item 3: what is wrong can be corrected at once.
  case correctOnSpot = "correct-on-the-spot"
  /// Accepted against a promise of papers that may follow (容缺受理).
  case tolerance
  /// Item 5.
  case accept

  package var label: BilingualText {
    switch self {
    case .noLicence: .init("不需要取得行政许可，不受理", "no licence needed, not accepted")
    case .otherAuthority: .init("不属于本机关职权范围，不予受理", "another authority is in charge, not accepted")
    case .undetermined: .init("无法判定", "could not tell")
    case .supplement: .init("一次告知补正", "to be supplemented, told once")
    case .correctOnSpot: .init("当场更正", "to be corrected on the spot")
    case .tolerance: .init("容缺受理", "accepted, some papers may follow")
    case .accept: .init("受理", "accepted")
    }
  }
}

/// The outcome for one list, and what it rests on.
package struct LimbOutcome: Sendable {
  package let checklist: Checklist
  package let outcome: Outcome
  /// Positions of the findings that concern this list, in the assessment's order.
  package let findings: [Int]
}

extension Assessment {
  /// One outcome for each list, in the dossier's order; what belongs to no list concerns them all.
  package var outcomes: [LimbOutcome] {
    checklists.map { checklist in
      let own = findings.indices.filter { concerns(findings[$0], checklist) }
      return LimbOutcome(
        checklist: checklist, outcome: Self.outcome(of: own.map { findings[$0] }), findings: own)
    }
  }

  private func concerns(_ finding: Finding, _ checklist: Checklist) -> Bool {
    if let requirement = finding.requirement {
      return ([requirement] + finding.sharedWith).contains { wanted in
        checklist.requirements.contains {
          $0.id == wanted.id && $0.origin.first == wanted.origin.first
        }
      }
    }
    guard finding.kind === FindingKind.wrongDoor || finding.kind === FindingKind.noLicenceNeeded
    else { return true }
    return checklist.wrongDoors.contains { finding.seen == .words($0.title) }
  }

  private static func outcome(of findings: [Finding]) -> Outcome {
    func has(_ disposition: Disposition) -> Bool {
      findings.contains { $0.disposition == disposition }
    }
    if has(.elsewhere) {
      let needsNone = findings.contains {
        $0.kind === FindingKind.noLicenceNeeded && $0.disposition == .elsewhere
      }
      return needsNone ? .noLicence : .otherAuthority
    }
    if has(.unchecked) { return .undetermined }
    if has(.supplement) { return .supplement }
    if has(.fixNow) { return .correctOnSpot }
    return has(.deferrable) ? .tolerance : .accept
  }
}
