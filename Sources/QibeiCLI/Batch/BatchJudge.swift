// SPDX-License-Identifier: Apache-2.0
internal import QibeiCore
internal import QibeiFiles
internal import QibeiReports
internal import QibeiValidation

/// What became of one input of a batch.
struct BatchResult: Sendable {
  /// The input, as a ledger knows it.
  let key: UInt64
  /// Nil where a change of the rules does not touch it.
  let record: BatchRecord?
  /// The line for programs.
  var line: [UInt8] = []
  /// The line for spreadsheets.
  var row = ""
  /// Why it is no dossier; nil where it is one.
  var refusal: BilingualText?
  /// The line for the list of pages; empty where nobody wants them.
  var entry = ""
  /// The dossier's own page; nil where nobody wants it, or it is no dossier.
  var page: DossierPages.Page?
}

/// Judges the inputs of a batch, one after the other; one for each thread.
struct BatchJudge {
  private let setup: BatchSetup
  private let validator: DossierValidator
  // By the rules as they were; nil where nobody asks.
  private let before: DossierValidator?
  private let tablesChanged: Bool

  /// - Parameters:
  ///   - setup: how.
  ///   - rules: that it judges by.
  /// - Throws: when libxml2 has no memory, or rules are faulty.
  init(_ setup: BatchSetup, _ rules: BatchRules) throws {
    self.setup = setup
    validator = try DossierValidator(rules.now)
    before = try rules.before.map { try DossierValidator($0) }
    tablesChanged = rules.tablesChanged
  }

  /// Judges one input; whatever is wrong with it is its result.
  ///
  /// - Throws: what concerns all inputs, such as faulty rules.
  func judge(_ item: BatchItem) throws -> BatchResult {
    let key = BatchLedger.key(of: item)
    do {
      let input = try DossierInput(item)
      let bytes = try input.bytes()
      var earlier: Verdict?
      if let before {
        let question = try validator.question(bytes, setup.request)
        if try !tablesChanged
          && validator.library.ruleFiles(for: question)
            == before.library.ruleFiles(for: question)
        {
          return BatchResult(key: key, record: nil)
        }
        earlier = try judge(bytes, input, before).assessment.verdict
      }
      let validation = try judge(bytes, input, validator)
      let withPaths = setup.detail == .full || setup.pages != nil
      let report = Report(
        assessment: validation.assessment, input: item.name,
        positions: validation.positions(withPaths: withPaths))
      return setup.result(report, of: item, before: earlier)
    } catch {
      let failure = CommandFailure(error, in: item.name)
      guard failure.status != .brokenChecklist else { throw failure }
      return setup.result(failure, of: item)
    }
  }

  private func judge(
    _ bytes: [UInt8], _ input: DossierInput, _ validator: DossierValidator
  ) throws -> Validation {
    guard setup.opensScans else {
      return try validator.validate(bytes, setup.request, leavesFiles: true)
    }
    return try validator.validate(
      bytes, setup.request, inspecting: { input.inspect($0, readingPassports: false) })
  }
}

/// The rules that a batch is judged by, and those that were in place before.
struct BatchRules: Sendable {
  let now: ChecklistLibrary
  let before: ChecklistLibrary?
  /// Whether reference tables differ, so that every dossier may come out otherwise.
  let tablesChanged: Bool

  /// - Throws: ``ChecklistError`` when tables cannot be read.
  init(_ now: ChecklistLibrary, since before: ChecklistLibrary?) throws {
    self.now = now
    self.before = before
    tablesChanged = try before.map { try $0.tablesDigest() != now.tablesDigest() } ?? false
  }
}

/// How a batch is judged.
struct BatchSetup: Sendable {
  var request: ValidationRequest
  var detail: BatchLine.Detail
  var opensScans: Bool
  var wantsRows: Bool
  /// Writes a page for each dossier; nil where nobody wants them.
  var pages: DossierPages?

  /// What a dossier came to.
  func result(_ report: Report, of item: BatchItem, before: Verdict? = nil) -> BatchResult {
    let key = BatchLedger.key(of: item)
    let record = BatchRecord(report.assessment)
    var result = BatchResult(key: key, record: record)
    result.line = line(of: item).text(report, before: before)
    if wantsRows { result.row = BatchRow.text(report, record) }
    if let pages {
      let page = pages.page(report, key: key)
      result.entry = pages.entry(report, name: page.name)
      result.page = page
    }
    return result
  }

  /// What an input came to that is no dossier.
  func result(_ failure: CommandFailure, of item: BatchItem) -> BatchResult {
    BatchResult(
      key: BatchLedger.key(of: item), record: .refused,
      line: line(of: item).text(
        refused: item.name, exitCode: failure.status.rawValue, failure.messages),
      row: BatchRow.text(refused: item.name, failure.messages), refusal: failure.messages.first,
      entry: pages?.entry(refused: item.name, failure.messages) ?? "")
  }

  private func line(of item: BatchItem) -> BatchLine {
    BatchLine(id: item.id, detail: detail, options: ReportOptions())
  }
}
