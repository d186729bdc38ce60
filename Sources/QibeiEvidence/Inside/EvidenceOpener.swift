// SPDX-License-Identifier: Apache-2.0
package import QibeiCore
internal import QibeiFiles

/// Looks into PDF and JPEG files in a process of their own, which may die of them; one process for a dossier.
package final class EvidenceOpener {
  /// What the program is told so that it serves instead of running a command.
  package static let argument = "inspect-evidence"

  private let process: InspectionProcess

  // A file has five seconds; the rest is for starting over.
  private static let milliseconds = 4_500
  private static let processorSeconds = 3
  private static let memory = 160 * 1_048_576

  /// - Parameter program: path of `qibei`; inside of it, `/proc/self/exe`.
  package init(program: String) {
    process = InspectionProcess(program, Self.argument, milliseconds: Self.milliseconds)
  }

  /// What is inside a file of a type.
  package func look(into bytes: [UInt8], _ type: FileType) -> Inside {
    guard let kind = Self.kinds.firstIndex(of: type) else { return .notLooked }
    guard let answer = process.answer(to: UInt8(kind), bytes) else { return .failed }
    let lines = String(decoding: answer, as: UTF8.self).split(separator: "\n")
    switch lines.first {
    case "library": return .noLibrary(kind == 0 ? PDFLibrary.name : JPEGLibrary.name)
    case "seen": return InsideFacts(lines: Array(lines.dropFirst())).map { .seen($0) } ?? .failed
    default: return .failed
    }
  }

  private static let kinds: [FileType] = [.pdf, .jpeg]

  /// Answers questions on the standard input until there are no more, and ends the process.
  package static func serve() -> Never {
    let pdf = PDFLibrary()
    let jpeg = JPEGLibrary()
    ChildSide.serve(
      memory: memory, seconds: processorSeconds, largest: EvidenceInspector.largestFile
    ) { kind, bytes in
      Array(answer(to: kind, bytes, pdf, jpeg).joined(separator: "\n").utf8)
    }
  }

  private static func answer(
    to kind: UInt8, _ bytes: [UInt8], _ pdf: PDFLibrary?, _ jpeg: JPEGLibrary?
  ) -> [String] {
    let facts: InsideFacts?
    if kind == 0 {
      guard let pdf else { return ["library"] }
      facts = PDFExaminer.examine(bytes, pdf, jpeg)
    } else {
      guard let jpeg else { return ["library"] }
      facts = JPEGExaminer.examine(bytes, jpeg)
    }
    return facts.map { ["seen"] + $0.lines } ?? ["failed"]
  }
}
