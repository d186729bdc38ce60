// SPDX-License-Identifier: Apache-2.0
internal import ArgumentParser
internal import QibeiCore
internal import QibeiFiles
internal import QibeiReports
internal import QibeiValidation

/// `qibei window`: the days on which a dossier may be handed in as it is.
struct WindowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "window", abstract: "哪些天可以递交 · The days on which it may be handed in",
    discussion: """
      材料照现在的样子，从 --on 那天（不写就是今天）起 24 个月内哪些天可以递交，哪天起什么到期。
      On which days of the 24 months from --on (today where left out) the dossier may be handed in as it is, and what
      begins or ends on which day. Exits with 0 where there is such a day, 1 where there is none, 2 where none can be told.
      """)

  @Argument(help: "folder with dossier.xml, .zip package, XML file, or - for the standard input")
  var path: String

  @Option(name: .customLong("as"), help: "judge as this category, or as two, A+B")
  var category: String?

  @OptionGroup var arguments: PlanArguments
  @OptionGroup var checklists: ChecklistOptions
  @OptionGroup var language: LanguageOptions

  func run() throws {
    CommandFailure.ending(language.languages, in: path) {
      let targets = try arguments.targets(besides: path)
      let library = try checklists.library()
      let request = try checklists.request(as: category, in: library)
      let judged = try JudgedDossier(path, request, library)
      let horizon = Horizon(from: request.submission ?? request.today, months: 24)
      if let needs = judged.needs(.window, from: horizon.first) {
        try arguments.write(needs, to: targets, language.languages)
        ExitStatus.undetermined.leave()
      }
      let outlook = try judged.validator.outlook(judged.validation, in: horizon)
      try arguments.write(OutlookText(outlook), to: targets, language.languages)
      if outlook.windows.isEmpty {
        let isTold = outlook.stretches.contains { $0.assessment.verdict == .incomplete }
        ExitStatus(isTold ? .incomplete : .undetermined).leave()
      }
    }
  }
}
