// SPDX-License-Identifier: Apache-2.0

/// A look at the markup before libxml2 sees a byte; it can only refuse, libxml2 gives the verdict.
///
/// libxml2 2.9 compares the attributes of a tag with each other, so a long tag is slow before any
/// callback could stop it; and a document type declaration opens the door to every entity attack.
enum MarkupScan {
  /// Refuses document types, and tags, depths and amounts above the limits.
  static func check(_ bytes: [UInt8], limits: XMLLimits) throws(XMLReadError) {
    // Where no tag can be over-long, the parser's callbacks check the rest.
    guard bytes.count > limits.tagBytes || suspicious(bytes) else { return }
    if let (kind, offset) = scan(bytes, limits: limits) {
      throw XMLReadError(kind, at: XMLLocator(bytes).position(of: offset))
    }
  }

  // A `<!` that opens neither a comment nor a CDATA section.
  private static func suspicious(_ bytes: [UInt8]) -> Bool {
    var from = 0
    while let at = ByteSearch.first(UInt8(ascii: "!"), in: bytes, from: from) {
      if at > 0, bytes[at - 1] == UInt8(ascii: "<"), isDeclaration(at - 1, bytes) { return true }
      from = at + 1
    }
    return false
  }

  private static func isDeclaration(_ open: Int, _ bytes: [UInt8]) -> Bool {
    !opens("--", bytes, open + 2) && !opens("[CDATA[", bytes, open + 2)
  }

  /// Where a comment, a CDATA section or an instruction ends, by the offset of its `<`; nil where it does not.
  static func end(ofWhatOpensAt open: Int, _ bytes: [UInt8]) -> Int? {
    if opens("--", bytes, open + 2) { return find("-->", bytes, open + 4) }
    if opens("[CDATA[", bytes, open + 2) { return find("]]>", bytes, open + 9) }
    return opens("?", bytes, open + 1) ? find("?>", bytes, open + 2) : nil
  }

  /// Whether a start tag ends before the next `<`.
  static func isClosed(_ open: Int, before next: Int, _ bytes: [UInt8]) -> Bool {
    let tag = tagEnd(bytes, open + 1, limit: next - open)
    return !tag.tooLong && tag.end <= next
  }

  private static func opens(_ text: StaticString, _ bytes: [UInt8], _ at: Int) -> Bool {
    bytes[min(at, bytes.count)...].starts(with: text.description.utf8)
  }

  private static func scan(_ bytes: [UInt8], limits: XMLLimits) -> (XMLProblem.Kind, Int)? {
    var at = 0
    var depth = 0
    var markup = 0
    while let open = ByteSearch.first(UInt8(ascii: "<"), in: bytes, from: at) {
      markup += 1
      if markup > limits.markup { return (.tooMuchMarkup(limit: limits.markup), open) }
      let next = open + 1 < bytes.count ? bytes[open + 1] : 0
      switch next {
      case UInt8(ascii: "!") where isDeclaration(open, bytes): return (.documentType, open)
      case UInt8(ascii: "!"), UInt8(ascii: "?"):
        guard let end = end(ofWhatOpensAt: open, bytes) else { return nil }
        at = end
      case UInt8(ascii: "/"):
        depth -= 1
        at = open + 2
      default:
        let tag = tagEnd(bytes, open + 1, limit: limits.tagBytes)
        if tag.tooLong { return (.tagTooLong(limit: limits.tagBytes), open) }
        if tag.values > limits.attributes {
          return (.tooManyAttributes(limit: limits.attributes), open)
        }
        if !tag.selfClosing { depth += 1 }
        if depth > limits.depth { return (.tooDeep(limit: limits.depth), open) }
        at = tag.end
      }
    }
    return nil
  }

  private static func tagEnd(
    _ bytes: [UInt8], _ start: Int, limit: Int
  ) -> (end: Int, values: Int, selfClosing: Bool, tooLong: Bool) {
    var at = start
    var quote: UInt8 = 0
    var values = 0
    while at < bytes.count {
      let byte = bytes[at]
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
        values += 1
      } else if byte == UInt8(ascii: ">") {
        return (at + 1, values, bytes[at - 1] == UInt8(ascii: "/"), at - start > limit)
      }
      at += 1
      if at - start > limit { return (at, values, false, true) }
    }
    return (at, values, false, false)
  }

  private static func find(_ text: StaticString, _ bytes: [UInt8], _ from: Int) -> Int? {
    let wanted = text.description.utf8
    guard let first = wanted.first else { return nil }
    var at = from
    while let hit = ByteSearch.first(first, in: bytes, from: at) {
      if bytes[hit...].starts(with: wanted) { return hit + wanted.count }
      at = hit + 1
    }
    return nil
  }
}
