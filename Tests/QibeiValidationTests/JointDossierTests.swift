// SPDX-License-Identifier: Apache-2.0
import QibeiCore
import QibeiTesting
import QibeiValidation
import Testing

/// Two procedures in one dossier hide nothing from one another.
struct JointDossierTests {
  private static func faults(_ text: DossierText) throws -> Set<String> {
    let assessment = try text.validate().assessment
    let findings = assessment.findings.filter {
      [.supplement, .fixNow, .unchecked, .elsewhere].contains($0.disposition)
    }
    let told = findings.map { finding in
      "\(finding.kind.code) \(finding.requirement?.title.en ?? "-") \(finding.sharedWith.map(\.id))"
    }
    #expect(Set(told).count == told.count, "told twice: \(told)")
    return Set(told)
  }

  @Test func `two papers that are missing are told as each of them alone is`() throws {
    let whole = try DossierText(sample: "power-company-manager").replacing(
      "residence-period\"", with: "residence-period guarantee-costs guarantee-law\"")
    #expect(try Self.faults(whole) == [])
    let papers = whole.supplements
    var alone: [String: Set<String>] = [:]
    for paper in papers { alone[paper] = try Self.faults(whole.removing(supplement: paper)) }
    #expect(papers.count == 14)
    #expect(alone.values.allSatisfy { $0.count == 1 })
    // The visa page and the stamp are one alternative of the work permit's list, a residence permit the other.
    let visa: Set = ["s02", "s03"]
    for (index, one) in papers.enumerated() {
      for other in papers[(index + 1)...] where !(visa.contains(one) && visa.contains(other)) {
        let both = try Self.faults(whole.removing(supplement: one).removing(supplement: other))
        #expect(both == (alone[one] ?? []).union(alone[other] ?? []), "\(one) \(other)")
      }
    }
  }

  @Test func `what one list allows and the other does not is not allowed`() throws {
    // The work permit's list takes any translator, the residence permit's a qualified company only, as advice.
    let bridge = """
      <supplement id="x1" kind="same-person-statement" for="p1" country="FRA" language="fr" originals="1" copies="1"><translation language="zh" by="employer" sealed-by="employer"/><file path="evidence/x.pdf" type="application/pdf"/></supplement></supplements>
      """
    let text = try DossierText(sample: "power-company-manager")
      .replacing("</supplements>", with: bridge)
      .replacing(
        "<name kind=\"passport\" surname=\"MOREAU\"",
        with:
          "<name kind=\"former\" full=\"MOREAU ETIENNE\"/><name kind=\"passport\" surname=\"MOREAU\""
      )
    let assessment = try text.validate().assessment
    #expect(
      assessment.findings.contains {
        $0.kind.code == "QB2302" && $0.requirement?.id == "name-bridge"
      })
    let paper = assessment.sharedPapers.first { shared in
      shared.kinds.contains { assessment.tables.kinds[$0].id == "same-person-statement" }
    }
    #expect(paper?.translators?.map(\.word) == ["qualified-company"])
    #expect(paper?.sealedBy.map(\.word) == ["employer"])
    #expect(paper?.translationDiffers == true)
  }

  @Test func `one procedure of two is not judged as if it were both`() throws {
    let whole = try DossierText(sample: "power-company-manager")
    let one = whole.replacing(#"<limb category="residence-work-first"/>"#, with: "")
      .removing(#" limb="residence-work-first""#)
    let assessment = try one.validate().assessment
    #expect(assessment.verdict == .undetermined)
    #expect(assessment.findings.contains { $0.kind.code == "QB9119" })
    #expect(assessment.checklists.isEmpty)
  }

  @Test func `a third procedure is told and not judged`() throws {
    let limb = #"<limb category="residence-work-first"/>"#
    let three = try DossierText(sample: "power-company-manager")
      .replacing(limb, with: limb + #"<limb category="pr-spouse-reunion"/>"#)
    let assessment = try three.validate().assessment
    #expect(
      assessment.checklists.map(\.category) == [
        "work-permit-in-country-new", "residence-work-first",
      ])
    #expect(assessment.findings.contains { $0.kind.code == "QB1006" })
  }

  @Test func `another category beside two procedures is a contradiction`() throws {
    let text = try DossierText(sample: "power-company-manager")
      .replacing(#"category="joint-work-residence""#, with: #"category="pr-spouse-reunion""#)
    let found = try text.validate().assessment.findings.filter { $0.kind.code == "QB1101" }
    #expect(found.map(\.expected) == [.text("joint-work-residence")])
  }

  @Test(arguments: [
    ("2028-01-15", 22, [], []), ("2028-01-14", 22, ["fix-now"], []),
    ("2028-01-31", 23, ["fix-now"], ["advise"]), ("2026-03-15", 22, ["fix-now"], ["fix-now"]),
  ])
  func `both permits end with the contract`(
    _ until: String, _ months: Int, _ expected: [String], _ expectedAlone: [String]
  ) throws {
    let text = try DossierText(sample: "power-company-manager")
    let contract = try #require(
      text.elements("supplement").first { $0.contains("kind=\"employment-contract\"") })
    let dated = contract.replacing(#/ until="[^"]*"/#, with: " until=\"\(until)\"")
    #expect(dated != contract)
    let told = text.replacing(contract, with: dated)
    let undeclared = DossierText(
      told.xml.replacing(#/(<employment [^>]*) until="[^"]*"/#) { $0.output.1 }
        .replacing(#/permit-months="[0-9]+"/#, with: "permit-months=\"\(months)\""))
    let found = try undeclared.validate().assessment.findings.filter { $0.kind.code == "QB4310" }
    #expect(found.map(\.disposition.rawValue) == expected)
    // By itself the work permit is only cut, where it is longer than the contract, until that is over.
    let alone = try undeclared.validate(
      ValidationRequest(category: "work-permit-in-country-new", today: Fixture.day)
    ).assessment.findings.filter { $0.kind.code == "QB4310" }
    #expect(alone.map(\.disposition.rawValue) == expectedAlone)
  }
}
