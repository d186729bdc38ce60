// SPDX-License-Identifier: Apache-2.0
internal import ArgumentParser
internal import QibeiCore
internal import QibeiFiles
internal import QibeiReports
internal import QibeiValidation

/// `qibei notice`: writes the letter that follows from a check.
struct NoticeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "notice", abstract: "生成补正通知书等文书 · Write the letter that a dossier calls for",
    discussion: """
      按核对结果生成文书：补正通知书、当场更正单、不予受理通知书、受理通知书或容缺受理通知书。
      有任何一项没有核验成时不生成，并说明先要弄清什么。
      Writes what follows from the check: a supplement notice, corrections on the spot, non-acceptance, acceptance,
      or acceptance with papers to follow. Refuses while anything could not be checked, and says what to settle.
      """)

  @Argument(help: "folder with dossier.xml, .zip package, XML file, or - for the standard input")
  var path: String

  @Option(
    name: .shortAndLong, help: "the letter to write: .html to print, .xml for programs (repeatable)"
  )
  var output: [String] = []

  @Option(name: .customLong("as"), help: "judge as this category")
  var category: String?

  @Option(help: "number of the letter")
  var number: String?

  @Option(help: "date of the letter; today where left out")
  var dated: String?

  @Option(help: "the day on which the authority received the dossier")
  var received: String?

  @Option(help: "the last day to hand in what is asked for")
  var due: String?

  @Option(help: "the authority")
  var office: String?

  @Option(help: "the officer in charge")
  var officer: String?

  @Option(help: "telephone for questions")
  var telephone: String?

  @Option(help: "where to hand in what is asked for")
  var delivery: String?

  @Option(help: "the letter (.xml) that this dossier answers")
  var against: String?

  @Option(help: "why what the earlier letter missed is told now; without it that is refused")
  var supervisorReason: String?

  @OptionGroup var checklists: ChecklistOptions
  @OptionGroup var language: LanguageOptions

  func run() throws {
    CommandFailure.ending(language.languages, in: path) {
      let files = try output.map { (path: $0, isXML: try isXML($0)) }
      guard !files.isEmpty else {
        throw CommandFailure(
          .usage,
          .init("请用 -o 写明文件，如 -o notice.html", "name a file with -o, such as -o notice.html"))
      }
      try OutputGuard.require(output, besides: [path], letter: against)
      let details = try details()
      let library = try checklists.library()
      let judged = try JudgedDossier(
        path, try checklists.request(as: category, in: library), library)
      let report = judged.report
      try against.map { against in
        let letter = try EarlierLetterFile.letter(at: against)
        try EarlierLetterFile.requireSame(letter, report.assessment, in: against)
        guard letter.dated <= details.dated else {
          throw CommandFailure(
            .usage,
            .init(
              "--dated：\(details.dated) 早于所答复的文书的日期 \(letter.dated)",
              "--dated: \(details.dated) lies before the date of the letter that is answered, \(letter.dated)"
            ))
        }
        let answer = try judged.validator.compare(
          judged.validation, judged.bytes, judged.request, with: letter)
        try requireReason(answer, report)
      }
      let letters = Letter.letters(
        report, details, digest: Digest.sha256(judged.bytes), parts: judged.validation.parts)
      guard !letters.isEmpty else { throw refusal(report) }
      do throws(FileError) {
        for file in files {
          let text =
            file.isXML ? LetterXML(letters, digest: Digest.sha256).text : LetterHTML(letters).text
          try FileSystem.write(Array(text.utf8), to: file.path)
        }
        try tell(letters, report, details)
      } catch {
        throw CommandFailure(writing: error)
      }
    }
  }

  private func isXML(_ path: String) throws -> Bool {
    let name = path.lowercased()
    if name.hasSuffix(".xml") { return true }
    if name.hasSuffix(".html") { return false }
    throw CommandFailure(
      .usage,
      .init(
        "-o：不知道“\(path)”用什么格式，可用扩展名 .html .xml",
        "-o: no format for “\(path)”; use .html or .xml"))
  }

  private func details() throws -> LetterDetails {
    let today = ChecklistOptions.today
    var details = LetterDetails(
      dated: try ChecklistOptions.date(dated, option: "--dated") ?? today)
    details.received = try ChecklistOptions.received(received)
    details.due = try ChecklistOptions.date(due, option: "--due")
    if let received = details.received, received > details.dated {
      throw CommandFailure(
        .usage,
        .init(
          "--dated：\(details.dated) 早于收到日期 \(received)",
          "--dated: \(details.dated) lies before the day of receipt, \(received)"))
    }
    if let due = details.due, due < details.dated {
      throw CommandFailure(
        .usage,
        .init(
          "--due：\(due) 早于文书日期 \(details.dated)",
          "--due: \(due) lies before the date of the letter, \(details.dated)"))
    }
    details.number = number
    details.office = office
    details.officer = officer
    details.telephone = telephone
    details.delivery = delivery
    details.supervisorReason = supervisorReason
    return details
  }

  // What the law wants told once is not told twice without somebody who answers for it.
  private func requireReason(_ resubmission: Resubmission, _ report: Report) throws {
    let missed = resubmission.new.filter { $0.cause == .missedBefore }
    guard !missed.isEmpty, supervisorReason == nil else { return }
    let entries = report.entries
    let head = BilingualText(
      "上次应告而未告 \(missed.count) 项；依法应一次告知，再次告知须由负责人用 --supervisor-reason 写明理由：",
      "\(missed.count) missed before; the law wants everything told at one time, so a supervisor has to give --supervisor-reason:"
    )
    throw CommandFailure(
      status: .incomplete,
      messages: [head]
        + missed.map { entry in
          let finding = entries[entry.finding]
          return BilingualText(
            "  \(finding.code) \(finding.message.zh)", "  \(finding.code) \(finding.message.en)")
        })
  }

  // A letter that may not be whole would break the promise of telling everything once.
  private func refusal(_ report: Report) -> CommandFailure {
    let open = report.entries.filter { $0.disposition == Disposition.unchecked.rawValue }
    let head = BilingualText(
      "\(path)：不能出文书，先要弄清 \(open.count) 项没有核验成的：",
      "\(path): no letter can be written while \(open.count) could not be checked; settle first:")
    return CommandFailure(
      status: .undetermined,
      messages: [head]
        + open.map { entry in
          BilingualText(
            "  \(entry.code) \(entry.message.zh) → \(entry.remedy.zh)",
            "  \(entry.code) \(entry.message.en) → \(entry.remedy.en)")
        })
  }

  private func tell(
    _ letters: [Letter], _ report: Report, _ details: LetterDetails
  ) throws(FileError) {
    let looks = report.assessment.count(.look)
    var lines = letters.map { letter in
      BilingualText(
        "\(letter.outcome.label.zh)：共 \(letter.items.count) 项",
        "\(letter.outcome.label.en): \(letter.items.count) item(s)")
    }
    if looks > 0 {
      lines.append(
        .init(
          "出文书前，窗口还要人工核对 \(looks) 项（见 qibei check -v）",
          "before it is signed, the window still has to look at \(looks) itself (see qibei check -v)"
        ))
    }
    if let day = Self.overdue(report.assessment, details) {
      lines.append(
        .init(
          "注意：\(day) 是一次性告知的最后一日，文书日期是 \(details.dated)；逾期不告知，自收到之日起即为受理（行政许可法第 32 条）",
          "mind: the one notice was due by \(day) and the letter is dated \(details.dated); without it the dossier is accepted as of the day received (Administrative Licensing Law, article 32)"
        ))
    }
    let names = output.joined(separator: " ")
    lines.append(.init("写好 \(names)", "wrote \(names)"))
    for language in language.languages {
      try FileSystem.print(lines.map { $0[language] + "\n" }.joined())
    }
  }

  // The last day of the one notice, where the letter is later.
  private static func overdue(
    _ assessment: Assessment, _ details: LetterDetails
  ) -> CalendarDate? {
    guard let received = details.received else { return nil }
    return assessment.checklists.compactMap { list in
      let clock = LegalClock(list.kind, received: received, assessment.tables.workingDays)
      guard case .notice(let deadline) = clock, deadline.day < details.dated else { return nil }
      return deadline.day
    }.min()
  }
}
