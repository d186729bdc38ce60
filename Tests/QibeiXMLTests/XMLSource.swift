// SPDX-License-Identifier: Apache-2.0
import QibeiXML
import Testing

/// Bytes that hold XML, and how they ought to be refused.
struct XMLSource: Sendable, CustomTestStringConvertible {
  let name: String
  let bytes: [UInt8]
  /// Problem and position, such as `documentType 1:1`; empty when the bytes are a document.
  let problems: [String]

  init(_ name: String, _ bytes: [UInt8], _ problems: String...) {
    self.name = name
    self.bytes = bytes
    self.problems = problems
  }

  init(_ name: String, _ text: String, _ problems: String...) {
    self.name = name
    bytes = Array(text.utf8)
    self.problems = problems
  }

  var testDescription: String { name }

  static let vocabulary = XMLVocabulary(
    namespace: "urn:t", names: ["r", "a", "b", "x", "y", "longer-name", "of-more-than-sixteen"])

  static func reader() throws -> XMLReader { try XMLReader(root: "r", vocabulary: vocabulary) }

  /// Reads bytes as a document; every problem as text where they are none.
  static func problems(_ bytes: [UInt8]) throws -> [String] {
    let reader = try reader()
    do throws(XMLReadError) {
      _ = try reader.read(bytes)
      return []
    } catch {
      return error.problems.map(text)
    }
  }

  static func text(_ problem: XMLProblem) -> String {
    "\(problem.kind) \(problem.position.map { "\($0)" } ?? "-")"
  }

  /// The value of the root's first attribute.
  static func value(_ bytes: [UInt8]) throws -> String { try reader().read(bytes).value(0) }

  /// Text as UTF-16.
  static func utf16(_ text: String, little: Bool, mark: Bool = true) -> [UInt8] {
    ((mark ? [0xFEFF] : []) + Array(text.utf16)).flatMap { unit in
      let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
      return little ? [low, high] : [high, low]
    }
  }
}

/// Puts bytes between two texts.
func bytes(_ before: String, _ middle: [UInt8], _ after: String = "") -> [UInt8] {
  Array(before.utf8) + middle + Array(after.utf8)
}
