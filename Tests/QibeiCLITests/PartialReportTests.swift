// SPDX-License-Identifier: Apache-2.0
import Foundation
import QibeiTesting
import Testing

/// A report that leaves findings out says so in every format, and keeps the verdict of them all.
struct PartialReportTests {
  private static let dossier = Qibei.sample("pr-foreign-chinese-doctor-incomplete")

  private static func codes(_ arguments: String...) throws -> [String] {
    let json = try Qibei.program(["check", "--json", dossier] + arguments).output
    let report = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
    let findings = report?["findings"] as? [[String: Any]]
    return (findings ?? []).compactMap { $0["code"] as? String } + ["\(report?["hidden"] ?? "")"]
  }

  @Test func `shows the codes asked for and no others`() throws {
    let all = try Self.codes().dropLast()
    let missing = all.filter { $0.hasPrefix("QB21") }
    #expect(!missing.isEmpty && missing.count < all.count)
    #expect(try Self.codes("--only", "qb21") == missing + ["\(all.count - missing.count)"])
    let rest = all.filter { !$0.hasPrefix("QB21") }
    #expect(try Self.codes("--skip", "QB21") == rest + ["\(missing.count)"])
    #expect(try Self.codes("--only", "QB2", "--skip", "QB21").dropLast().allSatisfy(rest.contains))
    #expect(try Self.codes("--only", "QB") == all + ["0"])
  }

  @Test(
    arguments: ["text", "csv", "md", "sarif", "junit", "svrl"], [[], ["--brief"], ["--plain"]])
  func `is stamped in every format, and only when it is partial`(
    _ format: String, _ detail: [String]
  ) throws {
    let arguments = ["check", Self.dossier, "--format", format] + detail
    let whole = try Qibei.program(arguments)
    let partial = try Qibei.program(arguments + ["--only", "QB2101"])
    #expect(!whole.output.contains("partial:"))
    #expect(!whole.output.contains("\"partial\""))
    #expect(partial.output.contains("This report is partial: "))
    #expect([whole.status, partial.status] == [1, 1])
  }

  @Test func `does not call a dossier complete because its findings are left out`() throws {
    let result = try Qibei.run("check", Self.dossier, "--only", "QB9101", "--brief")
    #expect(result.status == 1)
    #expect(result.output.hasPrefix("This report is partial: "))
    #expect(result.output.contains("Result: not complete"))
  }
}
