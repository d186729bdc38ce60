// SPDX-License-Identifier: Apache-2.0

/// How large a document may be; what lies above is refused before it can cost time or memory.
package struct XMLLimits: Sendable {
  /// Bytes of the document.
  package var bytes = 5_000_000
  /// Elements inside each other.
  package var depth = 64
  /// Attributes on one element: libxml2 2.9 compares them with each other, so many are slow.
  package var attributes = 256
  /// Bytes of one start tag.
  package var tagBytes = 65_536
  /// Tags, comments, sections and instructions together.
  package var markup = 100_000
  /// Problems kept for one document that is not well-formed.
  package var problems = 50

  package init() {}

  /// For rule files, which ship with the product or are given by its operator.
  package static let rules = XMLLimits()
}
