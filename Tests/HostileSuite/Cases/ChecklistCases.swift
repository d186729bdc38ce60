// SPDX-License-Identifier: Apache-2.0
import QibeiTesting

/// Rule files from a stranger (73 and 74).
///
/// Qibei compiles neither XSD nor XPath, so what such files ask for is refused.
enum ChecklistCases {
  static var all: [HostileCase] {
    get throws {
      let list = try Fixture.text(of: "schemas/\(path)")
      return schemas(list) + conditions(list) + sizes(list) + folders(list)
    }
  }

  private static let path = "checklists/residence-work-first/residence-work-first.2013-09-01.xml"

  /// The file, asked for by `checklist lint`, which lists faults of files with exit 1, and by a check.
  private static func rules(
    _ number: Int, _ name: String, _ files: [(String, [UInt8])], lint: Int32 = 1,
    check: Int32 = 78,
    links: [(String, String)] = [], pipes: [String] = [], _ words: String...
  ) -> [HostileCase] {
    [
      ("lint", ["checklist", "lint"], lint), ("check", ["check", "dossier"], check),
    ].map { what, command, exit in
      var hostile = HostileCase.xml(number, "rules-\(name)-\(what)", Sample.dossier(), exit: exit)
      hostile.files += files.map { ("rules/\($0)", $1) }
      hostile.links = links.map { ("rules/\($0)", $1) }
      hostile.pipes = pipes.map { "rules/\($0)" }
      hostile.command = command + ["--checklists", "rules"]
      hostile.words = words
      hostile.limit = 2
      return hostile
    }
  }

  private static func changed(
    _ number: Int, _ name: String, _ list: String, _ old: String, _ new: String,
    more: [(String, String)] = [], _ words: String
  ) -> [HostileCase] {
    let text = list.replacing(old, with: new, maxReplacements: 1)
    precondition(text != list, "\(name): nothing to change")
    return rules(
      number, name,
      [(path, Sample.utf8(text))]
        + more.map { ("checklists/residence-work-first/\($0)", Sample.utf8($1)) },
      words)
  }

  // 249 bytes on which libxml2's schema compiler never ends: the head of a union is a member of it.
  private static let loop = """
    <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:simpleType name="u">\
    <xs:union memberTypes="xs:int xs:date"/></xs:simpleType><xs:element name="h" type="u"/>\
    <xs:element name="m" type="xs:int" substitutionGroup="h"/></xs:schema>
    """

  private static func schemas(_ list: String) -> [HostileCase] {
    let root = "<checklist xmlns=\"urn:qibei:checklist:1\""
    // Editors write where a schema is, so that is no fault; but nobody goes there.
    let pointing =
      root
      + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:schemaLocation=\"urn:qibei:checklist:1 "
    let inert = [
      ("endless", "loop.xsd"), ("http", "http://127.0.0.1:9/a.xsd"),
      ("file", "../../../outside/canary.txt"),
    ].flatMap { name, place in
      changed(
        73, "schema-\(name)", list, root, pointing + "\(place)\"", more: [("loop.xsd", loop)], "")
    }.map { hostile in
      var hostile = HostileCase(hostile, exit: hostile.command[0] == "check" ? 1 : 0)
      hostile.words = []
      return hostile
    }
    return inert
      + rules(73, "schema-itself", [(path, Sample.utf8(loop))], "<xs:schema>")
      + rules(
        73, "schema-import",
        [
          (
            path,
            Sample.utf8(
              "<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\"><xs:import namespace=\"urn:a\" schemaLocation=\"http://127.0.0.1:9/a.xsd\"/><xs:include schemaLocation=\"../../../outside/canary.txt\"/></xs:schema>"
            )
          )
        ], "<xs:schema>")
      + changed(
        73, "xxe", list, root,
        "<!DOCTYPE checklist [<!ENTITY x SYSTEM \"../../../outside/canary.txt\">]>" + root,
        "DOCTYPE")
      + changed(
        73, "xinclude", list, "<authority ",
        "<x:include xmlns:x=\"http://www.w3.org/2001/XInclude\" href=\"../../../outside/canary.txt\"/><authority ",
        "include")
      + changed(
        73, "pattern", list, "width=\"354-480\"", "width=\"(a|aa)+{0,200}\"", "is not a range")
      + changed(
        73, "number-huge", list, "width=\"354-480\"", "width=\"354-99999999999999999999999\"",
        "is not a range")
      + changed(
        73, "period-huge", list, "period=\"P30D\"", "period=\"P99999999999999999999D\"", "period")
  }

