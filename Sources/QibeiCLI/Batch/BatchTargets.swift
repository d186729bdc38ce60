// SPDX-License-Identifier: Apache-2.0
internal import QibeiCore
internal import QibeiFiles

/// Reads what `-o` names.
enum BatchTargets {
  /// The files to write: by their endings, or all of them in a folder.
  ///
  /// - Parameters:
  ///   - output: as the user names them.
  ///   - printsLines: whether lines go to the standard output.
  ///   - hasPages: whether the folder gets a page for each dossier.
  /// - Returns: what is written where, the ledger beside the first of them.
  /// - Throws: a failure for an ending that is none, or a folder that cannot be made.
  static func of(_ output: [String], printsLines: Bool, hasPages: Bool) throws
    -> BatchOutputs.Targets
  {
    var targets = BatchOutputs.Targets()
    targets.printsLines = printsLines
    var folder: String?
    for path in output {
      let name = path.lowercased()
      let isFolder = path.hasSuffix("/") || FileSystem.kind(of: path) == .directory
      if isFolder {
        folder = path.hasSuffix("/") ? String(path.dropLast()) : path
      } else if name.hasSuffix(".ndjson") || name.hasSuffix(".jsonl") {
        targets.lines = path
      } else if name.hasSuffix(".csv") {
        targets.rows = path
      } else if name.hasSuffix(".html") {
        targets.page = path
      } else {
        throw CommandFailure(
          .usage,
          .init(
            "-o：不知道“\(path)”用什么格式，可用 .ndjson .csv .html，或以 / 结尾的文件夹",
            "-o: no format for “\(path)”; use .ndjson, .csv, .html, or a folder that ends with /"))
      }
    }
    // What is named is written: nothing takes the place of anything else without a word.
    let written = [targets.lines, targets.rows, targets.page, folder].compactMap(\.self).count
    guard written == output.count, folder == nil || written == 1 else {
      throw CommandFailure(
        .usage,
        .init(
          "-o：每种格式只写一个文件；文件夹已含全部格式，只能单独写",
          "-o: one file of each format; a folder has all of them already and stands alone"))
    }
    if let folder { try fill(&targets, folder, hasPages) }
    guard !hasPages || targets.pages != nil else {
      throw CommandFailure(
        .usage,
        .init(
          "--pages 要写进文件夹：请加上以 / 结尾的 -o，如 -o results/",
          "--pages writes into a folder: add -o with a name that ends with /, such as -o results/"))
    }
    if targets.ledger == nil, let first = targets.lines ?? targets.rows {
      targets.ledger = first + ".ledger"
    }
    return targets
  }

  private static func fill(
    _ targets: inout BatchOutputs.Targets, _ folder: String, _ hasPages: Bool
  ) throws {
    try CommandFailure.writing { () throws(FileError) in
      try FileSystem.makeDirectory(folder)
    }
    targets.lines = "\(folder)/reports.ndjson"
    targets.rows = "\(folder)/summary.csv"
    targets.page = "\(folder)/summary.html"
    targets.ledger = "\(folder)/ledger.txt"
    if hasPages { targets.pages = folder }
  }
}
