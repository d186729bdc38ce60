// SPDX-License-Identifier: Apache-2.0
internal import QibeiCore

/// The files that a dossier mentions, as the JSON report tells them.
enum JSONFiles {
  /// One object a path, in the dossier's order; empty where nobody looked.
  static func value(of assessment: Assessment) -> JSONValue {
    guard let evidence = assessment.evidence else { return .array([]) }
    var seen: Set<String> = []
    return .array(
      assessment.dossier.files.compactMap { file -> JSONValue? in
        let path = assessment.dossier.text(file.path)
        guard let state = evidence.files[path], seen.insert(path).inserted else { return nil }
        var inspected: InspectedFile?
        if case .inspected(let file) = state { inspected = file }
        let image = inspected?.image
        var facts: InsideFacts?
        if case .seen(let seen) = inspected?.inside { facts = seen }
        return .object([
          ("path", .string(path)), ("state", .string(word(state))),
          ("type", .optional(inspected?.type.rawValue)), ("bytes", number(inspected?.size)),
          ("sha256", .optional(inspected?.digest)),
          ("width", number(image?.width)), ("height", number(image?.height)),
          ("dpi", number(image?.resolution ?? facts?.scans.map(\.resolution).min())),
          ("pages", number(facts?.pages)),
          ("inside", inspected.map { .string(word($0.inside)) } ?? .null),
        ])
      })
  }

  private static func number(_ value: Int?) -> JSONValue { value.map { .int($0) } ?? .null }

  private static func word(_ inside: Inside) -> String {
    switch inside {
    case .notLooked: "not-looked"
    case .seen: "seen"
    case .failed: "failed"
    case .noLibrary: "no-library"
    }
  }

  private static func word(_ state: EvidenceFiles.State) -> String {
    switch state {
    case .inspected: "inspected"
    case .missing: "missing"
    case .notAFile: "not-a-file"
    case .tooLarge: "too-large"
    case .unreadable: "unreadable"
    }
  }
}
