// SPDX-License-Identifier: Apache-2.0
import QibeiCore
import QibeiReports
import QibeiTesting
import QibeiValidation
import Testing

/// Twins without personal data.
struct TwinTests {
  private static let request = ValidationRequest(today: Fixture.day)

  private static func twin(of text: DossierText) throws -> String? {
    let validator = try DossierValidator(Fixture.library.get())
    return try validator.twin(of: validator.validate(text.bytes, request), request)
  }

  // What a report says but for names: code, item, place in the file.
  private static func outline(_ text: DossierText) throws -> [String] {
    let report = FindingText.report(try text.validate(request))
    return zip(report.assessment.findings, report.positions).map { finding, position in
      "\(finding.kind.code) \(finding.disposition) \(finding.requirement?.id ?? "") \(position.path)"
    }
  }

  @Test(arguments: Fixture.samples)
  func `gives a sample a twin with the same findings in the same places`(_ sample: String) throws {
    let text = try DossierText(sample: sample)
    let twin = DossierText(try #require(try Self.twin(of: text)))
    #expect(try Self.outline(twin) == Self.outline(text))
  }

  @Test func `leaves none of the names, numbers and texts`() throws {
    let text = try DossierText(sample: "power-company-manager")
    let twin = try #require(try Self.twin(of: text))
    let own = [
      "MOREAU", "ETIENNE", "22FK81350", "CNK81350", "江苏", "宁源", "经理", "MA1W4R9B0G", "诚信", "Rhône",
      "Lyon", "ZS20260092", "passport.pdf", "3a240cb2", "PASSEPORT", "浦东", "power-company",
      "\"s09\"",
    ]
    #expect(own.filter { text.xml.contains($0) } == own)
    #expect(own.filter { twin.contains($0) } == [])
  }

  @Test func `keeps what is alike alike, whatever the divisions`() throws {
    let text = try DossierText(sample: "power-company-manager")
      .replacing(#"given="ETIENNE LAURENT""#, with: #"given="Étienne-Laurent""#)
      .replacing(#"passport="22FK81350""#, with: #"passport="22 fk 81350""#)
    let twin = DossierText(try #require(try Self.twin(of: text)))
    #expect(try Self.outline(twin) == Self.outline(text))
  }

  @Test(arguments: [
    (#"mrz2="22FK813506"#, #"mrz2="22FK813507"#, "QB4202"),
    (#"mrz1="P&lt;FRAMOREAU"#, #"mrz1="P&lt;FRAMOREAX"#, "QB4204"),
    (#"uscc="91320115MA1W4R9B0G""#, #"uscc="91320115MA1W4R9B0H""#, "QB4307"),
    (#"uscc="91320115MA1W4R9B0G""#, #"uscc="91320115MA1W4R9BOG""#, "QB4306"),
    (#"married-on="2003-05-24""#, #"resident-number="110105194912310021""#, "QB4205"),
    (#"married-on="2003-05-24""#, #"resident-number="11010519491231002X""#, "QB4206"),
    (#"name="MOREAU ETIENNE LAURENT""#, #"name="MOREAU ETIENNE LORENT""#, "QB4101"),
    (#"passport="22FK81350""#, #"passport="22FK81351""#, "QB4203"),
  ])
  func `keeps what does not hold as it does not hold`(
    _ old: String, _ new: String, _ code: String
  ) throws {
    let text = try DossierText(sample: "power-company-manager").replacing(old, with: new)
    let twin = DossierText(try #require(try Self.twin(of: text)))
    #expect(try Self.outline(twin).contains { $0.hasPrefix(code) })
    #expect(try Self.outline(twin) == Self.outline(text))
  }

  @Test func `gives dossiers with faults of every kind a twin`() throws {
    var random = SeededGenerator(seed: 7)
    var judged = 0
    for sample in Fixture.samples {
      for _ in 0..<12 {
        var text = try DossierText(sample: sample)
        for _ in 0..<4 { text = Self.damaged(text, &random) }
        // What is no XML any more has no twin.
        guard (try? text.validate(Self.request)) != nil else { continue }
        judged += 1
        #expect(try Self.twin(of: text) != nil, "\(text)")
      }
    }
    #expect(judged > 100)
  }

  // One value taken out, spoilt, or put in the place of another.
  private static func damaged(_ text: DossierText, _ random: inout SeededGenerator) -> DossierText {
    let values = text.xml.matches(of: #/ [a-z0-9-]+="([^"]*)"/#).filter { value in
      ![" xmlns", " version", " encoding"].contains { value.output.0.hasPrefix($0) }
    }
    guard let chosen = values.randomElement(using: &random),
      let other = values.randomElement(using: &random)
    else { return text }
    var xml = text.xml
    let value = xml[chosen.output.1.startIndex..<chosen.output.1.endIndex]
    let inserted: String =
      switch Int.random(in: 0..<6, using: &random) {
      case 0: String(other.output.1)
      case 1: value.lowercased()
      case 2: String(value.dropLast())
      case 3: value + "É"
      case 4: value.split(separator: " ").reversed().joined(separator: "-")
      default: " "
      }
    xml.replaceSubrange(value.startIndex..<value.endIndex, with: inserted)
    return DossierText(xml)
  }
}
