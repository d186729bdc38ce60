// SPDX-License-Identifier: Apache-2.0
import Foundation
import QibeiTesting

/// The product, as built for this run.
enum Qibei {
  /// Where it lies.
  static var path: String { Program.qibei.path }

  /// Runs `qibei` in the package's root, in English unless the environment says otherwise.
  static func run(_ arguments: String..., input: String = "") throws -> ProgramResult {
    try program(arguments, input: input)
  }

  /// The same, for arguments in a list.
  static func program(
    _ arguments: [String], input: String = "",
    environment: [String: String] = ["QIBEI_LANG": "en"]
  ) throws -> ProgramResult {
    try Program.qibei.run(
      arguments, input: Array(input.utf8), environment: environment, in: Fixture.root)
  }

  /// A sample's folder, as a user in the package's root would type it.
  static func sample(_ name: String) -> String { "schemas/samples/\(name)" }

  /// What follows the header.
  static func body(_ text: String) -> Substring {
    text.drop { $0 != "\n" }.drop { $0 == "\n" }
  }

  /// The engineer's dossier with something changed, beside no scans.
  static func engineer(
    _ command: [String], _ options: [String], _ edit: (DossierText) -> DossierText = { $0 }
  ) throws -> ProgramResult {
    let folder = try TemporaryFolder()
    let file = try folder.write(edit(DossierText(sample: "wuxi-chip-engineer")).bytes, to: "d.xml")
    return try program([command[0], file] + command.dropFirst() + options)
  }
}
