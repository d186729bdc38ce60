// SPDX-License-Identifier: Apache-2.0
internal import QibeiCore

/// The report for programs, as `schemas/report.schema.json` describes it.
struct JSONReport {
  private let report: Report
  private let options: ReportOptions
  private let zh: Wording
  private let en: Wording

  init(_ report: Report, _ options: ReportOptions) {
    self.report = report
    self.options = options
    zh = Wording(assessment: report.assessment, language: .zh)
    en = Wording(assessment: report.assessment, language: .en)
  }

  private var assessment: Assessment { report.assessment }

  var text: String {
    guard let seal = report.seal, report.hidden(options) == 0 else { return value.text }
    return seal.seal(value.text)
  }

  var value: JSONValue {
    .object([
      ("schema_version", .string("qibei.report/1")),
      ("verdict", .string(assessment.verdict.rawValue)),
      ("input", .string(report.input)),
      ("submission", .string(assessment.submission.description)),
      ("acceptance", .string(assessment.acceptance.description)),
      ("place", .optional(assessment.place?.description)),
      ("checklists", .array(assessment.checklists.map(checklist))),
      ("criteria", .array(assessment.criteria(assessment.examination).map(criterion))),
      ("clock", clock),
      ("against", against),
      ("joint", joint),
      ("files", JSONFiles.value(of: assessment)),
      ("counts", counts),
      ("hidden", .int(report.hidden(options))),
      ("findings", .array(report.shown(options).map(finding))),
      ("seal", .null),
    ])
  }

  private var joint: JSONValue {
    guard assessment.checklists.count == 2 else { return .null }
    func kinds(_ kinds: [SupplementKind]) -> JSONValue {
      .array(kinds.map { .string(assessment.tables.kinds[$0].id) })
    }
    return .object([
      ("shared", .array(assessment.sharedPapers.map { kinds($0.kinds) })),
      ("pending", kinds(assessment.pendingKinds)),
      ("decided_together", .bool(assessment.canBeDecidedTogether)),
    ])
  }

  private func criterion(_ line: CriterionLine) -> JSONValue {
    .object([
      ("checklist", .string(line.category)), ("id", .optional(line.criterion.id)),
      ("title", words(line.criterion.text)), ("state", .string(line.state.rawValue)),
      (
        "facts",
        .array(
          line.facts.map { fact in
            var known = true
            if case .unknown = fact.value { known = false }
            var number: Int?
            if case .number(let value) = fact.value { number = value }
            return .object([
              ("name", .string(fact.name.rawValue)), ("label", words(fact.name.label)),
              ("known", .bool(known)), ("number", number.map { .int($0) } ?? .null),
            ])
          })
      ),
    ])
  }

  private var clock: JSONValue {
    guard let received = options.received else { return .array([]) }
    return .array(
      ClockLines(assessment, received: received).clocks.map { category, clock in
        var deadline: WorkingDayCalendar.Deadline?
        if case .notice(let day) = clock { deadline = day }
        return .object([
          ("checklist", .string(category)), ("received", .string("\(received)")),
          ("notice_due", .optional(deadline.map { "\($0.day)" })),
          ("provisional", .bool(deadline?.isProvisional ?? false)),
          ("silence_accepts", .bool(deadline != nil)),
        ])
      })
  }

  private var against: JSONValue {
    guard let resubmission = report.resubmission else { return .null }
    let letter = resubmission.letter
    return .object([
      ("number", .optional(letter.number)), ("dated", .string("\(letter.dated)")),
      (
        "items",
        .array(
          letter.items.enumerated().map { index, item in
            .object([
              ("n", .int(item.number)), ("code", .string(item.code)),
              ("fingerprint", .string(item.fingerprint)),
              ("open", .bool(resubmission.open.contains(index))),
            ])
          })
      ),
      (
        "new",
        .array(
          resubmission.new.map { entry in
            let finding = assessment.findings[entry.finding]
            return .object([
              ("code", .string(finding.kind.code)),
              ("fingerprint", .string(Fingerprint(finding, in: assessment.dossier).text)),
              ("cause", .string(entry.cause.rawValue)),
            ])
          })
      ),
    ])
  }

