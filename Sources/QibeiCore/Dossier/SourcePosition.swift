// SPDX-License-Identifier: Apache-2.0

/// Where in a dossier's file something stands.
package struct SourcePosition: Hashable, Sendable {
  /// Line and column from 1; columns count characters.
  package let line: Int
  package let column: Int
  /// Positional XPath with the prefix `q`.
  package let path: String

  package init(line: Int, column: Int, path: String) {
    self.line = line
    self.column = column
    self.path = path
  }
}
