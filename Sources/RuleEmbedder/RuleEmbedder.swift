// SPDX-License-Identifier: Apache-2.0
internal import QibeiFiles
internal import QibeiXML

/// `RuleEmbedder SCHEMAS FILE.swift`: writes the rule files below a folder as Swift, with their digests and with what
/// reading them as XML gives, so that the program need not read them again.
@main
enum RuleEmbedder {
  private static let kinds = [
    (folder: "checklists", namespace: "urn:qibei:checklist:1"),
    (folder: "overlays", namespace: "urn:qibei:checklist:1"),
    (folder: "tables", namespace: "urn:qibei:table:1"),
  ]
  private static let roots = ["checklists": "checklist", "overlays": "overlay", "tables": "table"]

  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 3 else {
      try FileSystem.print("usage: RuleEmbedder SCHEMAS FILE.swift\n", toError: true)
      FileSystem.leave(64)
    }
    let (schemas, target) = (arguments[1], arguments[2])
    var text = "// Made by the build of the files below schemas/.\nextension Schemas {\n"
    text += "  static let files: [EmbeddedFile] = [\n"
    var isSound = true
    for (folder, namespace) in kinds {
      let root = roots[folder] ?? ""
      for path in try files(schemas, folder) {
        let bytes = try FileSystem.read("\(schemas)/\(path)", atMost: 5_000_000)
        do throws(XMLReadError) {
          let tape = try XMLTape.record(bytes, root: root, namespace: namespace) ?? ""
          text += "    EmbeddedFile(\(literal(path)), digest: \(literal(Digest.sha256(bytes))),\n"
          text += "      text: \(literal(String(decoding: bytes, as: UTF8.self))),\n"
          text += "      tape: \(literal(tape))),\n"
        } catch {
          isSound = false
          for problem in error.problems {
            let (line, column) = (problem.position?.line ?? 1, problem.position?.column ?? 1)
            try FileSystem.print(
              "\(schemas)/\(path):\(line):\(column): error: \(problem.sentence.en)\n", toError: true
            )
          }
        }
      }
    }
    guard isSound else { FileSystem.leave(65) }
    try FileSystem.write(Array((text + "  ]\n}\n").utf8), to: target)
  }

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
