// SPDX-License-Identifier: Apache-2.0
internal import CLibXML2
internal import Glibc

/// Collects the events of one document from libxml2's callbacks into flat buffers.
@safe struct EventTape {
  var elements = GrowingBuffer<XMLDocument.Element>(capacity: 512)
  var attributes = GrowingBuffer<XMLDocument.Attribute>(capacity: 1024)
  var values = GrowingBuffer<UInt8>(capacity: 16_384)
  var strayText = GrowingBuffer<Int32>(capacity: 8)
  // The element that the last stray text stood in, and how many elements had begun.
  var strayRun: (element: Int32, begun: Int) = (-1, -1)
  var unknownNames: [String] = []
  // What stands for those without a prefix; the parser keeps each name once.
  private var unknownLocals: [UInt: Int32] = [:]
  var problems: [(kind: XMLProblem.Kind, offset: Int)] = []
  var names: NameTable
  var current: Int32 = -1
  var depth = 0
  var rootNamespace: String?
  var stopped = false
  var source = unsafe UnsafeBufferPointer<UInt8>(start: nil, count: 0)
  /// References that the source has and the parser does not see; the first is the next to come.
  var references = unsafe UnsafeBufferPointer<SourceMask.Reference>(start: nil, count: 0)[...]
  /// Where the first of them stands, or a larger number.
  private(set) var nextReference = Int.max
  var cuts = unsafe CutCursor(UnsafeBufferPointer(start: nil, count: 0))
  /// Whether what stands for the source does not tell all of it, so that the source itself has to be read.
  ///
  /// The parser is stopped with the next event, for stopping it takes away what the present one points to.
  var isBlurred = false
  private var isMasked = false
  private var hasLeaves = false
  /// Whether an element without a prefix is of the vocabulary where nothing but the root says so.
  private(set) var isDefault = false
  /// Where the attributes of the tags so far end; behind it is room for what the parser reads.
  var attributesEnd = 0
  let namespace: String
  var namespacePointer: UnsafePointer<xmlChar>?
  let limits: XMLLimits
  let parser: xmlParserCtxtPtr

  init(parser: xmlParserCtxtPtr, vocabulary: XMLVocabulary, limits: XMLLimits) {
    unsafe self.parser = parser
    names = NameTable(vocabulary)
    namespace = vocabulary.namespace
    self.limits = limits
  }

  /// Begins a document.
  ///
  /// - Parameter source: its bytes, which must outlive the parsing.
  mutating func begin(_ source: UnsafeBufferPointer<UInt8>) {
    unsafe self.source = source
    unsafe references = UnsafeBufferPointer(start: nil, count: 0)[...]
    nextReference = .max
    unsafe cuts = CutCursor(UnsafeBufferPointer(start: nil, count: 0))
    (isMasked, hasLeaves, isDefault) = (false, false, false)
    isBlurred = false
    elements.removeAll()
    attributes.removeAll()
    values.removeAll()
    strayText.removeAll()
    unknownNames.removeAll(keepingCapacity: true)
    unknownLocals = [:]
    problems.removeAll(keepingCapacity: true)
    (current, depth, stopped, rootNamespace) = (-1, 0, false, nil)
    attributesEnd = 0
    strayRun = (-1, -1)
  }

  /// Begins a document that the parser reads behind a mask, whose attributes are taken over.
  mutating func begin(_ source: UnsafeBufferPointer<UInt8>, behind mask: inout SourceMask) {
    unsafe begin(source)
    mask.giveAttributes(&attributes)
    unsafe references =
      UnsafeBufferPointer(start: mask.references.base, count: mask.references.count)[...]
    unsafe nextReference = references.first.map { Int($0.offset) } ?? .max
    unsafe cuts = CutCursor(UnsafeBufferPointer(start: mask.cuts.base, count: mask.cuts.count))
    (isMasked, hasLeaves) = (true, mask.hasLeaves)
  }

