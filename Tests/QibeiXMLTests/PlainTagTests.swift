// SPDX-License-Identifier: Apache-2.0
import QibeiTesting
import QibeiXML
import Testing

/// Tags that libxml2 is not shown in full are read as it reads them.
struct PlainTagTests {
  private let short: XMLReader
  private let full: XMLReader

  init() throws {
    short = try XMLSource.reader()
    full = try XMLReader(root: "r", vocabulary: XMLSource.vocabulary, showsSource: true)
  }

  // All that a document says, with places; of what is none, why.
  private static func outline(_ bytes: [UInt8], _ reader: XMLReader) -> [String] {
    do throws(XMLReadError) {
      let document = try reader.read(bytes)
      let locator = XMLLocator(document.source)
      var lines = ["\(document.strayText) \(document.unknownNames) \(document.hidesCharacters)"]
      // Each element's own stand behind those of the element before, wherever that may be.
      var end: Int32 = 0
      for (index, element) in document.elements.enumerated() {
        let places = [XMLPlace.tag, XMLPlace.inside] + (0..<element.attributeCount)
        let positions = places.map { part in
          locator.position(of: XMLPlace(element: Int32(index), part: part), in: document)
        }
        lines.append("\(element.name) \(element.parent) \(element.end) \(positions)")
        if element.firstAttribute < end {
          lines.append("among others at \(element.firstAttribute)")
        }
        end = Int32(element.attributes.upperBound)
        for attribute in element.attributes {
          lines.append("\(document.attributes[attribute].name) \(document.value(attribute))")
        }
      }
      return lines
    } catch {
      return error.problems.map(XMLSource.text)
    }
  }

  private func differences(_ texts: [String]) -> [String] {
    texts.filter { text in
      let bytes = Array(text.utf8)
      return Self.outline(bytes, short) != Self.outline(bytes, full)
    }
  }

  @Test(arguments: [
    "x='1' x='2'", "x='1'y='2'", "x ='1'", "x= '1'", "x=1", "x", "x=", "x='", "x='a\"b' y=\"c'd\"",
    "x='a>b' y='c/>d'", "x='<'", "x='a\nb'", "x='\t'", "x='\u{1}'", "x='\u{7F}中'", "x='&lt;&#65;'",
    "x='&b;'", "x='&'", "x=''", "  x=''\n\ty='z'  ", "z='1'", "p:x='1'", "xmlns='urn:u'",
    "xmlns:p='q'",
    "xml:lang='en'", "x='1' /", "中='1'", "x='&amp;' y='&gt;'", "x='12345678' y='1234567'",
  ])
  func `reads a tag as libxml2 does`(_ inside: String) throws {
    let texts = ["a", "b", "r", "p:a", "-a", "a.b", "中", ""].flatMap { name in
      [
        "<r xmlns='urn:t'><\(name) \(inside)/></r>",
        "<r xmlns='urn:t'>\n <\(name) \(inside)> </\(name)>\n</r>\n",
        "<r xmlns='urn:t' \(inside)><!-- <\(name) \(inside)> --><\(name)/></r><!-- \(inside)-->",
        "<r xmlns='urn:t'><a y='1'><\(name)\(inside)/></a >t<b x='2'/></r>",
      ]
    }
    #expect(differences(texts) == [])
  }

  @Test func `shows libxml2 no byte beyond ASCII as another`() throws {
    var texts: [String] = []
    for code in Array(0x80...0x7FF) + [0x2BAE, 0x4E2D, 0xFEFF, 0x1F600] {
      guard let scalar = Unicode.Scalar(UInt32(code)) else { continue }
      for filling in ["", "1234567", "12345678901234567"] {
        texts += [
          "<r xmlns='urn:t' a='\(scalar)\(filling)\t'/>",
          "<r xmlns='urn:t'>\(filling)<\(scalar)/></r>",
          "<r xmlns='urn:t'>\(scalar)b/>\(filling)</r>",
          "<r xmlns='urn:t' a=\"\(scalar) b=\"1\(filling)\"/>",
          "<!-- \(scalar)><r xmlns='urn:t'/>\(filling)",
          "<r xmlns='urn:t' a='\(scalar)&#20013;\(filling)'/>",
        ]
      }
    }
    #expect(differences(texts) == [])
  }

