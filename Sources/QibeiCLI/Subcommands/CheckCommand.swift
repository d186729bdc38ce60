// SPDX-License-Identifier: Apache-2.0
internal import ArgumentParser
internal import QibeiCore
internal import QibeiEvidence
internal import QibeiFiles
internal import QibeiReports
internal import QibeiValidation

/// `qibei check`: judges dossiers and says everything that is missing or defective.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "核对申请材料 · Check a dossier")

  @Argument(help: "folders with dossier.xml, files, or - for the standard input")
  var paths: [String]

  @Option(
    name: .customLong("as"), help: "judge as this category; what the dossier declares by default")
  var category: String?

  @Option(help: "judge by this version, in force or not; see qibei list checklists")
  var checklistVersion: String?

  @Option(help: "the day on which the authority received the dossier; shows by when it must answer")
  var received: String?

  @Flag(help: "check again whenever a file changes, until interrupted")
  var watch = false

  @Flag(help: "advice counts as findings for the exit code")
  var strict = false

  @Flag(help: "exit with 0 after a check that finished, whatever it found")
  var exitZero = false

  @OptionGroup var checklists: ChecklistOptions
  @OptionGroup var reporting: ReportArguments
  @OptionGroup var language: LanguageOptions

  func run() throws {
    CommandFailure.ending(language.languages) {
      let library = try checklists.library()
      var options = try reporting.options(language.languages)
      options.extraArguments = checklists.suggestion
      options.received = try receivedDay()
      let run = CheckRun(
        library: library,
        request: ValidationRequest(
          category: try category.map { try library.requireCategory($0, option: "--as") },
          submission: try checklists.day(), place: try checklists.place(in: library),
          version: try ChecklistOptions.date(checklistVersion, option: "--checklist-version"),
          today: ChecklistOptions.today),
        paths: paths, files: try reporting.files(),
        format: reporting.quiet ? nil : reporting.json ? .json : reporting.format,
        options: options, strict: strict, exitZero: exitZero)
      try watch ? run.watch() : run.leave()
    }
  }

  private func receivedDay() throws -> CalendarDate? {
    guard let day = try ChecklistOptions.date(received, option: "--received") else { return nil }
    let today = ChecklistOptions.today
    guard day > today else { return day }
    throw CommandFailure(
      .usage,
      .init(
        "--received：\(day) 还没有到（今天是 \(today)）；请写实际收到的日期",
        "--received: \(day) is still to come (today is \(today)); give the day of receipt"))
  }
}

/// Where a dossier's bytes come from.
struct DossierInput {
  /// The file as its user knows it.
  let name: String
  /// The folder that its files lie in; nil for the standard input.
  let folder: String?
  private let isFolder: Bool

  private static let limit = 5_000_000

  /// A folder stands for the `dossier.xml` inside it.
  init(_ path: String) throws {
    guard FileSystem.kind(of: path) == .directory else {
      name = path
      isFolder = false
      let parent = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
      folder = path == "-" ? nil : parent
      return
    }
    let folder = path.hasSuffix("/") && path != "/" ? String(path.dropLast()) : path
    self.folder = folder
    isFolder = true
    name = "\(folder)/dossier.xml"
    if FileSystem.kind(of: name) == nil {
      throw CommandFailure(
        .notFound,
        .init(
          "\(path)：文件夹里没有 dossier.xml；可用 qibei new 生成",
          "\(path): there is no dossier.xml in this folder; qibei new makes one"))
    }
  }

  /// What the files are that the dossier mentions; nil for the standard input, which has none beside it.
  func inspect(_ mentioned: [String]) -> EvidenceFiles? {
    // What else lies beside a file that was named alone is nobody's business.
    folder.map {
      FolderEvidence(DossierFolder($0), listsUnmentioned: isFolder).inspect(mentioned)
    }
  }

  /// What tells whether the files in the dossier's folder have changed.
  var stamps: [String] { isFolder ? folder.map { DossierFolder($0).stamps() } ?? [] : [] }

  func bytes() throws(FileError) -> [UInt8] {
    name == "-"
      ? try FileSystem.readStandardInput(atMost: Self.limit)
      : try FileSystem.read(name, atMost: Self.limit)
  }
}
