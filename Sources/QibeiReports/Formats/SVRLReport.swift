// SPDX-License-Identifier: Apache-2.0
internal import QibeiCore

/// The report for Schematron tool chains (SVRL): a line of the list is a pattern, a finding a failed assertion.
///
/// A rule fires only where it was judged to the end or something was found, so that what is not known passes nowhere.
struct SVRLReport {
  private let report: Report
  private let options: ReportOptions
  private let wordings: [Wording]

  private typealias Entry = (finding: Finding, position: SourcePosition)

  private init(_ report: Report, _ options: ReportOptions) {
    self.report = report
    self.options = options
    wordings = options.languages.map { Wording(assessment: report.assessment, language: $0) }
  }

  private var assessment: Assessment { report.assessment }

  /// One document over all reports; each pattern names the file that it is about.
  static func document(_ reports: [Report], _ options: ReportOptions) -> String {
    let reports = reports.map { SVRLReport($0, options) }
    let sources = reports.flatMap { $0.assessment.checklists.flatMap { [$0.source] + $0.overlays } }
    var versions: [String] = []
    for source in sources.map({ "\($0.id) \($0.version)" }) where !versions.contains(source) {
      versions.append(source)
    }
    let head: [(String, String?)] = [
      ("xmlns:svrl", "http://purl.oclc.org/dsdl/svrl"),
      (
        "title",
        options.languages.map { BilingualText("材料核对结果", "Dossier check")[$0] }
          .joined(separator: " · ")
      ),
      ("schemaVersion", versions.isEmpty ? nil : versions.joined(separator: ", ")),
    ]
    return XMLMarkup.declaration
      + "<svrl:schematron-output\(XMLMarkup.attributes(head))>\n"
      + reports.map(\.summary).joined()
      + "  <svrl:ns-prefix-in-attribute-values prefix=\"q\" uri=\"urn:qibei:dossier:1\"/>\n"
      + reports.map(\.patterns).joined() + "</svrl:schematron-output>\n"
  }

  private var summary: String {
    options.languages.map { language in
      var lines = VerdictLine(assessment, language).text.split(separator: "\n").map(String.init)
      lines.append(SafeText.visible(report.input))
      lines += HeaderLines(assessment, language).lines
      if let stamp = report.stamp(options) { lines.append(stamp[language]) }
      return "  " + text(lines, language)
    }.joined()
  }

  private var patterns: String {
    let (cases, rest) = report.cases(in: options.order)
    var text = ""
    let own = rest.filter(isShown)
    if !own.isEmpty || rest.isEmpty {
      text += pattern("dossier", .init("整份材料", "the whole dossier"))
      text += rule("dossier", context: Owner.nobody.path) + own.map(failure).joined()
    }
    var last: String?
    for line in cases {
      let shown = line.findings.filter(isShown)
      guard line.state == .satisfied || !shown.isEmpty else { continue }
      if line.identifier != last { text += pattern(line.identifier, line.requirement.title) }
      last = line.identifier
      text += rule(line.identifier, context: line.owner.path) + shown.map(failure).joined()
    }
    return text
  }

  private func isShown(_ entry: Entry) -> Bool {
    options.view.shows(entry.finding, in: assessment.dossier)
  }

  private func pattern(_ id: String, _ name: BilingualText) -> String {
    "  <svrl:active-pattern"
      + XMLMarkup.attributes([
        ("id", id), ("name", options.languages.map { name[$0] }.joined(separator: " / ")),
        ("documents", FileReference.text(report.input)),
      ]) + "/>\n"
  }

  private func rule(_ id: String, context: String) -> String {
    "  <svrl:fired-rule" + XMLMarkup.attributes([("id", id), ("context", context)]) + "/>\n"
  }

  private func failure(_ entry: Entry) -> String {
    let finding = entry.finding
    var text =
      "  <svrl:failed-assert"
      + XMLMarkup.attributes([
        ("id", finding.kind.code), ("location", entry.position.path),
        ("test", AssertedTest(finding, in: assessment).text),
        ("role", finding.disposition.rawValue), ("flag", flag(finding)),
      ]) + ">\n"
    for wording in wordings {
      let remedy = wording.remedy(finding)
      if !remedy.isEmpty { text += diagnostic("remedy", remedy, wording.language) }
    }
    // An assertion has one text; Schematron tells it in other languages as diagnostics.
    for wording in wordings.dropFirst() {
      text += diagnostic("message", wording.message(finding), wording.language)
    }
    if let first = wordings.first {
      text += "    " + self.text([first.message(finding)], first.language)
    }
    return text + "  </svrl:failed-assert>\n"
  }

  // What was not judged is neither missing nor defective.
  private func flag(_ finding: Finding) -> String? {
    switch finding.disposition {
    case .look, .unchecked, .elsewhere: nil
    case .supplement, .fixNow, .deferrable, .advise:
      finding.kind === FindingKind.missing ? "missing" : "defective"
    }
  }

  private func diagnostic(_ name: String, _ words: String, _ language: Language) -> String {
    "    <svrl:diagnostic-reference"
      + XMLMarkup.attributes([("diagnostic", "\(name)-\(language.rawValue)")]) + ">"
      + text([words], language).dropLast() + "</svrl:diagnostic-reference>\n"
  }

  private func text(_ lines: [String], _ language: Language) -> String {
    XMLMarkup.element("svrl:text", [("xml:lang", language.tag)], text: lines)
  }
}
