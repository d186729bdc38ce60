// SPDX-License-Identifier: Apache-2.0
internal import QibeiCore
internal import QibeiFiles
internal import QibeiReports
internal import QibeiXML

/// What of a batch is done, so that it can be gone on with after the process was killed.
///
/// It knows inputs by numbers only: neither a path nor anything from a dossier stands in it. A line counts once the
/// results that it stands for have been handed on, and a torn last line counts for nothing.
struct BatchLedger {
  static let head = "qibei batch ledger 1"

  private let file: GrowingFile

  /// What an earlier run had done.
  struct Past {
    /// How often each input was done, for one may be named twice.
    var keys: [UInt64: Int] = [:]
    var tally = BatchTally()
    /// How long each result file was with the last line.
    var sizes: [Int] = []
    /// How much of the ledger itself is whole.
    var length = 0
    /// By which options it was written.
    var settings = ""
  }

  /// Begins a ledger, or goes on with one.
  ///
  /// - Throws: ``FileError`` when it cannot be written.
  init(_ path: String, settings: String, after past: Past?) throws(FileError) {
    file = try GrowingFile(path, keeping: past?.length ?? 0)
    if past == nil { file.append("\(Self.head) \(settings)\n".utf8) }
  }

  /// Notes that an input is done.
  func add(_ result: BatchResult, sizes: [Int]) {
    let record = result.record?.line ?? "untouched"
    file.append(
      "\(String(result.key, radix: 16)) \(sizes.map(String.init).joined(separator: ",")) \(record)\n"
        .utf8)
  }

  /// Hands everything on.
  ///
  /// - Throws: ``FileError`` when it cannot be written.
  func flush() throws(FileError) { try file.flush(toDisk: true) }

  /// What a ledger says; nil where there is none.
  ///
  /// - Throws: ``FileError`` when it cannot be read or is not one.
  static func past(_ path: String) throws(FileError) -> Past? {
    guard FileSystem.kind(of: path) != nil else { return nil }
    let bytes = try FileSystem.read(path, atMost: 1 << 34)
    var past = Past()
    var start = 0
    var number = 1
    while let end = ByteSearch.first(UInt8(ascii: "\n"), in: bytes, from: start) {
      let line = String(decoding: bytes[start..<end], as: UTF8.self)
      if start == 0 {
        guard line.hasPrefix(head + " ") else { throw FileError(path, .damaged(line: 1)) }
        past.settings = String(line.dropFirst(head.count + 1))
      } else if !past.add(line) {
        throw FileError(path, .damaged(line: number))
      }
      number += 1
      start = end + 1
      past.length = start
    }
    return past.length == 0 ? nil : past
  }

  /// The number that an input is known by.
  static func key(of item: BatchItem) -> UInt64 {
    TextHash.of(item.line.map { "\($0):\(item.name)" } ?? item.name)
  }
}

extension BatchLedger.Past {
  fileprivate mutating func add(_ line: String) -> Bool {
    let fields = line.split(separator: " ", maxSplits: 2)
    guard fields.count == 3, let key = UInt64(fields[0], radix: 16) else { return false }
    sizes = fields[1].split(separator: ",").compactMap { Int($0) }
    keys[key, default: 0] += 1
    if fields[2] == "untouched" {
      tally.untouched += 1
      return true
    }
    guard let record = BatchRecord(line: fields[2]) else { return false }
    tally.add(record)
    return true
  }
}
