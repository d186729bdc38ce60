// SPDX-License-Identifier: Apache-2.0
internal import QibeiCore

/// The report for a browser and for paper: the verdict, then what to do about it, and the rest to be unfolded.
struct HTMLReport {
  private let report: Report
  private let options: ReportOptions
  private let wordings: [Wording]

  init(_ report: Report, _ options: ReportOptions) {
    self.report = report
    self.options = options
    wordings = options.languages.map { Wording(assessment: report.assessment, language: $0) }
  }

  private var assessment: Assessment { report.assessment }

  /// One page.
  var text: String { Self.page([self], options.languages) }

  /// One page over several reports.
  static func page(_ reports: [HTMLReport], _ languages: [Language]) -> String {
    var page = HTMLPage(.init("材料核对结果", "Dossier check"), languages: languages, hasIndex: false)
    for report in reports { report.write(to: &page) }
    return page.text
  }

  private func write(to page: inout HTMLPage) {
    page.add("<section>\n")
    for (index, language) in options.languages.enumerated() {
      let lines = VerdictLine(assessment, language).text.split(separator: "\n")
      page.add(
        "<p class=\"verdict\(index == 0 ? "" : " second")\"\(Self.mark(language, index))>\(HTMLPage.escaped(String(lines.first ?? "")))</p>\n"
      )
      for line in lines.dropFirst() { page.add(paragraph(String(line), language, index)) }
      for line in HeaderLines(assessment, language).lines {
        page.add(paragraph(line, language, index))
      }
      let joint = JointLines(assessment, language)
      for line in joint.conclusion + joint.lines { page.add(paragraph(line, language, index)) }
    }
    if let received = options.received {
      for line in ClockLines(assessment, received: received).lines {
        page.add("<p>\(page.both(line))</p>\n")
      }
    }
    if let resubmission = report.resubmission {
      for (index, wording) in wordings.enumerated() {
        for line in ResubmissionLines(resubmission, wording).lines {
          page.add(paragraph(line, wording.language, index))
        }
      }
    }
    if let stamp = report.stamp(options) { page.add("<p><b>\(page.both(stamp))</b></p>\n") }
    let shown = report.shown(options)
    var number = 0
    for task in Task.allCases {
      let group = shown.filter { task.holds($0.finding) }
      guard !group.isEmpty else { continue }
      let title = BilingualText(
        "\(task.title.zh)（\(group.count)）", "\(task.title.en) (\(group.count))")
      // What the window does itself is there to be looked up.
      let isFolded = task == .look || task == .advice
      page.add(
        isFolded
          ? "<details open><summary>\(page.both(title))</summary>\n"
          : "<h2>\(page.both(title))</h2>\n")
      for (finding, position) in group {
        number += 1
        page.add(entry(number, finding, position, page))
      }
      if isFolded { page.add("</details>\n") }
    }
    page.add(satisfied(page) + machine + "</section>\n")
  }

  private func paragraph(_ text: String, _ language: Language, _ index: Int) -> String {
    "<p class=\"small\"\(Self.mark(language, index))>\(HTMLPage.escaped(text))</p>\n"
  }

  private static func mark(_ language: Language, _ index: Int) -> String {
    index == 0 ? "" : " lang=\"\(language.tag)\""
  }

  private func entry(
    _ number: Int, _ finding: Finding, _ position: SourcePosition, _ page: HTMLPage
  ) -> String {
    let fingerprint = Fingerprint(finding, in: assessment.dossier).text
    var text = "<article class=\"task\" id=\"f\(number)-\(HTMLPage.escaped(fingerprint))\">\n"
    for (index, wording) in wordings.enumerated() {
      let language = wording.language
      let subject = wording.subject(finding)
      let mark = Self.mark(language, index)
      let message = wording.message(finding) + (subject.isEmpty ? "" : " · \(subject)")
      text +=
        "<p\(mark)>\(index == 0 ? "\(number). " : "")<b>\(HTMLPage.escaped(message))</b></p>\n"
      text += "<p\(mark)>\(HTMLPage.escaped(wording.remedy(finding)))</p>\n"
      text +=
        "<p class=\"small\"\(mark)>\(HTMLPage.escaped(ContextLine(finding, report, language, at: position).text))</p>\n"
    }
    if !finding.bases.isEmpty {
      text += "<details><summary>\(page.both(.init("依据", "Legal basis")))</summary>\n"
      for basis in finding.bases {
        let lines = BilingualText(BasisLine(basis, .zh).text, BasisLine(basis, .en).text)
        text += "<p class=\"small\">\(page.both(lines))</p>\n"
      }
      text += "</details>\n"
    }
    return text + "</article>\n"
  }

  private func satisfied(_ page: HTMLPage) -> String {
    let lines = assessment.lines.filter { $0.state == .satisfied }
    guard !lines.isEmpty else { return "" }
    let title = BilingualText("齐备的 \(lines.count) 项", "\(lines.count) items that are fine")
    let rows = lines.map { line in
      "<li>\(line.requirement.number) \(page.both(line.requirement.title))</li>\n"
    }
    return
      "<details><summary>\(page.both(title))</summary>\n<ul>\n\(rows.joined())</ul>\n</details>\n"
  }

  // The same that programs get, so that one file serves both.
  private var machine: String {
    let json = JSONReport(report, options).text.split(separator: "\n")
      .map { HTMLPage.escaped(String($0)) }.joined(separator: "\n")
    return
      "<details class=\"screen\"><summary>JSON (qibei.report/1)</summary>\n<pre>\(json)</pre>\n</details>\n"
  }

  /// What to do, by when it can be done.
  private enum Task: CaseIterable {
    case elsewhere, settle, startNow, supply, sameDay, later, look, advice

    var title: BilingualText {
      switch self {
      case .elsewhere: Disposition.elsewhere.label
      case .settle: .init("先弄清：没有核验成的", "Settle first: could not be checked")
      case .startNow: .init("现在就办：需要时间的", "Start now: takes time")
      case .supply: .init("须补正", "Supply or replace")
      case .sameDay: .init("当天可以改好", "Can be corrected the same day")
      case .later: Disposition.deferrable.label
      case .look: Disposition.look.label
      case .advice: Disposition.advise.label
      }
    }

    func holds(_ finding: Finding) -> Bool {
      let takesTime = (finding.requirement?.leadDays ?? 0) > 0
      switch self {
      case .elsewhere: return finding.disposition == .elsewhere
      case .settle: return finding.disposition == .unchecked
      case .startNow: return finding.disposition == .supplement && takesTime
      case .supply: return finding.disposition == .supplement && !takesTime
      case .sameDay: return finding.disposition == .fixNow
      case .later: return finding.disposition == .deferrable
      case .look: return finding.disposition == .look
      case .advice: return finding.disposition == .advise
      }
    }
  }
}
