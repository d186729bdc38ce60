// SPDX-License-Identifier: Apache-2.0
package import QibeiCore
internal import QibeiReports
package import QibeiValidation

/// Tries a checklist on every golden dossier, whole, and with each part deleted or spoilt in turn.
package struct RuleBench {
  /// Something that did not come out as the checklist means it to.
  package struct Failure: Equatable, Sendable {
    /// The case, and what was done to it.
    package let title: String
    /// What was found instead: code, requirement and message.
    package let found: [BilingualText]
    /// The same by requirement, for those that concern one.
    package let blamed: [(requirement: String, text: BilingualText)]

    package static func == (left: Failure, right: Failure) -> Bool {
      left.title == right.title && left.found == right.found
    }
  }

  /// What a run has shown.
  package struct Outcome: Sendable {
    package var dossiers = 0
    package var trials = 0
    package var failures: [Failure] = []
    package var unreachable: [GoldenPaths.Unreachable] = []
    /// Requirements, and requirement with check, that some trial made speak.
    package var spoke: Set<String> = []
    /// All that there are.
    package var all: Set<String> = []
    /// Parts of papers that can go without any finding.
    package var unprotected: Set<String> = []

    /// What no trial made speak, sorted.
    package var silent: [String] { all.subtracting(spoke).sorted() }

    /// Whether the checklist may not be published.
    package var isFailure: Bool { !failures.isEmpty || !unreachable.isEmpty || !silent.isEmpty }
  }

  private let validator: DossierValidator
  private let checklist: Checklist
  private let place: Division?
  private let day: CalendarDate
  private let tables: ReferenceTables

  package init(
    _ validator: DossierValidator, _ checklist: Checklist, at place: Division?,
    on day: CalendarDate, _ tables: ReferenceTables
  ) {
    self.validator = validator
    self.checklist = checklist
    self.place = place
    self.day = day
    self.tables = tables
  }

  /// Judges the golden dossiers as they are: those that are not complete, and what none can reach.
  ///
  /// - Throws: what keeps a drafted dossier from being judged at all.
  package func tryWhole() throws -> (failures: [Failure], unreachable: [GoldenPaths.Unreachable]) {
    var outcome = Outcome()
    let (dossiers, unreachable) = GoldenPaths(checklist, at: place, on: day, tables).all()
    for golden in dossiers {
      let verdict = try judge(golden.bytes, &outcome)
      if !verdict.findings.isEmpty { outcome.failures.append(failure(golden.title, verdict)) }
    }
    return (outcome.failures, unreachable)
  }

  /// Runs every trial.
  ///
  /// - Throws: what keeps a drafted dossier from being judged at all.
  package func run() throws -> Outcome {
    var outcome = Outcome()
    let waived = checklist.waivers.filter { $0.condition == nil }.map(\.requirement)
    for requirement in checklist.requirements where !waived.contains(requirement.id) {
      outcome.all.insert(requirement.id)
      for demand in requirement.choice.demands {
        for configured in Self.checks(demand) {
          outcome.all.insert(Self.name(requirement, configured))
        }
      }
    }
    let (dossiers, unreachable) = GoldenPaths(checklist, at: place, on: day, tables).all()
    outcome.dossiers = dossiers.count
    outcome.unreachable = unreachable
    for golden in dossiers {
      let verdict = try judge(golden.bytes, &outcome)
      guard verdict.findings.isEmpty else {
        outcome.failures.append(failure(golden.title, verdict))
        continue
      }
      for index in golden.dossier.papers.indices {
        try delete(index, golden, &outcome)
        try spoil(index, golden, &outcome)
        try strip(index, golden, &outcome)
      }
    }
    return outcome
  }

  // One list alone is no joint dossier.
  private static func checks(_ demand: SupplementDemand) -> [ConfiguredCheck] {
    demand.checks.filter { !$0.onlyJoint }
  }

  private static func name(_ requirement: Requirement, _ configured: ConfiguredCheck) -> String {
    "\(requirement.id) <\(type(of: configured.check).description.name)>"
  }

  // What one trial found, and where to read it up.
  private struct Verdict {
    let validation: Validation
    var findings: [Finding] {
      validation.assessment.findings.filter { $0.disposition != .look }
    }
  }

  private func judge(_ dossier: DraftedDossier, _ outcome: inout Outcome) throws -> Verdict {
    try judge(Array(DossierWriter(dossier).text.utf8), &outcome)
  }

  private func judge(_ bytes: [UInt8], _ outcome: inout Outcome) throws -> Verdict {
    outcome.trials += 1
    let validation = try validator.validate(
      bytes, ValidationRequest(place: place, today: day))
    return Verdict(validation: validation)
  }

  private func failure(_ title: String, _ verdict: Verdict) -> Failure {
    let report = Report(
      assessment: verdict.validation.assessment, input: "dossier.xml",
      positions: verdict.validation.positions())
    let entries = report.entries.filter { $0.disposition != Disposition.look.rawValue }
    return Failure(
      title: title,
      found: entries.map { entry in
        let head = "\(entry.code) \(entry.requirement ?? "-"): "
        return BilingualText(head + entry.message.zh, head + entry.message.en)
      }, blamed: entries.compactMap { entry in entry.requirement.map { ($0, entry.message) } })
  }

  // A paper that is gone is missed once by every requirement that it answered, and by nothing else.
  private func delete(_ index: Int, _ golden: GoldenDossier, _ outcome: inout Outcome) throws {
    var dossier = golden.dossier
    let paper = dossier.papers.remove(at: index)
    let verdict = try judge(dossier, &outcome)
    let found = verdict.findings
    // Another alternative may be nearer once the paper is gone, so the code is not prescribed.
    let missed = Set(found.compactMap { $0.requirement?.id })
    let wanted = Set(uses(index, golden.dossier).map(\.requirement.id))
    outcome.spoke.formUnion(missed)
    let answered = Set(paper.uses.map(\.requirement.id))
    let hasStranger = found.contains { $0.requirement == nil }
    if hasStranger || !wanted.isSubset(of: missed) || !missed.isSubset(of: answered) {
      outcome.failures.append(
        failure("\(golden.title): without \(tables.kinds[paper.draft.kind].id)", verdict))
    }
  }

  // Each check must speak of each way of failing it, and nothing else may.
  private func spoil(_ index: Int, _ golden: GoldenDossier, _ outcome: inout Outcome) throws {
    let paper = golden.dossier.papers[index]
    let needed = uses(index, golden.dossier)
    for use in paper.uses {
      let isNeeded = needed.contains { $0.demand === use.demand }
      for configured in Self.checks(use.demand) {
        let check = configured.check
        // Between alternatives, the one that is reported may be another than the one spoilt.
        let kinds = use.requirement.choice.demands.filter { $0.kinds.contains(paper.draft.kind) }
          .flatMap(\.checks).flatMap { type(of: $0.check).description.kinds }
        let spoilt: [DraftedDossier] = check.spoil(paper.draft, golden.dossier.setting).map {
          draft in
          var dossier = golden.dossier
          dossier.papers[index].draft = draft
          return dossier
        }
        for dossier in spoilt {
          let verdict = try judge(dossier, &outcome)
          let found = verdict.findings
          let own = found.filter { finding in
            kinds.contains { $0 === finding.kind } || finding.kind === FindingKind.notStated
          }
          let rest = found.filter { finding in
            !isEcho(finding) && finding.kind !== FindingKind.notStated
              && !kinds.contains { $0 === finding.kind }
          }
          if own.isEmpty && !isNeeded && rest.isEmpty { continue }
          if own.count != 1 || !rest.isEmpty {
            outcome.failures.append(
              failure(
                "\(golden.title): \(tables.kinds[paper.draft.kind].id) spoilt for <\(type(of: check).description.name)>",
                verdict))
          } else {
            for other in paper.uses {
              for same in other.demand.checks where type(of: same.check) == type(of: check) {
                if own.contains(where: { $0.requirement?.id == other.requirement.id })
                  || other.requirement === use.requirement
                {
                  outcome.spoke.insert(Self.name(other.requirement, same))
                }
              }
            }
          }
        }
      }
    }
  }

  // Where another paper would do as well, nothing is said of this one.
  private func uses(_ index: Int, _ dossier: DraftedDossier) -> [DraftedPaper.Use] {
    let paper = dossier.papers[index]
    let others = dossier.papers.indices.filter {
      $0 != index && dossier.papers[$0].owner == paper.owner
    }.map { dossier.papers[$0].draft.kind }
    return paper.uses.filter { use in
      use.requirement.countries != nil || !isAnswered(use.requirement.choice, others)
    }
  }

  private func isAnswered(_ choice: SupplementChoice, _ kinds: [SupplementKind]) -> Bool {
    switch choice {
    case .one(let demand): kinds.contains(where: demand.kinds.contains)
    case .anyOf(let parts): parts.contains { isAnswered($0, kinds) }
    case .allOf(let parts): parts.allSatisfy { isAnswered($0, kinds) }
    }
  }

  // A paper from another country is no longer the one that a country's line asks for, and a mark made too old may be
  // older than its paper.
  private func isEcho(_ finding: Finding) -> Bool {
    finding.kind === FindingKind.datesReversed
      || finding.kind === FindingKind.missing && finding.requirement?.countries != nil
  }

  private func strip(_ index: Int, _ golden: GoldenDossier, _ outcome: inout Outcome) throws {
    let paper = golden.dossier.papers[index]
    for (part, draft) in paper.draft.stripped {
      var dossier = golden.dossier
      dossier.papers[index].draft = draft
      let verdict = try judge(dossier, &outcome)
      let found = verdict.findings
      let kind = tables.kinds[paper.draft.kind].id
      if found.isEmpty { outcome.unprotected.insert("\(kind)/\(part)") }
      let about = found.allSatisfy { finding in
        isEcho(finding) || finding.supplement == Int32(index)
          || paper.uses.contains { $0.requirement.id == finding.requirement?.id }
      }
      if !about {
        outcome.failures.append(
          failure("\(golden.title): \(kind) without \(part)", verdict))
      }
    }
  }
}

