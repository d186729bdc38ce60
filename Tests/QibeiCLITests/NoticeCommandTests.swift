// SPDX-License-Identifier: Apache-2.0
import Foundation
import QibeiTesting
import Testing

/// Letters as a window would write them.
struct NoticeCommandTests {
  private static func notice(
    _ dossier: String, _ options: String..., named names: [String] = ["n.html", "n.xml"]
  ) throws -> (result: ProgramResult, folder: TemporaryFolder) {
    let folder = try TemporaryFolder()
    let files = names.flatMap { ["-o", "\(folder.path)/\($0)"] }
    let result = try Qibei.program(["notice", dossier] + files + options)
    return (result, folder)
  }

  /// The values of an attribute, in order.
  private static func values(_ name: String, _ xml: String) throws -> [String] {
    xml.matches(of: try Regex("[< ]\(name)=\"([^\"]*)\"")).compactMap {
      $0.output[1].substring.map(String.init)
    }
  }

  @Test(arguments: [
    ("power-company-manager", "supplement accept", ["QB2602"]),
    ("residence-work-first-complete", "accept", []),
    (
      "work-permit-notice-abroad-incomplete", "supplement",
      ["QB2201", "QB2101", "QB2301", "QB2201", "QB2101"]
    ),
  ])
  func `are valid by their schema and hold every finding once`(
    _ sample: String, _ outcome: String, _ codes: [String]
  ) throws {
    let (result, folder) = try Self.notice(
      Qibei.sample(sample), "--received", "2026-03-16", "--dated", "2026-03-18")
    #expect(result.status == 0)
    let xml = try folder.text(of: "n.xml")
    #expect(try XMLLint.valid(files: ["\(folder.path)/n.xml"], by: "letter.xsd") == [true])
    #expect(try Self.values("outcome", xml).joined(separator: " ") == outcome)
    #expect(try Self.values("items", xml).first == String(codes.count))
    let told = try Self.values("code", xml)
    let report = try Qibei.run("check", Qibei.sample(sample), "--plain").output
    let must = report.split(separator: "\n").map { $0.split(separator: "\t") }
      .filter { ["supplement", "fix-now", "deferrable"].contains($0[1]) }.map { String($0[0]) }
    #expect(told.sorted() == must.sorted())
    #expect(told.count == codes.count)
    #expect(try Self.values("n", xml) == codes.indices.map { String($0 + 1) })
    let bases = xml.matches(of: #/<basis\b/#).count
    #expect(bases >= codes.count)
  }

  @Test func `states what only the window knows, and the law of each matter`() throws {
    let (_, folder) = try Self.notice(
      Qibei.sample("work-permit-notice-abroad-incomplete"), "--received", "2026-03-16", "--dated",
      "2026-03-18", "--number", "苏外专〔2026〕第 12 号", "--due", "2026-04-30", "--office", "示例<b>机关",
      "--officer", "李四", "--telephone", "025-0000", "--delivery", "3 号窗口")
    let html = try folder.text(of: "n.html")
    for text in [
      "补正通知书（一次性告知）", "苏外专〔2026〕第 12 号", "2026-04-30", "示例&lt;b&gt;机关", "李四", "025-0000",
      "3 号窗口", "行政许可法》第三十二条第一款第（四）项", "最迟 2026-03-23",
    ] {
      #expect(html.contains(text), "\(text)")
    }
    #expect(!html.contains("<script"))
    #expect(html.firstMatch(of: /(src|href)=/) == nil)
  }

  @Test func `is refused while something could not be checked`() throws {
    let (result, folder) = try Self.notice(Qibei.sample("wuxi-chip-engineer-yrd"))
    #expect(result.status == 2)
    #expect(result.firstError.hasSuffix("could not be checked; settle first:"))
    #expect(result.error.contains("QB9103"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
  }

  @Test func `goes elsewhere by the right item of the law`() throws {
    let folder = try TemporaryFolder()
    let sample = try DossierText(sample: "work-permit-notice-abroad-complete")
    let resident = sample.replacing(
      "permanent-resident=\"no\"", with: "permanent-resident=\"yes\"")
    try folder.write(resident.bytes, to: "dossier.xml")
    let result = try Qibei.program(
      ["notice", "\(folder.path)/dossier.xml", "-o", "\(folder.path)/n.html"])
    #expect(result.status == 0)
    #expect(result.firstLine == "no licence needed, not accepted: 1 item(s)")
    let html = try folder.text(of: "n.html")
    #expect(html.contains("第三十二条第一款第（一）项"))
  }

  @Test(arguments: [
    (["--received", "2999-01-01"], 64, "--received: 2999-01-01 is still to come"),
    (["--received", "2026-03-20", "--dated", "2026-03-18"], 64, "--dated: 2026-03-18 lies before"),
    (["--dated", "2026-03-18", "--due", "2026-03-17"], 64, "--due: 2026-03-17 lies before"),
    (["--dated", "18.3.2026"], 64, "--dated: “18.3.2026” is not an existing date"),
    (["-o", "notice.pdf"], 64, "-o: no format for “notice.pdf”; use .html or .xml"),
    (["-o", "/nowhere/n.html"], 73, "/nowhere/n.html: cannot be written"),
  ])
  func `says what is wrong with its options`(
    _ options: [String], _ status: Int32, _ error: String
  ) throws {
    let output = options.contains("-o") ? [] : ["-o", "/tmp/never.html"]
    let result = try Qibei.program(
      ["notice", Qibei.sample("power-company-manager")] + output + options)
    #expect(result.status == status)
    #expect(result.firstError.hasPrefix("qibei: \(error)"), "\(result.error)")
  }

  @Test func `prints on paper with every item, in a real browser`() throws {
    let (_, folder) = try Self.notice(
      Qibei.sample("work-permit-notice-abroad-incomplete"), "--dated", "2026-03-18")
    let browser = try #require(Program(named: "chromium"))
    let page = "\(folder.path)/n.html"
    _ = try browser.run(
      [
        "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
        "--user-data-dir=\(folder.path)/browser", "--print-to-pdf=\(folder.path)/n.pdf",
        "file://\(page)",
      ], in: folder.url)
    let reader = try #require(Program(named: "pdftotext"))
    let text = try reader.run(["\(folder.path)/n.pdf", "-"], in: folder.url).output
    for item in 1...5 { #expect(text.contains("\(item)/5"), "\(item)") }
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let xml = try folder.text(of: "n.xml")
    for requirement in try Self.values("code", xml) { #expect(words.contains(requirement)) }
    #expect(words.contains("Supplement notice (told once)"))
  }
}
