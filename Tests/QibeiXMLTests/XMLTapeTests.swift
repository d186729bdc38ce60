// SPDX-License-Identifier: Apache-2.0
import QibeiTesting
import QibeiXML
import Testing

/// What was recorded is what reading gives.
struct XMLTapeTests {
  private static let namespace = "urn:t"
  private static let vocabulary = XMLVocabulary(
    namespace: namespace, names: ["b", "r", "x", "zh", "en"])

  /// Everything that the tables tell, line by line.
  private static func told(
    _ elements: [XMLDocument.Element], _ attributes: [XMLDocument.Attribute],
    _ name: (XMLName) -> String, _ value: (XMLDocument.Attribute) -> String
  ) -> [String] {
    elements.flatMap { element in
      let first = Int(element.firstAttribute)
      let own = attributes[first..<(first + Int(element.attributeCount))]
      return [
        "\(name(element.name)) \(element.name.unknown == nil) \(element.parent) \(element.end)"
      ] + own.map { "\(name($0.name))=\(value($0))" }
    }
  }

  private static func told(_ document: XMLDocument, _ vocabulary: XMLVocabulary) -> [String] {
    told(document.elements, document.attributes) {
      document.text(of: $0, in: vocabulary)
    } _: {
      document.string(Int($0.start), Int($0.length))
    }
  }

  private static func recorded(
    _ text: String, root: String, _ vocabulary: XMLVocabulary
  ) throws -> [String]? {
    let tape = try XMLTape.record(
      Array(text.utf8), root: root, namespace: vocabulary.namespace)
    let record = tape.flatMap { XMLTape.read($0, of: text, root: root, vocabulary: vocabulary) }
    return record.map { record in
      let bytes = Array(record.text.utf8)
      return told(record.elements, record.attributes) {
        vocabulary.text(of: $0, record.unknownNames)
      } _: {
        String(decoding: bytes[Int($0.start)..<Int($0.start + $0.length)], as: UTF8.self)
      }
    }
  }

  @Test(arguments: [
    #"<r xmlns="urn:t"/>"#,
    #"<r xmlns="urn:t" x="1"><b zh="中文" en=""/><other x="a&lt;b&#x4E2D;&#10;"/></r>"#,
    "<?xml version=\"1.0\"?>\n<!-- 注 -->\n<r xmlns=\"urn:t\">\n <b x='a\n\tb'><b><b en=\"\u{200B}\"/></b></b>\n <b strange=\"&quot;\"/></r>\n",
  ])
  func `gives back what was read`(_ text: String) throws {
    let read = try XMLReader(root: "r", vocabulary: Self.vocabulary).read(Array(text.utf8))
    let recorded = try Self.recorded(text, root: "r", Self.vocabulary)
    #expect(recorded == Self.told(read, Self.vocabulary))
  }

  @Test func `gives back every rule file`() throws {
    var different: [String] = []
    for (folder, root, kind) in [
      ("checklists", "checklist", "checklist"), ("overlays", "overlay", "checklist"),
      ("tables", "table", "table"),
    ] {
      let vocabulary = XMLVocabulary(
        namespace: "urn:qibei:\(kind):1", names: ["requirement", "zh", "en", "id", root])
      for path in Fixture.files(below: "schemas/\(folder)", endingIn: ".xml") {
        let bytes = try Fixture.bytes(of: path)
        let read = try XMLReader(root: root, vocabulary: vocabulary).read(bytes)
        let recorded = try Self.recorded(
          String(decoding: bytes, as: UTF8.self), root: root, vocabulary)
        if recorded != Self.told(read, vocabulary) { different.append(path) }
      }
    }
    #expect(different == [])
  }

  @Test(arguments: [
    #"<r xmlns="urn:t">text</r>"#, #"<r xmlns="urn:t"><b xmlns="urn:u"/></r>"#,
    #"<r xmlns="urn:t" xmlns:o="urn:o" o:x=""/>"#,
  ])
  func `leaves what belongs to no vocabulary to the reader`(_ text: String) throws {
    #expect(try XMLTape.record(Array(text.utf8), root: "r", namespace: "urn:t") == nil)
  }

  @Test func `is of one root and one namespace`() throws {
    let text = #"<r xmlns="urn:t"/>"#
    let bytes = Array(text.utf8)
    let tape = try #require(try XMLTape.record(bytes, root: "r", namespace: "urn:t"))
    let other = XMLVocabulary(namespace: "urn:u", names: ["r"])
    #expect(XMLTape.read(tape, of: text, root: "b", vocabulary: Self.vocabulary) == nil)
    #expect(XMLTape.read(tape, of: text, root: "r", vocabulary: other) == nil)
    #expect(throws: XMLReadError.self) {
      try XMLTape.record(bytes, root: "b", namespace: "urn:t")
    }
  }
}
