// SPDX-License-Identifier: Apache-2.0
import Foundation
import QibeiFiles
import QibeiSchemas
import QibeiTesting
import Testing

/// The rule files: all inside the program, and all valid.
struct EmbeddedSchemasTests {
  private static let folders = ["checklists", "overlays", "tables"]

  private static let files: [String] = folders.flatMap {
    Fixture.files(below: "schemas/\($0)", endingIn: ".xml")
  }.map { String($0.dropFirst("schemas/".count)) }

  @Test func `puts every rule file into the program`() throws {
    #expect(Schemas.paths == Self.files, "touch Package.swift, so that the build looks again")
    for path in Self.files {
      let file = try #require(Schemas.file(path))
      #expect(file.text == (try Fixture.text(of: "schemas/\(path)")), "\(path)")
      #expect(file.digest == Digest.sha256(Array(file.text.utf8)), "\(path)")
    }
    #expect(Schemas.file("tables/none.xml") == nil)
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
