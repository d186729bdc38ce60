// SPDX-License-Identifier: Apache-2.0
internal import QibeiCore

/// The report for continuous integration (JUnit XML): a line of the list is a test case, once for each person.
///
/// What binds fails, what could not be checked is an error, and what only the window can look at, or what cannot
/// be told yet, is skipped: nothing of that counts as passed. There are no times, so equal dossiers give equal reports.
struct JUnitReport {
  private let report: Report
  private let options: ReportOptions
  private let wordings: [Wording]

  private typealias Entry = (finding: Finding, position: SourcePosition)

  private enum Result: String {
    case passed = "system-out"
    case failure, error, skipped
  }

  private struct TestCase {
    let className: String
    let name: String
    let result: Result
    let type: String?
    /// In one line.
    let message: String?
    let lines: [String]
  }

  private init(_ report: Report, _ options: ReportOptions) {
    self.report = report
    self.options = options
    wordings = options.languages.map { Wording(assessment: report.assessment, language: $0) }
  }

  private var assessment: Assessment { report.assessment }

  /// One document over all reports.
  static func document(_ reports: [Report], _ options: ReportOptions) -> String {
    let suites = reports.map { JUnitReport($0, options) }
      .flatMap { report in report.suites.map { (report, $0) } }
    let all = suites.flatMap(\.1.cases)
    return XMLMarkup.declaration
      + "<testsuites\(XMLMarkup.attributes([("name", "qibei")] + counts(all)))>\n"
      + suites.map { $0.0.text($0.1) }.joined() + "</testsuites>\n"
  }

  private static func counts(_ cases: [TestCase]) -> [(name: String, value: String?)] {
    func count(_ result: Result) -> String { String(cases.count { $0.result == result }) }
    return [
      ("tests", String(cases.count)), ("failures", count(.failure)), ("errors", count(.error)),
    ]
  }

  private typealias Suite = (name: String, source: String?, cases: [TestCase])

  // What belongs to no line stands first, as in a report for people.
  private var suites: [Suite] {
    let (lines, rest) = report.cases(in: options.order)
    let own = rest.filter { isShown($0.finding) }.map(testCase) + unseen(rest)
    var suites: [Suite] = own.isEmpty ? [] : [("dossier", nil, own)]
    for checklist in assessment.checklists {
      let cases = lines.filter { $0.checklist.category == checklist.category }.map(testCase)
      guard !cases.isEmpty else { continue }
      let sources = ([checklist.source] + checklist.overlays)
        .map { "\($0.id) \($0.version) sha256:\($0.digest)" }
      suites.append((checklist.category, sources.joined(separator: ", "), cases))
    }
    return suites
  }

  private func isShown(_ finding: Finding) -> Bool {
    options.view.shows(finding, in: assessment.dossier)
  }

  // What is not shown fails all the same.
  private func unseen(_ entries: [Entry]) -> [TestCase] {
    let hidden = entries.filter { !isShown($0.finding) }
    guard let stamp = report.stamp(options), let result = result(of: hidden), result != .skipped
    else { return [] }
    let words = joined(stamp)
    return [
      TestCase(
        className: "dossier", name: words, result: result, type: type(of: hidden), message: words,
        lines: [words])
    ]
  }

  private func joined(_ words: BilingualText) -> String {
    options.languages.map { words[$0] }.joined(separator: " / ")
  }

  // The most urgent disposition.
  private func type(of entries: [Entry]) -> String? {
    entries.map(\.finding.disposition).min { $0.rank < $1.rank }?.rawValue
  }

  private func testCase(_ entry: Entry) -> TestCase {
    TestCase(
      className: "dossier",
      name:
        "\(entry.finding.kind.code) \(sentence(entry)) (\(entry.position.line):\(entry.position.column))",
      result: result(of: [entry]) ?? .passed, type: entry.finding.disposition.rawValue,
      message: sentence(entry), lines: lines(entry))
  }

