// SPDX-License-Identifier: Apache-2.0
internal import CLibXML2

/// The C functions that libxml2 calls; each hands its event to the tape behind the user data.
enum SAXCallbacks {
  static func install(on parser: xmlParserCtxtPtr) {
    guard let sax = unsafe parser.pointee.sax else { return }
    unsafe sax.pointee = xmlSAXHandler()
    unsafe sax.pointee.initialized = UInt32(XML_SAX2_MAGIC)
    unsafe sax.pointee.startElementNs = { data, local, prefix, uri, _, _, count, _, attributes in
      guard let local = unsafe local else { return }
      unsafe SAXCallbacks.tape(data)?.pointee.start(local, prefix, uri, count, attributes)
    }
    unsafe sax.pointee.endElementNs = { data, _, _, _ in
      unsafe SAXCallbacks.tape(data)?.pointee.end()
    }
    unsafe sax.pointee.characters = { data, text, length in
      guard let text = unsafe text else { return }
      unsafe SAXCallbacks.tape(data)?.pointee.text(text, Int(length))
    }
    // Equal pointers spare libxml2 its guess at which blanks can be ignored.
    unsafe sax.pointee.ignorableWhitespace = sax.pointee.characters
    unsafe sax.pointee.internalSubset = { data, _, _, _ in
      unsafe SAXCallbacks.tape(data)?.pointee.refuse(.documentType)
    }
    unsafe qibei_set_problem_sink(sax)
  }

  /// Receives libxml2's problems; the collector is the tape.
  static let sink: qibei_xml_problem_sink = { collector, code, level, first, second, number in
    guard let collector = unsafe collector, level >= Int32(XML_ERR_ERROR.rawValue) else { return }
    let tape = unsafe collector.assumingMemoryBound(to: EventTape.self)
    let name = unsafe first.map { unsafe SourceText.printable(String(cString: $0)) }
    let other = unsafe second.map { unsafe SourceText.printable(String(cString: $0)) }
    unsafe tape.pointee.note(
      ProblemCodes.kind(code: Int(code), first: name, second: other, number: Int(number)),
      fatal: level >= Int32(XML_ERR_FATAL.rawValue))
  }

  @inline(__always)
  private static func tape(_ data: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<EventTape>? {
    unsafe data?.assumingMemoryBound(to: qibei_xml_state.self).pointee.collector?
      .assumingMemoryBound(to: EventTape.self)
  }
}
