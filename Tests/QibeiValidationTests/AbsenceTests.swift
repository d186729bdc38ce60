// SPDX-License-Identifier: Apache-2.0
import QibeiCore
import QibeiReports
import QibeiTesting
import QibeiValidation
import Testing

/// What keeps a dossier from being judged, and what is still said about it.
struct AbsenceTests {
  private static func findings(
    _ edit: (DossierText) -> DossierText, _ request: ValidationRequest? = nil
  ) throws -> [String] {
    let text = try DossierText(sample: "residence-work-first-complete")
    let validation = try edit(text).validate(request)
    return [validation.assessment.verdict.rawValue] + FindingText.placedLines(validation)
  }

  private static let known = Fixture.categories.joined(separator: ", ")

  @Test func `names the nearest category`() throws {
    let text = try DossierText(sample: "residence-work-first-complete")
      .replacing(#"category="residence-work-first""#, with: #"category="residence-work-frist""#)
    let report = FindingText.report(try text.validate())
    #expect(
      FindingText.lines(report) == [
        "QB9104 unchecked - -: There is no category “residence-work-frist”"
      ])
    #expect(
      report.entries.map(\.remedy.en) == [
        "Name the category in application/@category, or give --as. The nearest is “residence-work-first”. There are: \(Self.known)"
      ])
  }

  @Test func `names the versions there are`() throws {
    let found = try Self.findings(
      { $0 }, ValidationRequest(submission: "2013-08-31", today: Fixture.day))
    #expect(
      found == [
        "undetermined",
        "4:3 QB9105 unchecked - -: “residence-work-first” has no checklist in force on 2013-08-31",
      ])
  }

  @Test func `says that no category is stated`() throws {
    let found = try Self.findings {
      $0.replacing(#" category="residence-work-first""#, with: "")
    }
    #expect(found == ["undetermined", "4:3 QB9106 unchecked - -: No category is stated"])
  }

  @Test func `still says what is wrong with the file`() throws {
    let found = try Self.findings {
      $0.replacing(#" category="residence-work-first""#, with: "")
        .replacing(#"sex="F""#, with: #"sex="W""#)
    }
    #expect(
      found == [
        "undetermined", "4:3 QB9106 unchecked - -: No category is stated",
        "5:36 QB1101 fix-now - -: “sex” cannot be “W”",
      ])
  }

  @Test func `says what an unreadable date will have to be`() throws {
    let text = try DossierText(sample: "pr-foreign-chinese-doctor-complete")
    let paper = try #require(
      text.supplements.first { text.kind(of: $0) == "police-certificate-foreign" })
    let issued = try #require(
      text.elements("supplement").first { $0.contains(" id=\"\(paper)\"") }?
        .firstMatch(of: /\ issued="[^"]*"/)?.output)
    let spoilt = text.editing(supplement: paper) {
      $0.replacing(String(issued), with: " issued=\"2026-13-01\"")
    }
    let report = FindingText.report(try spoilt.validate())
    #expect(
      FindingText.lines(report) == [
        "QB1102 fix-now - \(paper): “issued”: “2026-13-01” is not an existing date in the form asked for"
      ])
    #expect(
      report.entries.map(\.remedy.en) == [
        "Write it as year-month-day, such as 2026-03-16. Once it can be read, it also has to be: 2025-09-16 to 2026-03-16."
      ])
  }

  @Test func `judges both limbs of a joint dossier`() throws {
    let text = try DossierText(sample: "residence-work-first-complete")
      .replacing(#" category="residence-work-first""#, with: "")
      .replacing(
        #"online="no"/>"#,
        with:
          #"online="no"><limb category="residence-work-first"/><limb category="pr-foreign-chinese-doctor"/></application>"#
      )
    let assessment = try text.validate().assessment
    #expect(
      assessment.checklists.map(\.category) == [
        "residence-work-first", "pr-foreign-chinese-doctor",
      ])
  }

  @Test func `takes a category, a day and a place from the request`() throws {
    let text = try DossierText(sample: "residence-work-first-complete")
    let request = ValidationRequest(
      category: "pr-foreign-chinese-doctor", submission: "2026-04-01", place: Division("310000"),
      today: Fixture.day)
    let assessment = try text.validate(request).assessment
    #expect(assessment.checklists.map(\.category) == ["pr-foreign-chinese-doctor"])
    #expect(assessment.checklists.flatMap { $0.overlays.map(\.id) } == ["310000"])
    #expect([assessment.submission, assessment.acceptance] == ["2026-04-01", "2026-04-01"])
  }
}
