// SPDX-License-Identifier: Apache-2.0
internal import QibeiCore
internal import QibeiReports
internal import QibeiValidation
internal import QibeiXML

/// The XML of a dossier: read, judged and reported in every format.
enum DossierTarget {
  static let library = Result { try ChecklistLibrary() }

  /// Reads every rule file that ships, once and for all.
  static func warmUp() {
    do {
      let library = try library.get()
      for category in try library.categories() { _ = try library.versions(of: category) }
      for place in try library.placesWithOverlays() { _ = try library.overlays(of: place) }
      run(Samples.small)
    } catch {
      fail("the rules cannot be read: \(error)")
    }
  }

  @Sendable static func run(_ input: [UInt8]) {
    do {
      let validator = try DossierValidator(library.get())
      guard let report = try report(input, validator) else { return }
      let json = ReportFormat.json.render(report, ReportOptions())
      let again = try self.report(input, validator)
      require(
        again.map { ReportFormat.json.render($0, ReportOptions()) } == json,
        "the same bytes gave another report")
      let format = ReportFormat.allCases[choice(input, below: ReportFormat.allCases.count)]
      _ = format.render(report, ReportOptions())
      if report.assessment.verdict == .complete {
        require(
          !report.assessment.checklists.isEmpty, "complete without a list to judge by")
        require(!report.assessment.lines.isEmpty, "complete without anything asked for")
      }
      // What breaks off is refused, unless all that was lost stood behind the end of the dossier.
      let shorter = Array(input.prefix(choice(input, below: input.count)))
      if let rest = try self.report(shorter, validator) {
        require(
          ReportFormat.json.render(rest, ReportOptions()) == json,
          "a dossier that breaks off was judged")
      }
    } catch {
      fail("an error that nobody foresaw: \(error)")
    }
  }

  // Nil where the bytes are no dossier.
  static func report(_ input: [UInt8], _ validator: DossierValidator) throws -> Report? {
    guard let day = CalendarDate("2026-03-16") else { return nil }
    do {
      let validation = try validator.validate(input, ValidationRequest(today: day))
      return Report(
        assessment: validation.assessment, input: "dossier.xml",
        positions: validation.positions())
    } catch let error as XMLReadError {
      require(!error.problems.isEmpty, "refused without a reason")
      for problem in error.problems { _ = problem.sentence }
      return nil
    }
  }
}
