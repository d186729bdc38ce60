// SPDX-License-Identifier: Apache-2.0
internal import Glibc

/// Reads the attributes of a start tag that is written in the plainest way.
///
/// Plain is a tag whose attributes have names of the vocabulary, each once, no blanks around `=`, and values without
/// controls, line ends, `<` and references other than the five of XML. Whatever else there is to say of a tag, such
/// as that it is broken, libxml2 says: a tag that is not plain is not read here.
@safe struct PlainTags {
  /// What was read, in the order of the source.
  var attributes = GrowingBuffer<XMLDocument.Attribute>(capacity: 1024)
  private let table: WordTable
  // For each name, the number of the tag that had it last.
  private let latest: GrowingBuffer<UInt32>
  private var number: UInt32 = 0

  /// One tag, by offsets in the source.
  struct Tag {
    /// Just after the element's name.
    let nameEnd: Int
    /// Just before the `>` or `/>`.
    let end: Int
    /// The position of its first attribute in ``PlainTags/attributes``.
    let first: Int
    /// The position of its name in the vocabulary where it ends with `/>`; -1 for any other.
    let leaf: Int
  }

  init(_ vocabulary: XMLVocabulary) {
    // Names that say something of namespaces are libxml2's to read, in whatever vocabulary they are.
    let isApart = vocabulary.names.contains { $0.contains(":") || $0 == "xmlns" }
    table = isApart ? WordTable([]) : vocabulary.table
    var latest = GrowingBuffer<UInt32>(capacity: table.words.count + 1)
    unsafe latest.extend(by: table.words.count).initialize(repeating: 0, count: table.words.count)
    self.latest = latest
  }

  mutating func removeAll() { attributes.removeAll() }

