// SPDX-License-Identifier: Apache-2.0
import Foundation
import QibeiCore
import QibeiDecoding
import QibeiTesting
import Testing

/// A fault in a checklist, and everything that is said about it.
struct RuleFault: Sendable, CustomTestStringConvertible {
  let name: String
  let old: String
  let new: String
  let problems: [String]

  init(_ name: String, _ old: String, _ new: String, _ problems: String...) {
    (self.name, self.old, self.new, self.problems) = (name, old, new, problems)
  }

  var testDescription: String { name }

  static let base = ChecklistText.document(
    """
      <requirement id="form" number="1" for="applicant" class="principal" basis="law">
        <title zh="表" en="form"/>
        <when><fact name="person.former-chinese" is="yes"/></when>
        <supplement kind="application-form"><pages at-least="2"/></supplement>
        <remedy zh="请填。" en="Fill it in."/>
      </requirement>
      <requirement id="photo" number="2" for="applicant" class="secondary" basis="law rumour">
        <title zh="照片" en="photograph"/>
        <when><fact name="application.permit-months" at-least="12"/></when>
        <any-of><supplement kind="photo"/><supplement kind="passport"/></any-of>
        <remedy zh="请拍。" en="Have it taken."/>
      </requirement>
    """)
}

struct ChecklistDecoderTests {
  private static func problems(_ text: String) throws -> [String] {
    let decoder = ChecklistDecoder(kinds: try Fixture.tables().kinds)
    do throws(ChecklistError) {
      _ = try decoder.checklist(RuleText(Array(text.utf8)), named: "c.xml")
      return []
    } catch {
      return error.problems.map { "\($0.place): \($0.message.en)" }
    }
  }

