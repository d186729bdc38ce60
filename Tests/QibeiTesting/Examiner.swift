// SPDX-License-Identifier: Apache-2.0
package import QibeiCore
package import QibeiDecoding
package import QibeiReports
package import QibeiXML

/// The stages behind the validator, one by one: the only place in the tests that calls them.
package enum Examiner {
  /// Reads and decodes a dossier.
  package static func decode(
    _ text: DossierText
  ) throws -> (document: XMLDocument, decoded: Decoded<Dossier>) {
    let document = try DossierDecoder.reader().read(text.bytes)
    return (document, DossierDecoder.decode(document, DossierVocabulary(try Fixture.tables())))
  }

  /// The decoder's findings with their places, before any checklist is asked.
  package static func decoderReport(_ text: DossierText) throws -> Report {
    let (document, decoded) = try decode(text)
    let examination = Examination(
      decoded.value, tables: try Fixture.tables(), submission: Fixture.day)
    let assessment = Assessment(
      findings: decoded.findings, checklists: [], lines: [], examination: examination, place: nil)
    return Report(
      assessment: assessment, input: "dossier.xml",
      positions: positions(assessment.findings, document))
  }

  /// Judges a dossier by a checklist given as XML, on 2026-03-16.
  package static func report(_ text: DossierText, by checklist: String) throws -> Report {
    let tables = try Fixture.tables()
    let checklist = try ChecklistDecoder(kinds: tables.kinds)
      .checklist(RuleText(Array(checklist.utf8)), named: "checklist.xml")
    let (document, decoded) = try decode(text)
    let examination = Examination(
      decoded.value, tables: tables, submission: Fixture.day, acceptance: Fixture.day)
    let outcome = RulePlan(checklist).examine(examination)
    let assessment = Assessment(
      findings: decoded.findings + outcome.findings, checklists: [checklist],
      lines: outcome.lines, examination: examination, place: nil)
    return Report(
      assessment: assessment, input: "dossier.xml",
      positions: positions(assessment.findings, document))
  }

  private static func positions(
    _ findings: [Finding], _ document: XMLDocument
  ) -> [SourcePosition] {
    let locator = XMLLocator(document.source)
    let paths = DossierDecoder.paths(document)
    return findings.map { finding in
      let place = XMLPlace(element: finding.sourcePlace.element, part: finding.sourcePlace.part)
      let position = locator.position(of: place, in: document)
      return SourcePosition(
        line: position.line, column: position.column, path: paths.path(to: place))
    }
  }
}

/// A checklist in force since 2026-01-01 with one item, or with whatever stands in place of it.
package enum ChecklistText {
  /// One item that asks for a passport, with these checks.
  package static func item(_ checks: String) -> String {
    document(
      """
        <requirement id="item" number="1" for="applicant" class="principal" basis="law">
          <title zh="材料" en="the paper"/>
          <supplement kind="passport">\(checks)</supplement>
          <remedy zh="请补。" en="Add it."/>
        </requirement>
      """)
  }

  /// A whole checklist around these requirements.
  package static func document(
    _ requirements: String, category: String = "example", version: String = "2026-01-01",
    attributes: String = #"in-force-from="2026-01-01""#, rest: String = ""
  ) -> String {
    """
    <checklist xmlns="urn:qibei:checklist:1" category="\(category)" version="\(version)" \
    \(attributes) decided-by="submission" kind="residence-permit">
      <title zh="例" en="Example"/>
      <authority zh="机关" en="Authority"/>
      <basis id="law" zh="法" en="Law" evidence="law"/>
      <basis id="rumour" zh="传闻" en="Rumour" evidence="inferred"/>
    \(rest)\(requirements)
    </checklist>
    """
  }
}
