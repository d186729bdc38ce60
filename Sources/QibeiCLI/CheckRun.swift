// SPDX-License-Identifier: Apache-2.0
internal import QibeiCore
internal import QibeiFiles
internal import QibeiReports
internal import QibeiValidation

/// One run of `qibei check`, however its arguments were read.
struct CheckRun {
  let library: ChecklistLibrary
  let request: ValidationRequest
  let paths: [String]
  var files: [(path: String, format: ReportFormat)] = []
  /// The format on the standard output; nil for none.
  var format: ReportFormat? = .text
  var options = ReportOptions()
  var strict = false
  var exitZero = false
  var readsPassports = false
  /// The letter that the dossiers answer, and its file.
  var against: (letter: EarlierLetter, path: String)?

  /// The run for `check PATH…` without an option; nil for anything else.
  ///
  /// Reading options costs more than a whole check, so the plainest call goes without.
  init?(plain arguments: [String]) throws {
    guard arguments.first == "check", arguments.count > 1,
      !arguments.dropFirst().contains(where: { $0.hasPrefix("-") && $0 != "-" })
    else { return nil }
    library = try ChecklistLibrary()
    request = ValidationRequest(today: ChecklistOptions.today)
    paths = Array(arguments.dropFirst())
    options = ReportArguments.defaults(LanguageChoice.fromEnvironment)
  }

  init(
    library: ChecklistLibrary, request: ValidationRequest, paths: [String],
    files: [(path: String, format: ReportFormat)], format: ReportFormat?, options: ReportOptions,
    strict: Bool, exitZero: Bool
  ) {
    self.library = library
    self.request = request
    self.paths = paths
    self.files = files
    self.format = format
    self.options = options
    self.strict = strict
    self.exitZero = exitZero
  }

  /// Checks every path once and ends the process with the worst result.
  ///
  /// - Throws: what keeps all paths from being checked.
  func leave() throws -> Never { try round().leave() }

  /// Checks every path; a failure outranks every verdict, and undetermined outranks incomplete.
  ///
  /// - Throws: what keeps all paths from being checked.
  func round() throws -> ExitStatus {
    let validator = try DossierValidator(library)
    var worst = ExitStatus.complete
    var reports: [Report] = []
    var unread: Set<Int> = []
    for path in paths {
      var status = ExitStatus.complete
      switch try check(path, validator) {
      case .judged(let report):
        reports.append(report)
        status = exitStatus(report.assessment)
      case .unread(let failure):
        failure.show(options.languages)
        status = failure.status
        // Among others it must not be missing from what programs read; alone it has no report.
        guard paths.count > 1 else { break }
        unread.insert(reports.count)
        reports.append(
          Report(
            .inputUnread, of: path, request, library.tables,
            reason: .init(
              failure.messages.map(\.zh).joined(separator: "；"),
              failure.messages.map(\.en).joined(separator: "; "))))
      }
      if status.rawValue > worst.rawValue { worst = status }
    }
    try write(reports, unread: unread)
    return worst
  }

  private enum Answer {
    case judged(Report)
    case unread(CommandFailure)
  }

  private var formats: [ReportFormat] { files.map(\.format) + [format].compactMap(\.self) }

  // One input that cannot be read does not stop the others.
  private func check(_ path: String, _ validator: DossierValidator) throws -> Answer {
    var name = path
    do {
      let input = try DossierInput(path)
      name = input.name
      let bytes = try input.bytes()
      let validation = try validator.validate(
        bytes, request,
        inspecting: { input.inspect($0, readingPassports: readsPassports) })
      try requirePerson(validation.assessment.dossier)
      let resubmission = try against.map { against in
        try EarlierLetterFile.requireSame(
          against.letter, validation.assessment, in: against.path)
        return try validator.compare(validation, bytes, request, with: against.letter)
      }
      let withPaths = options.detail == .verbose || formats.contains(where: \.tellsPaths)
      return .judged(
        Report(
          assessment: validation.assessment, input: name,
          positions: validation.positions(withPaths: withPaths), resubmission: resubmission,
          seal: try seal(validation)))
    } catch {
      let failure = CommandFailure(error, in: name)
      guard failure.status == .notADossier || failure.status == .notFound else { throw failure }
      return .unread(failure)
    }
  }

  // Only a program reads it, and a version that is not in force is a trial.
  private func seal(_ validation: Validation) throws -> ReportSeal? {
    guard formats.contains(.json) || formats.contains(.html), paths.count == 1,
      request.version == nil
    else { return nil }
    let categories = validation.assessment.dossier.application.categories
    return ReportSeal(
      SealedReport(
        validation.assessment,
        category: request.category ?? categories.joined(separator: "+"), parts: validation.parts,
        tables: try library.tablesDigest()), digest: Digest.sha256)
  }

  private func requirePerson(_ dossier: Dossier) throws {
    guard let person = options.view.person else { return }
    if dossier.persons.contains(where: { $0.id == person }) { return }
    // Identifiers may be names, and errors are kept where reports are not.
    let count = dossier.persons.count
    throw CommandFailure(
      .usage,
      .init(
        "--person：材料里没有“\(person)”；请写其中 \(count) 个 person 之一的 id",
        "--person: the dossier has no “\(person)”; give the id of one of its \(count) person elements"
      ))
  }

  /// Prints the reports, and writes them to files.
  ///
  /// - Parameters:
  ///   - reports: in the order of the inputs.
  ///   - unread: which of them stand for an input that is no dossier; people have been told already.
  /// - Throws: a failure when one cannot be written.
  func write(_ reports: [Report], unread: Set<Int> = []) throws {
    guard !reports.isEmpty else { return }
    try OutputGuard.require(files.map(\.path), besides: paths, letter: against?.path)
    do throws(FileError) {
      if let format {
        let shown = format == .text ? reports.indices.filter { !unread.contains($0) } : nil
        let text = shown?.map { reports[$0] } ?? reports
        if !text.isEmpty { try FileSystem.print(render(text, format, options)) }
      }
      var plain = options
      plain.color = false
      for file in files {
        try FileSystem.write(Array(render(reports, file.format, plain).utf8), to: file.path)
      }
    } catch {
      throw CommandFailure(writing: error)
    }
  }

  // The shape depends on what was asked for, not on how many inputs could be read.
  private func render(
    _ reports: [Report], _ format: ReportFormat, _ options: ReportOptions
  ) -> String {
    if paths.count == 1, let only = reports.first { return format.render(only, options) }
    return format.render(reports, options)
  }

  /// The exit code that an assessment gives.
  func exitStatus(_ assessment: Assessment) -> ExitStatus {
    if exitZero { return .complete }
    let status = ExitStatus(assessment.verdict)
    return status == .complete && strict && assessment.count(.advise) > 0 ? .incomplete : status
  }
}
