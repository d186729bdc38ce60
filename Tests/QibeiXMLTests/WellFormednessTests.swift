// SPDX-License-Identifier: Apache-2.0
import QibeiXML
import Testing

struct WellFormednessTests {
  private static func root(_ inside: String) -> String { #"<r xmlns="urn:t">"# + inside + "</r>" }

  @Test(arguments: [
    XMLSource(
      "broken off in text", #"<r xmlns="urn:t"><a>"#, #"truncated(open: Optional("a")) 1:21"#),
    XMLSource(
      "broken off in a tag", #"<r xmlns="urn:t"><a x="1"#, #"truncated(open: Optional("r")) 1:25"#),
    XMLSource(
      "broken off in a comment", #"<r xmlns="urn:t"><!-- x"#,
      #"truncated(open: Optional("r")) 1:24"#),
    XMLSource("two roots", #"<r xmlns="urn:t"/>"# + "\n<r/>", "contentAfterRoot 2:1"),
    XMLSource("words behind the root", #"<r xmlns="urn:t"/>x"#, "contentAfterRoot 1:19"),
    XMLSource(
      "a tag that closes another", root("<a>\n<b></a>"),
      #"mismatchedTag(open: "b", line: 2, close: "a") 2:8"#),
    XMLSource(
      "one attribute twice", #"<r xmlns="urn:t" x="1" x="2"/>"#, #"attributeTwice("x") 1:29"#),
    XMLSource(
      "one attribute by two prefixes",
      #"<r xmlns="urn:t" xmlns:p="urn:p" xmlns:q="urn:p" p:x="1" q:x="2"/>"#,
      #"attributeTwice("x") 1:65"#),
    XMLSource(
      "an attribute without a value", #"<r xmlns="urn:t" x/>"#,
      #"attributeWithoutValue(Optional("x")) 1:19"#),
    XMLSource(
      "a value without quotation marks", #"<r xmlns="urn:t" x=1/>"#, "attributeWithoutQuotes 1:20"),
    XMLSource("a < in a value", #"<r xmlns="urn:t" x="<"/>"#, "lessThanInAttribute 1:21"),
    XMLSource(
      "an entity that nobody declared", #"<r xmlns="urn:t" x="&nbsp;"/>"#,
      #"unknownEntity("nbsp") 1:27"#),
    XMLSource("a plain &", #"<r xmlns="urn:t" x="A & B"/>"#, "badReference 1:24"),
    XMLSource("a comment with --", "<!-- a -- b -->" + root(""), "commentBroken 1:8"),
    XMLSource("a prefix that nobody declared", root("<p:a/>"), #"unboundPrefix("p") 1:22"#),
    XMLSource(
      "a prefix declared as nothing", root(#"<p:a xmlns:p=""/>"#), "namespaceMisused 1:33",
      #"unboundPrefix("p") 1:33"#),
    XMLSource(
      "xml bound to something else", root(#"<a xmlns:xml="urn:x"/>"#), "namespaceMisused 1:38"),
    XMLSource("two colons", root("<p:a:b xmlns:p='urn:p'/>"), "namespaceMisused 1:22"),
    XMLSource("XML 1.1", "<?xml version='1.1'?>" + root(""), #"unsupportedVersion("1.1") 1:1"#),
    XMLSource("XML 2.0", "<?xml version='2.0'?>" + root(""), #"unsupportedVersion("2.0") 1:1"#),
    XMLSource(
      "XML 1.1 in UTF-16", XMLSource.utf16("<?xml version='1.1'?>" + root(""), little: true),
      #"unsupportedVersion("1.1") 1:1"#),
    XMLSource("no version", "<?xml encoding='UTF-8'?>" + root(""), "notWellFormed(code: 96) 1:7"),
    XMLSource(
      "a blank before the declaration", " <?xml version='1.0'?>" + root(""),
      "notWellFormed(code: 64) 1:7"),
    XMLSource(
      "a NUL in a value", bytes(#"<r xmlns="urn:t" x="a"#, [0], #""/>"#),
      "forbiddenCharacter(0) 1:22"),
    XMLSource(
      "a NUL in text", bytes(#"<r xmlns="urn:t">"#, [0], "</r>"), "forbiddenCharacter(0) 1:18"),
    XMLSource(
      "a NUL behind the root", bytes(root("") + "\n", [0], "<evil/>"), "forbiddenCharacter(0) 2:1"),
    XMLSource("an ESC", root("<a x='\u{1B}[31m'/>"), "forbiddenCharacter(27) 1:24"),
    XMLSource("an ESC in text", root("<a>\u{1B}</a>"), "forbiddenCharacter(27) 1:21"),
    XMLSource("a & in text", root("<a>R & D</a>"), "badReference 1:24"),
    XMLSource("a < that opens nothing", root("<a>1 < 2</a>"), "badName 1:24"),
    XMLSource("U+FFFE", root("<a x='\u{FFFE}'/>"), "forbiddenCharacter(65534) 1:24"),
    XMLSource("a reference to NUL", root("<a x='&#0;'/>"), "forbiddenCharacter(0) 1:28"),
    XMLSource("a reference to a control", root("<a x='&#x1F;'/>"), "forbiddenCharacter(31) 1:30"),
    XMLSource("a reference to U+FFFF", root("<a x='&#xFFFF;'/>"), "forbiddenCharacter(65535) 1:32"),
    XMLSource(
      "a reference to half a pair", root("<a x='&#xD800;'/>"), "forbiddenCharacter(55296) 1:32"),
    XMLSource(
      "a reference beyond Unicode", root("<a x='&#100000000000000000000;'/>"),
      "forbiddenCharacter(1114112) 1:48"),
    XMLSource("a reference to no number", root("<a x='&#x;'/>"), "forbiddenCharacter(0) 1:28"),
    XMLSource("another root", #"<a xmlns="urn:t"/>"#, #"wrongRoot(found: "a", expected: "r") 1:1"#),
    XMLSource("an unknown root", "\n <html/>", #"wrongRoot(found: "html", expected: "r") 2:2"#),
    XMLSource("no namespace", "<r/>", #"wrongNamespace(found: "", expected: "urn:t") 1:1"#),
    XMLSource(
      "another namespace", #"<r xmlns="urn:u"/>"#,
      #"wrongNamespace(found: "urn:u", expected: "urn:t") 1:1"#),
    XMLSource(
      "an element with xml:id twice", root("<a xml:id='i'/><b xml:id='i'/>")),
  ])
  func `says what is wrong, and where`(_ source: XMLSource) throws {
    let problems = try XMLSource.problems(source.bytes)
    #expect(problems == source.problems)
  }

  @Test(arguments: [
    ("&amp;&lt;&gt;&quot;&apos;", "&<>\"'"), ("&#38;amp;", "&amp;"), ("A&#x26;B", "A&B"),
    ("a\nb\tc\r\nd", "a b c d"), ("a&#10;b&#13;&#9;c", "a\nb\r\tc"), ("&#x20BB7;", "𠮷"),
    ("  x  ", "  x  "), ("", ""), ("&amp;amp;&amp;", "&amp;&"),
  ])
  func `decodes an attribute's value`(_ written: String, _ value: String) throws {
    let source = #"<r xmlns="urn:t" x="\#(written)"/>"#
    #expect(try XMLSource.value(Array(source.utf8)) == value)
  }

  @Test func `accepts a prefixed root of the right namespace`() throws {
    let source = #"<q:r xmlns:q="urn:t" x="1"><q:a/><a/></q:r>"#
    let document = try XMLSource.reader().read(Array(source.utf8))
    let names = document.elements.map { document.text(of: $0.name, in: XMLSource.vocabulary) }
    #expect(names == ["r", "a", "a"])
    #expect(document.elements.map { $0.name.unknown } == [nil, nil, 0])
  }

  @Test func `keeps text that does not belong, and not blanks or comments`() throws {
    let source = "<r xmlns=\"urn:t\">\n  <a>甲<!-- x -->\n<?y z?></a> 乙\n</r>"
    let document = try XMLSource.reader().read(Array(source.utf8))
    #expect(document.strayText == [1, 0])
  }

  @Test(arguments: [
    "word", "\n  two words", "  中文", " <![CDATA[ x]]>", "\u{FFFD}\u{7F}", "&#65;", "&lt;",
    "\u{3000}",
  ])
  func `keeps every kind of text`(_ text: String) throws {
    let source = "<r xmlns=\"urn:t\"><a/>\(text)<b/></r>"
    #expect(try XMLSource.reader().read(Array(source.utf8)).strayText == [0])
  }

  @Test func `counts a text once, however many references are in it`() throws {
    let source = "<r xmlns=\"urn:t\">a&amp;b&#65;c<a>&amp;&amp;<b/>&amp;&amp;</a>&lt;&lt;</r>"
    let document = try XMLSource.reader().read(Array(source.utf8))
    #expect(document.strayText == [0, 1, 1, 0])
  }
}
