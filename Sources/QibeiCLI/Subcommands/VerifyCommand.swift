// SPDX-License-Identifier: Apache-2.0
internal import ArgumentParser
internal import QibeiCore
internal import QibeiFiles
internal import QibeiReports
internal import QibeiValidation

/// `qibei verify`: says whether a report still holds of a dossier, and what changed where it does not.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "核对报告是否仍然有效 · Say whether a report still holds",
    discussion: """
      比较报告封存的摘要与现在的材料、文件和清单，并按今天（或 --on）再核对一遍。仍有效为 0，不再有效为 1。
      Compares the digests in a report with the dossier, its files and the rules of today, and checks again as of
      today (or --on). Exits with 0 where the report holds, with 1 where it does not.
      """)

  @Argument(help: "a report that check wrote with -o: .json or .html")
  var report: String

  @Argument(help: "folder with dossier.xml, .zip package, XML file, or - for the standard input")
  var path: String

  @OptionGroup var checklists: ChecklistOptions
  @OptionGroup var language: LanguageOptions

  private static let largest = 64 * 1_048_576

  func run() throws {
    CommandFailure.ending(language.languages, in: path) {
      let sealed = try sealed()
      let library = try checklists.library()
      let today = ChecklistOptions.today
      // A report about a day to come is held against that day.
      let day = try checklists.day() ?? max(today, sealed.submission)
      let request = ValidationRequest(
        category: sealed.category.isEmpty ? nil : sealed.category, submission: day,
        place: try checklists.place(in: library) ?? sealed.place, today: today)
      let judged = try JudgedDossier(
        path, request, library, readsFiles: sealed.readsFiles,
        leavesFiles: sealed.tellsUnopenedScans)
      let verification = try judged.validator.verify(
        sealed, judged.validation, judged.bytes, request, tables: try library.tablesDigest())
      try requireSame(sealed, judged.validation)
      for language in language.languages {
        try FileSystem.print(
          VerificationText(verification, sealed, judged.validation.assessment, language).text)
      }
      (verification.holds ? ExitStatus.complete : .incomplete).leave()
    }
  }

  private func sealed() throws -> SealedReport {
    let text: String
    do throws(FileError) {
      text = String(decoding: try FileSystem.read(report, atMost: Self.largest), as: UTF8.self)
    } catch {
      throw CommandFailure(reading: error)
    }
    do throws(ReportSeal.Refusal) {
      return try ReportSeal.open(text, digest: Digest.sha256)
    } catch {
      let why: BilingualText =
        switch error {
        case .noSeal:
          .init(
            "没有封存信息；请用 qibei check 对一份材料生成完整的 .json 或 .html 报告",
            "carries no seal; have qibei check write a whole .json or .html report on one dossier")
        case .edited:
          .init(
            "生成后被改动过，不能据以核对；请用原来的文件",
            "edited since it was written, so nothing can be told; use the original file")
        }
      throw CommandFailure(.notADossier, .init("\(report)：\(why.zh)", "\(report): \(why.en)"))
    }
  }

  // Nobody of the report is in the dossier: it is somebody else's.
  private func requireSame(_ sealed: SealedReport, _ validation: Validation) throws {
    let before = Set(sealed.parts.filter { $0.kind != .application }.map(\.digest))
    guard !before.isEmpty, before.isDisjoint(with: validation.parts.map(\.digest)) else { return }
    throw CommandFailure(
      .notADossier,
      .init(
        "\(report)：这份报告对的是另一份材料，没有任何部分相同",
        "\(report): this report is about another dossier; no part of the two is the same"))
  }
}
