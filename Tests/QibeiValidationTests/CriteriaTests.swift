// SPDX-License-Identifier: Apache-2.0
import QibeiCore
import QibeiTesting
import QibeiValidation
import Testing

/// Eligibility conditions are told beside the findings and never become one.
struct CriteriaTests {
  // Beijing's average of 2018 is the only one shipped; 94,258 × 6 = 565,548 was the line of 2019.
  private static func earnings(
    _ salary: Int, _ tax: Int, average: [Int] = [2018, 2019, 2020, 2021]
  ) throws -> EarningsRecord {
    let folder = try TemporaryFolder()
    defer { withExtendedLifetime(folder) {} }
    let rows = average.map { year in
      #"<average place="110000" year="\#(year)" amount="94258" evidence="agency"/>"#
    }.joined()
    let table = """
      <table xmlns="urn:qibei:table:1" id="wage-averages" version="2026-01-01">\(rows)</table>
      """
    try folder.write(Array(table.utf8), to: "tables/wage-averages.xml")
    let years = (2019...2022).map {
      #"<pay person="p1" year="\#($0)" salary="\#(salary)" tax="\#(tax)"/>"#
    }.joined()
    let text = DossierText.small(
      application: #"place="110105""#, people: #"<employer id="e1">\#(years)</employer>"#)
    let library = try ChecklistLibrary(.directory(folder.path))
    let validation = try DossierValidator(library).validate(
      text.bytes, ValidationRequest(submission: "2023-03-16", today: Fixture.day))
    return EarningsRecord(0, in: validation.assessment.examination)
  }

  @Test(arguments: [(565_548, 600), (565_547, 599), (565_549, 600), (0, 0)])
  func `measures a salary against the average of the year before`(
    _ salary: Int, _ percent: Int
  ) throws {
    #expect(try Self.earnings(salary, 0).lowestSalaryPercent == percent)
  }

  @Test(arguments: [(113_110, 20), (113_109, 19)])
  func `measures the tax against the standard, not the salary`(_ tax: Int, _ percent: Int) throws {
    #expect(try Self.earnings(2_000_000, tax).lowestTaxPercent == percent)
  }

  @Test func `knows nothing where one year's average is not configured`() throws {
    let earnings = try Self.earnings(900_000, 200_000, average: [2018, 2019, 2020])
    #expect(earnings.lowestSalaryPercent == nil)
    #expect(earnings.lowestTaxPercent == nil)
    #expect(earnings.years.map(\.average) == [nil, 94_258, 94_258, 94_258])
  }

  @Test func `tells how each condition stands`() throws {
    let text = try DossierText(sample: "pr-foreign-chinese-doctor-complete")
      .replacing(#"chinese-origin="yes""#, with: "")
    let validation = try text.validate()
    let assessment = validation.assessment
    #expect(
      assessment.criteria(assessment.examination).map {
        "\($0.criterion.id ?? ""): \($0.state.rawValue)"
      } == [
        "chinese-origin: unknown", "doctorate: met", "works-in-china: met",
        "good-standing: opinion",
      ])
    #expect(assessment.verdict == .complete)
  }

  // Shanghai's fixed amounts ended on 2023-04-30; Guangdong's stand beside the national rule.
  @Test(arguments: [
    ("310000", "2023-03-16", 600_000, ["salary: met", "tax: met"]),
    ("310000", "2023-03-16", 599_999, ["salary: unmet", "tax: unmet"]),
    ("310000", "2023-05-01", 600_000, ["salary: unknown", "tax: unknown"]),
    ("440100", "2023-03-16", 400_000, ["salary: met", "tax: met"]),
    ("440100", "2023-03-16", 399_999, ["salary: unknown", "tax: met"]),
    ("320200", "2023-03-16", 600_000, ["salary: unknown", "tax: unknown"]),
  ])
  func `a place's own line of pay holds for its days`(
    _ place: String, _ day: CalendarDate, _ salary: Int, _ expected: [String]
  ) throws {
    let pay = (2019...2022).map {
      #"<pay person="p1" year="\#($0)" salary="\#(salary)" tax="\#(salary / 5)"/>"#
    }.joined()
    let text = DossierText.small(
      application: #"place="\#(place)" category="pr-salary-tax""#,
      people: #"<employer id="e1">\#(pay)</employer>"#)
    let validation = try text.validate(ValidationRequest(submission: day, today: Fixture.day))
    let assessment = validation.assessment
    #expect(
      assessment.criteria(assessment.examination).compactMap { line in
        ["salary", "tax"].contains(line.criterion.id ?? "")
          ? "\(line.criterion.id ?? ""): \(line.state.rawValue)" : nil
      } == expected)
  }
}
