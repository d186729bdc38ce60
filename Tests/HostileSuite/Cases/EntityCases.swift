// SPDX-License-Identifier: Apache-2.0

/// Document types, entities, inclusions and whatever else makes a parser open something or never end (1 to 26).
enum EntityCases {
  static var all: [HostileCase] { doctypes + disguised + lookalikes + inert }

  private static let refusal = "The file has a <!DOCTYPE …>, which is not read for safety."

  private static func doctype(_ subset: String, _ value: String = "") -> String {
    Sample.dossier(
      before: "<?xml version=\"1.0\"?>\n<!DOCTYPE dossier \(subset)>\n",
      "<name kind=\"passport\" full=\"x\"/>\(value)")
  }

  private static func laughs(_ count: Int, of copies: Int) -> String {
    (1..<count).reduce("<!ENTITY e0 \"ha\">") { text, index in
      text + "<!ENTITY e\(index) \"\(Sample.times(copies, "&e\(index - 1);"))\">"
    }
  }

  /// Two parameter entities that double each other: some 800 bytes without an end.
  private static let parameterBomb =
    (1...20).reduce("<!ENTITY % p0 'x'>") { text, index in
      text + "<!ENTITY % p\(index) '&#37;p\(index - 1);&#37;p\(index - 1);'>"
    } + "%p20;"

  private static let doctypes: [HostileCase] =
    [
      (1, "xxe-file", "[<!ENTITY x SYSTEM \"file:///etc/hostname\">]", "&x;"),
      (1, "xxe-canary", "[<!ENTITY x SYSTEM \"outside/canary.txt\">]", "&x;"),
      (1, "xxe-above", "[<!ENTITY x SYSTEM \"../outside/canary.txt\">]", "&x;"),
      (2, "xxe-http", "[<!ENTITY x SYSTEM \"http://127.0.0.1:9/x\">]", "&x;"),
      (3, "xxe-ftp", "[<!ENTITY x SYSTEM \"ftp://127.0.0.1:9/x\">]", "&x;"),
      (4, "xxe-param", "[<!ENTITY % x SYSTEM \"../outside/canary.txt\"> %x;]", ""),
      (
        5, "xxe-oob-error",
        "[<!ENTITY % f SYSTEM \"../outside/canary.txt\"><!ENTITY % e \"<!ENTITY &#37; x SYSTEM 'file:///nowhere/%f;'>\">%e;%x;]",
        ""
      ),
      (6, "xxe-extsubset", "SYSTEM \"../outside/canary.txt\"", ""),
      (6, "xxe-extsubset-http", "SYSTEM \"http://127.0.0.1:9/evil.dtd\"", ""),
      (
        7, "public",
        "PUBLIC \"-//W3C//DTD XHTML 1.0 Strict//EN\" \"http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd\"",
        ""
      ),
      (
        8, "ndata",
        "[<!NOTATION n SYSTEM \"file:///etc/hostname\"><!ENTITY x SYSTEM \"a.bin\" NDATA n>]", ""
      ),
      (9, "empty-doctype", "", ""),
      (10, "harmless-entity", "[<!ENTITY city \"Suzhou\">]", "&city;"),
      (21, "billion-laughs", "[\(laughs(10, of: 10))]", "&e9;"),
      (23, "recursive-entity", "[<!ENTITY a \"&b;\"><!ENTITY b \"&a;\">]", "&a;"),
      (
        24, "quadratic", "[<!ENTITY a \"\(Sample.times(100_000, "x"))\">]",
        Sample.times(25_000, "&a;")
      ),
      (25, "parameter-bomb", "[\(parameterBomb)]", ""),
      (
        26, "default-attributes",
        "[<!ATTLIST name \((0..<5_000).map { "a\($0) CDATA 'x' " }.joined())>]",
        Sample.times(2_000, "<name/>")
      ),
    ].map { .xml($0, $1, doctype($2, $3), exit: 65, refusal) } + [
      .xml(
        22, "billion-laughs-attribute",
        Sample.dossier(
          before: "<!DOCTYPE dossier [\(laughs(10, of: 10))]>", root: " id=\"&e9;\""), exit: 65,
        refusal)
    ]

  private static let disguised: [HostileCase] = [
    .xml(
      11, "doctype-utf16le", Sample.utf16(doctype("[<!ENTITY x \"y\">]", "&x;"), little: true),
      exit: 65, refusal),
    .xml(
      11, "doctype-utf16be", Sample.utf16(doctype("[<!ENTITY x \"y\">]", "&x;"), little: false),
      exit: 65, refusal),
    .xml(
      12, "doctype-gb18030",
      Sample.utf8("<?xml version=\"1.0\" encoding=\"GB18030\"?><!DOCTYPE dossier [<!ENTITY x \"")
        + [0xD5, 0xC5] + Sample.utf8("\">]>" + Sample.dossier("&x;")), exit: 65, refusal),
    .xml(
      13, "doctype-utf7",
      "<?xml version=\"1.0\" encoding=\"UTF-7\"?>+ADwAIQ-DOCTYPE dossier [+ADwAIQ-ENTITY x SYSTEM \"file:///etc/hostname\">]>"
        + Sample.dossier(), exit: 65, "The encoding “UTF-7” is not read."),
    .xml(
      13, "doctype-utf7-marked", "+/v8-+ADwAIQ-DOCTYPE dossier>" + Sample.dossier(), exit: 65,
      "The encoding “UTF-7” is not read."),
    // <?xml version in IBM 037.
    .xml(
      14, "doctype-ebcdic",
      [
        0x4C, 0x6F, 0xA7, 0x94, 0x93, 0x40, 0xA5, 0x85, 0x99, 0xA2, 0x89, 0x96, 0x95, 0x7E, 0x7F,
        0xF1, 0x4B, 0xF0, 0x7F, 0x6F, 0x6E,
      ], exit: 65, "The encoding “EBCDIC” is not read."),
  ]

  private static let lookalikes: [HostileCase] = [
    ("comment", "<!-- <!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/hostname'>]> -->"),
    ("cdata", "<![CDATA[<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/hostname'>]>]]>"),
    ("attribute", "<name kind=\"passport\" full=\"&lt;!DOCTYPE a>\"/>"),
  ].map { .xml(15, "doctype-in-\($0)", Sample.dossier($1), exit: 1, "QB2101") }

  private static let schema =
    " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:schemaLocation=\"urn:qibei:dossier:1 "

  private static let inert: [HostileCase] = [
    .xml(
      16, "xinclude",
      Sample.dossier(
        "<x:include xmlns:x=\"http://www.w3.org/2001/XInclude\" href=\"../outside/canary.txt\" parse=\"text\"/>"
      ), exit: 1, "QB1001"),
    .xml(
      17, "schema-location-http",
      Sample.dossier(root: schema + "http://127.0.0.1:9/evil.xsd\""), exit: 1, "QB2101"),
    .xml(
      18, "schema-location-file", Sample.dossier(root: schema + "../outside/canary.txt\""),
      exit: 1, "QB2101"),
    .xml(
      19, "catalog-instruction",
      Sample.dossier(
        before: "<?oasis-xml-catalog catalog=\"http://127.0.0.1:9/catalog.xml\"?>\n"), exit: 1,
      "QB2101"),
    .xml(
      20, "stylesheet-instruction",
      Sample.dossier(
        before:
          "<?xml-stylesheet type=\"text/xsl\" href=\"../outside/canary.txt\"?>\n<?xml-model href=\"http://127.0.0.1:9/m.rng\"?>\n",
        root: " xml:base=\"http://127.0.0.1:9/\""), exit: 1, "QB2101"),
  ]
}