  func free() {
    elements.free()
    attributes.free()
    values.free()
    strayText.free()
    names.free()
  }

  mutating func refuse(_ kind: XMLProblem.Kind) {
    guard !stopped else { return }
    stopped = true
    unsafe problems.append((kind, Int(qibei_offset(parser))))
    unsafe xmlStopParser(parser)
  }

  // What libxml2 reports after a fatal error is its consequence.
  mutating func note(_ kind: XMLProblem.Kind, fatal: Bool) {
    guard !stopped, problems.count < limits.problems else { return }
    stopped = fatal
    unsafe problems.append((kind, Int(qibei_offset(parser))))
  }

  mutating func start(
    _ local: UnsafePointer<xmlChar>, _ prefix: UnsafePointer<xmlChar>?,
    _ uri: UnsafePointer<xmlChar>?, _ count: Int32,
    _ list: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  ) {
    let offset = unsafe Int(qibei_offset(parser))
    pass(before: offset)
    if isBlurred { return unsafe xmlStopParser(parser) }
    depth += 1
    if depth > limits.depth { return refuse(.tooDeep(limit: limits.depth)) }
    let cut = cuts.attributes(at: offset)
    let number = cut?.count ?? count
    if Int(number) > limits.attributes {
      return refuse(.tooManyAttributes(limit: limits.attributes))
    }
    if elements.count >= limits.markup {
      return refuse(.tooMuchMarkup(limit: limits.markup))
    }
    let isOwn = unsafe isOwn(uri)
    if current < 0 {
      unsafe rootNamespace = uri.map { unsafe String(cString: $0) } ?? ""
      isDefault = unsafe isOwn && prefix == nil
    }
    var known = unsafe isOwn ? names.index(of: local) : -1
    if known < 0 { known = unsafe unknown(local, prefix) }
    let index = Int32(elements.count)
    elements.append(
      XMLDocument.Element(
        name: XMLName(known), parent: current, end: index + 1,
        firstAttribute: cut?.first ?? Int32(attributesEnd),
        attributeCount: number,
        tagEnd: UInt32(truncatingIfNeeded: offset + cuts.shift), close: 0))
    current = index
    if let cut {
      attributesEnd = Int(cut.first) + Int(cut.count)
      if nextReference < offset + cuts.shift { resolve(cut) }
      return
    }
    guard count > 0, let list = unsafe list, let input = unsafe parser.pointee.input else { return }
    // A value that stands in the input as it is needs no copy; one that libxml2 had to build does.
    let base = unsafe UInt(bitPattern: input.pointee.base)
    let size = unsafe UInt(bitPattern: input.pointee.end) - base
    let shift = unsafe Int(input.pointee.consumed) + cuts.shift
    var slot = unsafe list
    let first = attributesEnd
    attributesEnd += Int(count)
    if attributesEnd > attributes.count {
      unsafe _ = attributes.extend(by: attributesEnd - attributes.count)
    }
    var target = unsafe attributes.base + first
    for _ in 0..<Int(count) {
      defer {
        unsafe slot += 5
        unsafe target += 1
      }
      guard let local = unsafe slot[0], let from = unsafe slot[3], let to = unsafe slot[4]
      else { continue }
      var known = unsafe slot[1] == nil ? names.index(of: local) : -1
      if known < 0 { known = unsafe unknown(local, slot[1]) }
      // Both are below the limit of bytes, which is far from the end of the numbers.
      let offset = UInt(bitPattern: from) &- base
      var start = shift &+ Int(bitPattern: offset)
      var length = unsafe to - from
      if offset >= size {
        start = unsafe source.count &+ values.count
        length = unsafe store(from, length)
      } else if start &+ length > nextReference, let plain = resolve(start, length) {
        (start, length) = (plain.lowerBound, plain.count)
      }
      unsafe target.initialize(
        to: XMLDocument.Attribute(
          name: XMLName(known), start: Int32(truncatingIfNeeded: start),
          length: Int32(truncatingIfNeeded: length)))
    }
  }