  @Test(arguments: [
    "<r xmlns='urn:t'><b x='1'/></r>", "<r xmlns='urn:u'><b x='1'/><a x='&#65;' y='1'/></r>",
    "<r><b x='1'/></r>", "<p:r xmlns:p='urn:t'><b x='1'/></p:r>",
    "<p:r xmlns:p='urn:t' xmlns='urn:u'><b x='1'/></p:r>",
    "<p:r xmlns:p='urn:t' xmlns='urn:t'><b x='1'/></p:r>",
    "<r xmlns='urn:t'><a xmlns='urn:u'><b x='1'/></a><b/></r>",
    "<r xmlns='urn:t'><a xmlns=''><b x='1'/></a></r>",
    "<r xmlns='urn:t'/><b x='1'/>", "<r xmlns='urn:t'></r><b x='1'/>", "<b x='1'/>",
    "<b x='1'/><r xmlns='urn:t'/>", "<r xmlns='urn:t' x='<b y='1'/>'></r>",
    "<r xmlns='urn:t' x='>  <b/>'></r>", "<r xmlns='urn:t' <b x='1'/>></r>",
    "<r xmlns='urn:t'><a <b x='1'/>></a></r>", "<r xmlns='urn:t'><a x='<b y='1'/>'/></r>",
    "<r xmlns='urn:t'>s<b/>t<b/>u<a>v<b/>w</a>x</r>", "<r xmlns='urn:t'>]]<b/>></r>",
    "<r xmlns='urn:t'>&<b/>#32;</r>", "<r xmlns='urn:t'>&#3<b/>2;<b/></r>",
    "<r xmlns='urn:t'>&#x2<b/> <b/>0;</r>", "<r xmlns='urn:t'><b/>&#10<b/>;</r>",
    "<r xmlns='urn:t' x='&#32;'><b/>&<b/>#32;</r>", "<r xmlns='urn:t'><!--&--><b/>&<b/>#9;</r>",
    "<r xmlns='urn:t'><b/>&<b/>amp;</r>", "<r xmlns='urn:t'><b/>&amp;<b/></r>",
    "<r xmlns='urn:t'><b/><![CDATA[<b/>]]><b/><!--<b/>--><?p <b/>?><b/></r>",
    "<r xmlns='urn:t'><a><b x='&lt;' y='&amp;'/></a><a x='&gt;'/><b x='&lt;'/></r>",
    "<r xmlns='urn:t'><a><b/></a><b/><a></a><b/></r>", "<r xmlns='urn:t'><b/></a><b/></r>",
    "<r xmlns='urn:t'><c/><b/><c x='1'/><b/></r>", "<r xmlns='urn:t'><b x='1' x='1'/></r>",
    "<r xmlns='urn:t'><a><a><b/></a></a></r>", "<r xmlns='urn:t'><a><a><a/></a></a><b/></r>",
    "<r xmlns='urn:t'><longer-name/><of-more-than-sixteen y='2'/><of-more-then-sixteen/></r>",
    "<r xmlns='urn:t'><b/><b/><b/><b/><b/><b/><b/></r>", "<r xmlns='urn:t'><b x='' y=''/></r>",
  ])
  func `adds an element without content as libxml2 does`(_ text: String) throws {
    // Nothing is left out so near to the end.
    let bytes = Array((text + "<!--          -->").utf8)
    var narrow = XMLLimits()
    (narrow.markup, narrow.depth, narrow.attributes) = (6, 3, 1)
    for limits in [XMLLimits(), narrow] {
      let short = try XMLReader(root: "r", vocabulary: XMLSource.vocabulary, limits: limits)
      let full = try XMLReader(
        root: "r", vocabulary: XMLSource.vocabulary, limits: limits, showsSource: true)
      #expect(Self.outline(bytes, short) == Self.outline(bytes, full))
    }
  }

