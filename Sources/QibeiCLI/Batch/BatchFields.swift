// SPDX-License-Identifier: Apache-2.0
internal import QibeiCore
internal import QibeiFiles
internal import QibeiPackages
internal import QibeiReports
internal import QibeiValidation

/// Which rule files a batch is judged by, as paths.
struct BatchRulePaths: Sendable {
  var now: String?
  var before: String?

  /// Opens them.
  ///
  /// - Throws: a failure when one is not there or faulty.
  func rules() throws -> BatchRules {
    try BatchRules(
      try ChecklistOptions.library(at: now),
      since: try before.map { try ChecklistOptions.library(at: $0) })
  }
}

// How a batch and its inputs are told to another process.
extension BatchSetup {
  func fields(_ rules: BatchRulePaths) -> [[UInt8]] {
    [
      request.category ?? "", request.submission?.description ?? "",
      request.place?.description ?? "", request.today.description,
      detail == .full ? "full" : "brief", opensScans ? "scans" : "", wantsRows ? "rows" : "",
      rules.now ?? "", rules.before ?? "",
      (pages?.languages ?? []).map(\.rawValue).joined(separator: " "),
    ].map { Array($0.utf8) }
  }

  /// A judge as ``fields(_:)`` describe it.
  ///
  /// - Throws: when rules are faulty.
  static func judge(_ fields: [[UInt8]]) throws -> BatchJudge? {
    let words = fields.map { String(decoding: $0, as: UTF8.self) }
    guard words.count == 10, let today = CalendarDate(words[3]) else { return nil }
    func word(_ at: Int) -> String? { words[at].isEmpty ? nil : words[at] }
    let setup = BatchSetup(
      request: ValidationRequest(
        category: word(0), submission: word(1).flatMap { CalendarDate($0) },
        place: word(2).flatMap { Division($0) }, today: today),
      detail: words[4] == "full" ? .full : .brief, opensScans: words[5] == "scans",
      wantsRows: words[6] == "rows",
      pages: word(9).map { words in
        DossierPages(words.split(separator: " ").compactMap { Language(rawValue: String($0)) })
      })
    return try BatchJudge(setup, BatchRulePaths(now: word(7), before: word(8)).rules())
  }
}

extension BatchItem {
  var fields: [[UInt8]] {
    let head = [Array(name.utf8), id.map { $0.line } ?? [], Array(String(line ?? 0).utf8)]
    switch content {
    case .path: return head + [Array("path".utf8)]
    case .file: return head + [Array("file".utf8)]
    case .xml(let bytes): return head + [Array("xml".utf8), bytes]
    case .package(let bytes): return head + [Array("package".utf8), bytes]
    case .folder(let xml, let files):
      let members = files.files().flatMap { path in
        [Array(path.utf8), (try? files.read(path, atMost: PackageLimits.unpacked)) ?? []]
      }
      let flags: [UInt8] = (files.isIncomplete ? [1] : []) + (files.isBrokenOff ? [2] : [])
      return head + [Array("folder".utf8), xml, flags] + members
    case .refused(let failure):
      return head + [Array("refused".utf8), Array(String(failure.status.rawValue).utf8)]
        + failure.messages.flatMap { [Array($0.zh.utf8), Array($0.en.utf8)] }
    }
  }

  init?(_ fields: [[UInt8]]) {
    guard fields.count >= 4 else { return nil }
    name = String(decoding: fields[0], as: UTF8.self)
    id = try? JSONReader.value(fields[1])
    line = Int(String(decoding: fields[2], as: UTF8.self)).flatMap { $0 == 0 ? nil : $0 }
    let rest = Array(fields.dropFirst(4))
    switch (String(decoding: fields[3], as: UTF8.self), rest.count) {
    case ("path", 0): content = .path
    case ("file", 0): content = .file
    case ("xml", 1): content = .xml(rest[0])
    case ("package", 1): content = .package(rest[0])
    case ("folder", 2...):
      var members: [String: [UInt8]] = [:]
      for at in stride(from: 2, to: rest.count - 1, by: 2) {
        members[String(decoding: rest[at], as: UTF8.self)] = rest[at + 1]
      }
      let files = MemberFiles(
        members, isIncomplete: rest[1].contains(1), isBrokenOff: rest[1].contains(2))
      content = .folder(xml: rest[0], files)
    case ("refused", 1...):
      let words = rest.map { String(decoding: $0, as: UTF8.self) }
      content = .refused(
        CommandFailure(
          status: Int32(words[0]).flatMap(ExitStatus.init) ?? .internalError,
          messages: stride(from: 1, to: words.count - 1, by: 2).map {
            .init(words[$0], words[$0 + 1])
          }))
    default: return nil
    }
  }
}
