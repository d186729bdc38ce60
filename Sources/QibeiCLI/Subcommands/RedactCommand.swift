// SPDX-License-Identifier: Apache-2.0
internal import ArgumentParser
internal import QibeiCore
internal import QibeiFiles
internal import QibeiValidation

/// `qibei redact`: a twin of a dossier with the same findings and nobody's data, to ask a question with.
struct RedactCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "redact", abstract: "去掉个人信息，问题不变 · Write a twin without personal data",
    discussion: """
      姓名、号码、地址、文件名和其他文字换成虚构的，同样的换成同样的；
      校验位原来对的仍对，错的仍错。保留：类别、材料种类、国家、地点、日期
      （包括出生日期）、年月、数目、工资和税额，因为规则要看。扫描件不复制。
      不看扫描件时，结果与原材料的问题逐条相同，否则什么也不写。
      日期加国籍仍可能认出人，发出之前请看一遍。
      Names, numbers, addresses, file names and all other text become made-up
      ones, the same for the same; check digits hold where they held. Kept,
      because rules read them: categories, kinds of papers, countries, places,
      days (births too), months, counts, salaries and taxes. Scans are not
      copied. With scans left unopened (qibei check - < twin.xml) the twin has
      the same findings one by one, or nothing is written.
      Days and nationality may still tell who it is: look it over first.
      """)

  @Argument(help: "folder with dossier.xml, .zip package, XML file, or - for the standard input")
  var path: String

  @Option(
    name: .shortAndLong,
    help: "the .xml to write, or a folder for its dossier.xml; nothing is overwritten")
  var output: String?

  @OptionGroup var checklists: ChecklistOptions
  @OptionGroup var language: LanguageOptions

  func run() throws {
    CommandFailure.ending(language.languages, in: path) {
      let library = try checklists.library()
      let judged = try JudgedDossier(
        path, try checklists.request(as: nil, in: library), library, readsFiles: false)
      guard let twin = try judged.validator.twin(of: judged.validation, judged.request) else {
        throw CommandFailure(
          .internalError,
          .init(
            "\(path)：换掉个人信息后问题会不一样，所以没有写；请告诉维护者（不要附材料）",
            "\(path): without personal data the findings would differ, so nothing was written; tell the maintainers, without the dossier"
          ))
      }
      guard let output else {
        return try CommandFailure.writing { () throws(FileError) in
          try FileSystem.print(twin)
        }
      }
      try write(twin, to: output)
    }
  }

  private func write(_ twin: String, to output: String) throws {
    let isFile = output.lowercased().hasSuffix(".xml")
    let file = isFile ? output : "\(output)/dossier.xml"
    guard FileSystem.kind(of: file) == nil else {
      throw CommandFailure(
        .cannotWrite,
        .init("\(file)：已经存在，不会覆盖", "\(file): it is there already and is not overwritten"))
    }
    try CommandFailure.writing { () throws(FileError) in
      if !isFile { try FileSystem.makeDirectory(output) }
      try FileSystem.write(Array(twin.utf8), to: file)
      for language in language.languages {
        try FileSystem.print(language == .zh ? "写好 \(file)\n" : "wrote \(file)\n")
      }
    }
  }
}
