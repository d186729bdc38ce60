// SPDX-License-Identifier: Apache-2.0
internal import ArgumentParser
internal import QibeiCore
internal import QibeiFiles
internal import QibeiReports
internal import QibeiValidation

/// `qibei batch`: checks many dossiers at once.
struct BatchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "batch", abstract: "成批核对 · Check many dossiers",
    discussion: """
      文件夹里的每个 dossier.xml 文件夹、.zip 和 .xml 各算一份；打不开的也占一行，不影响其余。
      In a folder, every folder with a dossier.xml, every .zip and every
      .xml is one dossier. One that cannot be read has its line too.

      qibei batch intake/ -o results/
      qibei batch intake/ -o results/ --pages
      qibei batch intake/ -o results/ --resume
      find . -name '*.xml' -print0 | qibei batch -0 - -o results.csv
      tar c intake | qibei batch --stream --format ndjson
      qibei batch archive/ --since old-rules/

      退出码：0 全部齐备，1 有需要补正的，2 有无法判定或打不开的；--stdin 为 0。
      Exits with 0 when all are complete, 1 when some are not, 2 when some
      could not be told or read; with --stdin 0.
      """)

  @Argument(
    help: "folders, .zip packages and XML files; - for a list of such paths on the standard input")
  var paths: [String] = []

  @Flag(name: .customShort("0"), help: "the list on the standard input is separated by NUL bytes")
  var null = false

  @Flag(help: "the standard input is a tar archive, or dossiers one behind the other")
  var stream = false

  @Flag(
    help:
      "the standard input has one dossier a line, {\"id\": …, \"xml\": …}, {\"id\": …, \"path\": …} or a path; the answers go to the standard output in the same order"
  )
  var stdin = false

  @Option(
    name: .shortAndLong,
    help: "write a .ndjson, .csv or .html, or all of them into a folder/ (repeatable)")
  var output: [String] = []

  @Flag(help: "write a web page for each dossier into the folder/ too, and a list of them")
  var pages = false

  @Option(help: "text or ndjson on the standard output")
  var format: BatchFormat?

  @Flag(help: "a line says verdict and findings by their codes and places, not the whole report")
  var brief = false

  @Flag(help: "results as they are ready instead of in the order of the inputs")
  var unordered = false

  @Flag(help: "go on where an interrupted run with the same -o ended")
  var resume = false

  @Option(
    help: "rule files as they were before a change; only what the change touches is checked")
  var since: String?

  @Option(help: "how many dossiers are judged at once; all processors by default")
  var threads: Int?

  @Flag(help: "leave scans unopened")
  var noScans = false

  @Flag(help: "judge in processes with limits and without network, which may die of a dossier")
  var isolate = false

  @Option(name: .customLong("as"), help: "judge as this category; what each declares by default")
  var category: String?

  @OptionGroup var checklists: ChecklistOptions
  @OptionGroup var language: LanguageOptions

  func run() throws {
    CommandFailure.ending(language.languages) {
      let rulePaths = BatchRulePaths(now: checklists.directory, before: since)
      let rules = try rulePaths.rules()
      var targets = try BatchTargets.of(output, printsLines: printsLines, hasPages: pages)
      targets.answersAtOnce = printsLines && (stdin || stream || paths.contains("-"))
      let setup = BatchSetup(
        request: try checklists.request(as: category, in: rules.now),
        detail: brief ? .brief : .full,
        opensScans: !noScans, wantsRows: targets.rows != nil,
        pages: pages ? DossierPages(language.languages) : nil)
      let run = BatchRun(
        setup: setup, rules: rules, rulePaths: rulePaths, targets: targets,
        threads: try threadCount(), inOrder: !unordered, isIsolated: isolate,
        languages: language.languages)
      let past = try resume ? run.past() : nil
      let tally = try run.run(try source(), after: past, total: total())
      guard stdin || tally.total + tally.untouched > 0 else {
        throw CommandFailure(
          .notFound,
          .init("没有要核对的材料：列表或输入是空的", "nothing to check: the list or the input is empty"))
      }
      try say(tally, rules)
      if stdin { ExitStatus.complete.leave() }
      ExitStatus(tally.worst).leave()
    }
  }

  private func source() throws -> BatchSource {
    guard [stdin, stream, !paths.isEmpty].count(where: \.self) == 1 else {
      throw CommandFailure(
        .usage,
        .init(
          "请写明要核对什么：路径、--stdin 或 --stream，三者取一",
          "say what to check: paths, --stdin or --stream, one of the three"))
    }
    guard !null || paths.contains("-") else {
      throw CommandFailure(
        .usage, .init("-0 用于标准输入的列表，请加上 -", "-0 is for the list on the standard input; add -"))
    }
    if stdin { return .standardInput }
    return stream ? try .streamed() : .paths(paths, separator: null ? 0 : UInt8(ascii: "\n"))
  }

  private func threadCount() throws -> Int {
    guard let threads else { return min(FileSystem.processors, 64) }
    guard (1...64).contains(threads) else {
      throw CommandFailure(
        .usage,
        .init("--threads：请写 1 到 64（写的是 \(threads)）", "--threads: from 1 to 64, not \(threads)"))
    }
    return threads
  }

  // Counted beforehand only where somebody looks at the line that it is for.
  private func total() throws -> Int? {
    guard showsProgress, !paths.isEmpty, !paths.contains("-") else { return nil }
    var walk = BatchSource.paths(paths, separator: 0)
    var count = 0
    while try walk.next() != nil { count += 1 }
    return count
  }

  private var printsLines: Bool { stdin || format == .ndjson }

  private var showsProgress: Bool { FileSystem.isTerminal(error: true) }

  // What the standard output carries for programs is not mixed with words for people.
  private func say(_ tally: BatchTally, _ rules: BatchRules) throws {
    if rules.tablesChanged {
      try FileSystem.print(
        BilingualText(
          "参考表有变动，因此全部重新核对。\n",
          "The reference tables changed, so everything was checked again.\n")[
            language.languages[0]], toError: true)
    }
    if stdin { return }
    try CommandFailure.writing { () throws(FileError) in
      try FileSystem.print(BatchWording(tally).text(language.languages), toError: printsLines)
    }
  }
}

/// What a batch prints.
enum BatchFormat: String, ExpressibleByArgument, CaseIterable {
  case text, ndjson
}
