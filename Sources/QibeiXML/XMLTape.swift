// SPDX-License-Identifier: Apache-2.0

/// A document as a short text beside its source, for what was read when the program was built need not be read again.
///
/// The text holds the namespace, the names, the values that do not stand in the source, and the tables of elements and
/// attributes, without their places. Numbers have six bits in a character, the lowest first; the seventh says that more
/// follow.
package enum XMLTape {
  /// What was recorded: the tables of ``XMLDocument``, with values as runs of a text.
  package struct Record {
    package let elements: [XMLDocument.Element]
    package let attributes: [XMLDocument.Attribute]
    package let unknownNames: [String]
    /// The source, and behind it the values that do not stand there.
    package let text: String
  }

  /// Reads a document and records it.
  ///
  /// - Returns: the tape; nil where there is anything in it that belongs to no vocabulary, such as text or foreign names.
  /// - Throws: every problem that keeps the bytes from being a document with this root and namespace.
  package static func record(
    _ bytes: [UInt8], root: String, namespace: String
  ) throws(XMLReadError) -> String? {
    let unnamed = try XMLReader(
      root: root, vocabulary: XMLVocabulary(namespace: namespace, names: [])
    ).read(bytes)
    let names = Set(unnamed.unknownNames).sorted()
    let document = try XMLReader(
      root: root, vocabulary: XMLVocabulary(namespace: namespace, names: names)
    ).read(bytes)
    // What is not the file as it is (another encoding) cannot be found in it.
    guard document.unknownNames.isEmpty, document.strayText.isEmpty, document.source == bytes
    else { return nil }
    var writer = TapeWriter()
    writer.write(namespace)
    writer.write(names.count)
    for name in names { writer.write(name) }
    writer.write(String(decoding: document.values[bytes.count...], as: UTF8.self))
    writer.write(document.elements.count)
    let attributes = document.elements.flatMap { document.attributes[$0.attributes] }
    writer.write(attributes.count)
    for (index, element) in document.elements.enumerated() {
      writer.write(Int(element.name.index))
      writer.write(index - Int(element.parent))
      writer.write(Int(element.end) - index)
      writer.write(Int(element.attributeCount))
    }
    var ends = TapeEnds(source: bytes.count)
    for attribute in attributes {
      writer.write(Int(attribute.name.index))
      writer.write(ends.distance(to: Int(attribute.start), length: Int(attribute.length)))
      writer.write(Int(attribute.length))
    }
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  /// Reads what was recorded.
  ///
  /// - Parameters:
  ///   - tape: the text that was written.
  ///   - source: what it was recorded from.
  ///   - root: the root element that it must have.
  ///   - vocabulary: the names to give it.
  /// - Returns: what ``XMLReader`` would give, without places; nil where the root or the namespace is another.
  package static func read(
    _ tape: String, of source: String, root: String, vocabulary: XMLVocabulary
  ) -> Record? {
    let bytes = tape.utf8
    var reader = TapeReader(bytes: bytes.span)
    guard reader.text() == vocabulary.namespace else { return nil }
    var unknown: [String] = []
    let names = (0..<reader.number()).map { _ in
      let name = reader.text()
      if let position = vocabulary.position(of: name) { return XMLName(position) }
      unknown.append(name)
      return XMLName(Int32(-unknown.count))
    }
    let built = reader.text()
    let (elementCount, attributeCount) = (reader.number(), reader.number())
    var first = 0
    let elements = [XMLDocument.Element](capacity: elementCount) { elements in
      for index in 0..<elementCount {
        let name = names[reader.number()]
        let (parent, end, count) = (reader.number(), reader.number(), reader.number())
        elements.append(
          XMLDocument.Element(
            name: name, parent: Int32(truncatingIfNeeded: index &- parent),
            end: Int32(truncatingIfNeeded: index &+ end),
            firstAttribute: Int32(truncatingIfNeeded: first),
            attributeCount: Int32(truncatingIfNeeded: count), tagEnd: 0, close: 0))
        first &+= count
      }
    }
    var ends = TapeEnds(source: source.utf8.count)
    let attributes = [XMLDocument.Attribute](capacity: attributeCount) { attributes in
      for _ in 0..<attributeCount {
        let name = names[reader.number()]
        let distance = reader.number()
        let length = reader.number()
        attributes.append(
          XMLDocument.Attribute(
            name: name, start: Int32(truncatingIfNeeded: ends.start(at: distance, length: length)),
            length: Int32(truncatingIfNeeded: length)))
      }
    }
    guard vocabulary.text(of: elements[0].name, unknown) == root else { return nil }
    return Record(
      elements: elements, attributes: attributes, unknownNames: unknown,
      text: built.isEmpty ? source : source + built)
  }
}

/// Where the last value ended, in the source and among those that do not stand there.
private struct TapeEnds {
  private var source = 0
  private var built: Int

  init(source count: Int) { built = count }

  // Values come in the order of the source; an odd distance is one among the built values.
  mutating func distance(to start: Int, length: Int) -> Int {
    if start >= built {
      defer { built = start + length }
      return (start - built) * 2 + 1
    }
    defer { source = start + length }
    return (start - source) * 2
  }

  mutating func start(at distance: Int, length: Int) -> Int {
    if distance & 1 == 1 {
      let start = built + distance / 2
      built = start + length
      return start
    }
    let start = source + distance / 2
    source = start + length
    return start
  }
}

private struct TapeWriter {
  private(set) var bytes: [UInt8] = []

  mutating func write(_ number: Int) {
    var rest = number
    while rest >= 64 {
      bytes.append(UInt8(rest & 63 | 64))
      rest >>= 6
    }
    bytes.append(UInt8(rest))
  }

  mutating func write(_ text: String) {
    write(text.utf8.count)
    bytes += text.utf8
  }
}

private struct TapeReader: ~Escapable {
  private let bytes: Span<UInt8>
  private var at = 0

  @_lifetime(copy bytes)
  init(bytes: Span<UInt8>) { self.bytes = bytes }

  @inline(__always)
  mutating func number() -> Int {
    let byte = bytes[at]
    at += 1
    return byte < 64 ? Int(byte) : rest(of: Int(byte & 63))
  }

  @inline(__always)
  private mutating func rest(of first: Int) -> Int {
    var number = first
    var shift = 6
    while true {
      let byte = bytes[at]
      at += 1
      number |= Int(byte & 63) << shift
      if byte < 64 { return number }
      shift += 6
    }
  }

  mutating func text() -> String {
    let count = number()
    defer { at += count }
    return String(decoding: (at..<(at + count)).map { bytes[$0] }, as: UTF8.self)
  }
}