  private func testCase(_ line: RequirementCase) -> TestCase {
    let all = line.findings + line.shared
    let shown = all.filter { isShown($0.finding) }
    let subject =
      assessment.dossier.identifier(of: line.owner)
      ?? line.owner.path.split(separator: ":").last.map(String.init) ?? ""
    var result = result(of: all) ?? .passed
    var notes: [BilingualText] = []
    if result == .passed, let reason = reason(line, all) {
      result = .skipped
      notes.append(reason)
    }
    if shown.count < all.count, let stamp = report.stamp(options) { notes.append(stamp) }
    let words = notes.map(joined)
    return TestCase(
      className: "\(line.checklist.category).\(subject)",
      name: "\(line.requirement.number) \(joined(line.requirement.title)) [\(line.requirement.id)]",
      result: result,
      type: type(of: all),
      message: (shown.map { "\($0.finding.kind.code) \(sentence($0))" } + words)
        .joined(separator: "; "),
      lines: shown.flatMap(lines) + words)
  }

  private func result(of entries: [Entry]) -> Result? {
    let dispositions = Set(entries.map(\.finding.disposition))
    if dispositions.contains(.unchecked) { return .error }
    if !dispositions.isDisjoint(with: [.elsewhere, .supplement, .fixNow, .deferrable]) {
      return .failure
    }
    return dispositions.contains(.look) ? .skipped : nil
  }

  // Why a line without a fault of its own has not passed; nil where it has.
  private func reason(_ line: RequirementCase, _ findings: [Entry]) -> BilingualText? {
    switch line.state {
    case .satisfied: nil
    case .unknown: .init("还不能判定这一项，见其他问题", "This cannot be told yet; see the other findings")
    case .pending:
      .init("由机关之间流转，不向您要", "Passed on between the authorities, never asked of you")
    case .failing:
      findings.isEmpty
        ? .init("这一项没有单独的结论，见其他问题", "No result of its own; see the other findings") : nil
    }
  }

  private func sentence(_ entry: Entry) -> String {
    wordings.map { $0.message(entry.finding) }.joined(separator: " / ")
  }

  private func lines(_ entry: Entry) -> [String] {
    let finding = entry.finding
    let head = "\(finding.kind.code) "
    return wordings.flatMap { wording in
      let subject = wording.subject(finding)
      let context = ContextLine(finding, report, wording.language, at: entry.position)
      return [
        head + "[\(finding.disposition.label[wording.language])] \(wording.message(finding))"
          + (subject.isEmpty ? "" : " · \(subject)"),
        wording.remedy(finding), context.text,
      ].filter { !$0.isEmpty }
    } + [entry.position.path]
  }

  private func text(_ suite: Suite) -> String {
    var text = "  <testsuite"
    text += XMLMarkup.attributes([("name", suite.name)] + Self.counts(suite.cases))
    text += XMLMarkup.attributes([
      ("skipped", String(suite.cases.count { $0.result == .skipped })), ("file", report.input),
    ])
    text += ">\n    <properties>\n"
    var properties: [(String, String?)] = [
      ("verdict", assessment.verdict.rawValue), ("submission", assessment.submission.description),
      ("place", assessment.place?.description), ("checklist", suite.source),
    ]
    if let stamp = report.stamp(options) {
      properties.append(
        ("partial", joined(stamp)))
    }
    for case (let name, let value?) in properties {
      text += "      <property" + XMLMarkup.attributes([("name", name), ("value", value)]) + "/>\n"
    }
    return text + "    </properties>\n" + suite.cases.map(self.text).joined() + "  </testsuite>\n"
  }

  private func text(_ test: TestCase) -> String {
    let head =
      "    <testcase"
      + XMLMarkup.attributes([("classname", test.className), ("name", test.name)])
    if test.lines.isEmpty { return head + "/>\n" }
    let isPassed = test.result == .passed
    return head + ">\n      "
      + XMLMarkup.element(
        test.result.rawValue,
        isPassed ? [] : [("type", test.type), ("message", test.message)], text: test.lines)
      + "    </testcase>\n"
  }
}
