// SPDX-License-Identifier: Apache-2.0
import QibeiCore
import QibeiTesting
import QibeiValidation
import Testing

/// A photograph of given measures, held against the standards of one category or two at once.
struct PhotoStandardTests {
  private static func findings(
    _ categories: [String], _ size: (width: Int, height: Int), kilobytes: Int, channels: Int = 3
  ) throws -> [String] {
    let text = DossierText.small(
      application: #"place="320200""#,
      supplements:
        ##"<supplement id="s1" kind="photo" for="p1"><file path="p.jpg" type="image/jpeg"/></supplement>"##
    )
    let limbs = categories.map { #"<limb category="\#($0)"/>"# }.joined()
    let joint = text.replacing(
      #"place="320200"/>"#, with: #"place="320200">\#(limbs)</application>"#)
    var image = ImageFacts()
    (image.width, image.height, image.channels) = (size.width, size.height, channels)
    let file = InspectedFile(
      size: kilobytes * 1024, digest: String(repeating: "0", count: 64), type: .jpeg,
      isWhole: true, image: image)
    let validation = try DossierValidator(Fixture.library.get()).validate(
      joint.bytes, ValidationRequest(today: Fixture.day)
    ) { _ in EvidenceFiles(files: ["p.jpg": .inspected(file)], unmentioned: []) }
    return validation.assessment.findings.compactMap { finding in
      guard ("QB2511"..."QB2516").contains(finding.kind.code) else { return nil }
      var expected = ""
      if case .text(let text) = finding.expected { expected = " " + text }
      return finding.kind.code + expected
    }.sorted()
  }

  private static let residence = "residence-work-first"
  private static let work = "work-permit-in-country-new"

  @Test(
    arguments: [
      (residence, 354, 472, 20, []),
      (residence, 480, 640, 80, []),
      (residence, 353, 471, 20, ["QB2511 354–480 × 472–640"]),
      (residence, 354, 472, 19, ["QB2513 20–80"]),
      (residence, 360, 520, 81, ["QB2512 3:4", "QB2513 20–80"]),
      (work, 354, 472, 120, []),
      (work, 420, 561, 40, ["QB2511 354–420 × 472–560"]),
      (work, 360, 520, 40, []),
      ("pr-spouse-reunion", 1, 1, 9_000, []),
    ] as [(String, Int, Int, Int, [String])])
  func `is held against the standard of its category`(
    _ category: String, _ width: Int, _ height: Int, _ kilobytes: Int, _ expected: [String]
  ) throws {
    #expect(try Self.findings([category], (width, height), kilobytes: kilobytes) == expected)
  }

  @Test func `must be in colour`() throws {
    #expect(
      try Self.findings([Self.residence], (354, 472), kilobytes: 40, channels: 1) == ["QB2514"])
  }

  // Exit-entry takes 20–80 KB, the work permit system 40–120: one shot for both has 40–80, at most 420 by 560.
  @Test(
    arguments: [
      (354, 472, 60, []), (420, 560, 80, []), (354, 472, 39, ["QB2513 40–80"]),
      (354, 472, 81, ["QB2513 40–80"]), (480, 640, 60, ["QB2511 354–420 × 472–560"]),
      (360, 520, 60, ["QB2512 3:4"]),
    ] as [(Int, Int, Int, [String])])
  func `a joint dossier is held against what both take`(
    _ width: Int, _ height: Int, _ kilobytes: Int, _ expected: [String]
  ) throws {
    #expect(
      try Self.findings(
        [Self.work, Self.residence], (width, height), kilobytes: kilobytes)
        == expected)
  }
}
