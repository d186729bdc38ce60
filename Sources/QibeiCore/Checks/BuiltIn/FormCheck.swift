// SPDX-License-Identifier: Apache-2.0

/// The supplement is there in the originals, copies and scans that the checklist asks for.
struct FormCheck: Check {
  static let description = CheckDescription(
    name: "form",
    summary: .init("原件、复印件、扫描件的份数足够。", "There are enough originals, copies and scans."),
    parameters: [
      ("originals", .init("原件份数", "number of originals")),
      ("copies", .init("复印件份数", "number of copies")),
      ("scan", .init("是否须有扫描件：yes", "yes when a scan is needed")),
    ],
    kinds: [.tooFewOriginals, .tooFewCopies, .noScan],
    examples: [
      CheckExample(
        "one original and two copies", check: #"<form originals="1" copies="2"/>"#,
        papers: #"<supplement id="s1" kind="passport" for="p1" originals="1" copies="2"/>"#),
      CheckExample(
        "a copy where the original is sighted", check: #"<form originals="1" copies="1"/>"#,
        papers: #"<supplement id="s1" kind="passport" for="p1" originals="0" copies="1"/>"#,
        finds: ["QB2103"]),
      CheckExample(
        "one copy of two", check: #"<form copies="2"/>"#,
        papers: #"<supplement id="s1" kind="passport" for="p1" copies="1"/>"#, finds: ["QB2104"]),
      CheckExample(
        "no scan for an upload", check: #"<form scan="yes"/>"#,
        papers: #"<supplement id="s1" kind="passport" for="p1"/>"#, finds: ["QB2106"]),
      CheckExample(
        "a scan for an upload", check: #"<form scan="yes"/>"#,
        papers:
          #"<supplement id="s1" kind="passport" for="p1"><file path="a.pdf" type="application/pdf"/></supplement>"#
      ),
      CheckExample(
        "a number of originals that nobody stated", check: #"<form originals="1"/>"#,
        papers: #"<supplement id="s1" kind="passport" for="p1"/>"#, finds: ["QB9102"]),
    ])

  let originals: Int?
  let copies: Int?
  let scan: Bool

  init(_ parameters: CheckParameters) throws(CheckParameterError) {
    originals = try parameters.count("originals")
    copies = try parameters.count("copies")
    scan = try parameters.flag("scan") ?? false
    guard originals ?? 0 > 0 || copies ?? 0 > 0 || scan else {
      throw CheckParameterError(
        "originals",
        .init(
          "什么也没有要求；请写明 originals、copies 或 scan",
          "nothing is asked for; give originals, copies or scan"))
    }
  }

  func examine(_ paper: Paper, into report: inout CheckReport) {
    let supplement = paper.supplement
    count(
      supplement.originals, originals, .tooFewOriginals, .init("原件份数", "the number of originals"),
      "supplement/@originals", paper, &report)
    count(
      supplement.copies, copies, .tooFewCopies, .init("复印件份数", "the number of copies"),
      "supplement/@copies", paper, &report)
    if scan, supplement.files.isEmpty { report.add(.noScan, paper) }
  }

  private func count(
    _ stated: Stated<Int>, _ needed: Int?, _ kind: FindingKind, _ what: BilingualText,
    _ attribute: String, _ paper: Paper, _ report: inout CheckReport
  ) {
    guard let needed, needed > 0 else { return }
    switch stated {
    case .value(let count):
      if count < needed { report.add(kind, paper, seen: .count(count), expected: .count(needed)) }
    case .absent: report.notStated(what, paper, attribute: attribute)
    case .unreadable:
      report.wait(
        for: .count(needed), String(attribute.split(separator: "@")[1]), paper)
    }
  }
}

extension FormCheck {
  func satisfy(_ paper: inout PaperDraft, _ setting: DraftSetting) {
    if let originals { paper.originals = max(originals, paper.originals ?? 0) }
    if let copies { paper.copies = max(copies, paper.copies ?? 0) }
    if scan, paper.files.isEmpty { paper.files = ["application/pdf"] }
  }

  func spoil(_ paper: PaperDraft, _ setting: DraftSetting) -> [PaperDraft] {
    var spoilt: [PaperDraft] = []
    if let originals, originals > 0 { spoilt.append(paper.with { $0.originals = originals - 1 }) }
    if let copies, copies > 0 { spoilt.append(paper.with { $0.copies = copies - 1 }) }
    if scan { spoilt.append(paper.with { $0.files = [] }) }
    return spoilt
  }
}

extension FindingKind {
  fileprivate static let tooFewOriginals = FindingKind(
    "QB2103", .supplement, tag: .init("缺原件", "no original"),
    meaning: .init("原件份数不足。", "There are fewer originals than asked for."),
    message: .init(
      "{paper}：原件 {seen} 份，需要 {expected} 份", "{paper}: {seen} originals, {expected} needed"),
    remedy: .init("请带上{paper}的原件 {expected} 份。", "Bring {expected} original(s) of {paper}."),
    step: .issue)
  fileprivate static let tooFewCopies = FindingKind(
    "QB2104", .fixNow, tag: .init("缺复印件", "no copy"),
    meaning: .init("复印件份数不足。", "There are fewer copies than asked for."),
    message: .init(
      "{paper}：复印件 {seen} 份，需要 {expected} 份", "{paper}: {seen} copies, {expected} needed"),
    remedy: .init(
      "请用 A4 纸复印，共 {expected} 份；可在窗口当场补。",
      "Make {expected} copies on A4; this can be done at the window."))
  fileprivate static let noScan = FindingKind(
    "QB2106", .supplement, tag: .init("缺扫描件", "no scan"),
    meaning: .init("网上办理所需的扫描件没有附上。", "A scan needed for filing online is not attached."),
    message: .init("{paper}：没有扫描件", "{paper}: there is no scan"),
    remedy: .init(
      "请扫描{paper}的原件（彩色，完整清晰），并写入 <file path=\"…\" type=\"…\"/>。",
      "Scan the original of {paper} (in colour, whole and legible) and add it as <file path=\"…\" type=\"…\"/>."
    ))
}
