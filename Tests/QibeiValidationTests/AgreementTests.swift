// SPDX-License-Identifier: Apache-2.0
import QibeiCore
import QibeiTesting
import QibeiValidation
import Testing

/// Comparing what papers state with each other and with what the dossier declares.
struct AgreementTests {
  private static let rules = ChecklistText.document(
    "",
    rest: """
      <agreement fields="name born passport employer" bridge="old-passport" \
      except="leaving-certificate" except-employer="experience-certificate" basis="law"><remedy zh="请核对。" en="Compare."/></agreement>
      """)

  private static let person = """
    <name kind="passport" surname="VIDAL" given="ANNE"/><name kind="former" full="MOREAU ANNE"/>\
    <passport number="NEW12345"/><passport number="OLD67890" current="no"/>
    """

  private static func found(_ papers: (kind: String, states: String)...) throws -> [String] {
    let supplements = papers.enumerated().map { index, paper in
      #"<supplement id="s\#(index + 1)" kind="\#(paper.kind)" for="p1"><states \#(paper.states)/></supplement>"#
    }
    let text = DossierText.small(person: person, supplements: supplements.joined(separator: "\n"))
    return FindingText.lines(try Examiner.report(text, by: rules))
  }

  @Test func `is content where papers agree in other words`() throws {
    let found = try Self.found(
      ("passport", #"name="VIDAL ANNE" passport="NEW12345""#),
      ("photo", #"name="Anne Vidal" passport="new 12345""#))
    #expect(found == [])
  }

  @Test func `makes one finding of one conflict, naming the fewest papers`() throws {
    let found = try Self.found(
      ("passport", #"name="VIDAL ANNE""#), ("health-certificate", #"name="VIDAL ANNA""#),
      ("resume", #"name="VIDAL ANNE""#))
    #expect(
      found == [
        "QB4101 supplement - s2: Health certificate differs from the rest: VIDAL ANNA. The rest has VIDAL ANNE"
      ])
  }

  @Test func `sides with the papers where they are more, and blames the declaration`() throws {
    let found = try Self.found(
      ("passport", #"name="VIDAL ANNA""#), ("health-certificate", #"name="VIDAL ANNA""#),
      ("resume", #"name="VIDAL ANNA""#))
    #expect(
      found == [
        "QB4101 supplement - -: What the dossier declares differs from the rest: VIDAL ANNE. The rest has VIDAL ANNA"
      ])
  }

  @Test func `names every paper to change in the same finding`() throws {
    let found = try Self.found(
      ("passport", #"name="VIDAL ANNE""#), ("health-certificate", #"name="VIDAL ANNA""#),
      ("resume", #"name="VIDALE ANNE""#), ("photo", #"name="VIDAL ANNE""#))
    #expect(
      found == [
        "QB4101 supplement - s2: Health certificate, curriculum vitae differs from the rest: VIDAL ANNA, VIDALE ANNE. The rest has VIDAL ANNE"
      ])
  }

  @Test func `hides all but the end of a passport number`() throws {
    let found = try Self.found(
      ("passport", #"passport="NEW12345""#), ("health-certificate", #"passport="NEW12354""#))
    #expect(
      found == [
        "QB4203 supplement - s2: Health certificate differs from the rest: number ending 2354. The rest has number ending 2345"
      ])
  }

  @Test func `lets a bridging paper settle a former name and an old number`() throws {
    let papers = #"name="MOREAU ANNE" passport="OLD67890""#
    let without = try Self.found(("marriage-certificate", papers))
    #expect(
      without == [
        "QB4101 supplement - s1: Marriage certificate differs from the rest: MOREAU ANNE. The rest has VIDAL ANNE",
        "QB4203 supplement - s1: Marriage certificate differs from the rest: number ending 7890. The rest has number ending 2345",
      ])
    let with = try Self.found(("marriage-certificate", papers), ("old-passport", ""))
    #expect(with == [])
  }

  @Test func `does not compare a paper that rightly says something else`() throws {
    let found = try Self.found(
      ("passport", #"name="VIDAL ANNE""#), ("leaving-certificate", #"name="VIDAL A.""#))
    #expect(found == [])
  }

  @Test func `compares papers with each other where nothing is declared`() throws {
    let one = try Self.found(("resume", #"born="1990-07-25""#))
    #expect(one == [])
    let two = try Self.found(
      ("resume", #"born="1990-07-25""#), ("photo", #"born="1990-07-25""#),
      ("passport", #"born="1990-07-26""#))
    #expect(
      two == [
        "QB4102 supplement - s3: Passport differs from the rest: 1990-07-26. The rest has 1990-07-25"
      ])
  }

  @Test func `a former employer's letter may name another employer, and nobody else`() throws {
    let employer = ##"<employer id="e1" name="甲公司"><employment person="p1"/></employer>"##
    func found(_ states: String) throws -> [String] {
      let text = DossierText.small(
        person: Self.person, people: employer,
        supplements:
          #"<supplement id="s1" kind="passport" for="p1"><states name="VIDAL ANNE"/></supplement><supplement id="s2" kind="experience-certificate" for="p1"><states \#(states)/></supplement>"#
      )
      return FindingText.lines(try Examiner.report(text, by: Self.rules)).map {
        String($0.prefix(6))
      }
    }
    #expect(try found(#"name="VIDAL ANNE" employer="乙公司""#) == [])
    #expect(try found(#"name="SCHMIDT OTTO" employer="乙公司""#) == ["QB4101"])
  }

  @Test(arguments: [("NEW12345", "NEW92345", "number ending 2345 (another from character 4 on)")])
  func `two numbers that end alike say where they differ`(
    _ declared: String, _ stated: String, _ words: String
  ) throws {
    let found = try Self.found(
      ("passport", "passport=\"\(declared)\""), ("health-certificate", "passport=\"\(stated)\""))
    #expect(found.count == 1 && found[0].contains(words), "\(found)")
  }
}

/// The category whose list is published nowhere.
struct ConfirmationTests {
  private static let confirmation = "<confirmation by=\"无锡市公安局\" on=\"2026-03-01\"/>"

  @Test func `is undetermined and only advises until the authority has confirmed the list`() throws
  {
    let text = try DossierText(sample: "pr-yrd-hitech-professional-incomplete")
    let element = try #require(text.elements("confirmation").first)
    let bound = try text.validate().assessment
    let free = try text.removing(element).validate().assessment
    #expect([bound.verdict, free.verdict] == [.incomplete, .undetermined])
    let dispositions = free.findings.map { "\($0.kind.code) \($0.disposition.rawValue)" }
    #expect(
      dispositions.filter { !$0.hasSuffix("advise") && !$0.hasSuffix("look") } == [
        "QB9103 unchecked"
      ])
    // What binds once confirmed is the same that advises before.
    let codes = free.findings.map(\.kind.code).filter { $0 != "QB9103" }
    #expect(codes.sorted() == bound.findings.map(\.kind.code).sorted())
    #expect(bound.findings.map(\.disposition).contains(.supplement))
  }
}

struct GrowthTests {
  @Test(arguments: Fixture.samples)
  func `at most doubles its findings where every supplement stands twice`(
    _ sample: String
  ) throws {
    let text = try DossierText(sample: sample)
    let twins = text.elements("supplement").map { element in
      DossierText(element).replacing(" id=\"", with: " id=\"twin-").xml
    }
    let doubled = text.replacing(
      "</supplements>", with: twins.joined(separator: "\n") + "</supplements>")
    let (once, twice) = (try text.validate().assessment, try doubled.validate().assessment)
    #expect(twice.findings.count <= 2 * once.findings.count)
    #expect(twice.verdict == once.verdict)
  }
}