  private var counts: JSONValue {
    .object(
      [("applicable", .int(assessment.lines.count)), ("satisfied", .int(assessment.satisfied))]
        + Disposition.allCases.map { ($0.rawValue, .int(assessment.count($0))) })
  }

  private func checklist(_ checklist: Checklist) -> JSONValue {
    .object([
      ("id", .string(checklist.category)),
      ("version", .string(checklist.source.version.description)),
      ("digest", .string("sha256:" + checklist.source.digest)), ("title", words(checklist.title)),
      (
        "overlays",
        .array(
          checklist.overlays.map { source in
            .object([
              ("place", .string(source.id)), ("version", .string(source.version.description)),
              ("digest", .string("sha256:" + source.digest)),
            ])
          })
      ),
      ("requirements", .array(checklist.requirements.map(requirement))),
    ])
  }

  private func requirement(_ requirement: Requirement) -> JSONValue {
    let states = assessment.lines.filter { $0.requirement === requirement }.map(\.state.rawValue)
    let state =
      states.contains("unknown")
      ? "unknown" : states.contains("failing") ? "failing" : states.first ?? "not-applicable"
    return .object([
      ("id", .string(requirement.id)), ("number", .int(requirement.number)),
      ("title", words(requirement.title)), ("state", .string(state)),
      ("binding", .bool(requirement.binds)),
      ("from", .array(requirement.origin.map { .string("\($0.id) \($0.version)") })),
    ])
  }

  private func finding(_ entry: (finding: Finding, position: SourcePosition)) -> JSONValue {
    let finding = entry.finding
    return .object([
      ("code", .string(finding.kind.code)),
      ("disposition", .string(finding.disposition.rawValue)),
      ("requirement", .optional(finding.requirement?.id)),
      (
        "shared_with",
        .array(
          finding.sharedWith.map { wanted in
            let list = assessment.checklists.first { $0.requirements.contains { $0 === wanted } }
            return .object([
              ("checklist", .optional(list?.category)), ("requirement", .string(wanted.id)),
            ])
          })
      ),
      ("requirement_number", finding.requirement.map { .int($0.number) } ?? .null),
      ("person", .optional(assessment.dossier.identifier(of: finding.owner))),
      ("supplement", .optional(assessment.dossier.identifier(ofSupplement: finding.supplement))),
      (
        "message",
        .object([("zh", .string(zh.message(finding))), ("en", .string(en.message(finding)))])
      ),
      ("seen", value(finding.seen)), ("expected", value(finding.expected)),
      ("legal_basis", .array(finding.bases.map(basis))),
      (
        "remedy",
        .object([("zh", .string(zh.remedy(finding))), ("en", .string(en.remedy(finding)))])
      ),
      ("may_follow_until", .optional(finding.mayFollowUntil?.description)),
      ("lead_days", (finding.requirement?.leadDays).map { .int($0) } ?? .null),
      ("file", .string(report.input)), ("line", .int(entry.position.line)),
      ("column", .int(entry.position.column)), ("xpath", .string(entry.position.path)),
      ("fingerprint", .string(Fingerprint(finding, in: assessment.dossier).text)),
    ])
  }

  private func value(_ value: FindingValue?) -> JSONValue {
    guard let value else { return .null }
    return .object([("zh", .string(zh.value(value))), ("en", .string(en.value(value)))])
  }

  private func basis(_ basis: LegalBasis) -> JSONValue {
    .object([
      ("id", .string(basis.id)), ("instrument", words(basis.instrument)),
      ("article", .optional(basis.article)),
      ("in_force_from", .optional(basis.inForceFrom?.description)),
      ("link", .optional(basis.link)), ("evidence", .string(basis.evidence.rawValue)),
    ])
  }

  private func words(_ words: BilingualText) -> JSONValue {
    .object([("zh", .string(words.zh)), ("en", .string(words.en))])
  }
}