extension PaperDraft {
  /// Copies that lack one part each, with the part's name.
  var stripped: [(part: String, draft: PaperDraft)] {
    var copies: [(String, PaperDraft)] = []
    func strip(_ part: String, _ change: (inout PaperDraft) -> Void) {
      var copy = self
      change(&copy)
      if copy != self { copies.append((part, copy)) }
    }
    strip("country") { $0.country = nil }
    strip("issuer-kind") { $0.issuerKind = nil }
    strip("issued") { $0.issued = nil }
    strip("expires") { $0.expires = nil }
    strip("from") { $0.from = nil }
    strip("until") { $0.until = nil }
    strip("language") { $0.tongue = nil }
    strip("originals") { $0.originals = nil }
    strip("copies") { $0.copies = nil }
    strip("pages") { $0.pages = nil }
    strip("mentions") { $0.mentions = WordSet() }
    strip("translation") { $0.translation = nil }
    strip("translation/by") { $0.translation?.by = nil }
    strip("translation/sealed-by") { $0.translation?.sealedBy = nil }
    strip("authentication") { $0.authentication = nil }
    strip("notarisation") { $0.notarisedOn = nil }
    strip("seal") { $0.seals = WordSet() }
    strip("signature") { $0.signatures = WordSet() }
    strip("states") { $0.fields = WordSet() }
    strip("file") { $0.files = [] }
    return copies
  }
}
