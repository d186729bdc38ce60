// SPDX-License-Identifier: Apache-2.0
import QibeiXML
import Testing

/// Values are read from the source, whatever libxml2 is shown of it.
struct MaskedReadingTests {
  private static func values(_ text: String) throws -> [String] {
    let document = try XMLSource.reader().read(Array(text.utf8))
    return document.elements.flatMap { $0.attributes.map(document.value) }
  }

  @Test(arguments: [
    ("中文", "中文"), ("&lt;&gt;&amp;&quot;&apos;", "<>&\"'"), ("中&amp;国", "中&国"),
    ("&amp;lt;", "&lt;"), ("&amp;#38;", "&#38;"), ("a&#20013;b", "a中b"), ("中&#20013;", "中中"),
    ("中\nb\tc", "中 b c"), ("&lt;\n", "< "), ("\u{7F}", "\u{7F}"), ("&#127;中", "\u{7F}中"),
    ("\u{7F}中&lt;\n", "\u{7F}中< "), ("𠮷é\u{10FFFF}", "𠮷é\u{10FFFF}"), ("", ""),
    ("&#60;&lt;&#x3c;", "<<<"), ("&amp;&amp;&amp;", "&&&"),
  ])
  func `gives a value as it is meant`(_ written: String, _ meant: String) throws {
    #expect(
      try Self.values(#"<r xmlns="urn:t" a="\#(written)" b="x\#(written)&gt;" c="中"/>"#)
        == [meant, "x\(meant)>", "中"])
  }

  @Test func `reads on where references stand outside of values`() throws {
    let text = "<r xmlns=\"urn:t\"><!-- &lt; 中 --><?p &amp; 中?><a b='&lt;中'/><![CDATA[&lt;]]></r>"
    let document = try XMLSource.reader().read(Array(text.utf8))
    #expect(document.elements.flatMap { $0.attributes.map(document.value) } == ["<中"])
    #expect(document.strayText.count == 1)
  }

  @Test(arguments: [
    ("<r xmlns=\"urn:t\"><中/></r>", ["中"]), ("<r xmlns=\"urn:t\" é=\"1\"/>", ["é"]),
    ("<r xmlns=\"urn:t\" ä中=\"&lt;\"/>", ["ä中"]),
  ])
  func `reads names beyond ASCII`(_ text: String, _ names: [String]) throws {
    #expect(try XMLSource.reader().read(Array(text.utf8)).unknownNames == names)
  }

  @Test(arguments: [
    "<r xmlns=\"urn:t\" a=\"\u{FFFE}\"/>", "<r xmlns=\"urn:t\">\u{FFFF}</r>",
    "<r xmlns=\"urn:t\" a=\"&中;\"/>", "<r xmlns=\"urn:t\" a=\"&lt\"/>",
    "<r xmlns=\"urn:t\" a=\"&nbsp;\"/>", "<r xmlns=\"urn:t\"><a\u{7F}/></r>",
    "<r xmlns=\"urn:t\" a=\"中\"", "<r xmlns=\"urn:t\"></中>", "<r xmlns=\"urn:t\"/>中",
    "<r xmlns=\"urn:t\"/><!--", "<r xmlns=\"urn:t\"/><!-- a -", "<r xmlns=\"urn:t\"/><?p",
    "<r xmlns=\"urn:t\"/><!", "<r xmlns=\"urn:t\"/><![CDATA[", "<r xmlns=\"urn:t\" a=\"",
    "<r xmlns=\"urn:t\"", "<r xmlns=\"urn:t\">",
    "<r xmlns=\"urn:中\"/>", "&lt;<r xmlns=\"urn:t\"/>", "<r xmlns=\"urn:t\"/>&lt;",
  ])
  func `refuses what is no document all the same`(_ text: String) throws {
    #expect(throws: XMLReadError.self) { try XMLSource.reader().read(Array(text.utf8)) }
  }

  @Test(arguments: [
    [0x80], [0xC1, 0x81], [0xE4, 0xB8], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80],
    [0xF0, 0x80, 0x80, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xFF],
    [0xEF, 0xBF, 0xBE],
  ])
  func `refuses bytes that are no characters`(_ bytes: [UInt8]) throws {
    for (before, after) in [
      ("<r xmlns=\"urn:t\" a=\"", "\"/>"), ("<r xmlns=\"urn:t\"><!--", "--></r>"),
    ] {
      #expect(throws: XMLReadError.self) {
        try XMLSource.reader().read(Array(before.utf8) + bytes + Array(after.utf8))
      }
    }
  }

  @Test(arguments: [("\u{200B}", true), ("&#x200B;", true), ("\u{E0041}", true), ("é中“”（）", false)])
  func `tells whether a character hides`(_ written: String, _ hides: Bool) throws {
    let document = try XMLSource.reader().read(Array(#"<r xmlns="urn:t" a="\#(written)"/>"#.utf8))
    #expect(document.hidesCharacters == hides)
  }
}
