// SPDX-License-Identifier: Apache-2.0
internal import ArgumentParser
internal import QibeiBench
internal import QibeiCore
internal import QibeiFiles
internal import QibeiReports

/// `qibei checklist lint`: what is wrong with rule files, with file, line and column.
struct LintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint", abstract: "检查规则文件 · Look for faults in rule files")

  @Option(name: .customLong("for"), help: "one category only")
  var category: String?

  @Flag(help: "as JSON")
  var json = false

  @OptionGroup var checklists: ChecklistOptions
  @OptionGroup var language: LanguageOptions

  func run() throws {
    CommandFailure.ending(language.languages) {
      let problems = try problems()
      try FileSystem.print(json ? JSONValue.array(problems.map(\.json)).text : text(problems))
      (problems.isEmpty ? ExitStatus.complete : .incomplete).leave()
    }
  }

  // A program that reads the answer reads it also where the files cannot be used at all.
  private func problems() throws -> [ChecklistLint.Problem] {
    do {
      let library = try checklists.library()
      let wanted = try category.map { try library.requireCategory($0, option: "--for") }
      return try ChecklistLint(library).run(wanted)
    } catch let error as ChecklistError where json {
      let problems = ChecklistLint.problems(error)
      try FileSystem.print(JSONValue.array(problems.map(\.json)).text)
      throw error
    }
  }

  private func text(_ problems: [ChecklistLint.Problem]) -> String {
    let lines = problems.flatMap { found in
      language.languages.map { language in
        SafeText.visible(
          "\(found.problem.place)  \(found.code)  \(found.problem.message[language])") + "\n"
      }
    }
    let sums = language.languages.map { language in
      language == .zh
        ? "\(problems.count) 个问题\n" : "\(problems.count) problem\(problems.count == 1 ? "" : "s")\n"
    }
    return (lines + sums).joined()
  }
}

extension ChecklistLint.Problem {
  fileprivate var json: JSONValue {
    .object([
      ("code", .string(code)), ("file", .string(problem.file)),
      ("line", problem.line.map { .int($0) } ?? .null),
      ("column", problem.column.map { .int($0) } ?? .null),
      ("zh", .string(problem.message.zh)), ("en", .string(problem.message.en)),
    ])
  }
}
