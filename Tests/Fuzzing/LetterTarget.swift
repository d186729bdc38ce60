// SPDX-License-Identifier: Apache-2.0
internal import QibeiCore
internal import QibeiDecoding
internal import QibeiReports
internal import QibeiValidation

/// Letters that were written before, and what holding a dossier against them gives.
enum LetterTarget {
  @Sendable static func run(_ input: [UInt8]) {
    guard let letter = RuleTarget.told({ try LetterDecoder.letter(input, named: "x.xml") }) else {
      return
    }
    do {
      guard let day = CalendarDate("2026-03-16") else { return }
      let request = ValidationRequest(today: day)
      let validator = try DossierValidator(DossierTarget.library.get())
      let validation = try validator.validate(Samples.small, request)
      let resubmission = try validator.compare(
        validation, Samples.small, request, with: letter)
      require(
        resubmission.letter.items.count == letter.items.count, "an item of the letter was lost")
      let report = Report(
        assessment: validation.assessment, input: "x.xml", positions: validation.positions(),
        resubmission: resubmission)
      for format in [ReportFormat.text, .json, .html] {
        _ = format.render(report, ReportOptions())
      }
    } catch {
      fail("an error that nobody foresaw: \(error)")
    }
  }
}
