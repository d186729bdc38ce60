// SPDX-License-Identifier: Apache-2.0
import QibeiTesting

/// A program to run, and how.
struct Launch {
  var program: String
  var arguments: [String]
  var environment: [String] = Launch.environment
  var folder: String
  var input: [UInt8] = []
  /// After which it counts as hanging.
  var patience = 60.0
  /// Where its output goes; a file of its own where nil.
  var output: String?

  /// Baits: whoever follows one opens something outside, or a socket.
  static let environment = [
    "PATH=/usr/bin:/bin", "http_proxy=http://127.0.0.1:9", "HTTP_PROXY=http://127.0.0.1:9",
    "XML_CATALOG_FILES=/qibei-canary/catalog.xml", "SGML_CATALOG_FILES=/qibei-canary/catalog",
  ]
}

/// What a program left behind, and what it took.
struct Ended {
  /// The exit code; nil when a signal ended it.
  let exit: Int32?
  let signal: Int32?
  let hung: Bool
  let elapsed: Double
  /// Of processor time, with that of its own processes: nothing in the program sleeps, so on a machine that has
  /// nothing else to do this is how long it takes.
  let seconds: Double
  /// The largest resident set of any one of its processes, in bytes.
  let peak: Int
  let output: [UInt8]
  let error: [UInt8]

  /// How it ended, in words.
  var ending: String {
    if hung { return "hangs" }
    return exit.map { "exit \($0)" } ?? "signal \(signal ?? 0)"
  }
}

/// Runs programs one at a time, with a folder for what they write.
struct Children {
  let scratch: TemporaryFolder

  init() throws { scratch = try TemporaryFolder() }

  /// Runs a program to its end, or ends it and all that it started.
  ///
  /// - Throws: what the system says when it cannot be started.
  func run(_ launch: Launch) throws -> Ended {
    let output = try launch.output ?? scratch.write([], to: "out")
    let error = try scratch.write([], to: "err")
    let input = try scratch.write(launch.input, to: "in")
    let record = try scratch.write([], to: "record")
    let arguments =
      ["/proc/self/exe", Meter.argument, record, launch.folder, launch.program] + launch.arguments
    let process = try System.start(arguments, launch.environment, (input, output, error))
    let start = System.now
    var hung = false
    while System.ended(process, waiting: false) == nil {
      System.pause()
      guard !hung, System.now - start > launch.patience else { continue }
      hung = true
      System.end(groupOf: process)
    }
    let numbers = try scratch.text(of: "record").split(separator: " ").compactMap { Int($0) }
    guard hung || numbers.count == 4 else {
      throw SuiteFailure("\(launch.program) cannot be run in \(launch.folder)")
    }
    let status = hung ? 9 : numbers[0]
    let signal = status & 0x7F
    return Ended(
      exit: signal == 0 ? Int32(status >> 8 & 0xFF) : nil,
      signal: signal == 0 ? nil : Int32(signal), hung: hung,
      elapsed: hung ? launch.patience : Double(numbers[1]) / 1e6,
      seconds: hung ? launch.patience : Double(numbers[2]) / 1e6, peak: hung ? 0 : numbers[3],
      output: launch.output == nil ? try scratch.bytes(of: "out") : [],
      error: try scratch.bytes(of: "err"))
  }
}

/// The suite itself as a small process between it and a program: a program begins with the memory that its
/// starter ever had as its peak, and the suite has much.
enum Meter {
  static let argument = "measure"

  /// Runs the program that the arguments name and writes down how it ended, its microseconds and its peak.
  static func run(_ arguments: ArraySlice<String>) throws {
    guard arguments.count >= 3 else { throw SuiteFailure("nothing to measure") }
    let words = Array(arguments)
    try System.enter(words[1])
    let start = System.now
    let process = try System.start(Array(words[2...]), nil, nil)
    guard let ended = System.ended(process, waiting: true) else { return }
    let elapsed = Int((System.now - start) * 1e6)
    try System.write(
      "\(ended.status) \(elapsed) \(ended.microseconds) \(ended.peak)", to: words[0])
  }
}

/// Why the suite cannot do its job.
struct SuiteFailure: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
