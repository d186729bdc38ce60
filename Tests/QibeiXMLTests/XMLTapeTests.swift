// SPDX-License-Identifier: Apache-2.0
import QibeiTesting
import QibeiXML
import Testing

/// What was recorded is what reading gives.
struct XMLTapeTests {
  private static let namespace = "urn:t"
  private static let vocabulary = XMLVocabulary(
    namespace: namespace, names: ["b", "r", "x", "zh", "en"])

  /// Everything that a document tells, with the place of every tag, value and inside.
  private static func told(_ document: XMLDocument, _ vocabulary: XMLVocabulary) -> [String] {
    let locator = XMLLocator(document.source)
    func place(_ element: Int, _ part: Int32) -> String {
      let place = XMLPlace(element: Int32(element), part: part)
      return locator.position(of: place, in: document).description
    }
    return document.elements.enumerated().flatMap { index, element in
      let attributes = (0..<Int(element.attributeCount)).map { part in
        let at = Int(element.firstAttribute) + part
        let name = document.text(of: document.attributes[at].name, in: vocabulary)
        return "\(name)=\(document.value(at)) \(place(index, Int32(part)))"
      }
      return [
        "\(document.text(of: element.name, in: vocabulary)) \(element.name.unknown == nil) "
          + "\(element.parent) \(element.end) \(place(index, XMLPlace.tag)) "
          + place(index, XMLPlace.inside)
      ] + attributes
    } + ["\(document.hidesCharacters)", "\(document.strayText.count)"]
  }

  private static func recorded(
    _ bytes: [UInt8], root: String, _ vocabulary: XMLVocabulary
  ) throws -> XMLDocument? {
    let tape = try XMLTape.record(bytes, root: root, namespace: vocabulary.namespace)
    return tape.flatMap {
      XMLTape.document(Array($0.utf8), of: bytes, root: root, vocabulary: vocabulary)
    }
  }

  @Test(arguments: [
    #"<r xmlns="urn:t"/>"#,
    #"<r xmlns="urn:t" x="1"><b zh="中文" en=""/><other x="a&lt;b&#x4E2D;&#10;"/></r>"#,
    "<?xml version=\"1.0\"?>\n<!-- 注 -->\n<r xmlns=\"urn:t\">\n <b x='a\n\tb'><b><b en=\"\u{200B}\"/></b></b>\n <b strange=\"&quot;\"/></r>\n",
  ])
  func `gives back what was read`(_ text: String) throws {
    let bytes = Array(text.utf8)
    let read = try XMLReader(root: "r", vocabulary: Self.vocabulary).read(bytes)
    let recorded = try #require(try Self.recorded(bytes, root: "r", Self.vocabulary))
    #expect(Self.told(recorded, Self.vocabulary) == Self.told(read, Self.vocabulary))
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
        let recorded = try Self.recorded(bytes, root: root, vocabulary)
        if recorded.map({ Self.told($0, vocabulary) }) != Self.told(read, vocabulary) {
          different.append(path)
        }
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
    let bytes = Array(#"<r xmlns="urn:t"/>"#.utf8)
    let tape = Array((try XMLTape.record(bytes, root: "r", namespace: "urn:t") ?? "").utf8)
    let other = XMLVocabulary(namespace: "urn:u", names: ["r"])
    #expect(XMLTape.document(tape, of: bytes, root: "b", vocabulary: Self.vocabulary) == nil)
    #expect(XMLTape.document(tape, of: bytes, root: "r", vocabulary: other) == nil)
    #expect(throws: XMLReadError.self) {
      try XMLTape.record(bytes, root: "b", namespace: "urn:t")
    }
  }
}
