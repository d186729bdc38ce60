// SPDX-License-Identifier: Apache-2.0
import QibeiXML
import Testing

struct LimitTests {
  private static func nested(_ depth: Int) -> String {
    #"<r xmlns="urn:t">"# + String(repeating: "<a>", count: depth - 1)
      + String(repeating: "</a>", count: depth - 1) + "</r>"
  }

  private static func wide(_ count: Int) -> String {
    #"<r xmlns="urn:t""# + (0..<count).map { " q\($0)=\"\"" }.joined() + "/>"
  }

  @Test(arguments: [
    XMLSource("64 elements inside each other", nested(64)),
    XMLSource("65 elements inside each other", nested(65), "tooDeep(limit: 64) 1:209"),
    XMLSource("100,000 elements inside each other", nested(100_000), "tooDeep(limit: 64) 1:207"),
    XMLSource(
      "100,000 elements that nobody closes", String(repeating: "<r>", count: 100_000),
      "tooDeep(limit: 64) 1:193"),
    XMLSource("256 attributes", wide(256)),
    XMLSource("257 attributes", wide(257), "tooManyAttributes(limit: 256) 1:1963"),
    XMLSource("100,000 attributes", wide(100_000), "tagTooLong(limit: 65536) 1:1"),
    XMLSource(
      "a tag of 70 KB", #"<r xmlns="urn:t" x=""# + String(repeating: "x", count: 70_000) + #""/>"#,
      "tagTooLong(limit: 65536) 1:1"),
    XMLSource(
      "a tag of 60 KB", #"<r xmlns="urn:t" x=""# + String(repeating: "x", count: 60_000) + #""/>"#),
    XMLSource(
      "70 KB of blanks in a tag",
      "<r" + String(repeating: " ", count: 70_000) + #"xmlns="urn:t"/>"#,
      "tagTooLong(limit: 65536) 1:1"),
    XMLSource(
      "a name of 70 KB", "<" + String(repeating: "r", count: 70_000) + "/>",
      "tagTooLong(limit: 65536) 1:1"),
    XMLSource(
      "more than 5 MB", String(repeating: " ", count: 5_000_001),
      "tooLarge(bytes: 5000001, limit: 5000000) -"),
    XMLSource(
      "5 MB to the byte",
      #"<r xmlns="urn:t"/>"# + String(repeating: "\n", count: 5_000_000 - 18)),
    XMLSource(
      "a comment of 4 MB",
      "<!--" + String(repeating: "x", count: 4_000_000) + #"--><r xmlns="urn:t"/>"#),
    XMLSource(
      "110,000 elements",
      #"<r xmlns="urn:t">"# + String(repeating: "<a/>", count: 110_000) + "</r>",
      "tooMuchMarkup(limit: 100000) 1:400014"),
    XMLSource(
      "2,000 tags of 200 attributes",
      #"<r xmlns="urn:t">"#
        + String(repeating: "<a" + (0..<200).map { " q\($0)=''" }.joined() + "/>", count: 2_000)
        + "</r>"),
    XMLSource(
      "90,000 names",
      #"<r xmlns="urn:t">"# + (0..<90_000).map { "<n\($0)/>" }.joined() + "</r>"),
  ])
  func `holds every limit`(_ source: XMLSource) throws {
    let problems = try XMLSource.problems(source.bytes)
    #expect(problems == source.problems)
  }

  @Test(arguments: [
    XMLSource("gzip", [0x1F, 0x8B, 8, 0, 0, 0], #"compressed("gzip") -"#),
    XMLSource("xz", [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0], #"compressed("xz") -"#),
    XMLSource("bzip2", "BZh91AY", #"compressed("bzip2") -"#),
    XMLSource("zip", [0x50, 0x4B, 3, 4, 20, 0], #"compressed("zip") -"#),
    XMLSource("PDF", "%PDF-1.7", #"compressed("PDF") -"#),
    XMLSource("Word", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1], #"compressed("Office") -"#),
    XMLSource("no bytes", [], "empty -"),
    XMLSource("a mark alone", [0xEF, 0xBB, 0xBF], "notXML 1:1"),
    XMLSource("blanks", "  \n \n", "notXML 3:1"),
    XMLSource("words", "申请材料", "notXML 1:1"),
    XMLSource("JSON", #"{"a": 1}"#, "notXML 1:1"),
    XMLSource(
      "random bytes", [0x80, 0x81, 0xFF, 0x00, 0x13], #"invalidBytes(encoding: "UTF-8") 1:1"#),
  ])
  func `names what is no XML at all`(_ source: XMLSource) throws {
    let problems = try XMLSource.problems(source.bytes)
    #expect(problems == source.problems)
  }

  @Test func `keeps at most fifty problems`() throws {
    let many = #"<r xmlns="urn:t">"# + String(repeating: "<p:a/>", count: 900) + "</r>"
    let problems = try XMLSource.problems(Array(many.utf8))
    let expected = (0..<50).map { #"unboundPrefix("p") 1:\#(22 + $0 * 6)"# }
    #expect(problems == expected)
  }
}
