// SPDX-License-Identifier: Apache-2.0
package import QibeiCore

/// A page for each dossier of a batch, and the list that leads to them.
package struct DossierPages: Sendable {
  /// The folder of the pages, seen from the list.
  package static let folder = "dossiers"
  /// The list's file name.
  package static let list = "dossiers.html"

  private let options: ReportOptions
  /// Those that the pages speak, the first of them first.
  package var languages: [Language] { options.languages }

  /// - Parameter languages: those that the pages speak, the first of them first.
  package init(_ languages: [Language]) {
    var options = ReportOptions()
    options.languages = languages
    self.options = options
  }

  /// The page of one dossier, and its file name.
  package struct Page: Sendable {
    package let name: String
    package let text: String

    /// - Parameters:
    ///   - input: what the dossier is called: a path, or a place in a stream.
    ///   - key: the number that tells inputs apart whose names look alike.
    ///   - text: the page.
    package init(_ input: String, key: UInt64, text: String) {
      name = DossierPages.name(of: input, key: key)
      self.text = text
    }
  }

  /// The page of one dossier.
  package func page(_ report: Report, key: UInt64) -> Page {
    Page(report.input, key: key, text: ReportFormat.html.render(report, options))
  }

  // Letters, digits and hyphens only, which any file system takes and no link has to quote.
  private static func name(of input: String, key: UInt64) -> String {
    var parts = input.split(separator: "/")
    if parts.count > 1, parts.last == "dossier.xml" { parts.removeLast() }
    var stem = parts.last.map(String.init) ?? ""
    for ending in [".xml", ".zip"] where stem.lowercased().hasSuffix(ending) {
      stem.removeLast(ending.count)
    }
    var name = String.UnicodeScalarView()
    for scalar in stem.unicodeScalars.prefix(longestStem) {
      let isPlain = scalar.properties.isAlphabetic || scalar.properties.numericType == .decimal
      name.append(isPlain ? scalar : "-")
    }
    return "\(String(name))-\(TextHash.digits(key)).html"
  }

  // With four bytes a letter the name stays below the 255 bytes that file systems take.
  private static let longestStem = 48

  /// What the list begins with.
  package var head: String {
    HTMLPage(.init("逐份核对结果", "Results, dossier by dossier"), languages: languages, hasIndex: false)
      .head
      + "<table>\n<tr>\(heading(.init("材料", "Dossier")))\(heading(.init("结论", "Result")))\(heading(.init("未决项", "Open points")))</tr>\n"
  }

  /// What the list ends with.
  package static var foot: String { "</table>\n" + HTMLPage.foot }

  /// A dossier's line of the list.
  package func entry(_ report: Report, name: String) -> String {
    let assessment = report.assessment
    let open = assessment.findings.count { $0.disposition.keepsOpen }
    let link = HTMLPage.escaped("\(Self.folder)/\(name)")
    return
      "<tr><td><a href=\"\(link)\">\(HTMLPage.escaped(report.input))</a></td><td>\(words(assessment.verdict.label))</td><td>\(open)</td></tr>\n"
  }

  /// The line of an input that is no dossier and has no page.
  package func entry(refused input: String, _ messages: [BilingualText]) -> String {
    let reasons = messages.map(words).joined(separator: "<br>")
    return
      "<tr><td>\(HTMLPage.escaped(input))</td><td>\(words(.init("打不开", "could not be read")))</td><td>\(reasons)</td></tr>\n"
  }

  private func heading(_ text: BilingualText) -> String {
    "<th scope=\"col\">\(words(text))</th>"
  }

  private func words(_ text: BilingualText) -> String { HTMLPage.both(text, languages) }
}
