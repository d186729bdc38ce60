// SPDX-License-Identifier: Apache-2.0
import Foundation
import QibeiTesting
import Testing

/// The rule files: all inside the program, and all valid.
struct EmbeddedSchemasTests {
  private static let listing = "Sources/CQibeiSchemas/schemas.c"
  private static let folders = ["checklists", "overlays", "tables"]

  private static let files: [String] = folders.flatMap {
    Fixture.files(below: "schemas/\($0)", endingIn: ".xml")
  }.map { String($0.dropFirst("schemas/".count)) }

  /// The C file that reads them in.
  private static var expected: String {
    var text = """
      // SPDX-License-Identifier: Apache-2.0
      // The rule files, read in by the compiler. EmbeddedSchemasTests rewrites this file with QIBEI_RECORD=1.
      #include "CQibeiSchemas.h"

      #pragma clang diagnostic ignored "-Wc23-extensions"


      """
    for (index, file) in files.enumerated() {
      text +=
        "static const unsigned char file\(index)[] = {\n#embed \"../../schemas/\(file)\"\n};\n"
    }
    text += "\nstatic const qibei_schema_file files[] = {\n"
    for (index, file) in files.enumerated() {
      text += "  {\"\(file)\", file\(index), sizeof file\(index)},\n"
    }
    return text + """
      };

      size_t qibei_schema_count(void) { return sizeof files / sizeof files[0]; }

      const qibei_schema_file *qibei_schema_at(size_t position) {
        return position < qibei_schema_count() ? &files[position] : 0;
      }

      """
  }

  @Test func `puts every rule file into the program`() throws {
    if Snapshot.isRecording {
      let file = Fixture.root.appendingPathComponent(Self.listing)
      try Data(Self.expected.utf8).write(to: file)
    }
    let actual = try Fixture.text(of: Self.listing)
    #expect(Snapshot.difference(actual, from: Self.expected) == [])
    #expect(actual == Self.expected)
  }

  @Test(arguments: [
    ("checklists", "checklist.xsd"), ("overlays", "overlay.xsd"), ("tables", "tables.xsd"),
    ("samples", "dossier.xsd"),
  ])
  func `are valid by their schemas`(_ folder: String, _ schema: String) throws {
    let files = Fixture.files(below: "schemas/\(folder)", endingIn: ".xml")
    let paths = files.map { Fixture.root.appendingPathComponent($0).path }
    let valid = try XMLLint.valid(files: paths, by: schema)
    #expect(zip(files, valid).filter { !$0.1 }.map(\.0) == [])
    #expect(!files.isEmpty)
  }

  @Test func `have a folder and a name that tell category and version`() throws {
    let odd = Self.files.filter { $0.split(separator: "/").count == 3 }.filter { path in
      let steps = path.split(separator: "/")
      return (try? Regex("^\(steps[1])\\.[0-9]{4}-[0-9]{2}-[0-9]{2}\\.xml$"))
        .flatMap { try? $0.wholeMatch(in: String(steps[2])) } == nil
    }
    #expect(odd == [])
  }
}
