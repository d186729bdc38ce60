// SPDX-License-Identifier: Apache-2.0
import Foundation
import QibeiTesting
import Testing

/// Two procedures in one dossier: papers given once, each by its own rules, and nothing asked that one brings the other.
struct JointTests {
  private struct Seen {
    let status: Int32
    let findings: [String]
    let shared: [[String]]
    let together: Bool?
  }

  private static let sample = "power-company-manager"
  private static let letter = "residence-period"
  private static let wholeLetter = "residence-period guarantee-costs guarantee-law"

  /// The sample with everything in order, edited.
  private static func check(
    _ options: [String] = [], _ edit: (DossierText) throws -> DossierText = { $0 }
  ) throws -> Seen {
    let folder = try TemporaryFolder()
    let text = try edit(DossierText(sample: sample).replacing(letter, with: wholeLetter))
    try folder.write(text.bytes, to: "dossier.xml")
    let result = try Qibei.program(["check", "\(folder.path)/dossier.xml", "--json"] + options)
    let report = try #require(
      try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
    let findings = try #require(report["findings"] as? [[String: Any]])
    // The scans stay where the sample is.
    let told = findings.filter {
      ($0["disposition"] as? String) != "look" && ($0["code"] as? String) != "QB2502"
    }
    return Seen(
      status: result.status,
      findings: told.map { "\($0["code"] ?? "") \($0["disposition"] ?? "")" },
      shared: told.map {
        (($0["shared_with"] as? [[String: Any]]) ?? []).map {
          "\($0["checklist"] ?? "")/\($0["requirement"] ?? "")"
        }
      },
      together: (report["joint"] as? [String: Any])?["decided_together"] as? Bool)
  }

  @Test
  func `the sample has one paper to supplement, and both permits can then be decided together`()
    throws
  {
    let result = try Qibei.run("check", Qibei.sample(Self.sample))
    #expect(result.status == 1)
    #expect(result.output.contains("Supply or replace: 1\n  1 QB2602 "))
    #expect(result.output.contains("never asked of you: notification letter"))
    #expect(result.output.contains("Once the 1 above is done, both lists are complete"))
    let whole = try Self.check()
    #expect(whole.findings == [])
    #expect(whole.together == true)
  }

  @Test func `a paper that both want is missing once`() throws {
    let seen = try Self.check { $0.removing(supplement: "s10") }
    #expect(seen.findings == ["QB2101 supplement"])
    #expect(seen.shared == [["residence-work-first/health-certificate"]])
  }

  @Test func `a defect that both see is told once`() throws {
    let seen = try Self.check {
      $0.replacing("issued=\"2026-03-06\"", with: "issued=\"2025-03-06\"")
    }
    #expect(seen.findings == ["QB3102 supplement"])
    #expect(seen.shared == [["residence-work-first/health-certificate"]])
  }

  @Test func `each procedure needs a form of its own`() throws {
    let missing = try Self.check { $0.removing(supplement: "s04") }
    #expect(missing.findings == ["QB2101 supplement"])
    #expect(missing.shared == [[]])
    let unnamed = try Self.check {
      $0.replacing(" limb=\"residence-work-first\"", with: "").replacing(
        " limb=\"work-permit-in-country-new\"", with: "")
    }
    #expect(unnamed.status == 2)
    #expect(unnamed.findings.filter { $0 == "QB9120 unchecked" }.count == 2)
    let wrong = try Self.check {
      $0.replacing("limb=\"residence-work-first\"", with: "limb=\"residence-work\"")
    }
    #expect(wrong.findings == ["QB1205 fix-now"])
    let twice = try Self.check {
      $0.replacing(
        "<limb category=\"residence-work-first\"",
        with: "<limb category=\"work-permit-in-country-new\"")
    }
    #expect(twice.status == 2)
    #expect(twice.findings.contains("QB9119 unchecked"))
  }

  @Test func `periods are nested`() throws {
    let stay = try Self.check {
      $0.replacing(
        "<limb category=\"residence-work-first\"",
        with: "<limb category=\"residence-work-first\" permit-months=\"23\"")
    }
    #expect(stay.findings == ["QB4309 fix-now"])
    let permit = try Self.check {
      $0.replacing(
        "<limb category=\"work-permit-in-country-new\"",
        with: "<limb category=\"work-permit-in-country-new\" permit-months=\"24\"")
    }
    #expect(permit.findings == ["QB4310 fix-now"])
    // Below a year the residence permit asks for no health certificate, but the work permit still does.
    let short = try Self.check {
      $0.removing(supplement: "s10").replacing(
        "<limb category=\"residence-work-first\"",
        with: "<limb category=\"residence-work-first\" permit-months=\"6\"")
    }
    #expect(short.findings == ["QB2101 supplement"])
    #expect(short.shared == [[]])
  }

  @Test func `kinship is authenticated from the start`() throws {
    let family = """
      <person id="p2" role="spouse" born="1976-01-01" sex="F" nationality="FRA" applies="yes"><name kind="passport" surname="MOREAU" given="CLAIRE"/></person><employer id="e1"
      """
    let papers = """
      <supplement id="x1" kind="marriage-certificate" for="p2" country="FRA" language="zh" originals="1" copies="1"><file path="evidence/01-passport.pdf"/></supplement></supplements>
      """
    func edited(_ text: DossierText) -> DossierText {
      text.replacing("<employer id=\"e1\"", with: family).replacing("</supplements>", with: papers)
    }
    let joint = try Self.check { edited($0) }
    let single = try Self.check(["--as", "work-permit-in-country-new"]) { edited($0) }
    #expect(joint.findings.contains("QB2201 advise"))
    #expect(!single.findings.contains("QB2201 advise"))
  }

  @Test
  func `one procedure that does not exist leaves the answer open, and the other is still checked`()
    throws
  {
    let seen = try Self.check {
      $0.removing(supplement: "s10").replacing(
        "<limb category=\"residence-work-first\"", with: "<limb category=\"residence-work\"")
    }
    #expect(seen.status == 2)
    #expect(seen.findings.contains("QB9104 unchecked"))
    #expect(seen.findings.contains("QB2101 supplement"))
    let none = try Self.check {
      $0.replacing("<limb category=\"residence-work-first\"/>", with: "").replacing(
        "<limb category=\"work-permit-in-country-new\"/>", with: "")
    }
    #expect(none.status == 2)
    #expect(none.findings.contains("QB9119 unchecked"))
  }

  @Test func `two categories can be asked about with a plus sign`() throws {
    let joint = try Qibei.run(
      "check", Qibei.sample("residence-work-first-complete"), "--as",
      "work-permit-in-country-new+residence-work-first", "--brief")
    #expect(joint.status != 0)
    #expect(joint.output.contains("passed on internally"))
    let wrong = try Qibei.run(
      "check", Qibei.sample(Self.sample), "--as", "work-permit-in-country-new+nothing")
    #expect(wrong.status == 64)
    for name in ["joint-work-residence", "residence-work-first+residence-work-first"] {
      let refused = try Qibei.run("check", Qibei.sample(Self.sample), "--as", name)
      #expect(refused.status == 64)
      #expect(refused.error.contains("two different categories with a plus sign"))
    }
    let folder = try TemporaryFolder()
    let new = try Qibei.run(
      "new", "work-permit-extension+residence-work-extension", "\(folder.path)/d")
    #expect(new.status == 0)
    let check = try Qibei.run("check", "\(folder.path)/d", "--brief")
    #expect(check.status == 1)
    #expect(check.output.contains("2 passed on internally"))
  }
}
