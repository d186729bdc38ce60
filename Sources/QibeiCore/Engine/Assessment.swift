// SPDX-License-Identifier: Apache-2.0

/// The answer on one dossier, on one day, at one place: verdict, findings and what they rest on.
package struct Assessment: Sendable {
  package let verdict: Verdict
  /// In report order, longest lead time first.
  package let findings: [Finding]
  /// The checklists that were in force; two for a joint dossier.
  package let checklists: [Checklist]
  package let lines: [RulePlan.Line]
  package let place: Division?
  /// What the files were found to be; nil where nobody looked.
  package let evidence: EvidenceFiles?
  /// What it was drawn from, so that a copy of an assessment is no copy of its dossier.
  package let judged: Examination

  /// Draws the conclusion from what was found.
  package init(
    findings: [Finding], checklists: [Checklist], lines: [RulePlan.Line],
    examination: Examination, place: Division?, evidence: EvidenceFiles? = nil
  ) {
    self.evidence = evidence
    verdict = Verdict(of: findings)
    self.findings = FindingOrder.lead.sorted(findings)
    self.checklists = checklists
    self.lines = lines
    self.place = place
    judged = examination
  }

  package var submission: CalendarDate { judged.submission }
  package var acceptance: CalendarDate { judged.acceptance }
  package var tables: ReferenceTables { judged.tables }
  package var dossier: Dossier { _read { yield judged.dossier } }

  /// The dossier on its day as it is, for what a report says beside the findings.
  package var examination: Examination {
    guard judged.foresight != nil else { return judged }
    return Examination(
      judged.dossier, tables: tables, submission: submission, acceptance: acceptance)
  }

  /// Lines that are satisfied.
  package var satisfied: Int { lines.count { $0.state == .satisfied } }

  /// Lines that wait for a paper that the other procedure brings.
  package var pending: Int { lines.count { $0.state == .pending } }

  /// Findings with a disposition.
  package func count(_ disposition: Disposition) -> Int {
    findings.count { $0.disposition == disposition }
  }
}
