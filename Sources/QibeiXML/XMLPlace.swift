// SPDX-License-Identifier: Apache-2.0

/// A spot in a document that a finding can point to, cheap to keep and resolved only when reported.
package struct XMLPlace: Hashable, Sendable {
  package var element: Int32
  /// An attribute by its position among the element's own, or one of the constants below.
  package var part: Int32

  /// The start tag itself.
  package static var tag: Int32 { -1 }
  /// Just before the end tag: where something missing should have stood.
  package static var inside: Int32 { -2 }

  package init(element: Int32, part: Int32 = XMLPlace.tag) {
    self.element = element
    self.part = part
  }
}

/// A line and a column, both from 1; columns count characters, not bytes.
package struct XMLPosition: Hashable, Sendable, CustomStringConvertible {
  package var line: Int
  package var column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  package var description: String { "\(line):\(column)" }
}

/// Turns byte offsets of one source into lines and columns.
///
/// Making one costs a search for line ends; each look-up then costs a binary search and its line.
package struct XMLLocator: Sendable {
  private let source: [UInt8]
  private let end: Int
  private let lineStarts: [Int]
  // How many bytes before each block continue a character, so that a long line is not counted again and again;
  // empty where all lines are short.
  private let continuations: [Int]

  private static let block = 1024

  /// Indexes the lines of a source in UTF-8.
  ///
  /// - Parameters:
  ///   - source: the document.
  ///   - end: the last offset that will be asked for.
  package init(_ source: [UInt8], upTo end: Int = .max) {
    self.source = source
    self.end = min(end, source.count)
    var starts = [0]
    // Lines are seldom shorter on the average.
    starts.reserveCapacity(self.end / 32 + 1)
    var longest = 0
    var start = 0
    while start <= end, let next = ByteSearch.first(UInt8(ascii: "\n"), in: source, from: start) {
      longest = max(longest, next - start)
      start = next + 1
      starts.append(start)
    }
    longest = max(longest, self.end - start)
    lineStarts = starts
    continuations = longest > 4 * Self.block ? Self.counts(source) : []
  }

  /// Indexes the lines of a document's source as far as these places need.
  package init(_ document: XMLDocument, for places: [XMLPlace]) {
    var end = 0
    for place in places where document.elements.indices.contains(Int(place.element)) {
      let element = document.elements[Int(place.element)]
      end = max(end, Int(place.part == XMLPlace.inside ? element.close : element.tagEnd))
    }
    self.init(document.source, upTo: end)
  }

  private static func counts(_ source: [UInt8]) -> [Int] {
    var counts = [0]
    var count = 0
    for (offset, byte) in source.enumerated() {
      if byte & 0xC0 == 0x80 { count += 1 }
      if (offset + 1).isMultiple(of: block) { counts.append(count) }
    }
    return counts
  }

  /// The line and column of a byte offset; an offset past the end gives the end.
  package func position(of offset: Int) -> XMLPosition {
    let offset = max(0, min(offset, end))
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    let start = lineStarts[low]
    var column = 1 + offset - start - continuations(from: start, to: offset)
    // A byte order mark is not a character of the first line.
    if low == 0, source.starts(with: [0xEF, 0xBB, 0xBF]), column > 1 { column -= 1 }
    return XMLPosition(line: low + 1, column: column)
  }

  /// The line and column of a place in the document read from this source.
  package func position(of place: XMLPlace, in document: XMLDocument) -> XMLPosition {
    guard document.elements.indices.contains(Int(place.element)) else { return position(of: 0) }
    let element = document.elements[Int(place.element)]
    switch place.part {
    case XMLPlace.inside: return position(of: tagStart(before: Int(element.close) - 1))
    case XMLPlace.tag: return position(of: tagStart(before: Int(element.tagEnd)))
    default:
      let start = tagStart(before: Int(element.tagEnd))
      return position(of: attributeStart(Int(place.part), from: start, to: Int(element.tagEnd)))
    }
  }

  private func continuations(from start: Int, to offset: Int) -> Int {
    if continuations.isEmpty { return count(start..<offset) }
    return continuations(before: offset) - continuations(before: start)
  }

  private func continuations(before offset: Int) -> Int {
    let block = offset / Self.block
    return continuations[block] + count((block * Self.block)..<offset)
  }

  private func count(_ range: Range<Int>) -> Int {
    var count = 0
    for at in range where source[at] & 0xC0 == 0x80 { count += 1 }
    return count
  }

  // A `<` cannot stand inside a tag, so the nearest one to the left opens it.
  private func tagStart(before offset: Int) -> Int {
    var at = min(offset, source.count - 1)
    while at > 0, source[at] != UInt8(ascii: "<") { at -= 1 }
    return at
  }

  private func attributeStart(_ wanted: Int, from start: Int, to end: Int) -> Int {
    var at = start + 1
    var seen = 0
    while at < end, !isBlank(source[at]) { at += 1 }
    while at < end {
      while at < end, isBlank(source[at]) { at += 1 }
      let nameStart = at
      while at < end, source[at] != UInt8(ascii: "=") { at += 1 }
      let isDeclaration = source[nameStart..<at].starts(with: Array("xmlns".utf8))
      if !isDeclaration, seen == wanted { return nameStart }
      if !isDeclaration { seen += 1 }
      while at < end, source[at] != UInt8(ascii: "\""), source[at] != UInt8(ascii: "'") { at += 1 }
      guard at < end else { break }
      let quote = source[at]
      at += 1
      while at < end, source[at] != quote { at += 1 }
      at += 1
    }
    return start
  }

  private func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }
}
