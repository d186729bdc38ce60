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
      #"place="320200"/>"#,
      with: categories.count == 1
        ? #"place="320200" category="\#(categories[0])"/>"#
        : #"place="320200">\#(limbs)</application>"#)
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

  /// What a photograph shows beyond its measures.
  struct Picture: Sendable {
    var border: PictureBorder?
    var takenOn: CalendarDate?
  }

  private static func codes(
    _ category: String, at place: String, _ picture: Picture
  ) throws -> [String] {
    let text = DossierText.small(
      application: #"category="\#(category)" place="\#(place)""#,
      supplements:
        ##"<supplement id="s1" kind="photo" for="p1"><file path="p.jpg" type="image/jpeg"/></supplement>"##
    )
    var image = ImageFacts()
    (image.width, image.height, image.takenOn) = (354, 472, picture.takenOn)
    var facts = InsideFacts()
    facts.border = picture.border
    let file = InspectedFile(
      size: 60 * 1024, digest: String(repeating: "0", count: 64), type: .jpeg, isWhole: true,
      image: image, inside: .seen(facts))
    let validation = try DossierValidator(Fixture.library.get()).validate(
      text.bytes, ValidationRequest(today: Fixture.day)
    ) { _ in EvidenceFiles(files: ["p.jpg": .inspected(file)], unmentioned: []) }
    return validation.assessment.findings.filter {
      ("QB2511"..."QB2526").contains($0.kind.code)
    }.map { "\($0.kind.code) \($0.disposition)" }.sorted()
  }

  private static let white = PictureBorder(red: 250, green: 248, blue: 251, spread: 3)
  private static let lightGrey = PictureBorder(red: 212, green: 212, blue: 212, spread: 3)
  private static let darkGrey = PictureBorder(red: 190, green: 190, blue: 190, spread: 3)
  private static let lightBlue = PictureBorder(red: 120, green: 200, blue: 250, spread: 3)
  private static let blue = PictureBorder(red: 60, green: 120, blue: 220, spread: 3)

  @Test(
    arguments: [
      (residence, "320200", white, []), (residence, "320200", lightGrey, []),
      (residence, "320200", lightBlue, []), (residence, "320200", blue, ["QB2524 advise"]),
      (residence, "320200", darkGrey, ["QB2524 advise"]),
      (work, "320200", white, []), (work, "320200", lightBlue, ["QB2524 advise"]),
      (spouse, "320200", blue, []),
      (spouse, "440100", blue, []), (spouse, "440100", white, ["QB2524 advise"]),
      (spouse, "440300", white, []), (spouse, "440300", darkGrey, ["QB2524 advise"]),
      (spouse, "110000", white, []), (spouse, "110000", lightBlue, ["QB2524 advise"]),
    ] as [(String, String, PictureBorder, [String])])
  func `has the background of its category and place`(
    _ category: String, _ place: String, _ border: PictureBorder, _ expected: [String]
  ) throws {
    #expect(try Self.codes(category, at: place, Picture(border: border)) == expected)
  }

  private static let spouse = "pr-spouse-reunion"

  @Test func `has an even background`() throws {
    let shadow = PictureBorder(red: 230, green: 230, blue: 230, spread: 21)
    #expect(
      try Self.codes(Self.work, at: "320200", Picture(border: shadow)) == ["QB2526 advise"])
  }

  // Six months before 2026-03-16.
  @Test(arguments: [("2025-09-16", []), ("2025-09-15", ["QB2525 advise"])])
  func `was taken lately enough`(_ day: String, _ expected: [String]) throws {
    let picture = Picture(border: Self.white, takenOn: CalendarDate(day))
    #expect(try Self.codes(Self.work, at: "320200", picture) == expected)
    #expect(try Self.codes(Self.spouse, at: "320200", picture) == [])
  }

  @Test func `standards of two authorities that exclude each other are told`() throws {
    var one = PhotoLimits()
    one.backgrounds = [.blue]
    var other = PhotoLimits()
    other.backgrounds = [.white]
    #expect(one.intersection(other) == nil)
    other.backgrounds = [.white, .blue]
    #expect(one.intersection(other)?.backgrounds == [.blue])
  }
}
