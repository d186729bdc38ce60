// SPDX-License-Identifier: Apache-2.0
import QibeiXML
import Testing

struct XMLLocatorTests {
  /// Lines and columns of every tag, attribute and inside of a document, by element.
  private static func places(_ source: String) throws -> [String] {
    let document = try XMLSource.reader().read(Array(source.utf8))
    let locator = XMLLocator(document.source)
    return document.elements.enumerated().map { index, element in
      let parts = [XMLPlace.tag] + (0..<element.attributeCount) + [XMLPlace.inside]
      return parts.map { part in
        let place = XMLPlace(element: Int32(index), part: part)
        return locator.position(of: place, in: document).description
      }.joined(separator: " ")
    }
  }

  @Test(arguments: [
    ("<r xmlns=\"urn:t\"/>", ["1:1 1:1"]),
    ("<r xmlns=\"urn:t\">\n</r>", ["1:1 2:1"]),
    // Namespace declarations are no attributes, wherever they stand.
    ("<r a=\"1\" xmlns=\"urn:t\" b=\"2\"/>", ["1:1 1:4 1:24 1:1"]),
    ("<r xmlns:q=\"urn:q\" a=\"1\" xmlns=\"urn:t\"\n  q:b=\"2\"/>", ["1:1 1:20 2:3 1:1"]),
    // Single quotes, blanks round the sign, another kind of quote and a > inside.
    ("<r xmlns = 'urn:t'  a\n =\t'\"=>' b= \"'\" />", ["1:1 1:21 2:10 1:1"]),
    (
      "<r xmlns=\"urn:t\"><a x=\"1\"><b/></a ><a/></r>",
      ["1:1 1:40", "1:18 1:21 1:31", "1:27 1:27", "1:36 1:36"]
    ),
    // A Chinese character is one column, whether three bytes or four.
    ("<r xmlns=\"urn:t\" a=\"張三\" b=\"𠮷\" x=\"\"/>", ["1:1 1:18 1:25 1:31 1:1"]),
    ("<r xmlns=\"urn:t\">\r\n  <a\r\n x=\"1\"/>\r\n</r>", ["1:1 4:1", "2:3 3:2 2:3"]),
    (
      "<?xml version=\"1.0\"?>\n<!-- <a> -->\n<r xmlns=\"urn:t\"><!-- <b --><a/></r>",
      ["3:1 3:33", "3:29 3:29"]
    ),
    ("\u{FEFF}<r xmlns=\"urn:t\" a=\"1\"/>", ["1:1 1:18 1:1"]),
  ])
  func `finds tags, attributes and insides`(_ source: String, _ expected: [String]) throws {
    let places = try Self.places(source)
    #expect(places == expected)
  }

  @Test func `finds places behind seventy thousand lines`() throws {
    let blank = String(repeating: "\n", count: 70_000)
    let source = "<r xmlns=\"urn:t\">\(blank)  <a x=\"1\"/>\n</r>"
    let places = try Self.places(source)
    #expect(places == ["1:1 70002:1", "70001:3 70001:6 70001:3"])
  }

  @Test func `finds problems behind seventy thousand lines`() throws {
    let source = "<r xmlns=\"urn:t\">" + String(repeating: "\n", count: 70_000) + "<p:a/></r>"
    let problems = try XMLSource.problems(Array(source.utf8))
    #expect(problems == [#"unboundPrefix("p") 70001:5"#])
  }

  @Test(arguments: [
    (0, "1:1"), (1, "1:2"), (2, "2:1"), (5, "2:2"), (9, "2:3"), (10, "3:1"), (999, "3:1"),
    (-5, "1:1"),
  ])
  func `turns offsets into lines and columns`(_ offset: Int, _ position: String) {
    let locator = XMLLocator(Array("a\n張𠮷\n".utf8))
    #expect(locator.position(of: offset).description == position)
  }

  @Test func `writes positional paths`() throws {
    let source = "<r xmlns=\"urn:t\"><a/><b><a x=\"1\"/><a/></b><a y=\"2\"/><z/></r>"
    let document = try XMLSource.reader().read(Array(source.utf8))
    let paths = XMLPaths(document, in: XMLSource.vocabulary)
    let found = document.elements.indices.map {
      paths.path(to: XMLPlace(element: Int32($0), part: document.elements[$0].attributeCount - 1))
    }
    #expect(
      found == [
        "/q:r", "/q:r/q:a[1]", "/q:r/q:b[1]", "/q:r/q:b[1]/q:a[1]/@x", "/q:r/q:b[1]/q:a[2]",
        "/q:r/q:a[2]/@y", "/q:r/q:z[1]",
      ])
  }
}
