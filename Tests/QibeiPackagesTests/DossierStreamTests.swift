// SPDX-License-Identifier: Apache-2.0
import QibeiPackages
import QibeiTesting
import Testing

/// Dossiers that come one behind the other, and what stands between them.
struct DossierStreamTests {
  /// The pieces of a text that is handed over in parts of a size, each in quotation marks of its own.
  private static func pieces(
    _ text: String, parts: Int = 7, limit: Int = 1_000
  ) throws -> [String] {
    var rest = Array(text.utf8)[...]
    var stream = DossierStream(limit: limit) { buffer in
      buffer += rest.prefix(parts)
      defer { rest = rest.dropFirst(parts) }
      return !rest.isEmpty
    }
    var pieces: [String] = []
    var last = 0
    while let piece = try stream.next() {
      let own = String(decoding: piece.bytes, as: UTF8.self)
      let there = Array(text.utf8)[piece.offset..<(piece.offset + piece.bytes.count)]
      #expect(own == String(decoding: there, as: UTF8.self), "the offset is not where it stands")
      #expect(piece.offset >= last)
      last = piece.offset + piece.bytes.count
      pieces.append(own)
    }
    return pieces
  }

  private static let cases: [(text: String, pieces: [String])] = [
    ("", []),
    (" \n\t", []),
    ("<dossier/>", ["<dossier/>"]),
    ("<dossier a='>'>x</dossier>\n<dossier/>", ["<dossier a='>'>x</dossier>", "<dossier/>"]),
    (
      "<?xml version='1.0'?>\n<!-- a --><dossier>1</dossier>\n<?xml version='1.0'?><dossier>2</dossier>",
      [
        "<?xml version='1.0'?>\n<!-- a --><dossier>1</dossier>",
        "<?xml version='1.0'?><dossier>2</dossier>",
      ]
    ),
    // One root around them all.
    (
      "<?xml version='1.0'?><all n='1'>\n<q:dossier>1</q:dossier>\n<dossier>2</dossier></all>\n",
      ["<q:dossier>1</q:dossier>", "<dossier>2</dossier>"]
    ),
    // What only looks like an end is none.
    (
      "<dossier><!-- </dossier> --><![CDATA[</dossier>]]><?p </dossier>?>x</dossier><dossier/>",
      [
        "<dossier><!-- </dossier> --><![CDATA[</dossier>]]><?p </dossier>?>x</dossier>",
        "<dossier/>",
      ]
    ),
    // One without an end leaves the next alone.
    ("<dossier><a><dossier>2</dossier>", ["<dossier><a>", "<dossier>2</dossier>"]),
    (
      "<dossier><a b=\"<?xml version='1.0'?><dossier>2</dossier>",
      ["<dossier><a b=\"", "<?xml version='1.0'?><dossier>2</dossier>"]
    ),
    (
      "<dossier><!-- open <dossier>2<!-- ok --></dossier>",
      ["<dossier><!-- open ", "<dossier>2<!-- ok --></dossier>"]
    ),
    (
      "<dossier><a <? ></a></dossier>\n<?xml version='1.0'?><dossier>2</dossier>",
      ["<dossier><a <? ></a></dossier>", "<?xml version='1.0'?><dossier>2</dossier>"]
    ),
    (
      "<dossier><a <![CDATA[ ></a></dossier><dossier>]]></dossier>",
      ["<dossier><a <![CDATA[ ></a></dossier>", "<dossier>]]></dossier>"]
    ),
    // What is no dossier is told as such.
    ("junk<dossier/>", ["junk", "<dossier/>"]),
    ("<dossier/><foo>1</foo><dossier/>", ["<dossier/>", "<foo>1</foo>", "<dossier/>"]),
    ("<dossier>1</dossier>junk", ["<dossier>1</dossier>", "junk"]),
    ("<dossier>1</doss", ["<dossier>1</doss"]),
    // A document type is not cut away from what it belongs to.
    (
      "<!DOCTYPE dossier [<!ENTITY a 'b'>]><dossier>1</dossier><dossier/>",
      ["<!DOCTYPE dossier [<!ENTITY a 'b'>]><dossier>1</dossier>", "<dossier/>"]
    ),
  ]