  func free() {
    attributes.free()
    latest.free()
  }

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
    // A tag so near to the end is the root's or is not closed; eight bytes and one are looked at from any before it.
    let limit = min(following, reference, source.count - 9)
    guard let text = source.baseAddress,
      let nameEnd = unsafe Self.nameEnd(open &+ 1, text, limit)
    else { return nil }
    let first = attributes.count
    // Each name stands once.
    let target = unsafe attributes.extend(by: latest.count)
    var found = 0
    let end = unsafe read(from: nameEnd, text, limit, target, &found)
    attributes.removeLast(latest.count - (end == nil ? 0 : found))
    guard let end else { return nil }
    let isLeaf = unsafe text[end] == UInt8(ascii: "/")
    let name = open &+ 1
    return unsafe Tag(
      nameEnd: nameEnd, end: end, first: first,
      leaf: isLeaf ? position(name, nameEnd &- name, text) : -1)
  }

  /// Leaves room for the attributes of a tag that libxml2 will read, for attributes stand in the order of their tags.
  ///
  /// - Parameter length: the bytes of the tag, or more; no attribute has less than five.
  mutating func leaveRoom(forTagOf length: Int) {
    let nothing = XMLDocument.Attribute(name: XMLName(0), start: 0, length: 0)
    unsafe attributes.extend(by: length / 5).initialize(repeating: nothing, count: length / 5)
  }

  // The attributes behind an element's name; where the tag's end stands, or nil where it is not plain.
  @inline(__always)
  private mutating func read(
    from start: Int, _ text: UnsafePointer<UInt8>, _ limit: Int,
    _ target: UnsafeMutablePointer<XMLDocument.Attribute>, _ found: inout Int
  ) -> Int? {
    number &+= 1
    var at = start
    while at < limit {
      // One blank and a letter is what nearly always comes.
      if unsafe text[at] == 0x20, unsafe text[at &+ 1] > UInt8(ascii: ">") {
        at &+= 1
      } else {
        let blanks = at
        while at < limit, unsafe Self.isBlank(text[at]) { at &+= 1 }
        switch unsafe text[at] {
        case UInt8(ascii: ">"): return at < limit ? at : nil
        case UInt8(ascii: "/") where unsafe text[at &+ 1] == UInt8(ascii: ">"):
          return at < limit ? at : nil
        default: if at == blanks { return nil }
        }
      }
      let (length, name) = unsafe name(at, text, limit)
      let quote = unsafe text[at &+ length &+ 1]
      guard name >= 0, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"),
        unsafe latest.base[name] != number
      else { return nil }
      unsafe latest.base[name] = number
      let value = at &+ length &+ 2
      let end = unsafe Self.end(of: value, quote, text, limit)
      guard end >= 0 else { return nil }
      unsafe (target + found).initialize(
        to: XMLDocument.Attribute(
          name: XMLName(Int32(truncatingIfNeeded: name)), start: Int32(truncatingIfNeeded: value),
          length: Int32(truncatingIfNeeded: end &- value)))
      found &+= 1
      at = end &+ 1
    }
    return nil
  }

  // How long a name before a `=` is, and its position in the vocabulary, or -1.
  @inline(__always)
  private func name(
    _ start: Int, _ text: UnsafePointer<UInt8>, _ limit: Int
  ) -> (length: Int, position: Int) {
    let eight = unsafe EightBytes.load(text + start)
    var equals = EightBytes.equal(to: UInt8(ascii: "="), in: eight)
    if equals != 0 {
      return (
        EightBytes.place(of: equals),
        table.find(EightBytes.before(equals, in: eight), 0, EightBytes.place(of: equals)) {
          _ in true
        }
      )
    }
    var at = start &+ 8
    while at < limit {
      equals = unsafe EightBytes.equal(to: UInt8(ascii: "="), in: EightBytes.load(text + at))
      if equals != 0 {
        let end = at &+ EightBytes.place(of: equals)
        let length = end &- start
        return unsafe (length, end < limit ? position(start, length, text) : -1)
      }
      at &+= 8
    }
    return (0, -1)
  }

  // The position of a name in the vocabulary, or -1.
  @inline(__always)
  private func position(_ start: Int, _ length: Int, _ text: UnsafePointer<UInt8>) -> Int {
    let eight = unsafe EightBytes.load(text + start)
    if length < 8 {
      return table.find(EightBytes.first(length, of: eight), 0, length) { _ in true }
    }
    return unsafe table.find(eight, EightBytes.load(text + start + length - 8), length) { word in
      for letter in 8..<(length &- 8) where unsafe word[letter] != text[start &+ letter] {
        return false
      }
      return true
    }
  }

  // The quote that ends a value, or -1 where a control or the limit comes before it.
  @inline(__always)
  private static func end(
    of start: Int, _ quote: UInt8, _ text: UnsafePointer<UInt8>, _ limit: Int
  ) -> Int {
    var at = start
    while at < limit {
      // Most bytes of values are above all that could end one.
      var low = unsafe EightBytes.below(0x28, in: EightBytes.load(text + at))
      while low != 0 {
        let place = at &+ EightBytes.place(of: low)
        let byte = unsafe text[place]
        if byte == quote { return place < limit ? place : -1 }
        if byte < 0x20 { return -1 }
        low &= low &- 1
      }
      at &+= 8
    }
    return -1
  }

  /// Where an element's name ends; nil where what ends it is neither a blank nor the tag's own end.
  @inline(__always)
  static func nameEnd(
    _ start: Int, _ text: UnsafePointer<UInt8>, _ limit: Int
  ) -> Int? {
    var at = start
    while at < limit {
      var low = unsafe EightBytes.below(0x40, in: EightBytes.load(text + at))
      while low != 0 {
        let place = at &+ EightBytes.place(of: low)
        switch unsafe text[place] {
        case UInt8(ascii: "-"): low &= low &- 1
        case UInt8(ascii: ">"), UInt8(ascii: "/"), 0x20, 0x9, 0xA, 0xD:
          return place > start && place < limit ? place : nil
        default: return nil
        }
      }
      at &+= 8
    }
    return nil
  }

  /// XML 1.0, section 2.3.
  static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0xA || byte == 0x9 || byte == 0xD
  }
}
