// SPDX-License-Identifier: Apache-2.0
internal import QibeiCore
internal import QibeiFiles
internal import QibeiPackages
internal import QibeiReports
internal import QibeiValidation

/// Judges the inputs of a batch in a process of its own, which has limits and no network, and may die of them.
final class JudgeProcess {
  /// What the program is told so that it serves instead of running a command.
  static let argument = "judge-dossiers"

  private let setup: BatchSetup
  private let paths: BatchRulePaths
  private let tables: ReferenceTables
  private var process: ChildProcess?

  private static let longestAnswer = 256_000_000

  /// - Parameters:
  ///   - setup: how to judge.
  ///   - paths: of the rules.
  ///   - tables: of the same rules, for a result where there is none.
  init(_ setup: BatchSetup, _ paths: BatchRulePaths, _ tables: ReferenceTables) {
    self.setup = setup
    self.paths = paths
    self.tables = tables
  }

  /// Judges one input; where the process dies of it, that is its result.
  ///
  /// - Throws: what concerns all inputs, such as faulty rules or a process that cannot be confined.
  func judge(_ item: BatchItem) throws -> BatchResult {
    let running = try process ?? start()
    process = running
    guard
      let answer = running.answer(to: 1, item.fields.framed, within: Confinement.milliseconds),
      let fields = [[UInt8]](framed: answer)
    else {
      process = nil
      return setup.result(
        Report(.judgingEnded, of: item.name, setup.request, tables), of: item)
    }
    guard fields.count == 7 else { throw CommandFailure(fields: fields) }
    let words = fields.map { String(decoding: $0, as: UTF8.self) }
    let key = BatchLedger.key(of: item)
    return BatchResult(
      key: key, record: BatchRecord(line: words[2]), line: fields[0], row: words[1],
      refusal: words[3].isEmpty ? nil : .init(words[3], words[4]), entry: words[5],
      page: words[6].isEmpty ? nil : DossierPages.Page(item.name, key: key, text: words[6]))
  }

  private func start() throws -> ChildProcess {
    guard
      let process = ChildProcess(
        Confinement.program, Self.argument, longestAnswer: Self.longestAnswer),
      let answer = process.answer(
        to: 0, setup.fields(paths).framed, within: Confinement.milliseconds)
    else {
      throw Confinement.unavailable
    }
    if let fields = [[UInt8]](framed: answer), !fields.isEmpty {
      throw CommandFailure(fields: fields)
    }
    return process
  }

  /// Answers questions on the standard input until there are no more, and ends the process.
  static func serve() -> Never {
    var judge: BatchJudge?
    ChildSide.serve(
      .files, memory: Confinement.memory, seconds: Confinement.processorSeconds,
      largest: 2 * PackageLimits.unpacked
    ) { kind, bytes in
      do {
        guard let fields = [[UInt8]](framed: bytes) else { return [] }
        if kind == 0 {
          judge = try BatchSetup.judge(fields)
          return [[UInt8]]().framed
        }
        guard let judge, let item = BatchItem(fields) else { return [] }
        let result = try judge.judge(item)
        return [
          result.line, Array(result.row.utf8), Array((result.record?.line ?? "untouched").utf8),
          Array((result.refusal?.zh ?? "").utf8), Array((result.refusal?.en ?? "").utf8),
          Array(result.entry.utf8), Array((result.page?.text ?? "").utf8),
        ].framed
      } catch {
        return CommandFailure(error, in: "").fields.framed
      }
    }
  }
}

extension CommandFailure {
  // An even number of fields, so that it is told from a result.
  fileprivate var fields: [[UInt8]] {
    [[], [], [], Array(String(status.rawValue).utf8)]
      + messages.flatMap { [Array($0.zh.utf8), Array($0.en.utf8)] }
  }

  fileprivate init(fields: [[UInt8]]) {
    let words = fields.dropFirst(3).map { String(decoding: $0, as: UTF8.self) }
    let status = words.first.flatMap { Int32($0) }.flatMap(ExitStatus.init) ?? .internalError
    let texts = Array(words.dropFirst())
    self.init(
      status: status,
      messages: stride(from: 0, to: texts.count - 1, by: 2).map { .init(texts[$0], texts[$0 + 1]) })
  }
}

extension [[UInt8]] {
  /// The fields one behind the other, each behind its length.
  var framed: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(reduce(0) { $0 + $1.count + 8 })
    for field in self {
      for shift in stride(from: 56, through: 0, by: -8) {
        bytes.append(UInt8(truncatingIfNeeded: field.count >> shift))
      }
      bytes += field
    }
    return bytes
  }

  /// Takes ``framed`` apart; nil where it is torn.
  init?(framed bytes: [UInt8]) {
    self.init()
    var at = 0
    while at < bytes.count {
      guard at + 8 <= bytes.count else { return nil }
      let count = bytes[at..<(at + 8)].reduce(0) { $0 << 8 | Int($1) }
      at += 8
      guard count >= 0, count <= bytes.count - at else { return nil }
      append(Array<UInt8>(bytes[at..<(at + count)]))
      at += count
    }
  }
}
