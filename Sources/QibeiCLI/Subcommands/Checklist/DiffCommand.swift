// SPDX-License-Identifier: Apache-2.0
internal import ArgumentParser
internal import QibeiBench
internal import QibeiCore
internal import QibeiFiles
internal import QibeiReports
internal import QibeiValidation

/// `qibei checklist diff`: what one list says otherwise than another, and whose verdict it changes.
struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "比较两份清单 · Compare two lists",
    discussion: """
      qibei checklist diff pr-salary-tax pr-salary-tax@310000
      qibei checklist diff pr-salary-tax@310000@2023-04-30 pr-salary-tax@310000@2023-05-01
      """)

  @Argument(help: "a list: CATEGORY, with @PLACE and @DAY where they matter")
  var old: String

  @Argument(help: "another list")
  var new: String

  @Option(help: "a folder of dossiers: which of them change their verdict, and why")
  var over: String?

  @OptionGroup var checklists: ChecklistOptions
  @OptionGroup var language: LanguageOptions

  func run() throws {
    CommandFailure.ending(language.languages) {
      let library = try checklists.library()
      let day = try checklists.day() ?? ChecklistOptions.today
      let place = try checklists.place(in: library)
      let sides = try [old, new].map {
        try RuleReference($0, in: library, place: place, day: day)
      }
      let lists = try sides.map { try $0.checklist(in: library) }
      let diff = ChecklistDiff(lists[0], lists[1], library.tables)
      for language in language.languages { try FileSystem.print(text(diff, language)) }
      if let over { try compare(sides, over, library) }
    }
  }

  private func text(_ diff: ChecklistDiff, _ language: Language) -> String {
    let (was, now) = language == .zh ? ("原：", "现：") : ("was: ", "is:  ")
    var text = ""
    for change in diff.changes {
      let mark = change.kind == .added ? "+" : change.kind == .removed ? "-" : "~"
      text += "\(mark) \(change.id.isEmpty ? "" : change.id + "  ")\(change.title[language])\n"
      for detail in change.details {
        text += "    \(detail.label[language])\n"
        text += detail.was.map { "      \(was)\(SafeText.visible($0[language]))\n" }.joined()
        text += detail.is.map { "      \(now)\(SafeText.visible($0[language]))\n" }.joined()
      }
    }
    let counts = [ChecklistDiff.Change.Kind.added, .removed, .changed].map { kind in
      diff.changes.count { $0.kind == kind }
    }
    return text
      + (language == .zh
        ? "增加 \(counts[0])，删去 \(counts[1])，改动 \(counts[2])\n"
        : "\(counts[0]) added, \(counts[1]) removed, \(counts[2]) changed\n")
  }

  // Each dossier under both lists; those that come out alike are only counted.
  private func compare(
    _ sides: [RuleReference], _ folder: String, _ library: ChecklistLibrary
  ) throws {
    guard FileSystem.kind(of: folder) == .directory else {
      throw CommandFailure(
        .notFound, .init("\(folder)：没有这个文件夹", "\(folder): no such folder"))
    }
    let validator = try DossierValidator(library)
    var (total, changed) = (0, 0)
    for name in try FileSystem.names(in: folder) {
      guard let input = try? DossierInput("\(folder)/\(name)"),
        FileSystem.kind(of: input.name) == .file, let bytes = try? input.bytes()
      else { continue }
      let found: [Assessment]
      do {
        found = try sides.map { try validator.validate(bytes, $0.request).assessment }
      } catch {
        CommandFailure(error, in: input.name).show(language.languages)
        continue
      }
      total += 1
      let codes = found.map { Set($0.findings.filter { $0.disposition != .look }.map(Self.key)) }
      guard found[0].verdict != found[1].verdict || codes[0] != codes[1] else { continue }
      changed += 1
      for language in language.languages {
        let verdicts = found.map { $0.verdict.label[language] }
        try FileSystem.print(
          "\(SafeText.visible(input.name)): \(verdicts[0]) → \(verdicts[1])\n"
            + codes[1].subtracting(codes[0]).sorted().map { "  + \($0)\n" }.joined()
            + codes[0].subtracting(codes[1]).sorted().map { "  - \($0)\n" }.joined())
      }
    }
    for language in language.languages {
      try FileSystem.print(
        language == .zh
          ? "\(total) 份材料，\(changed) 份结果不同\n"
          : "\(total) dossiers, \(changed) come out differently\n")
    }
  }

  private static func key(_ finding: Finding) -> String {
    "\(finding.kind.code) \(finding.requirement?.id ?? "-")"
  }
}
