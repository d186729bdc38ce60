// SPDX-License-Identifier: Apache-2.0
internal import Foundation

/// Text kept beside a test, in `Snapshots/`; `QIBEI_RECORD=1` writes it anew.
package enum Snapshot {
  /// Whether this run writes snapshots instead of comparing with them.
  package static let isRecording = ProcessInfo.processInfo.environment["QIBEI_RECORD"] == "1"

  /// The lines in which a text differs from its snapshot: `-` was expected, `+` is there now.
  package static func difference(
    _ actual: String, named name: String, testFile: String = #filePath
  ) throws -> [String] {
    let folder = URL(fileURLWithPath: testFile).deletingLastPathComponent()
      .appendingPathComponent("Snapshots")
    let file = folder.appendingPathComponent(name)
    if isRecording {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data(actual.utf8).write(to: file)
      return []
    }
    guard let data = try? Data(contentsOf: file) else {
      return ["no snapshot \(name); record it with QIBEI_RECORD=1"]
    }
    if Array(data) == Array(actual.utf8) { return [] }
    let lines = difference(actual, from: String(decoding: data, as: UTF8.self))
    return lines.isEmpty ? ["\(name): same lines, other line ends"] : lines
  }

  /// The lines in which two texts differ.
  package static func difference(_ actual: String, from expected: String) -> [String] {
    let (old, new) = (expected.split(separator: "\n"), actual.split(separator: "\n"))
    return new.difference(from: old).map { change in
      switch change {
      case .insert(_, let line, _): "+ \(line)"
      case .remove(_, let line, _): "- \(line)"
      }
    }
  }
}
