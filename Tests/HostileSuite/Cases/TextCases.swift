// SPDX-License-Identifier: Apache-2.0

/// Text that wants to be run, or to look like something else, by whoever shows it (52 to 54 and 60 to 62).
enum TextCases {
  static var all: [HostileCase] { characters + markup + formulas + lines + names + letters }

  /// A dossier with the same text in every field that a report can show.
  private static func everywhere(_ text: String) -> String {
    """
    <dossier xmlns="urn:qibei:dossier:1" id="\(text)">
      <application category="residence-work-first" submission="2026-03-16" place="\(text)" \
    filed-by="\(text)"/>
      <person id="p1" role="applicant" sex="\(text)" nationality="\(text)" born="\(text)">
        <name kind="passport" full="\(text)"/><passport number="\(text)"/>
      </person>
      <employer id="e1" name="\(text)" uscc="\(text)"><employment person="\(text)"/></employer>
      <supplements>
        <supplement id="\(text)" kind="\(text)" for="\(text)" title="\(text)" issuer="\(text)"/>
        <supplement id="s2" kind="passport" for="p1" status="waived" decision="\(text)"/>
        <supplement id="s3" kind="health-certificate" for="p1">
          <states name="\(text) X" passport="\(text) X" employer="\(text) X"/>
          <file path="../\(text)" type="\(text)"/><file path="\(text).pdf" sha256="\(text)"/>
        </supplement>
      </supplements>
    </dossier>
    """
  }

  private static func text(
    _ number: Int, _ name: String, _ written: String, _ forbidden: [(String, String)] = [],
    _ words: String...
  ) -> HostileCase {
    var hostile = HostileCase.xml(number, name, everywhere(written), exit: 2, "QB1101")
    hostile.words += words
    hostile.forbidden = forbidden.map { (format: $0.0, text: $0.1) }
    return hostile
  }

  // That nothing of these reaches an output is a rule for all outputs.
  private static let characters: [HostileCase] = [
    .xml(52, "escape-byte", everywhere("a\u{1B}[2Jb"), exit: 65, "U+001B"),
    text(53, "c1-sequence", "a\u{9B}31mb", [], "QB1109"),
    text(53, "c1-sequence-referred", "a&#x9B;31mb", [], "QB1109"),
    text(54, "bidi-override", "a\u{202E}fdp.exe", [], "QB1109"),
    text(54, "bidi-isolate", "a\u{2066}b\u{2069}", [], "QB1109"),
    text(54, "zero-width", "MO\u{200B}REAU", [], "QB1109"),
    text(54, "line-separator", "a\u{2028}QB0000", [], "QB1109"),
    text(54, "tag-characters", "a\u{E0041}\u{E0042}", [], "QB1109"),
    text(54, "hangul-filler", "a\u{3164}b", [], "QB1109"),
  ]

  private static let everyMarkup = ["html", "md", "svrl", "junit", "xml"]

  private static func nowhere(_ live: String) -> [(String, String)] {
    everyMarkup.map { ($0, live) }
  }

  private static let markup: [HostileCase] = [
    text(
      60, "script", "&lt;script>qbx()&lt;/script>",
      nowhere("<script>qbx") + [("json", "</script>"), ("sarif", "</script>")]),
    text(
      60, "handler", "&quot;>&lt;img src=x onerror=qbx()>",
      nowhere("<img src=x") + nowhere("\">&lt;img")),
    text(
      60, "attribute-end", "x&quot; onmouseover=&quot;qbx()",
      ["html", "svrl", "junit", "xml"].map { ($0, "\" onmouseover=\"qbx") }),
    text(60, "attribute-end-single", "x' onmouseover='qbx()", [("html", "=' onmouseover='qbx")]),
    text(
      60, "attribute-end-combining", "x&quot;&#x301; onmouseover=&quot;qbx()",
      ["html", "svrl", "junit", "xml"].map { ($0, "x\"\u{301} onmouseover") }),
    text(60, "comment-end", "-->&lt;qbx/>", nowhere("<qbx")),
    text(60, "section-end", "]]>&lt;qbx/>", nowhere("<qbx")),
    text(60, "style-end", "&lt;/style>&lt;qbx/>", nowhere("</style><qbx")),
    text(60, "template", "{{7*7}}\u{24}{7*7}&lt;%= 7*7 %>", nowhere("<%="), "{{7*7}}"),
    text(60, "format-directives", "%n%s%p%x", [], "%n%s%p%x"),
    text(60, "placeholders", "{expected}{seen}\\(seen)", [], "{expected}{seen}"),
    text(60, "sql", "'; DROP TABLE qbx;--", [], "DROP TABLE qbx"),
    text(60, "xpath", "' or '1'='1", [], "' or '1'='1"),
    text(
      60, "markdown-link", "[x](javascript:qbx) ![y](http://qbx/)",
      [("md", "[x]("), ("md", "![y](")]),
    text(60, "markdown-code", "`qbx`|b|&lt;b>", [("md", " `qbx`"), ("md", "`qbx`|b|")]),
    text(
      60, "json-end", "&quot;,&quot;qbx&quot;:&quot;1",
      ["json", "sarif"].map { ($0, "\",\"qbx\":\"1") }),
    text(
      60, "json-escape", "\\&quot;,&quot;qbx&quot;:1",
      ["json", "sarif"].map { ($0, "\"\\\",\"qbx\":1") }),
  ]

