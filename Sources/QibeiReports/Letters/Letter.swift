// SPDX-License-Identifier: Apache-2.0
package import QibeiCore

/// What only the window knows about a letter; nil leaves a line to fill in.
package struct LetterDetails: Sendable {
  /// Such as 沪出入境〔2026〕第 0312 号.
  package var number: String?
  package var dated: CalendarDate
  /// The day on which the dossier was received.
  package var received: CalendarDate?
  package var office: String?
  package var officer: String?
  package var telephone: String?
  /// Where to bring or send what is asked for.
  package var delivery: String?
  /// The last day for that.
  package var due: CalendarDate?

  /// Why a second letter asks for what the first should have told.
  package var supervisorReason: String?

  package init(dated: CalendarDate) { self.dated = dated }
}

/// A letter to the applicant, with everything in it that there is to say.
package struct Letter: Sendable {
  /// One thing to supply or to correct.
  package struct Item: Sendable {
    package let code: String
    package let fingerprint: String
    /// The line of the list; nil for the dossier as a whole.
    package let requirement: String?
    package let name: BilingualText
    package let fault: BilingualText
    package let remedy: BilingualText
    package let issuer: BilingualText?
    package let leadDays: Int?
    package let bases: [BilingualText]
    /// Whether it may follow after acceptance.
    package let mayFollow: Bool
  }

  package let outcome: Outcome
  package let checklists: [Checklist]
  package let items: [Item]
  package let applicant: String
  package let details: LetterDetails
  /// The law that it rests on, one sentence for each list.
  package let law: [BilingualText]
  /// By when the authority has to speak; empty where the day of receipt is not known.
  package let clock: [BilingualText]
  /// What a letter must not be taken for without: the dossier's digest, SHA-256.
  package let digest: String
  package let dossier: String
  package let submission: CalendarDate
  /// The dossier's own name; nil where it has none.
  package let dossierID: String?
  /// What the dossier was made of, so that the next one can be held against it.
  package let parts: [DossierPart]

  /// One letter for each outcome among the lists of a dossier, none where something could not be checked.
  ///
  /// - Parameters:
  ///   - report: of everything; nothing may have been left out.
  ///   - details: what the window adds.
  ///   - digest: of the dossier's bytes, SHA-256.
  ///   - parts: of the dossier.
  /// - Returns: letters in the order of their outcomes' weight.
  package static func letters(
    _ report: Report, _ details: LetterDetails, digest: String, parts: [DossierPart]
  ) -> [Letter] {
    let assessment = report.assessment
    let outcomes = assessment.outcomes
    guard !outcomes.isEmpty, !outcomes.contains(where: { $0.outcome == .undetermined }) else {
      return []
    }
    return Outcome.allCases.compactMap { outcome in
      let limbs = outcomes.filter { $0.outcome == outcome }
      guard !limbs.isEmpty else { return nil }
      return Letter(outcome, limbs, report, details, digest, parts)
    }
  }

  private init(
    _ outcome: Outcome, _ limbs: [LimbOutcome], _ report: Report, _ details: LetterDetails,
    _ digest: String, _ parts: [DossierPart]
  ) {
    self.parts = parts
    let assessment = report.assessment
    self.outcome = outcome
    self.details = details
    self.digest = digest
    dossier = report.input
    dossierID = assessment.dossier.id.map(assessment.dossier.text)
    submission = assessment.submission
    checklists = limbs.map(\.checklist)
    applicant =
      assessment.dossier.applicant.map { assessment.dossier.persons[$0].displayName } ?? ""
    law = checklists.map { LetterWording.law(outcome, $0) }
    clock =
      details.received.map { received in
        ClockLines(assessment, received: received).lines(for: limbs.map(\.checklist.category))
      } ?? []
    let zh = Wording(assessment: assessment, language: .zh)
    let en = Wording(assessment: assessment, language: .en)
    let concerned = Set(limbs.flatMap(\.findings))
    // The order of the list on paper, which is how an officer reads it out.
    let order = FindingOrder.paper.arrangement(of: assessment.findings)
    items = order.filter { concerned.contains($0) }.compactMap { index in
      let finding = assessment.findings[index]
      guard Self.holds(finding, outcome) else { return nil }
      let subject = BilingualText(zh.subject(finding), en.subject(finding))
      let title =
        finding.requirement?.title
        ?? finding.supplement.map { BilingualText(zh.paper($0), en.paper($0)) }
        ?? BilingualText("申请材料", "The dossier")
      return Item(
        code: finding.kind.code, fingerprint: Fingerprint(finding, in: assessment.dossier).text,
        requirement: finding.requirement?.id,
        name: subject.zh.isEmpty
          ? title
          : BilingualText("\(title.zh)（\(subject.zh)）", "\(title.en) (\(subject.en))"),
        fault: BilingualText(zh.message(finding), en.message(finding)),
        remedy: BilingualText(zh.remedy(finding), en.remedy(finding)),
        issuer: finding.requirement?.issuedBy, leadDays: finding.requirement?.leadDays,
        bases: finding.bases.filter(\.evidence.binds).map {
          BilingualText(BasisLine($0, .zh).text, BasisLine($0, .en).text)
        },
        mayFollow: finding.disposition == .deferrable)
    }
  }

  private static func holds(_ finding: Finding, _ outcome: Outcome) -> Bool {
    switch outcome {
    case .noLicence, .otherAuthority: finding.disposition == .elsewhere
    case .supplement, .correctOnSpot, .tolerance:
      [.supplement, .fixNow, .deferrable].contains(finding.disposition)
    case .undetermined, .accept: false
    }
  }
}