  @Test(arguments: cases.indices) func `takes a stream apart`(_ index: Int) throws {
    let (text, pieces) = Self.cases[index]
    for parts in [1, 2, 3, 7, 1_000] {
      #expect(try Self.pieces(text, parts: parts) == pieces, "in parts of \(parts)")
    }
  }

  @Test(arguments: 40...80)
  func `knows a long name by no other bytes than those that come at once`(_ length: Int) throws {
    let text = "<\(String(repeating: "p", count: length)):dossier/></do"
    let whole = try Self.pieces(text, parts: 1_000)
    for parts in [1, 7] { #expect(try Self.pieces(text, parts: parts) == whole) }
  }

  @Test func `gives up a dossier without an end and goes on with the next`() throws {
    let long = "<dossier>" + String(repeating: "<a/>", count: 400)
    let pieces = try Self.pieces(long + "<dossier>2</dossier>", limit: 1_000)
    #expect(pieces.joined() == long + "<dossier>2</dossier>")
    #expect(pieces.last == "<dossier>2</dossier>")
    #expect(pieces.allSatisfy { $0.utf8.count <= 1_100 })
  }

  @Test func `goes on behind more blanks than a dossier may have bytes`() throws {
    let blanks = String(repeating: " ", count: 5_000)
    #expect(
      try Self.pieces("\(blanks)<dossier/>\(blanks)<dossier/>\(blanks)")
        == ["<dossier/>", "<dossier/>"])
  }

  @Test func `hands on a first tag that does not end`() throws {
    let text = "<all " + String(repeating: "a", count: 3_000)
    #expect(try Self.pieces(text).joined() == text)
  }

  @Test func `keeps what will be refused when the end of a root follows it`() throws {
    #expect(
      try Self.pieces("<?a b/></all><?xml version='1.0'?>\nc", limit: 10).joined()
        == "<?a b/></all><?xml version='1.0'?>\nc")
  }

  @Test func `keeps what will be refused when a tag follows it`() throws {
    let text = "<!-- a--b><a><?xml version='1.0'?>\nc"
    #expect(try Self.pieces(text).joined() == text)
  }

  // By single bytes nothing is passed over that is not wholly at hand.
  @Test func `cuts alike whether bytes come one by one or all at once`() throws {
    let parts = [
      "<dossier>", "</dossier>", "<q:dossier a='1'>", "</q:dossier>", "<a-long-name b='<'/>",
      "<a1>", "<a.b/>", "</a >", "</a <", "<!-- ", " -->", "<![CDATA[", "]]>", "<?xml ", "<?p",
      "?>",
      "t", "\"", "'", ">", "<supplement id='1'/>", "</supplement>", "<dossiers>", "</dossiers>",
      "\n  ",
      "<a b='>' c=\"", "<", "/", "<中>", "<dossier/>", "<a:b:dossier>", "<dossier-x>",
    ]
    var random = SeededGenerator(seed: 3)
    var different: [String] = []
    for _ in 0..<3_000 {
      let text =
        (0..<Int.random(in: 1...24, using: &random)).map { _ in
          parts.randomElement(using: &random) ?? ""
        }.joined() + "<a>" + String(repeating: "x", count: 200)
      if try Self.pieces(text, parts: 1) != Self.pieces(text, parts: 10_000) {
        different.append(text)
      }
    }
    #expect(different == [])
  }

  // Looking again for each would go on for hours.
  @Test(arguments: ["<?", "<![CDATA[", "<!--"])
  func `looks no second time for an end that never comes`(_ open: String) throws {
    let count = 100_000
    var rest = Array(String(repeating: "<dossier>\(open)</dossier>", count: count).utf8)[...]
    var stream = DossierStream(limit: 5_000_000) { buffer in
      buffer += rest.prefix(65_536)
      rest = rest.dropFirst(65_536)
      return !rest.isEmpty
    }
    var pieces = 0
    while try stream.next() != nil { pieces += 1 }
    #expect(pieces == count)
  }
}
