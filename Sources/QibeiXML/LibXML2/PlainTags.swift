// SPDX-License-Identifier: Apache-2.0
internal import Glibc

/// Reads the attributes of a start tag that is written in the plainest way.
///
/// Plain is a tag whose attributes have names of the vocabulary, each once, no blanks around `=`, and values without
/// controls, line ends, `<` and references other than the five of XML. Whatever else there is to say of a tag, such
/// as that it is broken, libxml2 says: a tag that is not plain is not read here.
@safe struct PlainTags {
  /// What was read, in the order of the source.
  private(set) var attributes = GrowingBuffer<XMLDocument.Attribute>(capacity: 1024)
  private let table: WordTable
  // For each name, the number of the tag that had it last.
  private var latest: [UInt32]
  private var number: UInt32 = 0

  /// One tag, by offsets in the source.
  struct Tag {
    /// Just after the element's name.
    let nameEnd: Int
    /// Just before the `>` or `/>`.
    let end: Int
    /// The position of its first attribute in ``PlainTags/attributes``.
    let first: Int
  }

  init(_ vocabulary: XMLVocabulary) {
    // Names that say something of namespaces are libxml2's to read, in whatever vocabulary they are.
    let isApart = vocabulary.names.contains { $0.contains(":") || $0 == "xmlns" }
    table = isApart ? WordTable([]) : vocabulary.table
    latest = Array(repeating: 0, count: vocabulary.names.count)
  }

  mutating func removeAll() { attributes.removeAll() }

  func free() { attributes.free() }

  /// Reads the tag that begins with a `<`.
  ///
  /// - Parameters:
  ///   - open: where the `<` stands.
  ///   - source: the document.
  ///   - following: where the next `<` stands, or the end.
  ///   - reference: the offset of the next reference that is none of the five, or a larger number.
  /// - Returns: nil where it is not plain.
  mutating func read(
    _ open: Int, in source: UnsafeBufferPointer<UInt8>, before following: Int,
    _ reference: Int
  ) -> Tag? {
    // A tag so near to the end is the root's or is not closed.
    guard let text = source.baseAddress, let nameEnd = unsafe Self.nameEnd(open + 1, source)
    else { return nil }
    let limit = min(following, source.count - 8)
    let first = attributes.count
    number &+= 1
    var at = nameEnd
    while at < limit {
      let blanks = at
      while at < limit, unsafe Self.isBlank(text[at]) { at += 1 }
      switch unsafe text[at] {
      case UInt8(ascii: ">"): return Tag(nameEnd: nameEnd, end: at, first: first)
      case UInt8(ascii: "/") where unsafe text[at + 1] == UInt8(ascii: ">"):
        return Tag(nameEnd: nameEnd, end: at, first: first)
      default: break
      }
      guard at > blanks,
        let equals = unsafe Self.find(UInt8(ascii: "="), text, at, limit, orControl: false),
        let name = unsafe table.find(source.span, at, equals - at), latest[name] != number
      else { break }
      let quote = unsafe text[equals + 1]
      guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"),
        let end = unsafe Self.find(quote, text, equals + 2, limit, orControl: true),
        unsafe text[end] == quote, end < reference
      else { break }
      latest[name] = number
      attributes.append(
        XMLDocument.Attribute(
          name: XMLName(Int32(truncatingIfNeeded: name)),
          start: Int32(truncatingIfNeeded: equals + 2),
          length: Int32(truncatingIfNeeded: end - equals - 2)))
      at = end + 1
    }
    attributes.removeLast(attributes.count - first)
    return nil
  }

  private static func nameEnd(_ start: Int, _ source: UnsafeBufferPointer<UInt8>) -> Int? {
    var at = start
    while at < source.count {
      switch unsafe source[at] {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "-"): at += 1
      case UInt8(ascii: ">"), UInt8(ascii: "/"), 0x20, 0x9, 0xA, 0xD: return at > start ? at : nil
      default: return nil
      }
    }
    return nil
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0xA || byte == 0x9 || byte == 0xD
  }

  // The first such character, or a control where quotes are looked for, eight bytes at a time; nil where there is none
  // before the limit.
  @inline(__always)
  private static func find(
    _ character: UInt8, _ text: UnsafePointer<UInt8>, _ start: Int, _ limit: Int, orControl: Bool
  ) -> Int? {
    let (ones, tops) = (0x0101_0101_0101_0101 as UInt64, 0x8080_8080_8080_8080 as UInt64)
    let wanted = ones &* UInt64(character)
    var at = start
    while at < limit {
      let eight = unsafe UInt64(
        littleEndian: UnsafeRawPointer(text + at).loadUnaligned(as: UInt64.self))
      // The lowest top bit that is set belongs to a byte that is zero after the exclusive or, or below a blank.
      // Most bytes of values are above all that could end one.
      if orControl, (eight &- ones &* 0x28) & ~eight & tops == 0 {
        at += 8
        continue
      }
      let other = eight ^ wanted
      var found = (other &- ones) & ~other
      if orControl { found |= (eight &- ones &* 0x20) & ~eight }
      if found & tops != 0 {
        let place = at + (found & tops).trailingZeroBitCount / 8
        return place < limit ? place : nil
      }
      at += 8
    }
    return nil
  }
}
