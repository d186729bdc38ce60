// SPDX-License-Identifier: Apache-2.0
internal import ArgumentParser
internal import QibeiCore
internal import QibeiReports
internal import QibeiValidation

/// `qibei check`: judges dossiers and says everything that is missing or defective.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "核对申请材料 · Check a dossier")

  @Argument(help: "folders with dossier.xml, .zip packages, XML files, or - for the standard input")
  var paths: [String]

  @Option(
    name: .customLong("as"),
    help: "judge as this category, or as two, A+B; what the dossier declares by default")
  var category: String?

  @Option(help: "judge by this version, in force or not; see qibei list checklists")
  var checklistVersion: String?

  @Option(help: "the day on which the authority received the dossier; shows by when it must answer")
  var received: String?

  @Option(help: "the letter (.xml of qibei notice) that this dossier answers")
  var against: String?

  @Flag(help: "check again whenever a file changes, until interrupted")
  var watch = false

  @Flag(
    help: "read the machine-readable zone in passport scans, where libtesseract5 is installed")
  var readPassports = false

  @Flag(help: "advice counts as findings for the exit code")
  var strict = false

  @Flag(help: "exit with 0 after a check that finished, whatever it found")
  var exitZero = false

  @Flag(
    help: "judge in a process with limits and without network, which may die of the dossier")
  var isolate = false

  @Flag(help: .hidden)
  var confined = false

  @OptionGroup var checklists: ChecklistOptions
  @OptionGroup var reporting: ReportArguments
  @OptionGroup var language: LanguageOptions

  func run() throws {
    CommandFailure.ending(language.languages) {
      if confined { try ConfinedCheck.confine() }
      let library = try checklists.library()
      var options = try reporting.options(language.languages)
      options.extraArguments = checklists.suggestion
      options.received = try ChecklistOptions.received(received)
      var run = CheckRun(
        library: library,
        request: ValidationRequest(
          category: try category.map { try library.requireCategories($0, option: "--as") },
          submission: try checklists.day(), place: try checklists.place(in: library),
          version: try ChecklistOptions.date(checklistVersion, option: "--checklist-version"),
          today: ChecklistOptions.today),
        paths: paths, files: try reporting.files(),
        format: reporting.quiet ? nil : reporting.json ? .json : reporting.format,
        options: options, strict: strict, exitZero: exitZero)
      run.readsPassports = readPassports
      run.against = try against.map { (try EarlierLetterFile.letter(at: $0), $0) }
      if isolate, !confined { try ConfinedCheck.leave(run, watches: watch) }
      try watch ? run.watch() : run.leave()
    }
  }
}
