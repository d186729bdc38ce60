// SPDX-License-Identifier: Apache-2.0

extension RulePlan {
  /// Lets promised secondary papers follow where the list grants that, and tells of the others that they may.
  ///
  /// What is principal, or what no list grants, never follows; without the fact that a grant turns on there is none.
  func tolerate(_ outcome: inout Outcome, _ examination: Examination) {
    guard let tolerance = checklist.tolerance, let applicant = examination.dossier.applicant,
      tolerance.bases.contains(where: \.evidence.binds),
      tolerance.condition?.truth({ examination.value(of: $0, for: .person(applicant)) }) ?? .yes
        == .yes
    else { return }
    let limit = examination.tables.workingDays.deadline(
      tolerance.workingDays, workingDaysAfter: examination.acceptance
    ).day
    for index in outcome.findings.indices {
      guard outcome.findings[index].disposition == .supplement,
        let requirement = outcome.findings[index].requirement,
        requirement.supplementClass == .secondary
      else { continue }
      let finding = outcome.findings[index]
      guard finding.kind === FindingKind.promised, let paper = finding.supplement else {
        outcome.findings[index].mayFollowUntil = limit
        continue
      }
      let day = examination.dossier.supplements[Int(paper)].promisedBy.known
      let isInTime = day.map { $0 <= limit } ?? false
      var answer = Finding(
        isInTime ? .mayFollow : .promisedTooLate, owner: finding.owner, supplement: paper,
        seen: finding.seen, expected: .date(limit), at: finding.sourcePlace,
        requirement: requirement)
      answer.bases = tolerance.bases + requirement.bases
      outcome.findings[index] = answer
    }
  }
}

/// Papers that are promised, where a list lets them follow.
extension FindingKind {
  static let mayFollow = FindingKind(
    "QB2110", .deferrable, tag: .init("容缺", "may follow"),
    meaning: .init(
      "清单允许容缺受理：主要材料齐备的，这一份次要材料可以在承诺的日期前补交，补齐后才发证。",
      "The list grants acceptance with papers to follow: once the principal papers are complete, this secondary one may follow by the day promised, and the permit is issued only then."
    ),
    message: .init(
      "{paper}：承诺 {seen} 前补交，可以容缺（最迟 {expected}）",
      "{paper} is promised by {seen} and may follow, until {expected} at the latest"),
    remedy: .init(
      "请随申请签交容缺受理承诺书，并在 {seen} 前补交{paper}；逾期不补的，不发证。",
      "Sign the commitment (容缺受理承诺书) with the application and hand in {paper} by {seen}; without it no permit is issued."
    ))
  static let promisedTooLate = FindingKind(
    "QB2111", .supplement, tag: .init("承诺", "promised"),
    meaning: .init(
      "这一项可以容缺后补，但承诺的日期晚于办理期限，或者没有写明。",
      "This item may follow later, but the day promised lies beyond the time for the decision, or none is named."
    ),
    message: .init(
      "{paper}：承诺后补（{seen}），最迟须在 {expected} 前",
      "{paper} is promised ({seen}), but may follow until {expected} at the latest"),
    remedy: .init(
      "请在 promised-by 写明不晚于 {expected} 的日期，或现在就交{paper}。",
      "Name a day up to {expected} in promised-by, or add {paper} now."))

  static let tolerance: [FindingKind] = [mayFollow, promisedTooLate]
}
