// SPDX-License-Identifier: Apache-2.0
internal import QibeiCore
internal import QibeiFiles
internal import QibeiReports
internal import QibeiValidation
internal import QibeiXML

/// `qibei-endure leaks CHECKS SAMPLE…` and `qibei-endure threads COUNT DOSSIERS SAMPLE…`; `.ci/endure` runs both.
@main
enum Endurance {
  static func main() throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    switch arguments.first {
    case "leaks": try leaks(number(arguments, 1), mixture(arguments.dropFirst(2)))
    case "threads":
      try threads(
        number(arguments, 1), number(arguments, 2), mixture(arguments.dropFirst(3)))
    default: try end("leaks CHECKS SAMPLE… or threads COUNT DOSSIERS SAMPLE…")
    }
  }

  // Memory after a tenth against memory at the end, in kilobytes.
  private static func leaks(_ count: Int, _ dossiers: [[UInt8]]) throws {
    let judge = try Judge(ChecklistLibrary())
    var warm = 0
    for round in 0..<count {
      _ = try judge.report(on: dossiers[round % dossiers.count])
      if round == count / 10 { warm = try residentKilobytes() }
    }
    let last = try residentKilobytes()
    let growth = last - warm
    try FileSystem.print(
      "\(count) checks of \(dossiers.count) inputs: VmRSS \(warm) kB after a tenth, \(last) kB at the end, grew by \(growth) kB\n"
    )
    if growth > 5 * 1024 { try end("memory grew by more than 5 MB") }
  }

  private static func threads(_ count: Int, _ each: Int, _ dossiers: [[UInt8]]) throws {
    let alone = try Judge(ChecklistLibrary())
    let expected = try dossiers.map { try alone.report(on: $0) }
    // Another library, so that the threads also race to read its rules.
    let library = try ChecklistLibrary()
    let wrong = Threads.sum(count) { thread in
      do {
        let judge = try Judge(library)
        var wrong = 0
        for round in 0..<each {
          let at = (round + thread * 7) % dossiers.count
          if try judge.report(on: dossiers[at]) != expected[at] { wrong += 1 }
        }
        return wrong
      } catch {
        return each
      }
    }
    try FileSystem.print(
      "\(count) threads, \(each) dossiers each, of \(dossiers.count): \(wrong) reports differ from the single thread's\n"
    )
    if wrong > 0 { try end("reports differ") }
  }

  // The samples; what breaks off, flips and does not fit of each; and bytes that are no dossier.
  private static func mixture(_ paths: ArraySlice<String>) throws -> [[UInt8]] {
    var all: [[UInt8]] = [[], Array("<dossier>".utf8), [UInt8](repeating: 0xFF, count: 999)]
    for path in paths {
      let whole = try FileSystem.read(path, atMost: 5_000_000)
      all.append(whole)
      all.append(Array(whole.prefix(whole.count * 2 / 3)))
      for step in 1...6 {
        var spoilt = whole
        spoilt[(step * 7919) % spoilt.count] ^= UInt8(truncatingIfNeeded: 1 << step)
        all.append(spoilt)
      }
      // Every run has other names, as strangers' files would.
      all.append(whole.map { $0 == UInt8(ascii: "k") ? UInt8(ascii: "q") : $0 })
    }
    return all
  }

  private static func residentKilobytes() throws -> Int {
    let status = String(
      decoding: try FileSystem.read("/proc/self/status", atMost: 100_000), as: UTF8.self)
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") } ?? ""
    return line.split(separator: " ").compactMap { Int($0) }.first
      ?? line.split { !$0.isNumber }.compactMap { Int($0) }.first ?? 0
  }

  private static func number(_ arguments: [String], _ at: Int) throws -> Int {
    guard arguments.count > at, let number = Int(arguments[at]), number > 0 else {
      try end("a number is missing")
    }
    return number
  }

  private static func end(_ message: String) throws -> Never {
    try FileSystem.print("qibei-endure: \(message)\n", toError: true)
    FileSystem.leave(1)
  }
}

/// Judges one input after the other, as one thread does.
struct Judge {
  private let validator: DossierValidator
  private let day: CalendarDate

  init(_ library: ChecklistLibrary) throws {
    validator = try DossierValidator(library)
    guard let day = CalendarDate("2026-03-16") else { preconditionFailure("a day that exists") }
    self.day = day
  }

  /// The JSON of a report, or why there is none.
  func report(on bytes: [UInt8]) throws -> String {
    do {
      let validation = try validator.validate(bytes, ValidationRequest(today: day))
      let report = Report(
        assessment: validation.assessment, input: "dossier.xml",
        positions: validation.positions())
      return ReportFormat.json.render(report, ReportOptions())
    } catch let error as XMLReadError {
      return error.problems.map(\.sentence.en).joined(separator: "\n")
    }
  }
}
