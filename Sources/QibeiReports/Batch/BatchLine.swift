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
    if detail == .brief { return BriefLine.text(report, after: members) }
    if case .object(let own) = JSONReport(report, options).value { members += own }
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
}
