// SPDX-License-Identifier: Apache-2.0

/// Documents that bend XML (55 to 59), and one that is none of the kind.
enum SyntaxCases {
  static var all: [HostileCase] { versions + broken + namespaces + names }

  private static let versions: [HostileCase] = [
    .xml(
      55, "xml-1.1", Sample.dossier(before: "<?xml version=\"1.1\"?>"), exit: 65,
      "XML version “1.1” is not supported."),
    .xml(
      55, "xml-2.0", Sample.dossier(before: "<?xml version=\"2.0\"?>"), exit: 65,
      "XML version “2.0” is not supported."),
    .xml(
      55, "no-version", Sample.dossier(before: "<?xml encoding=\"UTF-8\"?>"), exit: 65,
      "dossier/dossier.xml:1:"),
  ]

  private static let broken: [HostileCase] = [
    .xml(56, "empty", "", exit: 65, "The file is empty."),
    .xml(56, "mark-only", [0xEF, 0xBB, 0xBF], exit: 65),
    .xml(56, "blanks-only", " \n\t ", exit: 65, "This is not XML"),
    .xml(56, "text-only", "dear sir", exit: 65, "This is not XML"),
    .xml(
      56, "truncated", String(Sample.dossier().dropLast(9)), exit: 65,
      "dossier/dossier.xml:7:", "The file breaks off here"),
    .xml(
      56, "two-roots", Sample.dossier() + Sample.dossier(), exit: 65,
      "There is content after the end of the root element."),
    .xml(
      56, "trailing-text", Sample.dossier(after: " x"), exit: 65,
      "There is content after the end of the root element."),
    .xml(
      56, "blank-before-declaration", " <?xml version=\"1.0\"?>" + Sample.dossier(), exit: 65,
      "dossier/dossier.xml:1:"),
    .xml(
      56, "two-declarations",
      Sample.dossier(before: "<?xml version=\"1.0\"?><?xml version=\"1.0\"?>"), exit: 65,
      "dossier/dossier.xml:1:"),
    .xml(
      0, "other-root", "<html xmlns=\"http://www.w3.org/1999/xhtml\"><script/></html>", exit: 65,
      "The root element is <html>; <dossier> is expected."),
    .xml(
      0, "other-root-bidi", "<a\u{202E}b\u{0085}/>", exit: 65),
    .xml(
      0, "other-namespace", "<dossier xmlns=\"urn:evil\"/>", exit: 65,
      "“urn:qibei:dossier:1” is expected"),
    .xml(
      0, "other-namespace-bidi", "<dossier xmlns=\"urn:evil&#x202E;&#10;x\"/>", exit: 65,
      "dossier/dossier.xml:1:"),
  ]

  private static let namespaces: [HostileCase] = [
    (57, "unbound-prefix", "<p:a/>", "The prefix “p” is not declared."),
    (
      57, "duplicate-by-prefixes", "<a xmlns:p=\"urn:a\" xmlns:q=\"urn:a\" p:x=\"1\" q:x=\"2\"/>",
      "stands twice"
    ),
    (57, "xml-redefined", "<a xmlns:xml=\"urn:a\"/>", "The namespace is written wrongly."),
    (57, "xmlns-redefined", "<a xmlns:xmlns=\"urn:a\"/>", "The namespace is written wrongly."),
    (57, "prefix-undeclared", "<a xmlns:p=\"\"/>", "The namespace is written wrongly."),
    (57, "two-colons", "<a:b:c xmlns:a=\"urn:a\"/>", "The namespace is written wrongly."),
  ].map { .xml($0, $1, Sample.dossier($2), exit: 65, $3) }

  // Nothing in a dossier is found by xml:id; elements that carry one are unknown attributes, and said to be.
  private static let names: [HostileCase] = [
    .xml(
      58, "xml-id-twice", Sample.dossier("<a xml:id=\"x\"/><a xml:id=\"x\"/>"), exit: 1, "QB1001"),
    .xml(58, "xml-id-malformed", Sample.dossier(root: " xml:id=\"1 2\""), exit: 1, "QB1002"),
    .xml(
      58, "id-twice",
      Sample.dossier(
        "<supplements><supplement id=\"s\" kind=\"passport\" for=\"p1\"/><supplement id=\"s\" kind=\"photo\" for=\"p1\"/></supplements>"
      ), exit: 2, "QB1201"),
    .xml(
      59, "comment-in-text", Sample.dossier("<name>张<!-- x -->三<![CDATA[<b>]]><?p i?></name>"),
      exit: 1, "QB1005"),
  ]
}
