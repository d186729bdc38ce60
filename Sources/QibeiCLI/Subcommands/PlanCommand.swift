// SPDX-License-Identifier: Apache-2.0
internal import ArgumentParser
internal import QibeiCore
internal import QibeiFiles
internal import QibeiReports
internal import QibeiValidation

/// `qibei plan`: what to do, in which order, and the days on which the dossier may then be handed in.
struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan", abstract: "要做什么、何时做、何时递交 · What to do, when, and when to submit",
    discussion: """
      从 --on 那天（不写就是今天）起，用最少的事项把材料备齐：每项何时开始、最晚何时开始、何时完成，最早哪天递交，
      到哪天为止，由什么决定。
      From --on (today where left out), the fewest tasks that complete the dossier: when to begin each, when at the
      latest, when it is ready; the first and the last day to submit, and what decides them. Exits with 0 where there
      is a plan, 1 where none leads there within 24 months.
      """)

  @Argument(help: "folder with dossier.xml, .zip package, XML file, or - for the standard input")
  var path: String

  @Option(
    name: [.customLong("route"), .customLong("as")],
    help: "plan for this category, or for two, A+B")
  var category: String?

  @Option(
    name: .shortAndLong, help: "a .txt, .json, .html or .ics to write; the screen where left out")
  var output: String?

  @Option(help: "text, json, html or ics")
  var format: PlanFormat?

  @OptionGroup var leads: LeadOptions
  @OptionGroup var checklists: ChecklistOptions
  @OptionGroup var language: LanguageOptions

  func run() throws {
    CommandFailure.ending(language.languages, in: path) {
      let format = try format ?? PlanFormat(output)
      let library = try checklists.library()
      let request = try checklists.request(as: category, in: library)
      let times = try leads.times(library.tables)
      let judged = try JudgedDossier(path, request, library)
      try judged.requireList()
      let horizon = Horizon(from: request.submission ?? request.today, months: 24)
      switch try judged.validator.plan(judged.validation, times, in: horizon) {
      case .plan(let plan): try write(PlanRows(plan), format)
      case .none(let answer):
        for language in language.languages {
          try FileSystem.print(NoPlanText(answer).text(in: language))
        }
        ExitStatus.incomplete.leave()
      }
    }
  }

  private func write(_ plan: PlanRows, _ format: PlanFormat) throws {
    let text = format.render(plan, language.languages)
    guard let output else { return try FileSystem.print(text) }
    do throws(FileError) {
      try FileSystem.write(Array(text.utf8), to: output)
    } catch {
      throw CommandFailure(writing: error)
    }
    for language in language.languages {
      try FileSystem.print(language == .zh ? "写好 \(output)\n" : "wrote \(output)\n")
    }
  }
}

/// A format that a plan is written in.
enum PlanFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json, html, ics

  /// The format that a file's extension stands for; text where no file is named.
  init(_ output: String?) throws {
    guard let output else {
      self = .text
      return
    }
    let known: [(ending: String, format: PlanFormat)] = [
      (".txt", .text), (".json", .json), (".html", .html), (".ics", .ics),
    ]
    guard let format = known.first(where: { output.lowercased().hasSuffix($0.ending) })?.format
    else {
      throw CommandFailure(
        .usage,
        .init(
          "-o：不知道“\(output)”用什么格式，可用扩展名 .txt .json .html .ics",
          "-o: no format for “\(output)”; use .txt, .json, .html or .ics"))
    }
    self = format
  }

  func render(_ plan: PlanRows, _ languages: [Language]) -> String {
    switch self {
    case .text: languages.map { plan.text(in: $0) }.joined(separator: "\n")
    case .json: plan.json
    case .html: plan.html(languages)
    case .ics: plan.calendar(languages)
    }
  }
}
