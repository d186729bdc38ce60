// SPDX-License-Identifier: Apache-2.0
internal import QibeiCore
internal import QibeiDecoding
internal import QibeiSchemas
internal import QibeiValidation
internal import QibeiXML

/// Checklists, overlays and tables: read, and a list that is taken judges a sample.
enum RuleTarget {
  @Sendable static func run(_ input: [UInt8]) {
    do {
      let text = RuleText(input)
      let tables = try DossierTarget.library.get().tables
      let decoder = ChecklistDecoder(kinds: tables.kinds)
      if let list = told({ try decoder.checklist(text, named: "x.xml") }) {
        judge(by: list, tables)
      }
      if let overlay = told({
        try decoder.overlay(text, named: "x.xml") { _ in nil }
      }) {
        for path in Schemas.paths where path.hasPrefix("checklists/residence-work-first/") {
          let bytes = Array((Schemas.file(path)?.text ?? "").utf8)
          let list = try decoder.checklist(RuleText(bytes), named: path)
          judge(by: list.applying(overlay), tables)
        }
      }
      told { _ = try TableDecoder.countries(text, named: "x.xml") }
      told { _ = try TableDecoder.languages(text, named: "x.xml") }
      told { _ = try TableDecoder.divisions(text, named: "x.xml") }
      told { _ = try TableDecoder.kinds(text, named: "x.xml") }
      told { _ = try TableDecoder.apostille(text, named: "x.xml") }
      told { _ = try TableDecoder.wageAverages(text, named: "x.xml") }
      told { _ = try TableDecoder.points(text, named: "x.xml", kinds: tables.kinds) }
      told { _ = try TableDecoder.workingDays(text, named: "x.xml") }
    } catch {
      fail("an error that nobody foresaw: \(error)")
    }
  }

  // A file is taken, or refused with every fault named in both languages.
  @discardableResult
  static func told<Value>(_ read: () throws -> Value) -> Value? {
    do {
      return try read()
    } catch {
      guard let error = error as? ChecklistError else {
        fail("an error that nobody foresaw: \(error)")
      }
      require(!error.problems.isEmpty, "refused without a reason")
      for problem in error.problems {
        require(!problem.message.zh.isEmpty && !problem.message.en.isEmpty)
      }
      return nil
    }
  }

  private static let day = CalendarDate("2026-03-16")

  private static let sample: Dossier? = {
    guard let document = try? DossierDecoder.reader().read(Samples.small),
      let tables = try? DossierTarget.library.get().tables
    else { return nil }
    return DossierDecoder.decode(document, DossierVocabulary(tables)).value
  }()

  private static func judge(by list: Checklist, _ tables: ReferenceTables) {
    guard let sample, let day else { fail("no sample to judge") }
    let examination = Examination(sample, tables: tables, submission: day, acceptance: day)
    let (first, second) = (
      RulePlan(list).examine(examination), RulePlan(list).examine(examination)
    )
    require(
      first.findings.map(\.kind.code) == second.findings.map(\.kind.code),
      "the same rules found something else")
  }
}

/// A dossier to judge and to hold letters against.
enum Samples {
  static let small = Array(
    """
    <dossier xmlns="urn:qibei:dossier:1" id="d1">
      <application category="residence-work-first" place="320100" submission="2026-03-16" permit-months="12"/>
      <person id="p1" role="applicant" sex="F" born="1990-01-02" nationality="FRA" marital-status="married">
        <name kind="passport" surname="MOREAU" given="ANNE"/>
        <passport number="22FK81350" country="FRA" issued="2022-04-11" expires="2032-04-10"/>
        <permit kind="work-permit" number="320100000001" expires="2027-03-01"/>
        <entry on="2026-03-02" visa="visa-z"/>
        <lived country="FRA" from="1990-01" until="2026-02"/>
        <education level="bachelor" country="FRA" awarded="2012-07-03"/>
      </person>
      <employer id="e1" name="某公司" uscc="91320115MA1W4R9B0G" kinds="enterprise" region="320100">
        <employment person="p1" position="经理" from="2026-03-02" until="2028-03-01"/>
        <pay person="p1" year="2025" salary="600000" tax="100000"/>
      </employer>
      <supplements>
        <supplement id="s1" kind="passport" for="p1" country="FRA" issued="2022-04-11" expires="2032-04-10"
          language="fr en" originals="1" copies="1" pages="1">
          <states name="MOREAU ANNE" born="1990-01-02" passport="22FK81351"/>
          <file path="a/1.pdf" type="application/pdf" pages="1"/>
        </supplement>
        <supplement id="s2" kind="employer-letter" for="p1" issued="2026-03-11" language="zh" originals="1"
          mentions="reason"><seal of="employer"/></supplement>
        <supplement id="s3" kind="birth-certificate" for="p1" issued="2020-03-11" country="FRA" language="fr">
          <translation language="zh" by="qualified-company" sealed-by="employer"/>
          <authentication kind="apostille" country="FRA" on="2020-04-01"/>
        </supplement>
      </supplements>
    </dossier>
    """.utf8)
}
