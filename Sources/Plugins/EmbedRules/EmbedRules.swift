// SPDX-License-Identifier: Apache-2.0
import Foundation
import PackagePlugin

/// Puts the rule files of `schemas/` into the program whenever one of them changes.
@main
struct EmbedRules: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: Target) throws -> [Command] {
    let schemas = context.package.directoryURL.appending(path: "schemas")
    let made = context.pluginWorkDirectoryURL.appending(path: "EmbeddedRules.swift")
    // New files are seen when the package is planned anew: `touch Package.swift`.
    let files = ["checklists", "overlays", "tables"].flatMap { folder -> [URL] in
      let all = FileManager.default.enumerator(
        at: schemas.appending(path: folder), includingPropertiesForKeys: nil)
      return (all?.compactMap { $0 as? URL } ?? []).filter { $0.pathExtension == "xml" }
    }
    return [
      .buildCommand(
        displayName: "Reading the rule files",
        executable: try context.tool(named: "RuleEmbedder").url,
        arguments: [Self.path(schemas), Self.path(made)],
        inputFiles: files.sorted { Self.path($0) < Self.path($1) }, outputFiles: [made])
    ]
  }

  private static func path(_ url: URL) -> String { url.path(percentEncoded: false) }
}
