// SPDX-License-Identifier: Apache-2.0
internal import ArgumentParser
internal import QibeiCore
internal import QibeiFiles
internal import QibeiReports
internal import QibeiValidation

/// `qibei route`: which categories fit the person of a dossier, and what keeps the others from fitting.
struct RouteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "route", abstract: "看哪一类合适 · See which category fits",
    discussion: """
      把申请人与当地当日适用的每一类逐一比较：符合、接近（差什么、差多少、哪天自然符合）、还要写明什么、为什么不适用。
      Holds the applicant against every category in force at the place and day: fits, nearly (what misses, by how
      much, and on which day time alone cures it), what to declare first, or why it does not apply. The family that
      applies along is held against them too. A dossier with nothing but the person will do. Exits with 2 where something
      is needed first, or what is declared contradicts itself.
      """)

  @Argument(help: "folder with dossier.xml, .zip package, XML file, or - for the standard input")
  var path: String

  @Flag(help: "show every condition with its proof")
  var explain = false

  @Flag(help: "write JSON")
  var json = false

  @OptionGroup var checklists: ChecklistOptions
  @OptionGroup var language: LanguageOptions

  func run() throws {
    CommandFailure.ending(language.languages, in: path) {
      let library = try checklists.library()
      var request = try checklists.request(as: nil, in: library)
      // Every list in force is held against the person, none against the dossier.
      request.category = ""
      let judged = try JudgedDossier(path, request, library, readsFiles: false)
      let assessment = judged.validation.assessment
      let persons =
        assessment.dossier.applicant == nil
        ? [] : try judged.validator.routes(judged.validation)
      let lists = try judged.validator.lists(judged.validation)
      if let needs = Needs.document(
        .route, assessment, lists: lists.count, firstList: lists.first, from: assessment.submission)
      {
        let text = { try FileSystem.print(needs.text(in: $0)) }
        if json { try FileSystem.print(needs.json) } else { try language.languages.forEach(text) }
        ExitStatus.undetermined.leave()
      }
      let answer = RouteAnswer(assessment, persons.map { ($0.person, $0.routes) })
      if json {
        try FileSystem.print(answer.json)
      } else {
        for language in language.languages {
          try FileSystem.print(RouteText(answer, explains: explain, language).text)
        }
      }
      // What contradicts itself proves nothing.
      if answer.isDoubtful { ExitStatus.undetermined.leave() }
    }
  }
}
