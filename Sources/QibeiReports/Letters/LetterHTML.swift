// SPDX-License-Identifier: Apache-2.0
internal import QibeiCore

/// Letters as one page to print on A4: Chinese, with English beneath.
package struct LetterHTML {
  private let letters: [Letter]

  package init(_ letters: [Letter]) { self.letters = letters }

  /// The whole page.
  package var text: String {
    let title = letters.first.map { LetterWording.title($0.outcome) } ?? .init("", "")
    var page = HTMLPage(title, hasIndex: false)
    for (index, letter) in letters.enumerated() {
      if index > 0 {
        page.add(
          "<h1 style=\"break-before: page\">\(page.both(LetterWording.title(letter.outcome)))</h1>\n"
        )
      }
      page.add(body(letter, page))
    }
    return page.text
  }

  private func body(_ letter: Letter, _ page: HTMLPage) -> String {
    let details = letter.details
    var text = "<p>\(blank(details.number, "文号", "No."))</p>\n<table>\n"
    func row(_ zh: String, _ en: String, _ value: String?) {
      text +=
        "<tr><th scope=\"row\">\(page.both(.init(zh, en)))</th><td>\(value.map(HTMLPage.escaped) ?? "&nbsp;")</td></tr>\n"
    }
    row("申请人", "Applicant", letter.applicant)
    row("联系人和电话", "Contact and telephone", nil)
    for checklist in letter.checklists {
      text +=
        "<tr><th scope=\"row\">\(page.both(.init("申请事项", "Matter")))</th><td>\(page.both(checklist.title))</td></tr>\n"
    }
    row("收到日期", "Received", details.received?.description)
    text += "</table>\n"
    for line in letter.clock { text += "<p class=\"small\">\(page.both(line))</p>\n" }
    text += "<p>\(page.both(LetterWording.opening(letter.outcome, letter.items.count)))</p>\n"
    if !letter.items.isEmpty { text += items(letter, page) }
    for line in letter.law {
      text +=
        "<p>\(page.both(.init("依据：\(line.zh)", "Under: \(line.en)")))</p>\n"
    }
    return text + closing(letter, page)
  }

  private func items(_ letter: Letter, _ page: HTMLPage) -> String {
    let heads: [BilingualText] = [
      .init("序号", "No."), .init("材料", "Paper"), .init("问题", "Fault"),
      .init("补正要求", "What is asked for"),
    ]
    // Each basis once, at the foot of the table.
    var bases: [BilingualText] = []
    for basis in letter.items.flatMap(\.bases) where !bases.contains(basis) { bases.append(basis) }
    var text = "<table class=\"items\">\n<thead><tr>"
    text += heads.map { "<th scope=\"col\">\(page.both($0))</th>" }.joined()
    text += "</tr></thead>\n<tbody>\n"
    for (index, item) in letter.items.enumerated() {
      text += "<tr><td>\(index + 1)/\(letter.items.count)<br>\(HTMLPage.escaped(item.code))</td>"
      text += "<td>\(page.both(item.name))</td><td>\(page.both(item.fault))</td><td>"
      text += page.both(item.remedy)
      if let issuer = item.issuer {
        text += "<br>\(page.both(.init("出具：\(issuer.zh)", "From: \(issuer.en)")))"
      }
      if let days = item.leadDays, days > 0 {
        text += "<br>\(page.both(.init("约 \(days) 个工作日", "about \(days) working days")))"
      }
      let numbers = item.bases.compactMap { basis in bases.firstIndex { $0 == basis } }
      if !numbers.isEmpty {
        let marks = numbers.map { "[\($0 + 1)]" }.joined(separator: " ")
        text += "<br>\(page.both(.init("依据 \(marks)", "Basis \(marks)")))"
      }
      text += "</td></tr>\n"
    }
    text += "</tbody>\n</table>\n"
    for (index, basis) in bases.enumerated() {
      text +=
        "<p class=\"small\">[\(index + 1)] \(page.both(basis))</p>\n"
    }
    return text
  }

  private func closing(_ letter: Letter, _ page: HTMLPage) -> String {
    let details = letter.details
    var text = ""
    if let reason = details.supervisorReason {
      text +=
        "<p>\(blank(reason, "再次告知的理由（负责人）", "Why this is told a second time (supervisor)"))</p>\n"
    }
    switch letter.outcome {
    case .supplement, .tolerance:
      text += "<p>\(blank(details.due?.description, "补交期限", "To be handed in by"))</p>\n"
      text += "<p>\(blank(details.delivery, "补正材料请交", "Hand in at"))</p>\n"
      text += "<p>\(page.both(LetterWording.lateness))</p>\n"
    default: break
    }
    if letter.outcome == .tolerance || letter.items.contains(where: \.mayFollow) {
      text += "<p>\(page.both(LetterWording.commitment))</p>\n"
    }
    text += "<div class=\"sign\"><div>"
    text += "<p>\(blank(details.office, "受理机关（专用章）", "Authority (seal)"))</p>"
    text += "<p>\(blank(details.officer, "经办人", "Officer"))</p>"
    text += "<p>\(blank(details.telephone, "咨询电话", "Telephone"))</p>"
    text += "<p>\(blank(details.dated.description, "日期", "Date"))</p></div><div>"
    text += "<p>\(blank(nil, "收件人签名", "Receiver's signature"))</p>"
    text += "<p>\(blank(nil, "收件日期", "Received on"))</p></div></div>\n"
    text += "<p>\(page.both(LetterWording.copies))</p>\n"
    text += "<p class=\"small\">\(page.both(LetterWording.draft))</p>\n"
    let rules = letter.checklists.map {
      "\($0.category) \($0.source.version) sha256:\($0.source.digest.prefix(16))"
    }
    return text
      + "<p class=\"small\">dossier sha256:\(letter.digest.prefix(16)) · \(HTMLPage.escaped(rules.joined(separator: " · ")))</p>\n"
  }

  private func blank(_ value: String?, _ zh: String, _ en: String) -> String {
    "\(zh) <span lang=\"en\">\(en)</span>：\(value.map(HTMLPage.escaped) ?? "________________")"
  }
}
