// SPDX-License-Identifier: Apache-2.0
internal import CLibXML2
internal import Glibc

/// Reads untrusted bytes into an ``XMLDocument`` in one pass of libxml2's SAX2 parser.
///
/// It reads bytes only: it opens no file and no socket, resolves no entity and refuses document types.
/// A reader keeps its parser and buffers between documents, so one per thread is the fast way.
@safe package final class XMLReader {
  private let root: String
  private let vocabulary: XMLVocabulary
  private let limits: XMLLimits
  private let showsSource: Bool
  private var parser: xmlParserCtxtPtr
  private let tape: UnsafeMutablePointer<EventTape>
  private let state: UnsafeMutablePointer<qibei_xml_state>
  private var mask: SourceMask

  private static let lockedDown: Bool = {
    qibei_lock_down()
    return true
  }()

  /// A reader for documents with this root element and vocabulary.
  ///
  /// - Parameters:
  ///   - root: the name of the root element.
  ///   - vocabulary: the names that are known, and their namespace.
  ///   - limits: what is refused as too large.
  ///   - showsSource: whether libxml2 is shown each document as it is. It takes longer and gives the same, which is
  ///     what it is there to show.
  /// - Throws: ``XMLProblem/Kind/parserFailure`` when libxml2 has no memory for a parser.
  package init(
    root: String, vocabulary: XMLVocabulary, limits: XMLLimits = XMLLimits(),
    showsSource: Bool = false
  ) throws(XMLReadError) {
    guard Self.lockedDown, let made = unsafe xmlNewParserCtxt() else {
      throw XMLReadError(.parserFailure)
    }
    self.root = root
    self.vocabulary = vocabulary
    self.limits = limits
    self.showsSource = showsSource
    mask = SourceMask(vocabulary)
    unsafe parser = made
    unsafe tape = .allocate(capacity: 1)
    unsafe state = .allocate(capacity: 1)
    unsafe tape.initialize(to: EventTape(parser: made, vocabulary: vocabulary, limits: limits))
    unsafe state.initialize(
      to: qibei_xml_state(sink: SAXCallbacks.sink, collector: UnsafeMutableRawPointer(tape)))
    unsafe SAXCallbacks.install(on: made)
    unsafe made.pointee.userData = UnsafeMutableRawPointer(state)
  }

  deinit {
    mask.free()
    unsafe tape.pointee.free()
    unsafe tape.deinitialize(count: 1)
    unsafe tape.deallocate()
    unsafe state.deallocate()
    unsafe xmlFreeParserCtxt(parser)
  }

  /// Reads one document.
  ///
  /// - Throws: every problem that keeps the bytes from being this kind of document, with line and column.
  package func read(_ bytes: [UInt8]) throws(XMLReadError) -> XMLDocument {
    let source = try SourceText.utf8(bytes, limits: limits)
    try MarkupScan.check(source, limits: limits)
    renewWhenNamesPileUp()
    var hides = false
    if !showsSource, let seen = readMasked(source) {
      hides = seen.hide
    } else {
      unsafe source.withUnsafeBufferPointer { text in
        unsafe tape.pointee.begin(text)
        unsafe parse(text)
      }
      try refuseProblems(source)
      try refuseTail(source)
      hides = unsafe source.withUnsafeBufferPointer { unsafe SourceCharacters($0).hide }
    }
    let built = unsafe tape.pointee.values.array
    if !built.isEmpty, !hides {
      hides = unsafe built.withUnsafeBufferPointer { unsafe SourceCharacters($0).hide }
    }
    let document = unsafe XMLDocument(
      elements: tape.pointee.elements.array, attributes: tape.pointee.attributes.array,
      values: built.isEmpty ? source : source + built,
      strayText: tape.pointee.strayText.array,
      unknownNames: tape.pointee.unknownNames, source: source, hidesCharacters: hides)
    try refuseWrongRoot(document)
    return document
  }

  // Nil where anything at all is to be said, which is said of the source itself.
  private func readMasked(_ source: [UInt8]) -> SourceCharacters? {
    unsafe source.withUnsafeBufferPointer { text in
      let characters = unsafe SourceCharacters(text)
      guard characters.areSound, ByteSearch.first(0, in: source, from: 0) == nil else { return nil }
      mask.cover(source)
      unsafe tape.pointee.begin(text, behind: &mask)
      unsafe parse(UnsafeBufferPointer(start: mask.bytes.base, count: mask.bytes.count))
      unsafe tape.pointee.finish()
      return unsafe tape.pointee.problems.isEmpty && !tape.pointee.isBlurred && isWhole
        ? characters : nil
    }
  }

  private func parse(_ text: UnsafeBufferPointer<UInt8>) {
    // Our bytes are UTF-8 by now, whatever the declaration says; nothing else is ever switched on.
    let options = Int32(XML_PARSE_NONET.rawValue | XML_PARSE_IGNORE_ENC.rawValue)
    let start = unsafe UnsafeRawPointer(text.baseAddress)?.assumingMemoryBound(to: CChar.self)
    let tree = unsafe xmlCtxtReadMemory(parser, start, Int32(text.count), nil, nil, options)
    if let tree = unsafe tree { unsafe xmlFreeDoc(tree) }
  }

  // Well-formed, and read to its end.
  private var isWhole: Bool {
    unsafe parser.pointee.wellFormed == 1 && parser.pointee.nsWellFormed == 1
      && parser.pointee.disableSAX == 0 && tape.pointee.elements.count > 0
      && tape.pointee.current < 0
  }

  // A reused dictionary never forgets: hostile names would make each look-up slower for ever.
  private func renewWhenNamesPileUp() {
    guard unsafe xmlDictSize(parser.pointee.dict) > 4096, let made = unsafe xmlNewParserCtxt()
    else { return }
    unsafe xmlFreeParserCtxt(parser)
    unsafe tape.pointee.free()
    unsafe tape.pointee = EventTape(parser: made, vocabulary: vocabulary, limits: limits)
    unsafe SAXCallbacks.install(on: made)
    unsafe made.pointee.userData = UnsafeMutableRawPointer(state)
    unsafe parser = made
  }

  private func refuseProblems(_ source: [UInt8]) throws(XMLReadError) {
    let problems = unsafe tape.pointee.problems
    if !problems.isEmpty {
      try SourceText.refuseInvalidUTF8(source)
      let locator = XMLLocator(source)
      // A NUL is the end of the input to libxml2, which then misses whatever stands behind it.
      let end = ByteSearch.first(0, in: source, from: 0) ?? source.count
      let sound = problems.filter { $0.offset < end || end == source.count }
      let named = sound.map { problem in
        XMLProblem(
          problem.offset >= source.count ? breakOff(problem.kind) : name(problem, in: source),
          at: locator.position(of: problem.offset))
      }
      throw XMLReadError(
        sound.count == problems.count
          ? named : named + [XMLProblem(.forbiddenCharacter(0), at: locator.position(of: end))])
    }
    guard isWhole else { throw XMLReadError(.parserFailure) }
  }

  // libxml2 2.9 calls a lone `&` a missing name, and does not say which control stands in a value.
  private func name(
    _ problem: (kind: XMLProblem.Kind, offset: Int), in source: [UInt8]
  ) -> XMLProblem.Kind {
    switch problem.kind {
    case .badName where problem.offset > 0 && source[problem.offset - 1] == UInt8(ascii: "&"):
      .badReference
    case .forbiddenCharacter(0) where source[problem.offset] < 0x20:
      .forbiddenCharacter(UInt32(source[problem.offset]))
    default: problem.kind
    }
  }

  // At the very end of the bytes, whatever libxml2 missed is missing because the file breaks off.
  private func breakOff(_ kind: XMLProblem.Kind) -> XMLProblem.Kind {
    switch kind {
    case .notXML, .documentType, .contentAfterRoot, .tooDeep, .mismatchedTag: return kind
    default:
      let current = unsafe tape.pointee.current
      guard current >= 0 else { return kind }
      let element = unsafe (tape.pointee.elements.base + Int(current)).pointee
      let name =
        element.name.unknown.map { unsafe tape.pointee.unknownNames[$0] }
        ?? vocabulary.names[Int(element.name.index)]
      return .truncated(open: name)
    }
  }

  // Behind the root, libxml2 2.9 passes over a NUL with all that follows, and over bytes that are no text.
  private func refuseTail(_ source: [UInt8]) throws(XMLReadError) {
    if let offset = ByteSearch.first(0, in: source, from: 0) {
      throw XMLReadError(.forbiddenCharacter(0), at: XMLLocator(source).position(of: offset))
    }
    let close = unsafe Int(tape.pointee.elements.base.pointee.close)
    if source[min(close, source.count)...].contains(where: { $0 >= 0x80 }) {
      try SourceText.refuseInvalidUTF8(source)
    }
  }

  private func refuseWrongRoot(_ document: XMLDocument) throws(XMLReadError) {
    let name = document.text(of: document.elements[0].name, in: vocabulary)
    let namespace = unsafe tape.pointee.rootNamespace ?? ""
    if name == root, namespace == vocabulary.namespace { return }
    let place = XMLLocator(document.source).position(of: XMLPlace(element: 0), in: document)
    if name.split(separator: ":").last.map(String.init) != root {
      throw XMLReadError(.wrongRoot(found: name, expected: root), at: place)
    }
    throw XMLReadError(
      .wrongNamespace(found: SourceText.printable(namespace), expected: vocabulary.namespace),
      at: place)
  }
}
