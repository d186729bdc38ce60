// SPDX-License-Identifier: Apache-2.0

/// A spot in the dossier's file, opaque to the core; only the reader of the file can name its line.
package struct SourcePlace: Hashable, Sendable {
  package let element: Int32
  package let part: Int32

  package init(element: Int32, part: Int32) {
    self.element = element
    self.part = part
  }

  /// Where the file begins.
  package static let start = SourcePlace(element: 0, part: -1)
}
