// SPDX-License-Identifier: Apache-2.0
import QibeiCore
import QibeiReports
import QibeiTesting
import QibeiValidation
import Testing

/// The points table as its annex prints it.
struct PointsTests {
  private static func line(_ id: String) throws -> PointsTable.Line {
    let table = try Fixture.tables().points
    return try #require(table.lines.first { $0.id == id })
  }

  private static let bands: [(String, KeyValuePairs<Int, Int>)] = [
    ("pay", [4: 0, 5: 5, 6: 5, 7: 8, 14: 8, 15: 11, 25: 14, 35: 17, 44: 17, 45: 20]),
    ("years", [0: 0, 1: 0, 2: 5, 3: 6, 10: 13, 16: 19, 17: 20, 40: 20]),
    ("months", [2: 0, 3: 5, 6: 10, 8: 10, 9: 15, 12: 15]),
    ("age", [17: 0, 18: 10, 25: 10, 26: 15, 45: 15, 46: 10, 55: 10, 56: 5, 60: 5, 61: 0]),
    ("bonus", [0: 0, 1: 1, 10: 10, 25: 10]),
  ]

  @Test(arguments: bands)
  func `gives the points of the band reached`(_ id: String, _ steps: KeyValuePairs<Int, Int>) throws
  {
    let line = try Self.line(id)
    for (number, points) in steps {
      #expect(line.points(number: number, words: []) == points, "\(id) \(number)")
    }
  }

  @Test(arguments: [
    ("education", ["doctor"], 20), ("education", ["master"], 15), ("education", ["bachelor"], 10),
    ("education", ["bachelor", "senior-technician"], 20), ("education", ["secondary"], 0),
    ("chinese", ["hsk-3"], 3), ("chinese", ["hsk-4", "former-national"], 5),
    ("place", ["western", "poor-county"], 10), ("top", ["university", "patent", "global-500"], 5),
  ])
  func `takes the best of alternatives and does not add them`(
    _ id: String, _ words: [String], _ points: Int
  ) throws {
    #expect(try Self.line(id).points(number: nil, words: words) == points)
  }

  @Test func `reaches 120 at most`() throws {
    let lines = try Fixture.tables().points.lines
    #expect(lines.reduce(0) { $0 + $1.most } == 120)
    #expect(lines.filter { line in line.bands.map(\.points).max() != line.most }.map(\.id) == [])
  }

  private static let claim =
    #"<points pay="30" years="8" months="10" chinese="hsk-4" top="global-500"/>"#

  @Test func `adds up a claim and names the lines that no paper proves`() throws {
    let text = DossierText.small(
      application: #"category="pr-points-70""#,
      person: #"<education level="master"/>\#(Self.claim)"#,
      supplements: """
        <supplement id="s1" kind="experience-certificate" for="p1"/>
        <supplement id="s2" kind="passport" for="p1"/>
        """
    ).replacing(#"role="applicant""#, with: #"role="applicant" born="1990-01-01""#)
    let assessment = try text.validate().assessment
    let score = try #require(PointsScore(0, in: assessment.examination))
    #expect(
      score.lines.map { "\($0.line.id) \($0.points)\($0.isProven ? "" : " unproven")" } == [
        "pay 14 unproven", "education 15 unproven", "years 11", "months 15 unproven",
        "chinese 4 unproven", "place 0 unproven", "age 15", "top 5", "bonus 0 unproven",
      ])
    #expect(score.total == 79)
    let without = try text.removing(Self.claim).validate().assessment
    #expect(PointsScore(0, in: without.examination) == nil)
  }
}
