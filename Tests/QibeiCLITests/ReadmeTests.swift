// SPDX-License-Identifier: Apache-2.0
import Foundation
import QibeiTesting
import Testing

/// What the README shows is what the program prints.
struct ReadmeTests {
  /// A command of the README and the output shown beneath it.
  struct Shown: Sendable {
    let command: [String]
    let output: String
  }

  @Test(arguments: try shown())
  func `shows what the program prints`(_ shown: Shown) throws {
    let result = try Qibei.program(Array(shown.command.dropFirst()))
    #expect(result.output == shown.output)
  }

  @Test func `shows at least two commands`() throws {
    #expect(try Self.shown().map { $0.command[0] } == ["qibei", "qibei"])
  }

  @Test func `stays short`() throws {
    let lines = try Self.text().split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count <= 151)
  }

  private static func text() throws -> String {
    try String(contentsOf: Fixture.root.appendingPathComponent("README.md"), encoding: .utf8)
  }

  // Fenced blocks that begin with a prompt.
  private static func shown() throws -> [Shown] {
    let blocks = try text().components(separatedBy: "```\n")
    return blocks.compactMap { block in
      guard block.hasPrefix("$ "), let end = block.firstIndex(of: "\n") else { return nil }
      return Shown(
        command: block[block.index(block.startIndex, offsetBy: 2)..<end].split(separator: " ")
          .map(String.init),
        output: String(block[block.index(after: end)...]))
    }
  }
}
