// SPDX-License-Identifier: Apache-2.0
internal import QibeiFiles

/// A process of this program that answers about files, and may die of them; one for a dossier.
final class InspectionProcess {
  private let program: String
  private let argument: String
  private let milliseconds: Int
  private var process: ChildProcess?
  private var failures = 0

  // Whoever packs so many hostile files gets no answer about the rest.
  private static let mostFailures = 5

  /// - Parameters:
  ///   - program: path of `qibei`; inside of it, `/proc/self/exe`.
  ///   - argument: what it is told so that it serves.
  ///   - milliseconds: how long an answer may take.
  init(_ program: String, _ argument: String, milliseconds: Int) {
    self.program = program
    self.argument = argument
    self.milliseconds = milliseconds
  }

  /// The answer about some bytes; nil where there is none.
  func answer(to kind: UInt8, _ bytes: [UInt8]) -> [UInt8]? {
    guard failures < Self.mostFailures else { return nil }
    let running = process ?? ChildProcess(program, argument)
    process = running
    let answer = running?.answer(to: kind, bytes, within: milliseconds)
    if answer == nil {
      process = nil
      failures += 1
    }
    return answer
  }
}
