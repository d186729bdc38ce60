// SPDX-License-Identifier: Apache-2.0
internal import ArgumentParser
internal import QibeiCore
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

  @Flag(help: "advice counts as findings for the exit code")
  var strict = false

  @Flag(help: "exit with 0 after a check that finished, whatever it found")
  var exitZero = false

  @OptionGroup var checklists: ChecklistOptions
  @OptionGroup var reporting: ReportArguments
  @OptionGroup var language: LanguageOptions

  func run() throws {
    do {
      let library = try checklists.library()
      let request = ValidationRequest(
        category: try category.map { try library.requireCategory($0, option: "--as：") },
        submission: try checklists.day(), place: try checklists.place(in: library),
        today: ChecklistOptions.today)
      let files = try reporting.files()
      let validator = try DossierValidator(library)
      var worst = ExitStatus.complete
      for path in paths {
        let status = try check(path, validator, request, files)
        worst = Self.worse(worst, status)
      }
      if worst != .complete { throw ExitCode(worst.rawValue) }
    } catch let exit as ExitCode {
      throw exit
    } catch {
      let failure = CommandFailure(error, in: "-")
      failure.show(language.languages)
      throw ExitCode(failure.status.rawValue)
    }
  }

  private func check(
    _ path: String, _ validator: DossierValidator, _ request: ValidationRequest,
    _ files: [(path: String, format: ReportFormat)]
  ) throws -> ExitStatus {
    let input = try? DossierInput(path)
    let validation: Validation
    do {
      validation = try validator.validate(DossierInput(path).bytes(), request)
    } catch {
      // One input that cannot be read does not stop the others.
      let failure = CommandFailure(error, in: input?.name ?? path)
      guard failure.status == .notADossier || failure.status == .notFound else { throw failure }
      failure.show(language.languages)
      return failure.status
    }
    let report = Report(
      assessment: validation.assessment, input: input?.name ?? path,
      positions: validation.positions())
    try write(report, files)
    return exitStatus(validation.assessment)
  }

  private func write(
    _ report: Report, _ files: [(path: String, format: ReportFormat)]
  ) throws {
    var options = reporting.options(language.languages)
    do throws(FileError) {
      if !reporting.quiet {
        let format = reporting.json ? .json : reporting.format
        try FileSystem.print(format.render(report, options))
      }
      options.color = false
      for file in files {
        try FileSystem.write(Array(file.format.render(report, options).utf8), to: file.path)
      }
    } catch {
      throw CommandFailure(writing: error)
    }
  }

  private func exitStatus(_ assessment: Assessment) -> ExitStatus {
    if exitZero { return .complete }
    let status = ExitStatus(assessment.verdict)
    return status == .complete && strict && assessment.count(.advise) > 0 ? .incomplete : status
  }

  // A failure outranks every verdict; among verdicts, undetermined outranks incomplete.
  private static func worse(_ left: ExitStatus, _ right: ExitStatus) -> ExitStatus {
    left.rawValue >= right.rawValue ? left : right
  }
}

/// Where a dossier's bytes come from.
struct DossierInput {
  /// The file as its user knows it.
  let name: String

  private static let limit = 5_000_000

  /// A folder stands for the `dossier.xml` inside it.
  init(_ path: String) throws {
    guard FileSystem.kind(of: path) == .directory else {
      name = path
      return
    }
    let folder = path.hasSuffix("/") ? String(path.dropLast()) : path
    name = "\(folder)/dossier.xml"
    if FileSystem.kind(of: name) == nil {
      throw CommandFailure(
        .notFound,
        .init(
          "\(path)：文件夹里没有 dossier.xml；可用 qibei new 生成",
          "\(path): there is no dossier.xml in this folder; qibei new makes one"))
    }
  }

  func bytes() throws(FileError) -> [UInt8] {
    name == "-"
      ? try FileSystem.readStandardInput(atMost: Self.limit)
      : try FileSystem.read(name, atMost: Self.limit)
  }
}
