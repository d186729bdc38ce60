// SPDX-License-Identifier: Apache-2.0
package import QibeiCore

extension Brief {
  /// The brief as one page to print on A4, Chinese with English beneath.
  package var html: String {
    var page = HTMLPage(Self.title, hasIndex: false)
    for line in head { page.add("<p>\(page.both(line))</p>\n") }
    for section in sections {
      page.heading(section.authority)
      page.add(
        "<p><b>\(page.both(section.matter))</b></p>\n<p>\(page.both(Self.state(section)))</p>\n")
      page.add("<h3>\(page.both(Self.facts))</h3>\n<table>\n")
      for fact in section.facts {
        page.add(
          "<tr><th scope=\"row\">\(page.both(fact.label))</th><td>\(page.both(fact.value))</td></tr>\n"
        )
      }
      page.add("</table>\n")
      if !section.conditions.isEmpty {
        page.add("<h3>\(page.both(Self.conditions))</h3>\n<ul>\n")
        for condition in section.conditions { page.add("<li>\(page.both(condition))</li>\n") }
        page.add("</ul>\n")
      }
      page.add("<h3>\(page.both(Self.open))</h3>\n")
      if let none = Self.none(section) { page.add("<p>\(page.both(none))</p>\n") }
      for point in section.points { page.add(text(of: point, page)) }
    }
    page.heading(Self.decisions)
    page.add("<table class=\"items\">\n<thead><tr>")
    page.add(
      Self.columns.map { "<th scope=\"col\">\(page.both($0))</th>" }.joined()
        + "</tr></thead>\n<tbody>\n")
    for (authority, point) in points {
      page.add(
        "<tr><td>\(point.number)</td><td>\(page.both(point.item))</td><td>\(page.both(authority))</td><td>&nbsp;</td><td>&nbsp;</td><td>\(point.due.map(\.description) ?? "&nbsp;")</td><td>&nbsp;</td></tr>\n"
      )
    }
    page.add("</tbody>\n</table>\n")
    page.add("<div class=\"sign\">")
    for blank in Self.blanks { page.add("<div><p>\(page.both(blank))</p></div>") }
    page.add("</div>\n")
    for line in foot { page.add("<p class=\"small\">\(page.both(line))</p>\n") }
    return page.text
  }

  private func text(of point: Point, _ page: HTMLPage) -> String {
    var text =
      "<article class=\"task\">\n<p>\(point.number). <b>\(page.both(point.fault))</b></p>\n"
    text += "<p class=\"small\">\(page.both(point.item))</p>\n"
    text += "<p>\(page.both(Self.options))</p>\n<ol>\n"
    text += point.options.map { "<li>\(page.both($0))</li>\n" }.joined() + "</ol>\n"
    text += point.law.map { "<p class=\"small\">\(page.both($0))</p>\n" }.joined()
    return text + "</article>\n"
  }

  /// The brief for a terminal, ending in a new line.
  package func text(in language: Language) -> String {
    var lines = [Self.title[language], ""] + head.map { $0[language] }
    for section in sections {
      lines += ["", "\(section.authority[language]) · \(section.matter[language])"]
      lines.append(Self.state(section)[language])
      lines.append(Self.facts[language])
      lines += section.facts.map { "  \($0.label[language]): \($0.value[language])" }
      if !section.conditions.isEmpty {
        lines.append(Self.conditions[language])
        lines += section.conditions.map { "  - \($0[language])" }
      }
      lines.append(Self.open[language])
      if let none = Self.none(section) { lines.append("  \(none[language])") }
      for point in section.points {
        lines.append("  \(point.number) \(point.code) \(point.fault[language])")
        lines.append("      \(point.item[language])")
        lines += point.options.map { "      - \($0[language])" }
        lines += point.law.map { "      \($0[language])" }
      }
    }
    return (lines + [""] + foot.map { $0[language] }).map { SafeText.visible($0) + "\n" }.joined()
  }

  private var head: [BilingualText] {
    let question = details.question.map { SafeText.visible($0) } ?? "____________"
    var lines = [
      BilingualText("申请人：\(applicant)", "Applicant: \(applicant)"),
      BilingualText("会商问题：\(question)", "Question put: \(question)"),
      BilingualText(
        "按 \(submission) 递交核对：\(dossier)", "Checked as if submitted on \(submission): \(dossier)"),
    ]
    lines += clock + joint
    lines.append(
      .init(
        "会商不停止一次告知的期限：专家评审所需时间只不计入决定期限，并须书面告知申请人（行政许可法第 45 条）。",
        "Consulting does not stop the time for the one notice: expert review is only left out of the time for the decision, and its length is told to the applicant in writing (Administrative Licensing Law, article 45)."
      ))
    return lines
  }

  private var foot: [BilingualText] {
    var lines: [BilingualText] = []
    if leftOut > 0 {
      lines.append(
        .init(
          "健康或未成年人的材料 \(leftOut) 项没有列出；确有需要的，用 --with-private 列出。",
          "\(leftOut) about health or minors left out; where they are really needed, --with-private adds them."
        ))
    }
    lines.append(
      .init(
        "本简报由材料核对生成，供会商使用，不是决定。",
        "Drawn up from a check of the dossier, for consultation; it is no decision."))
    return lines
  }

  private static func state(_ section: Section) -> BilingualText {
    .init("按现有材料：\(section.outcome.label.zh)", "As the dossier stands: \(section.outcome.label.en)")
  }

  private static let title = BilingualText("会商简报（专家咨询组）", "Consultation brief")
  private static let facts = BilingualText("所依据的事实", "Facts it turns on")
  private static let conditions = BilingualText("材料不能解决的申请条件", "Conditions that no paper settles")
  private static let open = BilingualText("未决事项", "Open points")
  // What is left out on purpose is open all the same.
  private static func none(_ section: Section) -> BilingualText? {
    guard section.points.isEmpty else { return nil }
    return section.leftOut == 0
      ? .init("没有未决事项。", "Nothing is open.")
      : .init("有 \(section.leftOut) 项没有列出，见文末。", "\(section.leftOut) left out here; see the end.")
  }
  private static let options = BilingualText("可选办法：", "Options:")
  private static let decisions = BilingualText("谁决定、谁承担", "Who decides, who accepts which risk")
  private static let columns: [BilingualText] = [
    .init("序号", "No."), .init("事项", "Point"), .init("机关", "Authority"),
    .init("选定的办法", "Option chosen"), .init("风险由谁承担", "Risk accepted by"),
    .init("承诺和期限", "Commitment, due by"), .init("签名", "Signature"),
  ]
  private static let blanks: [BilingualText] = [
    .init("到会部门：", "Departments present:"), .init("决定和日期：", "Decision and date:"),
    .init("记录人签名：", "Minutes signed:"),
  ]
}
