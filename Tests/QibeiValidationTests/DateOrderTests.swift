// SPDX-License-Identifier: Apache-2.0
import QibeiCore
import QibeiTesting
import QibeiValidation
import Testing

/// Dates that cannot be so, wherever a dossier states two of them.
struct DateOrderTests {
  /// `QB1110` findings of a dossier whose submission is 2026-03-16.
  private static func reversed(_ text: DossierText) throws -> [String] {
    let report = FindingText.report(
      try text.validate(ValidationRequest(category: "", today: Fixture.day)))
    return FindingText.lines(report).filter { $0.hasPrefix("QB1110") }.map {
      String($0.dropFirst("QB1110 fix-now - ".count))
    }
  }

  @Test(arguments: [
    (
      #"<passport number="E1" country="SGP" issued="2031-01-01" expires="2021-01-01" current="no"/>"#,
      [
        "-: \(past("passport/@issued")) 2031-01-01",
        "-: “expires” (2021-01-01) lies before 2031-01-01",
      ]
    ),
    (
      #"<permit kind="work-permit" issued="2025-01-01" expires="2024-12-31"/>"#,
      ["-: “expires” (2024-12-31) lies before 2025-01-01"]
    ),
    (
      #"<permit kind="residence-work" from="2025-01-01" expires="2024-12-31"/>"#,
      ["-: “expires” (2024-12-31) lies before 2025-01-01"]
    ),
    (
      #"<lived country="SGP" from="2019-08" until="2018-04"/>"#,
      ["-: “until” (2018-04) lies before 2019-08"]
    ),
    (
      #"<education level="bachelor" from="2010-09" until="2008-07"/>"#,
      ["-: “until” (2008-07) lies before 2010-09"]
    ),
    (
      #"<occupation from="2030-01" until="2029-12"/>"#,
      ["-: “until” (2029-12) lies before 2030-01"]
    ),
    (
      #"<education level="bachelor" awarded="2029-07-01"/>"#,
      ["-: \(past("education/@awarded")) 2029-07-01"]
    ),
    (#"<entry on="2026-03-17"/>"#, ["-: \(past("entry/@on")) 2026-03-17"]),
    (#"<exit on="2026-03-17"/>"#, ["-: \(past("exit/@on")) 2026-03-17"]),
    (#"<entry on="2026-03-16"/><occupation from="2030-01" until="2030-01"/>"#, []),
  ])
  func `of a person are told`(_ facts: String, _ expected: [String]) throws {
    #expect(try Self.reversed(.small(person: facts)) == expected)
  }

  private static func past(_ attribute: String) -> String {
    "“the day of submission, held against \(attribute)” (2026-03-16) lies before"
  }

  @Test(arguments: [
    (#"<translation language="zh" on="2025-12-31"/>"#, "translation/@on"),
    (#"<authentication kind="apostille" on="2025-12-31"/>"#, "authentication/@on"),
    (#"<notarisation on="2025-12-31"/>"#, "notarisation/@on"),
  ])
  func `of what is done to a paper before it is there are told`(
    _ mark: String, _ name: String
  ) throws {
    let paper =
      #"<supplement id="s1" kind="degree-certificate" for="p1" issued="2026-01-01">\#(mark)</supplement>"#
    #expect(
      try Self.reversed(.small(supplements: paper)) == [
        "s1: “\(name)” (2025-12-31) lies before 2026-01-01"
      ])
    let sameDay = paper.replacing("2025-12-31", with: "2026-01-01")
    #expect(try Self.reversed(.small(supplements: sameDay)) == [])
  }

  @Test func `of an employment are told`() throws {
    let employer =
      #"<employer id="e1"><employment person="p1" from="2026-03-01" until="2026-02-28"/></employer>"#
    #expect(
      try Self.reversed(.small(people: employer)) == [
        "-: “until” (2026-02-28) lies before 2026-03-01"
      ])
  }

  @Test func `an earlier day that somebody asks about contradicts nothing`() throws {
    let text = DossierText.small(person: #"<entry on="2026-03-16"/>"#)
    let request = ValidationRequest(category: "", submission: "2020-01-01", today: Fixture.day)
    let codes = try text.validate(request).assessment.findings.map(\.kind.code)
    #expect(!codes.contains("QB1110"))
  }
}
