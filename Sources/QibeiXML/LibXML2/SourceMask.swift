// SPDX-License-Identifier: Apache-2.0
internal import Glibc

/// What libxml2 reads in place of a source: in ASCII, and without what need not be looked at twice.
///
/// libxml2 2.9 spends most of its time on attributes, and copies each value with a character beyond ASCII or a
/// reference character by character. So the attributes of plain tags are read here and left out, as are blanks
/// between tags and elements without content; in what is left, DEL stands for every byte beyond ASCII: it may stand wherever a character may, and
/// never in a name. Where this text is well-formed the source is, as far as its own characters are sound, and every
/// value is taken from the source; whatever is refused here is read again as it is.
@safe struct SourceMask {
  /// One of the five references that XML itself knows.
  struct Reference: BitwiseCopyable {
    var offset: Int32
    var length: Int32
    var character: UInt8
  }

  /// Bytes of the source that the text does not have.
  struct Cut: BitwiseCopyable {
    /// Where in the text they would stand.
    var place: Int32
    var length: Int32
    /// The position of the first attribute that stood there, and their number; none for blanks between tags.
    var first: Int32
    var count: Int32
    /// The name of the element that stood there, by its position in the vocabulary; -1 where there was no whole one.
    var leaf: Int32
  }

  static let blank: UInt8 = 0x7F
  // libxml2 looks for more input with every step once it is this near to the end, which a NUL is to it.
  private static let margin = 256

  private(set) var bytes = GrowingBuffer<UInt8>(capacity: 16_384)
  /// In the order of the source.
  private(set) var references = GrowingBuffer<Reference>(capacity: 64)
  /// In the order of the source.
  private(set) var cuts = GrowingBuffer<Cut>(capacity: 1024)
  /// Whether elements were left out.
  private(set) var hasLeaves = false
  private var tags: PlainTags
  // Where references stand that are none of the five.
  private var others = GrowingBuffer<Int>(capacity: 8)

  init(_ vocabulary: XMLVocabulary) { tags = PlainTags(vocabulary) }

  mutating func cover(_ source: [UInt8]) {
    bytes.removeAll()
    references.removeAll()
    cuts.removeAll()
    others.removeAll()
    tags.removeAll()
    hasLeaves = false
    unsafe source.withUnsafeBufferPointer { text in
      unsafe noteReferences(text)
      unsafe copy(text, source)
    }
    unsafe bytes.extend(by: Self.margin).initialize(repeating: 0, count: Self.margin)
    // libxml2 knows UTF-8 by its mark.
    if source.starts(with: [0xEF, 0xBB, 0xBF]) {
      for at in 0..<3 { unsafe bytes.base[at] = source[at] }
    }
  }

  /// Gives away the attributes that were read, for room to read others.
  mutating func giveAttributes(_ room: inout GrowingBuffer<XMLDocument.Attribute>) {
    swap(&tags.attributes, &room)
  }

  func free() {
    bytes.free()
    references.free()
    cuts.free()
    others.free()
    tags.free()
  }

  private mutating func copy(_ text: UnsafeBufferPointer<UInt8>, _ source: [UInt8]) {
    var done = 0
    var at = 0
    // Before the first tag, blanks may stand where there must be none.
    var isBehindMarkup = false
    // Whether an element without content can be left out. Its namespace is the root's as long as each tag behind the
    // root's is plain; the root itself libxml2 has to see.
    var (isRoot, leavesOut) = (true, false)
    var (reference, other) = (0, 0)
    let start = UInt8(ascii: "<")
    var next = ByteSearch.first(start, in: source, from: 0)
    while let open = next {
      next = ByteSearch.first(start, in: source, from: open + 1)
      var blanks = 0
      if isBehindMarkup, open > at, unsafe Self.isBlank(text, at, open) {
        unsafe copy(text, done, at, &reference)
        (blanks, done) = (open - at, open)
      }
      isBehindMarkup = false
      switch open + 1 < source.count ? source[open + 1] : 0 {
      case UInt8(ascii: "!"), UInt8(ascii: "?"):
        cutBlanks(blanks)
        guard let end = MarkupScan.end(ofWhatOpensAt: open, source) else {
          return unsafe copy(text, done, source.count, &reference)
        }
        next = ByteSearch.first(start, in: source, from: end)
      case UInt8(ascii: "/"):
        cutBlanks(blanks)
        // One that holds a `<` is refused, and looked at no further.
        guard let close = ByteSearch.first(UInt8(ascii: ">"), in: source, from: open),
          close < next ?? source.count
        else { return unsafe copy(text, done, source.count, &reference) }
        at = close + 1
        isBehindMarkup = true
      default:
        while other < others.count, unsafe others.base[other] < open {
          other += 1
          // Without an element in its middle it might become a reference.
          leavesOut = false
        }
        let foreign = unsafe other < others.count ? others.base[other] : .max
        let tag = unsafe tags.read(open, in: text, before: next ?? source.count, foreign)
        guard let tag else {
          cutBlanks(blanks)
          tags.leaveRoom(forTagOf: (next ?? source.count) - open)
          leavesOut = isRoot && MarkupScan.isClosed(open, before: next ?? source.count, source)
          isRoot = false
          continue
        }
        let attributes = tag.first..<tags.attributes.count
        if leavesOut, tag.leaf >= 0 {
          unsafe copy(text, done, open, &reference)
          cut(blanks + tag.end + 2 - open, attributes, leaf: tag.leaf)
          hasLeaves = true
          done = tag.end + 2
          at = done
          isBehindMarkup = true
          continue
        }
        if isRoot { (isRoot, leavesOut) = (false, true) }
        cutBlanks(blanks)
        unsafe copy(text, done, tag.nameEnd, &reference)
        cut(tag.end - tag.nameEnd, attributes)
        let end = source[tag.end] == UInt8(ascii: "/") ? 2 : 1
        let target = unsafe bytes.extend(by: end)
        for offset in 0..<end { unsafe target[offset] = unsafe text[tag.end + offset] }
        done = tag.end + end
        at = done
        isBehindMarkup = true
      }
    }
    unsafe copy(text, done, source.count, &reference)
  }

