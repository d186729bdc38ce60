// SPDX-License-Identifier: Apache-2.0

/// What one pass over an XML document saw: elements and attributes in document order, in flat tables.
///
/// It is not a tree: an element knows its parent and where its subtree ends, as positions in `elements`.
/// Values are already decoded (entities, normalised blanks) and stand in `values`; lines and columns
/// are computed from the source only for what is reported.
package struct XMLDocument: Sendable {
  /// One element; `end` is the position after its last descendant.
  package struct Element: Sendable, BitwiseCopyable {
    package var name: XMLName
    package var parent: Int32
    package var end: Int32
    package var firstAttribute: Int32
    package var attributeCount: Int32
    /// Byte offset just before the `>` or `/>` of the start tag.
    var tagEnd: UInt32
    /// Byte offset just after the end tag.
    var close: UInt32

    /// Positions of its attributes; what asks for every element adds the two up itself, for across modules this is a call.
    package var attributes: Range<Int> {
      Int(firstAttribute)..<Int(firstAttribute + attributeCount)
    }
  }

  /// One attribute; its value is `length` bytes of `values` from `start`.
  package struct Attribute: Sendable, BitwiseCopyable {
    package var name: XMLName
    package var start: Int32
    package var length: Int32
  }

  package let elements: [Element]
  /// Those of one element stand together; between two elements there may be room that is nobody's.
  package let attributes: [Attribute]
  /// The source, and behind it the values that do not stand there as they are (entities, line ends).
  package let values: [UInt8]
  /// The element around each text that is not blank, where the vocabulary has none.
  package let strayText: [Int32]
  /// Names outside the vocabulary, as written; see ``XMLName/unknown``.
  package let unknownNames: [String]
  /// The document in UTF-8, as parsed.
  package let source: [UInt8]
  /// Whether there is a character in it that nobody sees; see ``InvisibleCharacters``.
  package let hidesCharacters: Bool

  /// The value of the attribute at a position in `attributes`.
  package func value(_ attribute: Int) -> String {
    let entry = attributes[attribute]
    return string(Int(entry.start), Int(entry.length))
  }

  /// A run of `values` as text; the reader has checked that it is UTF-8.
  package func string(_ start: Int, _ length: Int) -> String {
    String(decoding: values[start..<(start + length)], as: UTF8.self)
  }

  /// The name of an element or attribute as written in the vocabulary or, when unknown, in the source.
  package func text(of name: XMLName, in vocabulary: XMLVocabulary) -> String {
    vocabulary.text(of: name, unknownNames)
  }
}

/// A name: a position in the vocabulary, or in the document's list of unknown names.
package struct XMLName: Hashable, Sendable, BitwiseCopyable {
  package var index: Int32

  package init(_ index: Int32) { self.index = index }

  /// Position in ``XMLDocument/unknownNames`` when the vocabulary does not have it.
  package var unknown: Int? { index < 0 ? -1 - Int(index) : nil }
}

/// The closed set of names in one namespace that a kind of document may use.
package final class XMLVocabulary: Sendable {
  /// The namespace of its elements; attributes have none.
  package let namespace: String
  let table: WordTable

  /// Makes a vocabulary; a name's position in the list is its ``XMLName/index``.
  package init(namespace: String, names: [String]) {
    self.namespace = namespace
    table = WordTable(names)
  }

  package var names: [String] { table.words }

  /// A name as written; one that is unknown stands in the document's own list.
  package func text(of name: XMLName, _ unknownNames: [String]) -> String {
    if let index = name.unknown { return unknownNames[index] }
    return names[Int(name.index)]
  }

  /// The position of a name in the list; nil where it is not there.
  func position(of name: String) -> Int32? {
    let bytes = name.utf8.span
    return table.position(bytes, 0, bytes.count).map(Int32.init)
  }
}
