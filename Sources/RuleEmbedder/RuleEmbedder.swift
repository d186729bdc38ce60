// SPDX-License-Identifier: Apache-2.0
internal import QibeiFiles
internal import QibeiXML

/// `RuleEmbedder SCHEMAS FILE.swift`: writes the rule files below a folder as Swift, with their digests and with what
/// reading them as XML gives, so that the program need not read them again.
@main
enum RuleEmbedder {
  private static let kinds = [
    (folder: "checklists", root: "checklist", namespace: "urn:qibei:checklist:1"),
    (folder: "overlays", root: "overlay", namespace: "urn:qibei:checklist:1"),
    (folder: "tables", root: "table", namespace: "urn:qibei:table:1"),
  ]

  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 3 else {
      try FileSystem.print("usage: RuleEmbedder SCHEMAS FILE.swift\n", toError: true)
      FileSystem.leave(64)
    }
    let (schemas, target) = (arguments[1], arguments[2])
    var text = "// Made by the build of the files below schemas/.\nextension Schemas {\n"
    text += "  static let files: [EmbeddedFile] = [\n"
    var faults: [String] = []
    for (folder, root, namespace) in kinds {
      for path in try files(schemas, folder) {
        let bytes = try FileSystem.read("\(schemas)/\(path)", atMost: 5_000_000)
        let name = "\(schemas)/\(path)"
        do throws(XMLReadError) {
          if let tape = try XMLTape.record(bytes, root: root, namespace: namespace) {
            text += "    EmbeddedFile(\(literal(path)), digest: \(literal(Digest.sha256(bytes))),\n"
            text += "      text: \(literal(String(decoding: bytes, as: UTF8.self))),\n"
            text += "      tape: \(literal(tape))),\n"
          } else {
            faults.append("\(name):1:1: error: \(strange)")
          }
        } catch {
          faults += error.problems.map { problem in
            let (line, column) = (problem.position?.line ?? 1, problem.position?.column ?? 1)
            return "\(name):\(line):\(column): error: \(problem.sentence.en)"
          }
        }
      }
    }
    guard faults.isEmpty else {
      // As compilers do, so that editors go there.
      try FileSystem.print(faults.joined(separator: "\n") + "\n", toError: true)
      FileSystem.leave(65)
    }
    try FileSystem.write(Array((text + "  ]\n}\n").utf8), to: target)
  }

  private static let strange =
    "text between elements, a foreign name or another encoding than UTF-8 has no place in a rule file"

  private static func files(_ root: String, _ folder: String) throws -> [String] {
    var found: [String] = []
    for name in try FileSystem.names(in: "\(root)/\(folder)") {
      let path = "\(folder)/\(name)"
      if FileSystem.kind(of: "\(root)/\(path)") == .directory {
        found += try files(root, path)
      } else if name.hasSuffix(".xml") {
        found.append(path)
      }
    }
    return found.sorted()
  }

  private static func literal(_ text: String) -> String {
    var literal = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": literal += "\\" + String(scalar)
      case "\n": literal += "\\n"
      case "\u{0}"..." ", "\u{7F}"..."\u{9F}":
        literal += scalar == " " ? " " : "\\u{" + String(scalar.value, radix: 16) + "}"
      default: literal.unicodeScalars.append(scalar)
      }
    }
    return literal + "\""
  }
}
