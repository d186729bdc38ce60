// SPDX-License-Identifier: Apache-2.0
internal import QibeiCore

/// The report for a terminal: header, findings by what must happen, and the verdict last.
struct TextReport {
  private let report: Report
  private let options: ReportOptions
  private let width: DisplayWidth
  private let language: Language
  // One for each language shown.
  private let wordings: [Wording]

  init(_ report: Report, _ options: ReportOptions) {
    self.report = report
    self.options = options
    width = DisplayWidth(ambiguous: options.ambiguousWidth)
    language = options.languages.first ?? .zh
    wordings = options.languages.map { Wording(assessment: report.assessment, language: $0) }
  }

  private var assessment: Assessment { report.assessment }

  private var shown: [(finding: Finding, position: SourcePosition)] { report.shown(options) }

  var text: String {
    switch options.detail {
    case .plain: return shown.map(plain).joined() + plainStamp
    case .brief:
      return shown.filter { $0.finding.disposition != .look }.map(brief).joined() + answer + stamp
        + verdict
    case .normal: return header + sections + joint + answer + stamp + verdict + clock + next
    case .verbose:
      return header + sections + joint + criteria + files + answer + stamp + verdict + clock
        + next
    }
  }

  private var criteria: String {
    options.languages.map { language in
      CriteriaLines(assessment, language).lines.map { SafeText.visible($0) + "\n" }.joined() + "\n"
    }.joined()
  }

  private var files: String {
    options.languages.map { language in
      let lines = FileLines(assessment, language).lines
      return lines.isEmpty ? "" : lines.map { SafeText.visible($0) + "\n" }.joined() + "\n"
    }.joined()
  }

  // What is not shown is at least counted, or the verdict would have no reason.
  private var stamp: String {
    guard let stamp = report.stamp(options) else { return "" }
    return options.languages.map { stamp[$0] + "\n" }.joined()
  }

  private var plainStamp: String {
    report.stamp(options).map { "-\tpartial\t\t\t\t\($0[language])\t\n" } ?? ""
  }

  private var header: String {
    var lines = options.languages.flatMap { language in
      HeaderLines(assessment, language).lines
    }
    if options.detail == .verbose {
      lines += options.languages.flatMap { HeaderLines(assessment, $0).origins }
    }
    return lines.map { $0 + "\n" }.joined() + "\n"
  }

  private var sections: String {
    var number = 0
    var text = ""
    let shown = shown
    for disposition in Disposition.allCases {
      let group = shown.filter { $0.finding.disposition == disposition }
      guard !group.isEmpty else { continue }
      if disposition == .look, options.detail != .verbose {
        text += looks(group.map(\.finding)) + "\n"
        continue
      }
      text += options.languages.map { heading(disposition, group.count, $0) }.joined()
      for (finding, position) in group {
        number += 1
        text += entry(number, finding, position)
      }
      text += "\n"
    }
    return text
  }

  private func heading(_ disposition: Disposition, _ count: Int, _ language: Language) -> String {
    let title = disposition.label[language]
    let text = language == .zh ? "\(title) \(count) 项" : "\(title): \(count)"
    return paint(text, disposition) + "\n"
  }

  private func looks(_ findings: [Finding]) -> String {
    wordings.map { wording in
      let language = wording.language
      var names: [String] = []
      var seen: Set<String> = []
      for finding in findings {
        let name =
          finding.supplement.map(wording.paper) ?? finding.requirement?.title[language]
          ?? wording.message(finding)
        if seen.insert(name).inserted { names.append(name) }
      }
      return language == .zh
        ? "窗口会人工核对 \(findings.count) 项：\(names.joined(separator: "、"))（不影响本结论；看明细加 -v）\n"
        : "The window will look at \(findings.count) itself: \(names.joined(separator: ", ")) (not part of this result; details: -v)\n"
    }.joined()
  }

  private func entry(_ number: Int, _ finding: Finding, _ position: SourcePosition) -> String {
    var text = ""
    for (index, wording) in wordings.enumerated() {
      let language = wording.language
      let subject = wording.subject(finding)
      let label = pad("\(number)", to: 3) + " " + finding.kind.code + " "
      let tag = paint("[\(finding.kind.tag[language])]", finding.disposition)
      let message = wording.message(finding) + (subject.isEmpty ? "" : " · \(subject)")
      let first = index == 0 ? label : String(repeating: " ", count: width.columns(of: label))
      let indent = 11
      let lines = width.wrap(
        message, to: options.width - indent - width.columns(of: finding.kind.tag[language]) - 3)
      text += "\(first)\(tag) \(lines.first ?? "")\n"
      text += lines.dropFirst().map { String(repeating: " ", count: indent) + $0 + "\n" }.joined()
      text += detail(wording.remedy(finding))
      text += detail(context(finding, position, language))
    }
    return text
  }

