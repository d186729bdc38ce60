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
      applies along is held against them too. A dossier with nothing but the person will do.
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
      let judged = try JudgedDossier(
        path, try checklists.request(as: nil, in: library), library, readsFiles: false)
      guard judged.validation.assessment.dossier.applicant != nil else {
        throw CommandFailure(
          .undetermined,
          .init(
            "\(path)：没有写申请人；请写 person role=\"applicant\"，至少写明 born、nationality、education 和 permit",
            "\(path): no applicant is declared; add a person with role=\"applicant\", with born, nationality, education and permit at least"
          ))
      }
      let persons = try judged.validator.routes(judged.validation)
      guard persons.contains(where: { !$0.routes.isEmpty }) else {
        throw try Self.noList(judged.validation.assessment.submission, library)
      }
      let answer = RouteAnswer(
        judged.validation.assessment, persons.map { ($0.person, $0.routes) })
      if json { return try FileSystem.print(answer.json) }
      for language in language.languages {
        try FileSystem.print(RouteText(answer, explains: explain, language).text)
      }
    }
  }

  private static func noList(
    _ day: CalendarDate, _ library: ChecklistLibrary
  ) throws -> CommandFailure {
    let first = try library.categories().flatMap { try library.versions(of: $0) }
      .map(\.inForce.from).min()
    return CommandFailure(
      .undetermined,
      .init(
        "\(day) 没有任何清单适用；最早的清单自 \(first.map(\.description) ?? "–") 起适用，请用 --on 写明之后的日期",
        "no list is in force on \(day); the first is from \(first.map(\.description) ?? "–"). Name a later day with --on"
      ))
  }
}