  private static func conditions(_ list: String) -> [HostileCase] {
    let fact = "<fact name=\"application.location\" is=\"abroad\"/>"
    return [
      ("nested-counts", "<xpath test=\"count(//b[count(//c[count(//b)>0])>0])\"/>", "xpath"),
      (
        "predicates", "<xpath test=\"a\(Sample.times(200, "[b"))\(Sample.times(200, "]"))\"/>",
        "xpath"
      ),
      (
        "parentheses",
        "<fact name=\"\(Sample.times(5_000, "("))\(Sample.times(5_000, ")"))\" is=\"x\"/>", "(((("
      ),
      ("unknown-fact", "<fact name=\"person.secret\" is=\"yes\"/>", "person.secret"),
      (
        "function", "<fact name=\"document('../../../outside/canary.txt')\" is=\"yes\"/>",
        "document("
      ),
      ("script", "<script>qbx()</script>", "script"),
      ("deep", Sample.times(100, "<not>") + fact + Sample.times(100, "</not>"), "64"),
      ("escape", "<fact name=\"a&#x9B;&#x202E;&#10;qibei: complete\" is=\"yes\"/>", "\\u{202E}"),
    ].flatMap { name, condition, words in
      changed(74, "condition-\(name)", list, fact, condition, words).map { hostile in
        var hostile = hostile
        hostile.forbidden = [("*", "\nqibei: complete")]
        return hostile
      }
    }
  }

  private static func sizes(_ list: String) -> [HostileCase] {
    rules(
      73, "10-mb", [(path, Sample.utf8(list + "<!--\(Sample.times(10_000_000, "x"))-->"))],
      "larger than 5000000 bytes")
      + rules(
        73, "deep", [(path, Sample.utf8(Sample.times(100_000, "<checklist>")))], "more than 64 deep"
      )
      + rules(
        73, "many",
        [(path, Sample.utf8("<checklist>" + Sample.times(200_000, "<a/>") + "</checklist>"))],
        "more than 100000 tags")
      + rules(73, "empty", [(path, [])], "The file is empty.")
      + rules(73, "binary", [(path, (0..<100_000).map { UInt8($0 & 255) })], "")
  }

  // The folder itself is what is hostile.
  private static func folders(_ list: String) -> [HostileCase] {
    let sound = (path, Sample.utf8(list))
    return rules(
      73, "folders-in-a-circle", [sound], lint: 78,
      links: [("checklists/a", "."), ("checklists/b", ".")],
      "link")
      + rules(
        73, "link-outside", [("checklists/residence-work-first/x", [])], lint: 78,
        links: [(path, "../../../outside/canary.txt")], "link")
      + rules(
        73, "table-linked", [sound, ("tables/x", [])], lint: 78,
        links: [("tables/countries.xml", "../../outside/canary.txt")], "countries.xml")
      + rules(
        73, "pipe", [("checklists/residence-work-first/x", [])], lint: 78, pipes: [path],
        "is a link or a special file")
      + rules(
        73, "stray-name", [sound, ("checklists/a\u{1B}[2J\nqibei: complete.xml", [0x41])], lint: 78,
        "\\u{1B}[2J")
      + rules(
        73, "category-bidi", [("checklists/a\u{202E}b/a\u{202E}b.2020-01-01.xml", sound.1)],
        check: 2, "")
      + rules(73, "nothing", [("README", [])], lint: 78, "holds no checklists")
  }
}
