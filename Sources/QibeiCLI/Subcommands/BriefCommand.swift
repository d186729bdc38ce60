// SPDX-License-Identifier: Apache-2.0
internal import ArgumentParser
internal import QibeiCore
internal import QibeiFiles
internal import QibeiReports
internal import QibeiValidation

/// `qibei brief`: what several departments need to decide about one dossier together.
struct BriefCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "brief", abstract: "生成会商简报 · Write a brief for several departments",
    discussion: """
      各机关所需的事实、未决事项及其依据和可选办法、谁承担什么风险。健康和未成年人的材料默认不列。
      The facts that each authority needs, what is open with its law and options, and who accepts which risk. Papers
      on health and about minors are left out unless --with-private asks for them.
      """)

  @Argument(help: "folder with dossier.xml, .zip package, XML file, or - for the standard input")
  var path: String

  @Option(name: .shortAndLong, help: "the .html to write; a text on the screen where left out")
  var output: String?

  @Option(name: .customLong("as"), help: "judge as this category, or as two, A+B")
  var category: String?

  @Option(help: "the question put to the departments")
  var question: String?

  @Option(help: "the day on which the authority received the dossier")
  var received: String?

  @Flag(help: "with papers on health and about minors")
  var withPrivate = false

  @OptionGroup var checklists: ChecklistOptions
  @OptionGroup var language: LanguageOptions

  func run() throws {
    CommandFailure.ending(language.languages, in: path) {
      if let output, !output.lowercased().hasSuffix(".html") {
        throw CommandFailure(
          .usage,
          .init(
            "-o：不知道“\(output)”用什么格式，可用扩展名 .html", "-o: no format for “\(output)”; use .html"))
      }
      try OutputGuard.require([output].compactMap(\.self), besides: [path])
      var details = Brief.Details()
      details.question = question
      details.received = try ChecklistOptions.received(received)
      details.isWhole = withPrivate
      let library = try checklists.library()
      let judged = try JudgedDossier(
        path, try checklists.request(as: category, in: library), library)
      guard !judged.validation.assessment.checklists.isEmpty else {
        throw CommandFailure(
          .undetermined,
          .init(
            "\(path)：没有可用的清单，写不成简报；见 qibei check",
            "\(path): there is no list to judge by, so no brief can be written; see qibei check"))
      }
      let brief = Brief(judged.report, details)
      do throws(FileError) {
        guard let output else {
          for language in language.languages { try FileSystem.print(brief.text(in: language)) }
          return
        }
        try FileSystem.write(Array(brief.html.utf8), to: output)
        for language in language.languages {
          try FileSystem.print(language == .zh ? "写好 \(output)\n" : "wrote \(output)\n")
        }
      } catch {
        throw CommandFailure(writing: error)
      }
    }
  }
}
