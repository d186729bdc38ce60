// SPDX-License-Identifier: Apache-2.0
import QibeiReports
import QibeiTesting

/// Runs cases, each in every format, each once measured and once watched.
struct CaseRun {
  private let program: String
  private let children: Children
  /// Where the cases lie while they run.
  private let folder: TemporaryFolder

  /// - Parameter program: path of `qibei`; it is copied, so that what the Swift runtime looks for beside it is in
  ///   a folder of its own.
  /// - Throws: when it cannot be copied.
  init(_ program: String) throws {
    children = try Children()
    folder = try TemporaryFolder()
    self.program = try Self.copy(program, into: folder, children)
    try folder.write(Array(OutputRules.canary.utf8), to: "canary.txt")
  }

  private static func copy(
    _ program: String, into folder: TemporaryFolder, _ children: Children
  ) throws -> String {
    try folder.write([], to: "runtime/bin/empty")
    let copy = "\(folder.path)/runtime/bin/qibei"
    let ended = try children.run(
      Launch(program: "cp", arguments: [program, copy], folder: folder.path))
    guard ended.exit == 0 else { throw SuiteFailure("\(program) cannot be copied") }
    return copy
  }

  /// Judges a case and adds what came of it to the tally.
  func run(_ hostile: HostileCase, _ tally: inout Tally) throws {
    let place = try prepare(hostile)
    var outcome = Tally.Case(hostile)
    var spoken: Ended?
    for format in hostile.formats {
      for language in format ?? .text == .text ? ["en", "zh", "both"] : ["both"] {
        let arguments =
          hostile.command + ["--lang", language] + (format.map { ["--format", $0.rawValue] } ?? [])
        let ended = try measure(arguments, place, &outcome)
        var found = faultsOfEnd(ended, hostile)
        found += OutputRules.faults(in: ended.output, format: (format ?? .text).rawValue, hostile)
        found += OutputRules.faults(in: ended.error, format: "text", hostile)
        if let (path, format) = hostile.written, ended.exit == hostile.exit {
          let bytes = try folder.bytes(of: "case/\(path)")
          found += OutputRules.faults(in: bytes, format: format, hostile)
        }
        if language == "en" { found += missing(hostile.words, ended) }
        if language == "both", format ?? .text == .text { spoken = ended }
        outcome.faults += found.map { "\(format?.rawValue ?? "") \(language): \($0)" }
      }
    }
    outcome.faults += try watch(hostile, place, spoken, &outcome)
    if outcome.memory > hostile.memory {
      outcome.faults.append("takes \(outcome.memory >> 20) MB")
    }
    tally.add(outcome)
  }

  private func measure(
    _ arguments: [String], _ place: String, _ outcome: inout Tally.Case
  ) throws -> Ended {
    let ended = try children.run(
      Launch(program: program, arguments: arguments, folder: place))
    outcome.add(ended)
    return ended
  }

  private func faultsOfEnd(_ ended: Ended, _ hostile: HostileCase) -> [String] {
    var faults: [String] = []
    if ended.exit != hostile.exit { faults.append("\(ended.ending), not exit \(hostile.exit)") }
    if ended.seconds > hostile.limit, !ended.hung { faults.append("takes \(ended.seconds) s") }
    return faults
  }

  private func missing(_ words: [String], _ ended: Ended) -> [String] {
    // Lines are broken for people, so blanks are as good as each other.
    let said = Self.unbroken(String(decoding: ended.output + ended.error, as: UTF8.self))
    return words.filter { !said.contains(Self.unbroken($0)) }.map {
      "does not say “\($0)” but “\(said.prefix(300))”"
    }
  }

  private static func unbroken(_ text: String) -> String {
    text.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
  }

  /// All formats at once under strace: what is opened, and whether the same is said again.
  private func watch(
    _ hostile: HostileCase, _ place: String, _ before: Ended?, _ outcome: inout Tally.Case
  ) throws -> [String] {
    let outputs = hostile.formats.compactMap(\.self).compactMap(Self.file).flatMap { ["-o", $0] }
    let log = try children.scratch.write([], to: "calls")
    let ended = try children.run(
      Launch(
        program: "strace",
        arguments: SystemCalls.arguments(
          log, program, hostile.command + ["--lang", "both"] + outputs),
        folder: place, patience: 60))
    let calls = try SystemCalls(
      String(decoding: children.scratch.bytes(of: "calls"), as: UTF8.self), in: place,
      allowed: ["dossier", "dossier.zip", "rules", "out", "http:"].map { "\(place)/\($0)" }
        + ["\(folder.path)/runtime"])
    outcome.add(calls)
    var faults = (calls.sockets + calls.outside).map { "asks for \($0)" }
    if ended.exit != before?.exit || ended.output != before?.output || ended.error != before?.error
    {
      faults.append("says something else the second time: \(ended.ending)")
    }
    return faults
  }

  private static func file(_ format: ReportFormat) -> String? {
    ["\(format)", "txt", "md", "\(format).xml"].map { "out/r.\($0)" }
      .first { ReportFormat(fileName: $0) == format }
  }

  private func prepare(_ hostile: HostileCase) throws -> String {
    let name = "case"
    let place = "\(folder.path)/\(name)"
    let cleared = try children.run(
      Launch(program: "rm", arguments: ["-rf", place], folder: folder.path))
    guard cleared.exit == 0 else { throw SuiteFailure("\(place) cannot be cleared") }
    try folder.write(Array(OutputRules.canary.utf8), to: "\(name)/outside/canary.txt")
    try folder.write(Array(OutputRules.canary.utf8), to: "\(name)/canary.txt")
    try folder.write([], to: "\(name)/out/nothing")
    for (path, bytes) in hostile.files { try folder.write(bytes, to: "\(name)/\(path)") }
    for (path, target) in hostile.links { try System.link("\(place)/\(path)", to: target) }
    for path in hostile.pipes { try System.pipe("\(place)/\(path)") }
    return place
  }
}
