// SPDX-License-Identifier: Apache-2.0
import QibeiCore
import QibeiTesting
import QibeiValidation
import Testing

/// Tables of a directory beside those inside the program.
struct DirectoryTablesTests {
  private static func kinds(_ rows: String) -> [UInt8] {
    Array(
      """
      <table xmlns="urn:qibei:table:1" id="supplement-kinds" version="2026-01-01">
      <source zh="来源" en="source" evidence="gov"/>
      \(rows)</table>
      """.utf8)
  }

  private static func problems(_ files: [(path: String, bytes: [UInt8])]) throws -> [String] {
    let folder = try TemporaryFolder()
    for file in files { try folder.write(file.bytes, to: file.path) }
    do throws(ChecklistError) {
      _ = try ChecklistLibrary(.directory(folder.path))
      return []
    } catch {
      return error.problems.map {
        String("\($0.place): \($0.message.en)".dropFirst(folder.path.count + 1))
      }
    }
  }

  @Test func `says where a table inside the program does not fit a directory's kinds`() throws {
    let kinds = Self.kinds(#"<kind id="other" zh="其他" en="other paper"/>"#)
    let problems = try Self.problems([("tables/supplement-kinds.xml", kinds)])
    let points = try Fixture.text(of: "schemas/tables/points.xml")
    let lines = points.split(separator: "\n", omittingEmptySubsequences: false)
    let expected = lines.indices.filter { lines[$0].contains("papers=") }.map { $0 + 1 }
    let told = problems.map { $0.split(separator: ":") }
    #expect(told.allSatisfy { $0[0] == "tables/points.xml" })
    #expect(Set(told.map { Int($0[1]) ?? 0 }).sorted() == expected)
  }

  @Test func `tells faults of the languages before those of the kinds`() throws {
    let kinds = Self.kinds(#"<kind id="passport" zh="护照"/>"#)
    let languages = Array(
      """
      <table xmlns="urn:qibei:table:1" id="languages" version="2026-01-01">
      <language code="eng"/></table>
      """.utf8)
    let problems = try Self.problems([
      ("tables/supplement-kinds.xml", kinds), ("tables/languages.xml", languages),
    ])
    #expect(problems == ["tables/languages.xml:2:1: <language> needs a proper code, zh and en"])
  }

  @Test func `finds the last of two kinds, and lists both once`() {
    let table = SupplementKindTable(
      ["b", "a", "b", "c"].map {
        SupplementKindTable.Entry(
          id: $0, title: .init($0, $0), alsoKnownAs: [], subject: .person)
      })
    #expect(table.ids == ["a", "b", "c"])
    #expect(["a", "b", "c", "", "d"].map { table[$0]?.index } == [1, 2, 3, nil, nil])
  }
}
