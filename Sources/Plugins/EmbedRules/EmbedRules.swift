// SPDX-License-Identifier: Apache-2.0
import Foundation
import PackagePlugin

/// Puts the rule files of `schemas/` into the program whenever one of them changes.
@main
struct EmbedRules: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: Target) throws -> [Command] {
    let schemas = context.package.directoryURL.appending(path: "schemas")
    let made = context.pluginWorkDirectoryURL.appending(path: "EmbeddedRules.swift")
    let folders = ["checklists", "overlays", "tables"].map { schemas.appending(path: $0) }
    let files = folders.flatMap { folder -> [URL] in
      let all = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
      return (all?.compactMap { $0 as? URL } ?? []).filter { $0.pathExtension == "xml" }
    }
    return [
      .buildCommand(
        displayName: "Reading the rule files",
        executable: try context.tool(named: "RuleEmbedder").url,
        arguments: [schemas.path(), made.path()],
        inputFiles: files.sorted { $0.path() < $1.path() }, outputFiles: [made])
    ]
  }
}
