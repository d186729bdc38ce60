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
      is a plan, 1 where none leads there within 24 months or a condition is not met, 2 where something is needed first.
      """)

  @Argument(help: "folder with dossier.xml, .zip package, XML file, or - for the standard input")
  var path: String

  @Option(
    name: [.customLong("route"), .customLong("as")],
    help: "plan for this category, or for two, A+B")
  var category: String?

  @OptionGroup var arguments: PlanArguments
  @OptionGroup var leads: LeadOptions
  @OptionGroup var checklists: ChecklistOptions
  @OptionGroup var language: LanguageOptions

  func run() throws {
    CommandFailure.ending(language.languages, in: path) {
      let targets = try arguments.targets(besides: path)
      let library = try checklists.library()
      let request = try checklists.request(as: category, in: library, option: "--route")
      let times = try leads.times(library.tables)
      let judged = try JudgedDossier(path, request, library)
      let horizon = Horizon(from: request.submission ?? request.today, months: 24)
      let (document, status) = try answer(judged, times, horizon)
      try arguments.write(document, to: targets, language.languages)
      status?.leave()
    }
  }

  private func answer(
    _ judged: JudgedDossier, _ times: LeadTimes, _ horizon: Horizon
  ) throws -> (document: any PlanningDocument, status: ExitStatus?) {
    if let needs = judged.needs(.plan, from: horizon.first) { return (needs, .undetermined) }
    switch try judged.validator.plan(judged.validation, times, in: horizon) {
    // Papers alone do not lead there.
    case .plan(let plan): return (PlanRows(plan), plan.unmet.isEmpty ? nil : .incomplete)
    case .none(let answer): return (PlanningLines(answer), .incomplete)
    }
  }
}
