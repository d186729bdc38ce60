// SPDX-License-Identifier: Apache-2.0
internal import QibeiCore
internal import QibeiFiles
internal import QibeiReports

/// Where the results of a batch go; files have their names only once they are whole.
struct BatchOutputs {
  /// What is written where.
  struct Targets: Sendable {
    var lines: String?
    var rows: String?
    var page: String?
    var ledger: String?
    /// The folder for a page of each dossier and the list of them.
    var pages: String?
    /// Whether the lines go to the standard output.
    var printsLines = false
    /// Whether somebody may wait for a line before handing in the next input.
    var answersAtOnce = false

    var list: String? { pages.map { "\($0)/\(DossierPages.list)" } }
  }

  private let targets: Targets
  private let languages: [Language]
  private let lines: GrowingFile?
  private let rows: GrowingFile?
  private let list: GrowingFile?
  private let ledger: BatchLedger?
  private var tally: BatchTally
  private var progress: BatchProgress
  private var waiting: [UInt8] = []
  private var unwritten = 0
  private var lastFlush = FileSystem.milliseconds

  // A kill between two of these costs the work since the last, never a result; with a ledger each goes to the disk.
  private var bytesBetween: Int { ledger == nil ? 1 << 15 : 1 << 18 }
  private static let millisecondsBetween = 1_000

  /// - Parameters:
  ///   - targets: what to write.
  ///   - past: what an earlier run had done.
  ///   - settings: by which options the batch is judged.
  ///   - languages: that the page speaks.
  ///   - progress: told of every result.
  /// - Throws: ``FileError`` when one cannot be written.
  init(
    _ targets: Targets, after past: BatchLedger.Past?, settings: String, languages: [Language],
    progress: BatchProgress
  ) throws(FileError) {
    self.targets = targets
    self.languages = languages
    self.progress = progress
    tally = past?.tally ?? BatchTally()
    var sizes = (past?.sizes ?? [])[...]
    lines = try Self.open(targets.lines, sizes.popFirst() ?? 0)
    let rowsKept = sizes.popFirst() ?? 0
    rows = try Self.open(targets.rows, rowsKept)
    let listKept = sizes.popFirst() ?? 0
    list = try Self.open(targets.list, listKept)
    if let folder = targets.pages {
      try FileSystem.makeDirectory("\(folder)/\(DossierPages.folder)")
    }
    ledger =
      if let path = targets.ledger {
        try BatchLedger(path, settings: settings, after: past)
      } else {
        nil
      }
    if let rows, rowsKept == 0 { rows.append(BatchRow.header.utf8) }
    if let list, listKept == 0 { list.append(DossierPages(languages).head.utf8) }
  }

  private static func open(_ path: String?, _ length: Int) throws(FileError) -> GrowingFile? {
    guard let path else { return nil }
    let part = path + ".part"
    // What was finished before is gone on with.
    if length > 0, FileSystem.kind(of: part) == nil { try FileSystem.rename(path, to: part) }
    return try GrowingFile(part, keeping: length)
  }

  /// Takes the result of one input.
  ///
  /// - Throws: ``FileError`` when nobody takes it.
  mutating func add(_ result: BatchResult, isIdle: Bool) throws(FileError) {
    if let record = result.record { tally.add(record) } else { tally.untouched += 1 }
    if let refusal = result.refusal { tally.note(refusal) }
    lines?.append(result.line)
    rows?.append(result.row.utf8)
    if targets.printsLines { waiting += result.line }
    list?.append(result.entry.utf8)
    if let folder = targets.pages, let page = result.page {
      try FileSystem.write(
        Array(page.text.utf8), to: "\(folder)/\(DossierPages.folder)/\(page.name)", toDisk: false)
    }
    ledger?.add(result, sizes: [lines, rows, list].map { $0?.size ?? 0 })
    progress.advance()
    unwritten += result.line.count + result.row.utf8.count + 32
    let isDue =
      unwritten >= bytesBetween
      || FileSystem.milliseconds - lastFlush >= Self.millisecondsBetween
    if isDue || isIdle && targets.answersAtOnce { try flush() }
  }

  private mutating func flush() throws(FileError) {
    unwritten = 0
    try FileSystem.print(waiting)
    waiting.removeAll(keepingCapacity: true)
    try lines?.flush(toDisk: ledger != nil)
    try rows?.flush(toDisk: ledger != nil)
    try list?.flush(toDisk: ledger != nil)
    if let folder = targets.pages { try FileSystem.settle(folder) }
    try ledger?.flush()
    lastFlush = FileSystem.milliseconds
  }

  /// Finishes all files.
  ///
  /// - Parameter title: the name of a category.
  /// - Returns: the counts.
  /// - Throws: ``FileError`` when one cannot be written.
  mutating func finish(_ title: (String) -> BilingualText?) throws(FileError) -> BatchTally {
    progress.end()
    try flush()
    if let path = targets.lines { try lines?.finish(as: path) }
    if let path = targets.rows { try rows?.finish(as: path) }
    if let path = targets.list {
      list?.append(DossierPages.foot.utf8)
      try list?.finish(as: path)
    }
    if let path = targets.page {
      let page = BatchPage(
        tally, title: title, list: targets.pages.map { _ in DossierPages.list },
        languages: languages)
      try FileSystem.write(Array(page.text.utf8), to: path)
    }
    return tally
  }
}