  private static let formulas: [HostileCase] = [
    ("hyperlink", "=HYPERLINK(&quot;http://qbx&quot;)"), ("sum", "@SUM(1)"), ("plus", "+1+1"),
    ("minus", "-1+1|cmd"), ("tab", "&#9;=1+1"), ("return", "&#13;=1+1"), ("full-width", "＝1+1"),
    ("full-width-at", "＠SUM(1)"), ("combining", "=&#x301;1+1"),
    ("cell-end-combining", "x&quot;&#x301;,=1+1"), ("cell-end", "x&quot;,=1+1"),
    ("line-end", "x&#10;=1+1"),
  ].map { text(61, "formula-\($0)", $1) }

  private static let lines: [HostileCase] = [
    text(62, "forged-finding", "x&#10;QB0000&#9;forged", [("*", "\nQB0000"), ("*", "\"QB0000\"")]),
    text(62, "forged-list", "x&#10;- **QB0000** forged", [("md", "\n- **QB0000**")]),
    text(62, "forged-heading", "x&#10;&#10;# qbx", [("md", "\n# qbx"), ("text", "\n# qbx")]),
    text(
      62, "forged-error", "x&#13;&#10;qibei: complete", [("*", "\nqibei: complete")]),
  ]

  // Names of elements and attributes are shown as well as values.
  private static let names: [HostileCase] = [
    .xml(
      54, "bidi-in-name", Sample.dossier("<a\u{200C}b\u{203F}c/><b \u{200D}x=\"1\"/>"), exit: 1,
      "QB1001"),
    .xml(
      54, "zero-width-in-name", Sample.dossier("<a\u{200D}b/><application x\u{200C}=\"1\"/>"),
      exit: 1, "QB1001"),
    .xml(
      60, "long-names",
      Sample.dossier("<\(Sample.times(30_000, "n")) \(Sample.times(30_000, "a"))=\"\"/>"), exit: 1,
      "QB1001"),
    text(60, "long-value", Sample.times(1_000, "&lt;qbx>"), nowhere("<qbx")),
    text(60, "combining-marks", "a" + Sample.times(500, "\u{0301}\u{0489}")),
  ]

  // What is written besides reports: letters, briefs, plans and routes.
  private static let letters: [HostileCase] = [
    (["notice"], "html", 0), (["notice"], "xml", 0), (["brief"], "html", 0), (["brief"], nil, 0),
    (["plan"], "html", 0), (["plan"], "txt", 0), (["plan"], "json", 0), (["plan"], "ics", 0),
    (["window"], nil, 2), (["route"], nil, 2), (["route", "--json"], nil, 2),
    (["route", "--explain"], nil, 2),
  ].map { (command: [String], format: String?, exit: Int32) in
    let name = (command + (format.map { [$0] } ?? [])).joined(separator: "-")
    let text = "&quot;'>&lt;qbx onerror=qbx()>&#10;END:VEVENT&#10;QB0000\u{202E}\u{9B}=1"
    // There is a letter only where everything could be checked.
    let named = Sample.dossier(root: " id=\"\(text)\"").replacing("A B", with: text)
    var hostile = HostileCase.xml(
      60, name, command[0] == "notice" ? named : everywhere(text), exit: exit)
    hostile.forbidden = [
      ("html", "<qbx"), ("xml", "<qbx"), ("json", "<qbx"), ("*", "\nEND:VEVENT\nQB"),
      ("*", "\nQB0000"),
    ]
    hostile.command = [command[0], "dossier"] + command.dropFirst()
    if let format {
      let file = "dossier/out.\(format)"
      hostile.command += ["-o", file]
      hostile.written = (file, format)
    }
    return hostile
  }
}
