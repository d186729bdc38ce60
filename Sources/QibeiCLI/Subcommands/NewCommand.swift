// SPDX-License-Identifier: Apache-2.0
internal import ArgumentParser
internal import QibeiCore
internal import QibeiFiles
internal import QibeiReports
internal import QibeiValidation

/// `qibei new`: starts a dossier that asks for everything the category may want.
struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "生成材料文件 · Start a dossier")

  @Argument(help: "category, see qibei list categories; two, A+B, for a joint dossier")
  var category: String

  @Argument(help: "a folder; its dossier.xml is never overwritten")
  var directory: String

  @OptionGroup var checklists: ChecklistOptions
  @OptionGroup var language: LanguageOptions

  func run() throws {
    CommandFailure.ending(language.languages, in: directory) {
      let library = try checklists.library()
      let categories = try library.requireCategories(category, option: "").split(separator: "+")
      let day = try checklists.day() ?? ChecklistOptions.today
      // An example like every other value; without a place no local rule could be applied.
      let only = try categories.compactMap {
        try library.versions(of: String($0)).last?.places.first
      }
      let place = try checklists.place(in: library) ?? only.first ?? Division("110000")
      let lists = try categories.map { category in
        do {
          return try library.checklist(
            for: String(category), at: place, submission: day, acceptance: day)
        } catch is ChecklistLibrary.Absence {
          throw CommandFailure(
            .usage,
            .init(
              "\(category) 在 \(day) 没有适用的清单；见 qibei list checklists",
              "\(category) has no checklist in force on \(day); see qibei list checklists"))
        }
      }
      try write(DossierScaffold(lists, place: place, day: day, library.tables).text)
    }
  }

  private func write(_ text: String) throws {
    let file = "\(directory)/dossier.xml"
    guard FileSystem.kind(of: file) == nil else {
      throw CommandFailure(
        .cannotWrite,
        .init("\(file)：已经存在，不会覆盖", "\(file): it is there already and is not overwritten"))
    }
    do throws(FileError) {
      try FileSystem.makeDirectory(directory)
      try FileSystem.makeDirectory("\(directory)/evidence")
      try FileSystem.write(Array(text.utf8), to: file)
    } catch {
      throw CommandFailure(writing: error)
    }
    for language in language.languages {
      try FileSystem.print(
        language == .zh
          ? "写好 \(file)，扫描件放进 \(directory)/evidence/。\n其中的值都是示例，多按材料较多的情况写；请逐一改为实际情况。\n下一步：qibei check \(directory)\(checklists.suggestion)\n"
          : "Wrote \(file); scans go into \(directory)/evidence/.\nIts values are examples, mostly those that ask for more: change each to what is true.\nNext: qibei check \(directory)\(checklists.suggestion)\n"
      )
    }
  }
}