  private mutating func cutBlanks(_ count: Int) {
    if count > 0 { cut(count, 0..<0) }
  }

  // All are below the limit of bytes, which is far from the end of the numbers.
  private mutating func cut(_ length: Int, _ attributes: Range<Int>, leaf: Int = -1) {
    cuts.append(
      Cut(
        place: Int32(truncatingIfNeeded: bytes.count), length: Int32(truncatingIfNeeded: length),
        first: Int32(truncatingIfNeeded: attributes.lowerBound),
        count: Int32(truncatingIfNeeded: attributes.count),
        leaf: Int32(truncatingIfNeeded: leaf)))
  }

  // A run of the source, with DEL for what libxml2 need not tell apart.
  private mutating func copy(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, _ reference: inout Int
  ) {
    guard end > start, let from = text.baseAddress else { return }
    let target = unsafe bytes.extend(by: end - start)
    unsafe Self.mask(from + start, target, end - start)
    while reference < references.count {
      let next = unsafe references.base[reference]
      let offset = Int(next.offset)
      if offset >= end { break }
      reference += 1
      if offset < start { continue }
      unsafe (target + offset - start).update(repeating: Self.blank, count: Int(next.length))
    }
  }

  // Eight bytes at a time, for most runs are short.
  @inline(__always)
  private static func mask(
    _ from: UnsafePointer<UInt8>, _ target: UnsafeMutablePointer<UInt8>, _ count: Int
  ) {
    guard count >= 8 else {
      for at in 0..<count { unsafe target[at] = unsafe min(from[at], blank) }
      return
    }
    var at = 0
    while at < count {
      // The last eight overlap with those before.
      at = min(at, count - 8)
      let eight = unsafe EightBytes.load(from + at)
      let high = EightBytes.beyondASCII(in: eight)
      let masked = (eight | (high &- (high >> 7))) & ~high
      unsafe UnsafeMutableRawPointer(target + at).storeBytes(
        of: masked.littleEndian, as: UInt64.self)
      at += 8
    }
  }

  private static func isBlank(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
  ) -> Bool {
    // What nearly always stands there is a line end and one to eight spaces.
    let spaces = end &- start &- 1
    if let base = text.baseAddress, spaces > 0, spaces <= 8, start &+ 9 <= text.count,
      unsafe base[start] == 0xA,
      unsafe (EightBytes.load(base + start + 1) ^ 0x2020_2020_2020_2020)
        &<< UInt64(truncatingIfNeeded: 64 &- 8 &* spaces) == 0
    {
      return true
    }
    for at in start..<end where unsafe !PlainTags.isBlank(text[at]) { return false }
    return true
  }

  private mutating func noteReferences(_ source: UnsafeBufferPointer<UInt8>) {
    guard let from = source.baseAddress else { return }
    var at = 0
    while let offset = unsafe ByteSearch.first(UInt8(ascii: "&"), from, at, source.count) {
      let found = unsafe Self.reference(from + offset, source.count - offset)
      if let found {
        references.append(
          Reference(
            offset: Int32(offset), length: Int32(found.length), character: found.character))
      } else {
        others.append(offset)
      }
      at = offset + (found?.length ?? 1)
    }
  }

  // XML 1.0, section 4.6.
  private static func reference(
    _ text: UnsafePointer<UInt8>, _ left: Int
  ) -> (length: Int, character: UInt8)? {
    let known: [(StaticString, UInt8)] = [
      ("&lt;", UInt8(ascii: "<")), ("&gt;", UInt8(ascii: ">")), ("&amp;", UInt8(ascii: "&")),
      ("&quot;", UInt8(ascii: "\"")), ("&apos;", UInt8(ascii: "'")),
    ]
    for (name, character) in known
    where unsafe name.utf8CodeUnitCount <= left
      && memcmp(name.utf8Start, text, name.utf8CodeUnitCount) == 0
    {
      return (name.utf8CodeUnitCount, character)
    }
    return nil
  }
}