  @Test func `leaves names of namespaces to libxml2`() throws {
    let vocabulary = XMLVocabulary(namespace: "urn:t", names: ["r", "a", "z:w", "xmlns"])
    let short = try XMLReader(root: "r", vocabulary: vocabulary)
    let full = try XMLReader(root: "r", vocabulary: vocabulary, showsSource: true)
    for text in [
      "<r xmlns='urn:t'><a z:w='1'/>                   </r>",
      "<r xmlns='urn:t'><a xmlns='urn:u'/>                   </r>",
    ] {
      #expect(Self.outline(Array(text.utf8), short) == Self.outline(Array(text.utf8), full))
    }
  }

  @Test func `reads whatever is put together as libxml2 does`() throws {
    let parts = [
      "<a x='1'>", "<b y=\"2\" x='&lt;'/>", "</a>", "</b>", "<a>", "<b/>", "<!--", "-->",
      "<![CDATA[",
      "]]>", "<?p ", "?>", "\n  ", " ", "text", "'", "\"", "<", ">", "/>", " x='中'", " y=\"a\"",
      "=", "&amp;",
      "&#65;", "&", "中", "\r\n", "</r>", "<a x='\n'>", " xmlns='urn:u'",
    ]
    var random = SeededGenerator(seed: 1)
    var texts: [String] = []
    for _ in 0..<6_000 {
      var open: [String] = []
      var text = "<r xmlns='urn:t'>"
      for _ in 0..<Int.random(in: 1...8, using: &random) {
        // Mostly what goes together, or hardly anything would be a document.
        switch Int.random(in: 0..<10, using: &random) {
        case 0...3:
          open.append("a")
          text +=
            "\n <a\([" x='1'", "", " y='&gt;' x=\"中\" ", " x='\t'"].randomElement(using: &random) ?? "")>"
        case 4...6: text += open.popLast().map { "</\($0)>" } ?? " <b x='1' y='2'/>"
        case 7: text += "<!-- <a x='\(parts.randomElement(using: &random) ?? "")\"> -->"
        default: text += parts.randomElement(using: &random) ?? ""
        }
      }
      texts.append(text + open.map { "</\($0)>" }.joined() + "</r>")
    }
    let read = texts.count { Self.outline(Array($0.utf8), short).first?.hasPrefix("[") ?? false }
    #expect(read > 1_000)
    #expect(differences(texts) == [])
  }

  @Test(arguments: Fixture.samples)
  func `reads a dossier as libxml2 does, and what a turned byte makes of it`(_ sample: String)
    throws
  {
    let whole = try DossierText(sample: sample).bytes
    let names = [
      "id", "kind", "for", "issued", "country", "name", "path", "type", "given", "surname",
    ]
    let vocabulary = XMLVocabulary(namespace: "urn:qibei:dossier:1", names: names)
    let short = try XMLReader(root: "dossier", vocabulary: vocabulary)
    let full = try XMLReader(root: "dossier", vocabulary: vocabulary, showsSource: true)
    var random = SeededGenerator(seed: UInt64(whole.count))
    var different: [Int] = []
    for _ in 0..<40 {
      var spoilt = whole
      let at = Int.random(in: 0..<whole.count, using: &random)
      spoilt[at] = Array("<>\"'&/= a\n\u{1}!?-".utf8).randomElement(using: &random) ?? 0
      if Self.outline(spoilt, short) != Self.outline(spoilt, full) { different.append(at) }
    }
    #expect(different == [])
    #expect(Self.outline(whole, short) == Self.outline(whole, full))
  }

  @Test func `tells an unknown name once, wherever it stands`() throws {
    let document = try short.read(
      Array("<r xmlns='urn:t'><u v='1'/><u v='2' p:v='' xmlns:p='urn:p'/></r>".utf8))
    #expect(document.unknownNames == ["u", "v", "p:v"])
    #expect(document.elements.map(\.name.unknown) == [nil, 0, 0])
  }
}
