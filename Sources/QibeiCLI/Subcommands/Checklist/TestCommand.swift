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

  @OptionGroup var checklists: ChecklistOptions
  @OptionGroup var language: LanguageOptions

  func run() throws {
    CommandFailure.ending(language.languages) {
      let library = try checklists.library()
      let wanted = try category.map { [try library.requireCategory($0, option: "--for")] }
      let cases = try RuleCase.all(in: library).filter {
        wanted?.contains($0.checklist.category) ?? true
      }
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
