// SPDX-License-Identifier: Apache-2.0
internal import QibeiCore
internal import QibeiReports
internal import QibeiValidation

extension Report {
  /// The report of an input that nothing could be told of: one thing could not be checked, namely all of it.
  ///
  /// - Parameters:
  ///   - kind: why.
  ///   - input: as its user knows it.
  ///   - request: what it was to be judged as.
  ///   - tables: of the rules.
  ///   - reason: in words, where the kind asks for them.
  init(
    _ kind: FindingKind, of input: String, _ request: ValidationRequest, _ tables: ReferenceTables,
    reason: BilingualText? = nil
  ) {
    let day = request.submission ?? request.today
    self.init(
      assessment: Assessment(
        findings: [Finding(kind, seen: reason.map { .words($0) }, at: .start)], checklists: [],
        lines: [],
        examination: Examination(Dossier(), tables: tables, submission: day, acceptance: day),
        place: request.place),
      input: input, positions: [SourcePosition(line: 1, column: 1, path: "/q:dossier")])
  }
}
