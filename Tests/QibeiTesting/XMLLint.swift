// SPDX-License-Identifier: Apache-2.0
internal import Foundation

/// The verdict of libxml2's own validator, a program of its own.
package enum XMLLint {
  /// Why there is no verdict.
  package struct Unavailable: Error, CustomStringConvertible {
    package let description: String
  }

  /// Which of the documents are valid by a schema below `schemas/`, in their order.
  package static func valid(_ documents: [String], by schema: String) throws -> [Bool] {
    let folder = try TemporaryFolder()
    let files = try documents.enumerated().map { index, text in
      try folder.write(Array(text.utf8), to: "\(index).xml")
    }
    return try valid(files: files, by: schema)
  }

  /// Which of the files are valid by a schema below `schemas/`, in their order.
  package static func valid(files: [String], by schema: String) throws -> [Bool] {
    guard let program = Program(named: "xmllint") else {
      throw Unavailable(description: "xmllint is not installed: apt-get install libxml2-utils")
    }
    let path = Fixture.root.appendingPathComponent("schemas/\(schema)").path
    let result = try program.run(["--noout", "--nonet", "--schema", path] + files)
    let sound = Set(
      result.error.split(separator: "\n").filter { $0.hasSuffix(" validates") }
        .map { $0.dropLast(" validates".count) })
    let judged = files.map { sound.contains(Substring($0)) }
    guard !result.error.contains("schema failed to compile") else {
      throw Unavailable(description: "\(schema) does not compile: \(result.firstError)")
    }
    return judged
  }
}
