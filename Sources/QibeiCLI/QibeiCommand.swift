// SPDX-License-Identifier: Apache-2.0
internal import ArgumentParser
internal import QibeiCore
internal import QibeiEvidence
internal import QibeiFiles

/// The `qibei` command.
@main
struct QibeiCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "qibei",
    abstract:
      "核对申请材料：缺什么、哪里要改、怎么补，一次说全。\nSays everything that is missing or wrong in a dossier, once.",
    discussion: """
      qibei check DOSSIER              核对一份材料    check a dossier (folder, file or -)
      qibei explain QB3102             说明一个编号    explain a code, requirement or category
      qibei new CATEGORY DIR           生成材料文件    start a dossier
      qibei notice DOSSIER -o FILE     生成文书        write the letter it calls for
      qibei route DOSSIER              哪一类合适      see which category fits
      qibei plan DOSSIER               何时做什么      what to do when, and when to submit
      qibei window DOSSIER             哪天可以递交    the days on which it may be handed in
      qibei brief DOSSIER -o FILE      会商简报        a brief for several departments
      qibei verify REPORT DOSSIER      报告是否有效    say whether a report still holds
      qibei batch FOLDER               成批核对        check many dossiers at once
      qibei redact DOSSIER             去掉个人信息    write a twin without personal data

      结果为 0 齐备、1 需要补正、2 无法判定。
      Exits with 0 complete, 1 incomplete, 2 undetermined.
      """,
    version: "0.1.0",
    subcommands: [
      CheckCommand.self, ExplainCommand.self, ListCommand.self, NewCommand.self,
      NoticeCommand.self, VerifyCommand.self, BriefCommand.self, RouteCommand.self,
      PlanCommand.self, WindowCommand.self, BatchCommand.self, RedactCommand.self,
      PackCommand.self, UnpackCommand.self, ChecklistCommand.self,
    ])

  static func main() {
    let arguments = Array(CommandLine.arguments.dropFirst())
    if arguments == [EvidenceOpener.argument] { EvidenceOpener.serve() }
    if arguments == [ZoneReader.argument] { ZoneReader.serve() }
    if arguments == [JudgeProcess.argument] { JudgeProcess.serve() }
    LastWords.prepare()
    MemoryHabits.prepare()
    do {
      if let run = try CheckRun(plain: arguments) { try run.leave() }
      refuseUnknownCommand(arguments)
      var command = try parseAsRoot(arguments)
      try command.run()
    } catch let failure as CommandFailure {
      failure.leave()
    } catch let error as ChecklistError {
      CommandFailure(error).leave()
    } catch {
      exit(withError: error)
    }
  }

  // What somebody probably meant is worth more than a usage text.
  private static func refuseUnknownCommand(_ arguments: [String]) {
    guard let first = arguments.first, !first.hasPrefix("-") else { return }
    let known = configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
    guard !known.contains(first) else { return }
    let hint = Nearest.word(to: first, among: known)
    CommandFailure(
      .usage,
      .init(
        "没有“\(first)”这个命令\(hint.map { "。是不是要用 \($0)？" } ?? "。可用：\(known.joined(separator: " "))")",
        "no such command “\(first)”\(hint.map { " — did you mean \($0)?" } ?? "; there are: \(known.joined(separator: " "))")"
      )
    ).leave()
  }
}
