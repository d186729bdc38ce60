// SPDX-License-Identifier: Apache-2.0
import Foundation
import QibeiTesting
import Testing

/// The laws of the house that the compiler does not keep.
struct ArchitectureTests {
  private static let sources = Fixture.files(below: "Sources", endingIn: ".swift")
  private static let all =
    sources + Fixture.files(below: "Tests", endingIn: ".swift") + ["Package.swift"]

  /// The lines of every file, read once.
  private static let lines: [String: [String]] = {
    var lines: [String: [String]] = [:]
    for path in all {
      lines[path] = try? String(decoding: Fixture.bytes(of: path), as: UTF8.self).utf8
        .split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        .map { String(Substring($0)) }
    }
    return lines
  }()

  /// `path:line` of every line that a pattern is found in, comments and strings left out.
  private static func lines(
    _ paths: [String], where found: (String) -> Bool
  ) -> [String] {
    paths.flatMap { path in
      (lines[path] ?? []).enumerated().filter { found($0.element) && found(code($0.element)) }
        .map { "\(path):\($0.offset + 1)" }
    }
  }

  private static func code(_ line: String) -> String {
    let trimmed = line.drop { $0 == " " }
    return trimmed.hasPrefix("//") ? "" : line.replacing(/"[^"]*"/, with: "\"\"")
  }

  @Test func `finds the sources`() {
    #expect(Self.sources.contains("Sources/QibeiCore/Checks/CheckCatalog.swift"))
    #expect(Self.all.contains("Tests/ArchitectureTests/ArchitectureTests.swift"))
  }

  @Test func `keeps every file below three hundred lines`() {
    let long = Self.lines.filter { $0.value.count > 300 }
    #expect(long.map { "\($0.key): \($0.value.count)" }.sorted() == [])
  }

  @Test func `begins every file with the licence`() {
    let bare = Self.lines.filter {
      !$0.value.prefix(2).contains("// SPDX-License-Identifier: Apache-2.0")
    }
    #expect(bare.keys.sorted() == [])
  }

  @Test func `imports libxml2 in one folder only`() {
    let strays = Self.lines(Self.all) { $0.contains("import CLibXML2") }
    #expect(strays.filter { !$0.hasPrefix("Sources/QibeiXML/LibXML2/") } == [])
    #expect(!strays.isEmpty)
  }

  @Test func `touches memory by hand in three folders only`() {
    let allowed = [
      "Sources/QibeiXML/LibXML2/", "Sources/QibeiFiles/", "Sources/QibeiEvidence/Libraries/",
    ]
    let found = Self.lines(Self.sources) { $0.contains("unsafe ") }
    #expect(found.filter { line in !allowed.contains { line.hasPrefix($0) } } == [])
    #expect(!found.isEmpty)
  }

  @Test func `imports nothing into the core`() {
    let core = Self.sources.filter { $0.hasPrefix("Sources/QibeiCore/") }
    #expect(Self.lines(core) { $0.contains("import ") } == [])
  }

  @Test func `does not need Foundation`() {
    // What asks SwiftPM for a build step gets its paths as Foundation has them.
    let own = Self.sources.filter { !$0.hasPrefix("Sources/Plugins/") }
    #expect(Self.lines(own) { $0.contains("import Foundation") } == [])
  }

  @Test(arguments: ["@unchecked", "nonisolated(unsafe)", "try!", "fatalError", "@preconcurrency"])
  func `does without what hides a fault`(_ word: String) {
    #expect(Self.lines(Self.sources) { $0.contains(word) } == [])
  }

  @Test func `asks the clock in one place`() {
    let found = Self.lines(Self.sources) { $0.contains("time(nil)") || $0.contains(" Date()") }
    #expect(found.map { $0.split(separator: ":")[0] } == ["Sources/QibeiFiles/FileSystem.swift"])
  }

  @Test func `says in a sentence what every shared type is`() {
    var bare: [String] = []
    for path in Self.sources {
      let lines = Self.lines[path] ?? []
      for (index, line) in lines.enumerated() {
        let declaration =
          #/^ *(@\w+ )*(package|public) (indirect |final )?(struct|class|enum|protocol|typealias) /#
        guard line.contains("pac") || line.contains("pub"), line.contains(declaration) else {
          continue
        }
        var above = index - 1
        while above >= 0, lines[above].drop(while: { $0 == " " }).hasPrefix("@") { above -= 1 }
        if above < 0 || !lines[above].drop(while: { $0 == " " }).hasPrefix("///") {
          bare.append("\(path):\(index + 1)")
        }
      }
    }
    #expect(bare == [])
  }
}