  private func detail(_ text: String) -> String {
    guard !text.isEmpty else { return "" }
    return width.wrap(text, to: max(20, options.width - 11))
      .map { String(repeating: " ", count: 11) + $0 + "\n" }.joined()
  }

  private func context(
    _ finding: Finding, _ position: SourcePosition, _ language: Language
  ) -> String {
    let details =
      options.detail == .verbose
      ? finding.bases.map { BasisLine($0, language).text } + [position.path] : []
    return ContextLine(finding, report, language, details: details, at: position).text
  }

  private var answer: String {
    guard let resubmission = report.resubmission else { return "" }
    return wordings.map { wording in
      ResubmissionLines(resubmission, wording).lines.map { $0 + "\n" }.joined() + "\n"
    }.joined()
  }

  private var joint: String {
    options.languages.map { language in
      let lines = JointLines(assessment, language, whole: options.detail == .verbose).lines
      return lines.isEmpty ? "" : lines.map(wrapped).joined() + "\n"
    }.joined()
  }

  private func wrapped(_ line: String) -> String {
    let indent = line.hasPrefix(" ") ? "  " : ""
    let rows = width.wrap(
      String(SafeText.visible(line).drop { $0 == " " }), to: max(20, options.width - 4))
    return rows.enumerated().map { (row, text) in
      (row == 0 ? indent : indent + "  ") + text + "\n"
    }.joined()
  }

  private var verdict: String {
    options.languages.map { language in
      let conclusion = JointLines(assessment, language).conclusion
      return VerdictLine(assessment, language).text + "\n" + unmet(language)
        + conclusion.map(wrapped).joined()
    }.joined()
  }

  // No paper supplies a condition, but whoever hands in should not learn of it at the window.
  private func unmet(_ language: Language) -> String {
    guard options.detail == .normal else { return "" }
    return assessment.unmetCriteria.map { criterion in
      wrapped(
        language == .zh
          ? "注意：按所写的事实不符合这一条件（不属于材料）：\(criterion.text.zh)"
          : "Mind: by the facts declared this condition is not met (no paper): \(criterion.text.en)"
      )
    }.joined()
  }

  private var clock: String {
    guard let received = options.received else { return "" }
    let lines = ClockLines(assessment, received: received).lines
    return options.languages.flatMap { language in lines.map { $0[language] + "\n" } }.joined()
  }

  private var next: String {
    guard let first = assessment.findings.first(where: { $0.disposition != .look }) else {
      return ""
    }
    let target = SafeText.visible(report.input)
    return language == .zh
      ? "下一步\n  qibei explain \(first.kind.code)    依据、含义、怎么办\n  qibei check \(target)\(options.extraArguments) -o report.md    存成清单\n"
      : "Next\n  qibei explain \(first.kind.code)    what it means and what to do\n  qibei check \(target)\(options.extraArguments) -o report.md    a list to keep\n"
  }

  private func brief(_ finding: Finding, _ position: SourcePosition) -> String {
    wordings.map { wording in
      let tag = paint("[\(finding.kind.tag[wording.language])]", finding.disposition)
      // Of several people nobody could tell whose paper it is.
      let subject = assessment.dossier.persons.count > 1 ? wording.subject(finding) : ""
      return
        "\(finding.kind.code) \(tag) \(wording.message(finding))\(subject.isEmpty ? "" : " · \(subject)")\n"
    }.joined()
  }

  private func plain(_ finding: Finding, _ position: SourcePosition) -> String {
    let wording = wordings[0]
    return [
      finding.kind.code, finding.disposition.rawValue, finding.requirement?.id ?? "",
      "\(SafeText.visible(report.input)):\(position.line):\(position.column)",
      wording.subject(finding), wording.message(finding), wording.remedy(finding),
    ].joined(separator: "\t") + "\n"
  }

  private func pad(_ text: String, to columns: Int) -> String {
    String(repeating: " ", count: max(0, columns - text.count)) + text
  }

  private func paint(_ text: String, _ disposition: Disposition) -> String {
    guard options.color else { return text }
    switch disposition {
    case .supplement, .elsewhere, .unchecked: return "\u{1B}[31m\(text)\u{1B}[0m"
    case .fixNow, .deferrable: return "\u{1B}[33m\(text)\u{1B}[0m"
    case .look, .advise: return text
    }
  }
}