  private static let faults: [RuleFault] = [
    RuleFault(
      "an unknown check", #"<pages at-least="2"/>"#, #"<page at-least="2"/>"#,
      "c.xml:9:41: <supplement> has no element <page>; did you mean “pages”?"),
    RuleFault(
      "a bad parameter", #"at-least="2""#, #"at-least="two""#,
      "c.xml:9:48: check <pages>: “two” is not a whole number from 0 to 99,999,999"),
    RuleFault(
      "a parameter of another check", #"at-least="2""#, #"at-least="2" period="P6M""#,
      "c.xml:9:61: <pages> has no attribute “period”"),
    RuleFault(
      "no legal basis", #" class="principal" basis="law""#, #" class="principal""#,
      "c.xml:6:3: <requirement> has no legal basis (basis); art. 31 of the Administrative Licensing Law forbids unrelated demands"
    ),
    RuleFault(
      "an unknown basis", #"basis="law rumour""#, #"basis="law rumor""#,
      "c.xml:12:72: “rumor” is not one of: law rumour; did you mean “rumour”?"),
    RuleFault(
      "one language only", #"<title zh="表" en="form"/>"#, #"<title zh="表"/>"#,
      "c.xml:7:5: <title> lacks English (en)"),
    RuleFault(
      "blanks for a language", #"zh="请填。""#, #"zh=" ""#, "c.xml:10:13: <remedy> lacks Chinese (zh)"),
    RuleFault(
      "a number compared with words", #"at-least="12""#, #"is="12""#,
      "c.xml:14:11: “application.permit-months” is a number; use at-least and at-most"),
    RuleFault(
      "a word compared with numbers", #"is="yes""#, #"at-most="3""#,
      "c.xml:8:11: “person.former-chinese” is no number; use is and is-not"),
    RuleFault(
      "a word that the fact never has", #"is="yes""#, #"is="true""#,
      "c.xml:8:46: “true” is not one of: yes no"),
    RuleFault(
      "bounds that cross", #"at-least="12""#, #"at-least="12" at-most="3""#,
      "c.xml:14:11: at-least is more than at-most; this never holds"),
    RuleFault(
      "an empty condition", #"<fact name="person.former-chinese" is="yes"/>"#, "<all/>",
      "c.xml:8:11: the condition is empty"),
    RuleFault(
      "one identifier twice", #"id="photo""#, #"id="form""#,
      "c.xml:12:16: two requirements have the id “form”"),
    RuleFault(
      "one number twice", #"number="2""#, #"number="1""#,
      "c.xml:12:27: two requirements have the number “1”"),
    RuleFault(
      "one basis twice", #"id="rumour""#, #"id="law""#, "c.xml:5:10: the basis “law” stands twice",
      "c.xml:12:72: “rumour” is not one of: law"),
    RuleFault(
      "a date that is none", #"in-force-from="2026-01-01""#, #"in-force-from="1.1.2026""#,
      "c.xml:1:82: “1.1.2026” is not a date; write it as 2026-03-16"),
    RuleFault(
      "a period that ends before it begins", #"in-force-from="2026-01-01""#,
      #"in-force-from="2026-01-01" in-force-until="2025-12-31""#,
      "c.xml:1:109: the last day in force lies before the first"),
    RuleFault(
      "an unknown attribute", #"number="1""#, #"number="1" lead="3""#,
      "c.xml:6:37: <requirement> has no attribute “lead”"),
    RuleFault(
      "an unknown element", #"<authority zh="机关" en="Authority"/>"#,
      #"<authority zh="机关" en="Authority"/><note/>"#,
      "c.xml:3:38: <checklist> has no element <note>"),
    RuleFault(
      "an unknown audience", #"for="applicant" class="principal""#,
      #"for="aplicant" class="principal""#,
      "c.xml:6:37: “aplicant” is not one of: applicant spouse each-child each-family-member each-person employer application; did you mean “applicant”?"
    ),
    RuleFault(
      "no remedy", #"<remedy zh="请填。" en="Fill it in."/>"#, "", "c.xml:6:3: “form” has no remedy"),
    RuleFault(
      "no supplement", #"<supplement kind="application-form"><pages at-least="2"/></supplement>"#,
      "", "c.xml:6:3: “form” asks for no supplement (supplement, any-of or all-of)"),
    RuleFault(
      "two supplements side by side",
      #"<any-of><supplement kind="photo"/><supplement kind="passport"/></any-of>"#,
      #"<supplement kind="photo"/><supplement kind="passport"/>"#,
      "c.xml:15:31: only one of supplement, any-of and all-of can stand here"),
    RuleFault("no title", #"  <title zh="例" en="Example"/>"#, "", "c.xml:1:1: <title> is missing"),
    RuleFault(
      "stray text", "<any-of>", "<any-of>或",
      "c.xml:15:5: there is text between elements; write it in attributes"),
    RuleFault(
      "no well-formed XML", "</checklist>", "",
      "c.xml:18:1: The file breaks off here; <checklist> has no end tag. Get the whole file again."),
    RuleFault(
      "a document type", "<checklist", "<!DOCTYPE checklist><checklist",
      "c.xml:1:1: The file has a <!DOCTYPE …>, which is not read for safety. Delete everything from <!DOCTYPE to its closing >."
    ),
    RuleFault(
      "a number that leaves the integers when added up", #"at-least="2""#,
      #"at-least="9223372036854775807""#,
      "c.xml:9:48: check <pages>: “9223372036854775807” is not a whole number from 0 to 99,999,999"
    ),
  ]

  @Test func `accepts the base`() throws {
    let problems = try Self.problems(RuleFault.base)
    #expect(problems == [])
  }

  @Test(arguments: faults)
  func `refuses a faulty checklist, naming file, line and column`(_ fault: RuleFault) throws {
    let text = DossierText(RuleFault.base).replacing(fault.old, with: fault.new).xml
    let problems = try Self.problems(text)
    #expect(problems == fault.problems)
  }

  @Test func `refuses a condition that stands twice, of which one would be passed over`() throws {
    let text = DossierText(RuleFault.base)
      .replacing(
        "</when>", with: #"</when><when><fact name="person.age" at-least="60"/></when>"#
      ).xml
    #expect(
      try Self.problems(text) == [
        "c.xml:8:63: <when> stands twice in <requirement>; it may stand once"
      ])
  }

  @Test func `tells what is wrong with a basis that stands twice`() throws {
    let text = DossierText(RuleFault.base)
      .replacing(
        "<requirement ", with: #"<basis id="law" zh="法" evidence="rumoured"/><requirement "#
      )
      .xml
    #expect(
      try Self.problems(text).map { String($0.split(separator: ": ", maxSplits: 1)[1]) } == [
        "<basis> lacks English (en)", "the basis “law” stands twice",
        "“rumoured” is not one of: law gov gov-copy univ agency inferred unverified",
      ])
  }

  @Test func `reads what stands in another namespace by its name`() throws {
    let text = DossierText(RuleFault.base)
      .replacing("<when>", with: #"<when xmlns="urn:other">"#).xml
    #expect(try Self.problems(text) == [])
  }

  @Test(arguments: CheckCatalog.names)
  func `knows the name and every parameter of a check`(_ name: String) throws {
    let check = try #require(CheckCatalog.check(named: name)).description
    let element = "<\(name)" + check.parameters.map { " \($0.name)=\"\"" }.joined() + "/>"
    let text = DossierText(RuleFault.base).replacing(#"<pages at-least="2"/>"#, with: element).xml
    // Empty values are refused, but not as something that does not belong there.
    #expect(try Self.problems(text).filter { $0.contains(" has no ") } == [])
  }

  @Test func `names the nearest fact`() throws {
    let text = DossierText(RuleFault.base)
      .replacing("person.former-chinese", with: "person.former-chines").xml
    let problems = try Self.problems(text)
    #expect(
      problems == [
        "c.xml:8:17: there is no “person.former-chines”; did you mean “person.former-chinese”?"
      ])
  }

  @Test func `names the nearest of many words`() throws {
    let text = DossierText(RuleFault.base)
      .replacing("\"application-form\"", with: "\"aplication-form\"").xml
    let problems = try Self.problems(text)
    #expect(
      problems == [
        "c.xml:9:17: there is no “aplication-form”; did you mean “application-form”?"
      ])
  }

  @Test func `names every fault of a file at once`() throws {
    let chosen = [0, 3, 5, 8, 13]
    let text = chosen.map { Self.faults[$0] }
      .reduce(DossierText(RuleFault.base)) { $0.replacing($1.old, with: $1.new) }.xml
    let problems = try Self.problems(text)
    #expect(problems.sorted() == chosen.flatMap { Self.faults[$0].problems }.sorted())
  }

  @Test func `loads every rule file that ships`() throws {
    let decoder = ChecklistDecoder(kinds: try Fixture.tables().kinds)
    var faults: [RuleProblem] = []
    for path in Fixture.files(below: "schemas/checklists", endingIn: ".xml") {
      do throws(ChecklistError) {
        _ = try decoder.checklist(RuleText(try bytes(path)), named: path)
      } catch {
        faults += error.problems
      }
    }
    for path in Fixture.files(below: "schemas/overlays", endingIn: ".xml") {
      do throws(ChecklistError) {
        _ = try decoder.overlay(
          RuleText(try bytes(path)), named: path, unknownCategory: { _ in nil })
      } catch {
        faults += error.problems
      }
    }
    #expect(faults == [])
  }

  private func bytes(_ path: String) throws(ChecklistError) -> [UInt8] {
    do {
      return try Fixture.bytes(of: path)
    } catch {
      throw ChecklistError([])
    }
  }

  @Test(arguments: [
    ("<any><all>F1F2</all></any>", "all(F1, F2)"),
    ("<any><all>F1F2</all>F3</any>", "any(all(F1, F2), F3)"),
    ("<all><any>F1F2</any>F3</all>", "all(any(F1, F2), F3)"),
    ("<any>F1</any>", "F1"),
    ("<any><any>F1F2</any></any>", "any(F1, F2)"),
    ("<not><any>F1F2</any></not>", "not(any(F1, F2))"),
    ("F1F2", "all(F1, F2)"),
  ])
  func `groups within groups keep what they say`(_ when: String, _ expected: String) throws {
    let facts = ["person.former-chinese", "person.chinese-origin", "application.online"]
    var xml = when
    for (number, fact) in facts.enumerated() {
      xml = xml.replacing("F\(number + 1)", with: "<fact name=\"\(fact)\" is=\"yes\"/>")
    }
    let text = RuleFault.base.replacing(
      "<fact name=\"person.former-chinese\" is=\"yes\"/>", with: xml)
    let checklist = try ChecklistDecoder(kinds: try Fixture.tables().kinds)
      .checklist(RuleText(Array(text.utf8)), named: "c.xml")
    let condition = try #require(checklist.requirements.first?.condition)
    #expect(Self.shape(condition, facts) == expected)
  }

  private static func shape(_ condition: Condition, _ facts: [String]) -> String {
    func list(_ parts: [Condition]) -> String {
      parts.map { shape($0, facts) }.joined(separator: ", ")
    }
    return switch condition {
    case .fact(let test): "F\((facts.firstIndex(of: test.name.rawValue) ?? 8) + 1)"
    case .not(let inner): "not(\(shape(inner, facts)))"
    case .all(let parts): "all(\(list(parts)))"
    case .any(let parts): "any(\(list(parts)))"
    }
  }
}
