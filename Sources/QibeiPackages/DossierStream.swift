// SPDX-License-Identifier: Apache-2.0
internal import QibeiXML

/// Takes dossiers apart that come one behind the other in one run of bytes, each with its own prolog or all under
/// one root, in UTF-8 or GB18030.
///
/// It only says where one ends and the next begins, so that each can be read by itself: a fault in one leaves the
/// others alone. Bytes that belong to none are handed on too, for the reader to refuse.
package struct DossierStream {
  /// One dossier, or what stands where one should.
  package struct Piece: Sendable {
    package let bytes: [UInt8]
    /// Where it begins in the stream.
    package let offset: Int
  }

  private let read: (inout [UInt8]) throws -> Bool
  private let limit: Int
  private var buffer: [UInt8] = []
  private var consumed = 0
  private var start = 0
  private var ended = false
  private var sawTag = false

  private static let longestName = 64

  /// What is no tag: how it begins, how it ends, and what in it cannot be but the beginning of its end.
  private struct Markup {
    let head: [UInt8]
    let tail: [UInt8]
    let mark: [UInt8]
    /// Where in the stream the mark has been looked for in vain, so that it is not looked for there again.
    var absent = 0..<0

    init(_ head: String, _ tail: String, mark: String? = nil) {
      self.head = Array(head.utf8)
      self.tail = Array(tail.utf8)
      self.mark = Array((mark ?? tail).utf8)
    }
  }

  private static let (comment, section, instruction) = (0, 1, 2)
  private var markup = [
    // A comment has no two hyphens but at its end, so one that was left open cannot swallow what follows.
    Markup("<!--", "-->", mark: "--"), Markup("<![CDATA[", "]]>"), Markup("<?", "?>"),
  ]

  /// - Parameters:
  ///   - limit: bytes after which a dossier without an end is given up.
  ///   - read: appends more bytes, and answers false at the end.
  package init(limit: Int, read: @escaping (inout [UInt8]) throws -> Bool) {
    self.limit = limit
    self.read = read
  }

  /// The next piece; nil at the end of the stream.
  ///
  /// - Throws: what reading throws.
  package mutating func next() throws -> Piece? {
    trim()
    var at = start
    var inside = false
    // The last tag inside, whose end nobody has looked for.
    var openTag: Int?
    // What the reader will refuse is kept together, so that it refuses the whole.
    var isRefused = false
    while true {
      // However many blanks there are, they are no piece and no end.
      if at == start {
        try skipBlanks()
        at = start
      }
      if inside {
        let passed = TagSearch.pass(
          tagsBesides: "dossier", in: buffer, from: &at, upTo: start + limit)
        openTag = passed ?? openTag
      }
      guard let open = try find(UInt8(ascii: "<"), from: at) else { return rest() }
      if open - start > limit { return take(upTo: open) }
      if !inside, !isRefused, !isBlank(at..<open) { return take(upTo: open) }
      guard try has(Self.longestName + 2, from: open) || open + 1 < buffer.count else {
        return rest()
      }
      let kind = buffer[open + 1]
      if let tag = openTag, kind == UInt8(ascii: "!") || kind == UInt8(ascii: "?") {
        guard let end = try tagEnd(from: tag) else { return rest() }
        openTag = nil
        // Within a tag it is no markup, and swallows nothing of what follows.
        if end > open {
          at = end
          continue
        }
      }
      switch kind {
      case UInt8(ascii: "!"):
        let end = try pass(open, Self.comment) ?? pass(open, Self.section)
        isRefused = isRefused || end == nil
        at = end ?? open + 2
      case UInt8(ascii: "?"):
        if inside || isRefused, starts(with: "<?xml ", at: open) { return take(upTo: open) }
        let end = try pass(open, Self.instruction)
        isRefused = isRefused || end == nil
        at = end ?? open + 2
      case UInt8(ascii: "/"):
        guard let end = try find(UInt8(ascii: ">"), from: open) else { return rest() }
        if isDossier(open + 2) { return take(upTo: end + 1) }
        at = end + 1
        if !inside, !isRefused { start = at }
      default:
        let named = isDossier(open + 1)
        if inside {
          if named { return take(upTo: open) }
          // No value holds what begins the next tag, so this one need not be looked through.
          openTag = open
          at = open + 1
          continue
        }
        guard let end = try tagEnd(from: open) else { return rest() }
        let isEmptyTag = buffer[end - 2] == UInt8(ascii: "/")
        at = end
        defer { sawTag = true }
        if named, isEmptyTag { return take(upTo: end) }
        if named {
          inside = true
        } else {
          // One root around them all is nobody's fault, but only as the first thing that there is.
          guard !sawTag, !isEmptyTag, !isRefused, buffer[end - 1] == UInt8(ascii: ">") else {
            return try stray(from: end)
          }
          start = end
        }
      }
    }
  }

  // Everything up to where a dossier could begin again.
  private mutating func stray(from position: Int) throws -> Piece? {
    var at = position
    while let open = try find(UInt8(ascii: "<"), from: at) {
      guard try has(Self.longestName + 2, from: open) || open + 1 < buffer.count else { break }
      if open - start > limit || isDossier(open + 1) || starts(with: "<?xml ", at: open) {
        return take(upTo: open)
      }
      at = open + 1
    }
    return rest()
  }

  // The position behind something that has to end; nil when it is something else or does not end.
  private mutating func pass(_ open: Int, _ kind: Int) throws -> Int? {
    let (head, tail, mark) = (markup[kind].head, markup[kind].tail, markup[kind].mark)
    _ = try has(head.count, from: open)
    guard buffer[open...].starts(with: head) else { return nil }
    var from = open + head.count
    var absent = markup[kind].absent
    if absent.contains(consumed + from) {
      from = absent.upperBound - consumed
    } else {
      absent = (consumed + from)..<(consumed + from)
    }
    guard let end = try find(mark, from: from) else {
      let looked = consumed + buffer.count - mark.count + 1
      markup[kind].absent = absent.lowerBound..<max(absent.upperBound, looked)
      return nil
    }
    _ = try has(tail.count, from: end)
    return buffer[end...].starts(with: tail) ? end + tail.count : nil
  }

  private mutating func tagEnd(from open: Int) throws -> Int? {
    var at = open
    var quote: UInt8 = 0
    while true {
      let end = min(buffer.count, start + limit + 1)
      if let found = Self.tagEnd(in: buffer.span, &at, &quote, before: end) { return found }
      guard try has(1, from: at) else { return nil }
      if at - start > limit { return at }
    }
  }

  // Goes on where the bytes at hand ended; nil where they end once more.
  private static func tagEnd(
    in bytes: Span<UInt8>, _ at: inout Int, _ quote: inout UInt8, before end: Int
  ) -> Int? {
    while at < end {
      let byte = bytes[at]
      if quote != 0 {
        if byte == quote { quote = 0 }
        // No value holds this, so a quotation mark was left out.
        if byte == UInt8(ascii: "<") { return at }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        return at + 1
      }
      at += 1
    }
    return nil
  }

  // Whether the name that begins here is `dossier`, whatever its prefix.
  private func isDossier(_ position: Int) -> Bool {
    var name = position
    for at in position..<max(position, min(buffer.count, position + Self.longestName)) {
      let byte = buffer[at]
      if byte > UInt8(ascii: ">") { continue }
      if byte == UInt8(ascii: ":") { name = at + 1 }
      if byte <= 0x20 || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/") {
        return at - name == 7 && buffer[name..<at].elementsEqual("dossier".utf8)
      }
    }
    return false
  }

  private func starts(with text: StaticString, at position: Int) -> Bool {
    buffer[position...].starts(with: text.description.utf8)
  }

  private func isBlank(_ range: Range<Int>) -> Bool { buffer[range].allSatisfy(Self.isBlank) }

  // Byte order marks stand where files were joined.
  private static func isBlank(_ byte: UInt8) -> Bool {
    [0x20, 0x09, 0x0A, 0x0D, 0xEF, 0xBB, 0xBF].contains(byte)
  }

  private mutating func skipBlanks() throws {
    while true {
      while start < buffer.count, Self.isBlank(buffer[start]) { start += 1 }
      guard start == buffer.count, try more() else { return }
      trim()
    }
  }

  // A declaration may have nothing before it, not even a line end.
  private mutating func take(upTo end: Int) -> Piece {
    while start < end, Self.isBlank(buffer[start]) { start += 1 }
    let piece = Piece(bytes: Array(buffer[start..<end]), offset: consumed + start)
    start = end
    return piece
  }

  private mutating func rest() -> Piece? {
    defer { start = buffer.count }
    return isBlank(start..<buffer.count) ? nil : take(upTo: buffer.count)
  }

  private mutating func find(_ byte: UInt8, from position: Int) throws -> Int? {
    try search(from: position) { ByteSearch.first(byte, in: $0, from: $1) }
  }

  private mutating func find(_ run: [UInt8], from position: Int) throws -> Int? {
    try search(from: position) {
      ByteSearch.first(run, in: $0, from: max(position, $1 - run.count))
    }
  }

  // Looks on where it left off when more has come, and no further than a dossier may reach.
  private mutating func search(
    from position: Int, _ look: ([UInt8], Int) -> Int?
  ) throws -> Int? {
    var from = position
    while true {
      if let hit = look(buffer, from) { return hit }
      from = buffer.count
      guard buffer.count - start <= limit, try more() else { return nil }
    }
  }

  private mutating func has(_ count: Int, from position: Int) throws -> Bool {
    while position + count > buffer.count {
      guard try more() else { return false }
    }
    return true
  }

  private mutating func more() throws -> Bool {
    guard !ended else { return false }
    ended = try !read(&buffer)
    return !ended
  }

  // What has been handed out is forgotten now and then: each time would move the rest too often.
  private mutating func trim() {
    guard start > 1 << 16, start > buffer.count / 4 else { return }
    buffer.removeFirst(start)
    consumed += start
    start = 0
  }
}