  mutating func end() {
    let offset = unsafe Int(qibei_offset(parser))
    pass(before: offset)
    if isBlurred { return unsafe xmlStopParser(parser) }
    depth -= 1
    guard current >= 0 else { return }
    let slot = unsafe elements.base + Int(current)
    unsafe slot.pointee.end = Int32(elements.count)
    unsafe slot.pointee.close = UInt32(truncatingIfNeeded: offset + cuts.shift)
    unsafe current = slot.pointee.parent
  }

  /// Notes text that is not blank.
  mutating func text(_ characters: UnsafePointer<xmlChar>, _ length: Int) {
    // libxml2 hands out one text in many pieces, one for each reference in it.
    guard strayRun != (current, elements.count) else { return }
    for at in 0..<length where unsafe characters[at] > 0x20 {
      // Which elements stand before it does not show where they were left out.
      if hasLeaves {
        isBlurred = true
        return
      }
      strayRun = (current, elements.count)
      return strayText.append(current)
    }
  }

  // SAX2 leaves `&#38;` for an ampersand in a value, and nothing else that starts with one.
  @inline(never)
  private mutating func store(_ from: UnsafePointer<xmlChar>, _ length: Int) -> Int {
    if isMasked, unsafe memchr(from, Int32(SourceMask.blank), length) != nil {
      isBlurred = true
    }
    var kept = 0
    var at = 0
    while at < length {
      let ampersand = unsafe memchr(from + at, Int32(UInt8(ascii: "&")), length - at)
      let end = unsafe ampersand.map {
        unsafe UnsafePointer($0.assumingMemoryBound(to: xmlChar.self)) - from + 1
      }
      let run = (end ?? length) - at
      let target = unsafe values.extend(by: run)
      unsafe target.initialize(from: from + at, count: run)
      kept += run
      at += end == nil ? run : run + 4
    }
    return kept
  }

  /// Puts characters for the references in a value of the source; nil where it has none.
  @inline(never)
  mutating func resolve(_ start: Int, _ length: Int) -> Range<Int>? {
    guard let source = unsafe source.baseAddress else { return nil }
    let begin = unsafe self.source.count + values.count
    var at = start
    while let reference = unsafe references.first, Int(reference.offset) < start + length {
      unsafe references.removeFirst()
      let offset = Int(reference.offset)
      if offset < start { continue }
      copy(at, offset)
      values.append(reference.character)
      at = offset + Int(reference.length)
    }
    unsafe nextReference = references.first.map { Int($0.offset) } ?? .max
    guard at > start else { return nil }
    copy(at, start + length)
    return unsafe begin..<(self.source.count + values.count)
    func copy(_ from: Int, _ to: Int) {
      unsafe values.extend(by: to - from).initialize(from: source + from, count: to - from)
    }
  }

  @inline(__always)
  private mutating func isOwn(_ uri: UnsafePointer<xmlChar>?) -> Bool {
    guard let uri = unsafe uri else { return namespace.isEmpty }
    if unsafe uri == namespacePointer { return true }
    guard unsafe String(cString: uri) == namespace else { return false }
    unsafe namespacePointer = uri
    return true
  }

  @inline(never)
  private mutating func unknown(
    _ local: UnsafePointer<xmlChar>, _ prefix: UnsafePointer<xmlChar>?
  ) -> Int32 {
    let address = UInt(bitPattern: local)
    if unsafe prefix == nil, let known = unknownLocals[address] { return known }
    let name = unsafe String(cString: local)
    let text = unsafe prefix.map { unsafe String(cString: $0) + ":" + name } ?? name
    unknownNames.append(SourceText.printable(text))
    let index = Int32(-unknownNames.count)
    if unsafe prefix == nil { unknownLocals[address] = index }
    return index
  }
}
