// SPDX-License-Identifier: Apache-2.0
internal import ArgumentParser

/// `qibei checklist`: the bench on which rules are made.
struct ChecklistCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "checklist", abstract: "编写和检验清单 · Write and try checklists",
    subcommands: [LintCommand.self, TestCommand.self, DiffCommand.self, DocCommand.self])
}
