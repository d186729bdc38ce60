// SPDX-License-Identifier: Apache-2.0
internal import ArgumentParser
internal import QibeiCore
internal import QibeiFiles
internal import QibeiReports
internal import QibeiValidation

/// `qibei explain`: what a code, a requirement, a category or a check means.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "说明编号、材料、类别或核验 · Explain a code, requirement, category or check")

  @Argument(
    help: "such as QB3102, pr-foreign-chinese-doctor/origin, residence-work-first or issued-within")
  var subject: String

  @Flag(help: "as JSON")
  var json = false

  @OptionGroup var checklists: ChecklistOptions
  @OptionGroup var language: LanguageOptions

  func run() throws {
    CommandFailure.ending(language.languages) {
      let explanation = try explanation()
      let text =
        json
        ? explanation.json.text
        : language.languages.map(explanation.text).joined(separator: "\n")
      try FileSystem.print(text)
    }
  }

  private func explanation() throws -> Explanation {
    if let kind = CheckCatalog.findingKinds.first(where: { $0.code == subject.uppercased() }) {
      return Explanation(kind)
    }
    if let check = CheckCatalog.check(named: subject) { return Explanation(check.description) }
    let library = try checklists.library()
    let day = try checklists.day() ?? ChecklistOptions.today
    let place = try checklists.place(in: library)
    let categories = try library.categories()
    let parts = subject.split(separator: "/", maxSplits: 1).map(String.init)
    var found: [Explanation] = []
    var known = categories + CheckCatalog.findingKinds.map(\.code)
    for category in categories where parts.count < 2 || category == parts[0] {
      let checklist: Checklist
      do {
        checklist = try library.checklist(
          for: category, at: place, submission: day, acceptance: day)
      } catch let absence as ChecklistLibrary.Absence {
        if category == subject { throw noVersion(absence, day) }
        continue
      }
      if category == subject { return Explanation(checklist, library.tables) }
      known += checklist.requirements.map { "\(category)/\($0.id)" }
      for requirement in checklist.requirements where requirement.id == parts.last {
        found.append(Explanation(requirement, in: checklist, library.tables))
      }
    }
    if let first = found.first { return found.dropFirst().reduce(first) { $0.followed(by: $1) } }
    let nearest = Nearest.word(
      to: subject,
      among: known + known.compactMap { $0.split(separator: "/").last.map(String.init) })
    throw CommandFailure(
      .usage,
      .init(
        "没有“\(subject)”\(nearest.map { "；最接近的是 \($0)" } ?? "")。编号见 qibei list codes，材料见 qibei list requirements",
        "there is no “\(subject)”\(nearest.map { "; the nearest is \($0)" } ?? ""). See qibei list codes and qibei list requirements"
      ))
  }

  private func noVersion(_ absence: ChecklistLibrary.Absence, _ day: CalendarDate) -> CommandFailure
  {
    guard case .version(let name, _, let versions) = absence else {
      return CommandFailure(.usage, .init("没有这个类别", "no such category"))
    }
    return CommandFailure(
      .usage,
      .init(
        "\(name) 在 \(day) 没有适用的清单；有：\(versions.map { BilingualText.period($0).zh }.joined(separator: "、"))",
        "\(name) has no checklist in force on \(day); there are: \(versions.map { BilingualText.period($0).en }.joined(separator: ", "))"
      ))
  }
}
