// SPDX-License-Identifier: Apache-2.0
package import QibeiCore

/// What a batch came to, as one page with drawings and without a script.
package struct BatchPage {
  private let wording: BatchWording
  private let titles: [String: BilingualText]
  private let list: String?
  private let languages: [Language]

  /// - Parameters:
  ///   - tally: the counts.
  ///   - title: the name of a category; nil where it has none.
  ///   - list: where the results stand dossier by dossier, seen from the page; nil for nowhere.
  ///   - languages: those that it speaks, the first of them first.
  package init(
    _ tally: BatchTally, title: (String) -> BilingualText?, list: String? = nil,
    languages: [Language]
  ) {
    self.list = list
    wording = BatchWording(tally)
    var titles: [String: BilingualText] = [:]
    for entry in tally.categories { titles[entry.category] = title(entry.category) }
    self.titles = titles
    self.languages = languages
  }

  private struct Bar {
    let label: BilingualText
    let count: Int
    var fill = "#1c4587"
  }

  /// The whole page.
  package var text: String {
    let tally = wording.tally
    var page = HTMLPage(
      .init("批量核对汇总", "Summary of a batch"), languages: languages, hasIndex: false)
    page.add("<p class=\"verdict\">\(page.both(wording.headline))</p>\n")
    if let untouched = wording.untouched { page.add("<p>\(page.both(untouched))</p>\n") }
    if let list {
      let words = page.both(.init("逐份核对结果", "Results, dossier by dossier"))
      page.add("<p><a href=\"\(HTMLPage.escaped(list))\">\(words)</a></p>\n")
    }
    draw(.init("结论", "Results"), verdicts, of: tally.total, on: &page)
    draw(
      .init("常见原因（有此问题的份数）", "Frequent causes (dossiers that have them)"),
      tally.causes.prefix(20).map { cause in
        let tag = wording.tag(cause.code)
        return Bar(
          label: .init("\(cause.code) \(tag.zh)", "\(cause.code) \(tag.en)"), count: cause.count)
      }, of: tally.total, on: &page)
    draw(
      .init("类别", "Categories"),
      tally.categories.map { entry in
        Bar(
          label: titles[entry.category] ?? .init(entry.category, entry.category),
          count: entry.count)
      }, of: tally.total, on: &page)
    draw(
      .init("高层次人才和家庭", "High-level talents and families"),
      [
        Bar(label: .init("高层次人才", "High-level talents"), count: tally.talents),
        Bar(label: .init("家庭一同申请", "Families applying together"), count: tally.families),
      ], of: tally.total, on: &page)
    page.add(
      "<p class=\"small\">\(page.both(.init("高层次人才：按 A 类办理，或写有人才认定、推荐的申请人；家庭：不止一人申请。这是预先核对的汇总，不是受理决定。", "High-level talents: work category A, or an applicant with a declared recognition or recommendation. Families: more than one person applies. This sums up pre-checks; it is not an acceptance.")))</p>\n"
    )
    return page.text
  }

  private var verdicts: [Bar] {
    let fills: [Verdict: String] = [
      .complete: "#38761d", .incomplete: "#7f0000", .undetermined: "#7f6000",
    ]
    return Verdict.allCases.map { verdict in
      Bar(
        label: verdict.label, count: wording.count(verdict), fill: fills[verdict] ?? "#1c4587")
    } + [Bar(label: .init("打不开", "could not be read"), count: wording.tally.refused, fill: "#444")]
  }

  private func draw(
    _ title: BilingualText, _ bars: [Bar], of total: Int, on page: inout HTMLPage
  ) {
    guard bars.contains(where: { $0.count > 0 }) else { return }
    page.heading(title)
    for bar in bars {
      let share = total > 0 ? (bar.count * 1000 + total / 2) / total : 0
      let label = "\(plain(bar.label)): \(bar.count) (\(share / 10).\(share % 10) %)"
      // Words stand beside the drawing, so that they stay readable on a narrow screen.
      page.add("<p class=\"bar\">\(label)</p>\n")
      page.add(
        "<svg role=\"img\" width=\"100%\" height=\"14\"><title>\(label)</title><rect width=\"100%\" height=\"14\" fill=\"#eee\"/><rect width=\"\(share / 10).\(share % 10)%\" height=\"14\" fill=\"\(bar.fill)\"/></svg>\n"
      )
    }
  }

  private func plain(_ text: BilingualText) -> String {
    let words = languages.map { text[$0] }
    return HTMLPage.escaped(
      words.count > 1 && words[0] == words[1] ? words[0] : words.joined(separator: " · "))
  }
}
