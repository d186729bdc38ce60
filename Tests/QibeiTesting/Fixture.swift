// SPDX-License-Identifier: Apache-2.0
package import Foundation
package import QibeiCore
package import QibeiValidation

/// Files of this package, found from where this file stands.
package enum Fixture {
  /// The folder with `Package.swift`.
  package static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The same as text.
  package static let path = root.path

  /// The dossiers below `schemas/samples`, by the names of their folders.
  package static let samples: [String] = names(in: "schemas/samples")

  /// The samples in which nothing is missing.
  package static let completeSamples = [
    "pr-foreign-chinese-doctor-complete", "pr-yrd-hitech-professional-complete",
    "residence-work-first-complete", "work-permit-a-complete",
    "work-permit-notice-abroad-complete",
  ]

  /// The checklists and tables inside the program.
  package static let library = Result { try ChecklistLibrary() }

  /// The tables inside the program.
  package static func tables() throws -> ReferenceTables { try library.get().tables }

  /// A day on which every sample is meant to be judged.
  package static let day: CalendarDate = "2026-03-16"

  /// The names inside a folder of the package, sorted.
  package static func names(in folder: String) -> [String] {
    let path = root.appendingPathComponent(folder).path
    return ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
  }

  /// Paths below a folder whose names end so, relative to the package and sorted.
  package static func files(below folder: String, endingIn suffix: String) -> [String] {
    let walk = FileManager.default.enumerator(atPath: root.appendingPathComponent(folder).path)
    return (walk?.compactMap { $0 as? String } ?? []).filter { $0.hasSuffix(suffix) }
      .map { "\(folder)/\($0)" }.sorted()
  }

  /// The categories that ship, by their folders, sorted.
  package static var categories: [String] {
    Set(
      files(below: "schemas/checklists", endingIn: ".xml").compactMap {
        $0.split(separator: "/").dropLast().last.map(String.init)
      }
    ).sorted()
  }

  /// The bytes of a file, by its path in the package.
  package static func bytes(of path: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: root.appendingPathComponent(path)))
  }

  /// The text of a file, by its path in the package.
  package static func text(of path: String) throws -> String {
    try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
  }

  /// The XML of a sample.
  package static func sample(_ name: String) throws -> String {
    try text(of: "schemas/samples/\(name)/dossier.xml")
  }
}

extension CalendarDate: ExpressibleByStringLiteral {
  /// A day as tests write it; a day that does not exist stops the test run.
  public init(stringLiteral text: String) {
    guard let date = CalendarDate(text) else { preconditionFailure("no such day: \(text)") }
    self = date
  }
}
