// SPDX-License-Identifier: Apache-2.0
package import QibeiCore

/// What becomes of one input of a batch, as one line of JSON (NDJSON); see `schemas/batch.schema.json`.
package struct BatchLine {
  /// How much a line says.
  package enum Detail: Sendable {
    /// The whole report, as `check --json` gives it, but for the seal.
    case full
    /// The verdict, and each finding by its codes and place.
    case brief
  }

  private let id: JSONValue?
  private let detail: Detail
  private let options: ReportOptions

  /// - Parameters:
  ///   - id: what the input is called by whoever handed it in; nil where it has a path only.
  ///   - detail: how much it says.
  ///   - options: how a whole report looks.
  package init(id: JSONValue? = nil, detail: Detail, options: ReportOptions) {
    self.id = id
    self.detail = detail
    self.options = options
  }

  /// The line of a dossier.
  ///
  /// - Parameters:
  ///   - report: of the dossier.
  ///   - before: its verdict by the rules as they were; nil where nobody asks.
  /// - Returns: bytes that end in a new line.
  package func text(_ report: Report, before: Verdict? = nil) -> [UInt8] {
    var members: [(String, JSONValue)] = id.map { [("id", $0)] } ?? []
    if let before { members.append(("verdict_before", .string(before.rawValue))) }
    switch detail {
    case .full:
      if case .object(let own) = JSONReport(report, options).value { members += own }
    case .brief: members += brief(report)
    }
    return JSONValue.object(members).line
  }

  /// The line of an input that is no dossier, or that nothing can be told of.
  package func text(
    refused input: String, exitCode: Int32, _ messages: [BilingualText]
  ) -> [UInt8] {
    let members: [(String, JSONValue)] = [
      ("schema_version", .string("qibei.refusal/1")), ("verdict", .null), ("input", .string(input)),
      ("exit_code", .int(Int(exitCode))),
      (
        "messages",
        .array(messages.map { .object([("zh", .string($0.zh)), ("en", .string($0.en))]) })
      ),
    ]
    return JSONValue.object((id.map { [("id", $0)] } ?? []) + members).line
  }

  private func brief(_ report: Report) -> [(String, JSONValue)] {
    let assessment = report.assessment
    let dossier = assessment.dossier
    func name(_ owner: Owner) -> JSONValue {
      let id =
        switch owner {
        case .person(let index): dossier.persons[index].id
        case .employer(let index): dossier.employers[index].id
        case .application, .nobody: ""
        }
      return id.isEmpty ? .null : .string(id)
    }
    return [
      ("schema_version", .string("qibei.line/1")),
      ("verdict", .string(assessment.verdict.rawValue)), ("input", .string(report.input)),
      ("submission", .string(assessment.submission.description)),
      ("place", .optional(assessment.place?.description)),
      (
        "checklists",
        .array(
          assessment.checklists.map { .string("\($0.category) \($0.source.version)") })
      ),
      (
        "findings",
        .array(
          zip(assessment.findings, report.positions).map { finding, position in
            .object([
              ("code", .string(finding.kind.code)),
              ("disposition", .string(finding.disposition.rawValue)),
              ("requirement", .optional(finding.requirement?.id)), ("person", name(finding.owner)),
              (
                "supplement",
                .optional(
                  finding.supplement.map { dossier.text(dossier.supplements[Int($0)].id) })
              ),
              ("line", .int(position.line)), ("column", .int(position.column)),
            ])
          })
      ),
    ]
  }
}
