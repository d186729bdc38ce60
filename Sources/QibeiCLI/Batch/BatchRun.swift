// SPDX-License-Identifier: Apache-2.0
internal import QibeiCore
internal import QibeiFiles
internal import QibeiReports
internal import QibeiValidation

/// One run of `qibei batch`.
struct BatchRun: Sendable {
  let setup: BatchSetup
  let rules: BatchRules
  let rulePaths: BatchRulePaths
  let targets: BatchOutputs.Targets
  let threads: Int
  let inOrder: Bool
  let isIsolated: Bool
  let languages: [Language]

  /// What an earlier run with the same outputs and options had done; nil where there was none.
  ///
  /// - Throws: a failure when nothing was written down, or by other options.
  func past() throws -> BatchLedger.Past? {
    guard let path = targets.ledger else {
      throw CommandFailure(
        .usage,
        .init(
          "--resume 要和 -o 一起用，写 .ndjson、.csv 或文件夹",
          "--resume goes with -o and a .ndjson, a .csv or a folder"))
    }
    let past: BatchLedger.Past?
    do {
      past = try BatchLedger.past(path)
    } catch {
      throw CommandFailure(reading: error)
    }
    guard let past, try past.settings != settings() else { return past }
    throw CommandFailure(
      .usage,
      .init(
        "--resume：\(path) 是按别的选项或规则写的；请用原来的选项，或去掉 --resume 从头开始",
        "--resume: \(path) was written with other options or rules; use those, or begin anew without --resume"
      ))
  }

  // What has to be the same for results to belong together.
  private func settings() throws -> String {
    let earlier = try rules.before?.digest() ?? ""
    // A run that goes on the next day is the same run.
    var setup = setup
    setup.request.today = .distantPast
    return Digest.sha256(
      setup.fields(BatchRulePaths()).framed + Array(earlier.utf8)
        + Array(try rules.now.digest().utf8))
  }

  /// Judges everything.
  ///
  /// - Parameters:
  ///   - source: where the inputs come from.
  ///   - past: what is done already.
  ///   - total: how many inputs there are, where that is known.
  /// - Returns: the counts, those of the earlier run included.
  /// - Throws: a failure that concerns the run itself.
  func run(
    _ source: sending BatchSource, after past: BatchLedger.Past?, total: Int?
  ) throws -> BatchTally {
    let progress = BatchProgress(
      total: total.map { max($0 - (past?.keys.values.reduce(0, +) ?? 0), 0) },
      language: languages[0],
      isShown: FileSystem.isTerminal(error: true))
    let source = ResumedSource(source: source, done: past?.keys ?? [:])
    let settings = try targets.ledger == nil ? "" : past?.settings ?? settings()
    let outputs = try CommandFailure.writing { () throws(FileError) in
      try BatchOutputs(
        targets, after: past, settings: settings, languages: languages, progress: progress)
    }
    return try OrderedWork.run(
      threads: threads, inOrder: inOrder, source: source,
      next: { try $0.next() },
      context: { try worker() },
      work: { worker, item in try worker(item) }, sink: outputs,
      deliver: { outputs, result, isIdle in
        try CommandFailure.writing { () throws(FileError) in
          try outputs.add(result, isIdle: isIdle)
        }
      },
      finish: { outputs in
        try CommandFailure.writing { () throws(FileError) in
          try outputs.finish { (try? rules.now.versions(of: $0))?.last?.title }
        }
      })
  }

  private func worker() throws -> (BatchItem) throws -> BatchResult {
    if isIsolated {
      let process = JudgeProcess(setup, rulePaths, rules.now.tables)
      return { try process.judge($0) }
    }
    let judge = try BatchJudge(setup, rules)
    return { try judge.judge($0) }
  }
}

/// A source without what an earlier run has done.
private struct ResumedSource {
  var source: BatchSource
  var done: [UInt64: Int]

  mutating func next() throws -> BatchItem? {
    while let item = try source.next() {
      guard !done.isEmpty else { return item }
      let key = BatchLedger.key(of: item)
      guard let times = done[key] else { return item }
      done[key] = times > 1 ? times - 1 : nil
    }
    return nil
  }
}
