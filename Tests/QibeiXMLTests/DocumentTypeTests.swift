// SPDX-License-Identifier: Apache-2.0
import QibeiXML
import Testing

struct DocumentTypeTests {
  private static let root = #"<r xmlns="urn:t"/>"#
  private static let bomb = """
    <!DOCTYPE r [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>\
    <r xmlns="urn:t" x="&c;"/>
    """

  @Test(arguments: [
    XMLSource("an empty document type", "<!DOCTYPE r>" + root, "documentType 1:1"),
    XMLSource(
      "after the declaration", "<?xml version='1.0'?>\n<!DOCTYPE r>" + root, "documentType 2:1"),
    XMLSource("after a comment", "<!-- a -->\n  <!DOCTYPE r>" + root, "documentType 2:3"),
    XMLSource(
      "a file outside", #"<!DOCTYPE r [<!ENTITY e SYSTEM "file:///etc/passwd">]>"# + root,
      "documentType 1:1"),
    XMLSource(
      "over HTTP", #"<!DOCTYPE r SYSTEM "http://127.0.0.1/r.dtd">"# + root, "documentType 1:1"),
    XMLSource(
      "by public name", #"<!DOCTYPE r PUBLIC "-//W3C//DTD XHTML 1.0//EN" "x.dtd">"# + root,
      "documentType 1:1"),
    XMLSource(
      "a parameter entity", #"<!DOCTYPE r [<!ENTITY % p SYSTEM "ftp://127.0.0.1/"> %p;]>"# + root,
      "documentType 1:1"),
    XMLSource("an entity bomb", bomb, "documentType 1:1"),
    XMLSource(
      "an entity that holds itself", #"<!DOCTYPE r [<!ENTITY a "&a;">]><r xmlns="urn:t" x="&a;"/>"#,
      "documentType 1:1"),
    XMLSource(
      "default attributes", #"<!DOCTYPE r [<!ATTLIST r x CDATA "1">]>"# + root, "documentType 1:1"),
    XMLSource("never closed", "<!DOCTYPE r [<!ENTITY", "documentType 1:1"),
    XMLSource("in lower case", "<!doctype r>" + root, "documentType 1:1"),
    XMLSource("after the root", root + "\n<!DOCTYPE r>", "documentType 2:1"),
    XMLSource("inside the root", #"<r xmlns="urn:t"><!DOCTYPE r></r>"#, "documentType 1:18"),
    XMLSource(
      "in UTF-16, little end first", XMLSource.utf16("<!DOCTYPE r>" + root, little: true),
      "documentType 1:1"),
    XMLSource(
      "in UTF-16, big end first", XMLSource.utf16("<!DOCTYPE r>" + root, little: false),
      "documentType 1:1"),
    XMLSource(
      "in GB18030", #"<?xml version="1.0" encoding="GB18030"?><!DOCTYPE r>"# + root,
      "documentType 1:41"),
    XMLSource("in UTF-7", "+ADwAIQ-DOCTYPE r+AD4-" + root, "notXML 1:1"),
    XMLSource("behind a UTF-7 mark", "+/v8-+ADwAIQ-DOCTYPE", #"unsupportedEncoding("UTF-7") -"#),
  ])
  func `refuses a document type wherever it hides`(_ source: XMLSource) throws {
    let problems = try XMLSource.problems(source.bytes)
    #expect(problems == source.problems)
  }

  @Test(arguments: [
    XMLSource("in a comment", "<!-- <!DOCTYPE r> -->" + root),
    XMLSource("in a CDATA section", #"<r xmlns="urn:t"><a><![CDATA[<!DOCTYPE r>]]></a></r>"#),
    XMLSource("in an attribute", #"<r xmlns="urn:t" x="&lt;!DOCTYPE r>"/>"#),
    XMLSource("in an instruction", "<?x <!DOCTYPE r> ?>" + root),
    XMLSource(
      "an inclusion",
      #"<r xmlns="urn:t"><i:include xmlns:i="http://www.w3.org/2001/XInclude" href="/etc/passwd"/></r>"#
    ),
    XMLSource(
      "a schema's address",
      #"<r xmlns="urn:t" xmlns:s="http://www.w3.org/2001/XMLSchema-instance" s:schemaLocation="urn:t http://127.0.0.1/"/>"#
    ),
    XMLSource("a catalogue", #"<?oasis-xml-catalog catalog="http://127.0.0.1/"?>"# + root),
    XMLSource("a style sheet", #"<?xml-stylesheet href="file:///etc/passwd"?>"# + root),
  ])
  func `accepts what only looks like one, and follows nothing`(_ source: XMLSource) throws {
    let problems = try XMLSource.problems(source.bytes)
    #expect(problems == source.problems)
  }
}
