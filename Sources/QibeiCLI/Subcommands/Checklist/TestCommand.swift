// SPDX-License-Identifier: Apache-2.0
internal import ArgumentParser
internal import QibeiBench
internal import QibeiCore
internal import QibeiFiles
internal import QibeiReports
internal import QibeiValidation

/// `qibei checklist test`: every checklist on golden dossiers, whole, and with each part deleted or spoilt.
struct TestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test", abstract: "逐项删改，检验清单 · Try checklists by deleting and spoiling")

  @Option(name: .customLong("for"), help: "one category only")
  var category: String?

  @Flag(name: .shortAndLong, help: "also parts of papers that no rule looks at")
  var verbose = false

  @Option(help: "instead: damage each golden dossier so many times, and try the one notice on it")
  var rounds: Int?

  @Option(help: "another seed damages in another way")
  var seed: UInt64 = 1

  @OptionGroup var checklists: ChecklistOptions
  @OptionGroup var language: LanguageOptions

  func run() throws {
    CommandFailure.ending(language.languages) {
      let library = try checklists.library()
      let wanted = try category.map { [try library.requireCategory($0, option: "--for")] }
      let cases = try RuleCase.all(in: library).filter {
        wanted?.contains($0.checklist.category) ?? true
      }
      if let rounds { try tryNotices(cases, library, rounds) }
      let outcomes = try ParallelWork.map(cases, { try DossierValidator(library) }) {
        validator, item in
        try RuleBench(validator, item.checklist, at: item.place, on: item.day, library.tables)
          .run()
      }
      var failed = false
      var (dossiers, trials, spoke, all) = (0, 0, 0, 0)
      for (item, outcome) in zip(cases, outcomes) {
        dossiers += outcome.dossiers
        trials += outcome.trials
        spoke += outcome.spoke.count
        all += outcome.all.count
        let lines = describe(outcome)
        failed = failed || outcome.isFailure
        if !lines.isEmpty {
          try FileSystem.print("\(item.name)\n" + lines.map { "  \($0)\n" }.joined())
        }
      }
      for language in language.languages {
        try FileSystem.print(
          language == .zh
            ? "\(cases.count) 份清单，\(dossiers) 份齐备样例，试验 \(trials) 次；覆盖 \(spoke)/\(all)\n"
            : "\(cases.count) checklists, \(dossiers) golden dossiers, \(trials) trials; coverage \(spoke) of \(all)\n"
        )
      }
      (failed ? ExitStatus.incomplete : .complete).leave()
    }
  }

  // Whatever is asked for in a second notice was kept back in the first.
  private func tryNotices(
    _ cases: [RuleCase], _ library: ChecklistLibrary, _ rounds: Int
  ) throws -> Never {
    guard rounds > 0 else {
      throw CommandFailure(
        .usage, .init("--rounds：请写正整数", "--rounds: give a whole number above 0"))
    }
    let seed = seed
    let outcomes = try ParallelWork.map(cases, { try DossierValidator(library) }) {
      validator, item in
      try NoticeBench(validator, item, library.tables).run(rounds: rounds, seed: seed)
    }
    let failures = outcomes.flatMap(\.failures)
    for failure in failures {
      let lines =
        failure.first.map { "  1 \($0)" } + failure.second.map { "  2 \($0)" }
      try FileSystem.print("\(failure.title)\n" + lines.map { $0 + "\n" }.joined())
    }
    let dossiers = outcomes.reduce(0) { $0 + $1.dossiers }
    let damages = outcomes.reduce(0) { $0 + $1.damages }
    let told = outcomes.reduce(0) { $0 + $1.told }
    for language in language.languages {
      try FileSystem.print(
        language == .zh
          ? "\(dossiers) 份材料损坏 \(damages) 处，一次告知 \(told) 项；照办后仍有问题的 \(failures.count) 份\n"
          : "\(dossiers) dossiers damaged in \(damages) places, \(told) findings told at once; \(failures.count) not complete afterwards\n"
      )
    }
    (failures.isEmpty ? ExitStatus.complete : .incomplete).leave()
  }

  private func describe(_ outcome: RuleBench.Outcome) -> [String] {
    var lines: [String] = []
    for failure in outcome.failures {
      if failure.found.isEmpty {
        lines += say("\(failure.title)：没有问题报出", "\(failure.title): no finding")
      } else {
        lines.append(failure.title)
      }
      for text in failure.found { lines += language.languages.map { "  " + text[$0] } }
    }
    for item in outcome.unreachable {
      lines += language.languages.map { "\(item.requirement): \(item.what[$0])" }
    }
    lines += outcome.silent.flatMap { say("从未报出：\($0)", "never fired: \($0)") }
    if verbose {
      lines += outcome.unprotected.sorted().flatMap {
        say("没有规则保护：\($0)", "no rule protects: \($0)")
      }
    }
    return lines
  }

  private func say(_ zh: String, _ en: String) -> [String] {
    language.languages.map { $0 == .zh ? zh : en }
  }
}
