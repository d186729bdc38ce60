// SPDX-License-Identifier: Apache-2.0

/// The rule files that ship inside the program; the build reads them from `schemas/`.
package enum Schemas {
  /// Their paths below `schemas/`, sorted by folder.
  package static let paths: [String] = files.map(\.path)

  /// The file with a path, or nil when there is none.
  package static func file(_ path: String) -> EmbeddedFile? {
    let length = path.utf8.count
    return files.first { $0.path.utf8.count == length && $0.path == path }
  }
}

/// A rule file inside the program.
package final class EmbeddedFile: Sendable {
  /// Below `schemas/`.
  let path: String
  /// SHA-256 of its bytes, 64 hexadecimal digits.
  package let digest: String
  /// The file as it is.
  package let text: String
  /// What reading it as XML gives.
  package let tape: String

  init(_ path: String, digest: String, text: String, tape: String) {
    self.path = path
    self.digest = digest
    self.text = text
    self.tape = tape
  }
}
