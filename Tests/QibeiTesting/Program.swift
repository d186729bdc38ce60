// SPDX-License-Identifier: Apache-2.0
package import Foundation

/// A folder of its own for one test, deleted with the last reference to it.
package final class TemporaryFolder: Sendable {
  package let url: URL

  package init() throws {
    url = FileManager.default.temporaryDirectory
      .appendingPathComponent("qibei-tests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  package var path: String { url.path }

  /// Writes a file, with the folders that lead to it.
  @discardableResult
  package func write(_ bytes: some Sequence<UInt8>, to name: String) throws -> String {
    let file = url.appendingPathComponent(name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
    return file.path
  }

  /// The bytes of a file in it.
  package func bytes(of name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: url.appendingPathComponent(name)))
  }

  /// The text of a file in it.
  package func text(of name: String) throws -> String {
    try String(contentsOf: url.appendingPathComponent(name), encoding: .utf8)
  }
}

/// What a program left behind.
package struct ProgramResult: Sendable {
  package let status: Int32
  package let output: String
  package let error: String

  /// The first line it printed.
  package var firstLine: String { output.split(separator: "\n").first.map(String.init) ?? "" }

  /// The first line it printed as an error.
  package var firstError: String { error.split(separator: "\n").first.map(String.init) ?? "" }
}

/// A program of the machine, or of this package.
package struct Program: Sendable {
  package let url: URL

  /// A program on the path; nil when it is not installed.
  package init?(named name: String) {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    let found = path.split(separator: ":").map { "\($0)/\(name)" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
    guard let found else { return nil }
    url = URL(fileURLWithPath: found)
  }

  package init(_ url: URL) { self.url = url }

  /// The product, as built for this run.
  package static let qibei = Program(
    URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
      .appendingPathComponent("qibei"))

  /// Where it lies.
  package var path: String { url.path }

  /// Runs it to its end, with nothing of this environment but the path.
  package func run(
    _ arguments: [String], input: [UInt8] = [], environment: [String: String] = [:],
    in folder: URL? = nil
  ) throws -> ProgramResult {
    // Files, not pipes: neither side can wait for the other.
    let files = try TemporaryFolder()
    let (output, error) = (try files.write([], to: "out"), try files.write([], to: "err"))
    let process = Process()
    process.executableURL = url
    process.arguments = arguments
    process.environment = environment.merging(
      ["PATH": ProcessInfo.processInfo.environment["PATH"] ?? ""]) { own, _ in own }
    if let folder { process.currentDirectoryURL = folder }
    process.standardInput = FileHandle(forReadingAtPath: try files.write(input, to: "in"))
    process.standardOutput = FileHandle(forWritingAtPath: output)
    process.standardError = FileHandle(forWritingAtPath: error)
    try process.run()
    process.waitUntilExit()
    return ProgramResult(
      status: process.terminationStatus, output: try files.text(of: "out"),
      error: try files.text(of: "err"))
  }
}
