// SPDX-License-Identifier: Apache-2.0
import Foundation
import QibeiTesting
import Testing

/// The pages that people open, in a real browser.
struct PageTests {
  /// Writes every kind of page, and tells their names.
  private static func pages(in folder: TemporaryFolder) throws -> [String] {
    let samples = ["work-permit-notice-abroad-incomplete", "power-company-manager"]
    var pages: [String] = []
    for (index, sample) in samples.enumerated() {
      for (command, options) in [
        ("check", ["--lang", "both", "-q"]), ("notice", []), ("brief", ["--with-private"]),
        ("plan", ["--lang", "both", "--on", "2026-03-16"]),
      ] {
        let page = "\(folder.path)/\(command)-\(index).html"
        _ = try Qibei.program([command, Qibei.sample(sample), "-o", page] + options)
        pages.append(page)
      }
    }
    return pages
  }

  @Test func `fit a screen of 320 pixels, without scrolling sideways`() throws {
    let folder = try TemporaryFolder()
    let browser = try #require(Program(named: "chromium"))
    let pages = try Self.pages(in: folder)
    // Frames in one page, because the browser's own window does not get so narrow.
    let frames = pages.map {
      "<iframe width=\"320\" height=\"800\" src=\"file://\($0)\"></iframe>"
    }
    let script = """
      onload = () => document.title = [...document.querySelectorAll('iframe')].map(frame => {
        const page = frame.contentDocument.documentElement;
        return page.scrollWidth <= page.clientWidth && page.scrollHeight > 800 ? 'fits' : 'wide';
      }).join(' ');
      """
    try folder.write(
      Array("<!DOCTYPE html>\n\(frames.joined())<script>\(script)</script>".utf8), to: "w.html")
    let result = try browser.run(
      [
        "--headless", "--no-sandbox", "--disable-gpu", "--allow-file-access-from-files",
        "--user-data-dir=\(folder.path)/browser", "--virtual-time-budget=10000", "--dump-dom",
        "file://\(folder.path)/w.html",
      ], in: folder.url)
    let title = result.output.firstMatch(of: #/<title>([a-z ]*)</title>/#)?.output.1 ?? ""
    #expect(title == Array(repeating: "fits", count: pages.count).joined(separator: " "))
  }

  @Test func `say their language, have one first heading and label every table`() throws {
    let folder = try TemporaryFolder()
    for page in try Self.pages(in: folder) {
      let html = try String(contentsOfFile: page, encoding: .utf8)
      #expect(html.contains("<html lang=\"zh-Hans\">"), "\(page)")
      #expect(html.contains("lang=\"en\""))
      #expect(html.matches(of: #/<h1\b/#).count >= 1)
      #expect(html.matches(of: #/<table/#).count <= html.matches(of: #/<th scope=/#).count)
      for outside in ["<script", "http-equiv", "<link", "<img", "url(", "@import"] {
        #expect(!html.contains(outside), "\(page) \(outside)")
      }
    }
  }
}
