// SPDX-License-Identifier: Apache-2.0
internal import ArgumentParser
internal import QibeiBench
internal import QibeiCore
internal import QibeiFiles

/// `qibei checklist doc`: the rules as a site of plain HTML.
struct DocCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doc", abstract: "把清单写成网页 · Write the lists as web pages")

  @Option(name: .shortAndLong, help: "the folder to write into")
  var output: String

  @OptionGroup var checklists: ChecklistOptions
  @OptionGroup var language: LanguageOptions

  func run() throws {
    CommandFailure.ending(language.languages) {
      guard checklists.at == nil else {
        throw CommandFailure(
          .usage,
          .init(
            "网页列出所有地点的规定，请去掉 --at", "the pages list the rules of every place; leave out --at"))
      }
      let library = try checklists.library()
      let site = try RuleSite(library, on: try checklists.day() ?? ChecklistOptions.today)
      do throws(FileError) {
        try FileSystem.makeDirectory(output)
        for file in site.files {
          try FileSystem.write(file.bytes, to: "\(output)/\(file.path)")
        }
      } catch {
        throw CommandFailure(writing: error)
      }
      for language in language.languages {
        try FileSystem.print(
          language == .zh
            ? "写好 \(site.files.count) 个文件，从 \(output)/index.html 看起\n"
            : "Wrote \(site.files.count) files; start at \(output)/index.html\n")
      }
    }
  }
}
