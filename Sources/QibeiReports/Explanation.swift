// SPDX-License-Identifier: Apache-2.0
package import QibeiCore

/// A page about a code, a check, a requirement or a category: a title and labelled paragraphs.
package struct Explanation: Sendable {
  package let title: BilingualText
  package private(set) var rows: [(label: BilingualText, text: BilingualText)] = []

  private mutating func add(_ zh: String, _ en: String, _ text: BilingualText) {
    rows.append((.init(zh, en), text))
  }

  /// What a code means.
  package init(_ kind: FindingKind) {
    title = .init("\(kind.code)  [\(kind.tag.zh)]", "\(kind.code)  [\(kind.tag.en)]")
    add("含义", "What it means", kind.meaning)
    if kind.message.en.contains(" ") { add("报告里写", "Reports say", kind.message) }
    if let remedy = kind.remedy, remedy.en.contains(" ") {
      add("怎么办", "What to do", remedy)
    } else {
      add(
        "怎么办", "What to do",
        .init("见报告中该项自己的补正方法", "the report gives the remedy of the item concerned"))
    }
    add("处理方式", "Counts as", kind.disposition.label)
    for check in CheckCatalog.all {
      let description = check.description
      guard description.kinds.contains(where: { $0.code == kind.code }) else { continue }
      add(
        "由核验", "Found by",
        .init(
          "\(description.name)：\(description.summary.zh)",
          "\(description.name): \(description.summary.en)"))
      for example in description.examples where example.finds.contains(kind.code) {
        add("不通过的例子", "Example that fails", .init(example.papers, example.papers))
      }
      for example in description.examples where example.finds.isEmpty {
        add("通过的例子", "Example that passes", .init(example.papers, example.papers))
      }
    }
  }

  /// What a check demands.
  package init(_ check: CheckDescription) {
    title = .init("核验 <\(check.name)>", "Check <\(check.name)>")
    add("要求", "Demands", check.summary)
    for parameter in check.parameters {
      add("参数 \(parameter.name)", "Parameter \(parameter.name)", parameter.meaning)
    }
    for example in check.examples {
      let result = example.finds.isEmpty ? "–" : example.finds.joined(separator: " ")
      let text = "\(example.check) \(example.papers) → \(result)"
      add("例", "Example: \(example.title)", .init(text, text))
    }
    for kind in check.kinds { add(kind.code, kind.code, kind.meaning) }
  }

  /// What one line of a checklist asks for.
  package init(_ requirement: Requirement, in checklist: Checklist, _ tables: ReferenceTables) {
    title = .init(
      "\(checklist.category)/\(requirement.id)  第 \(requirement.number) 项 \(requirement.title.zh)",
      "\(checklist.category)/\(requirement.id)  Item \(requirement.number), \(requirement.title.en)"
    )
    add("为谁", "For whom", requirement.audience.label)
    if let condition = requirement.condition {
      add("何时需要", "When", ConditionWording.text(condition))
    }
    for waiver in checklist.waivers where waiver.requirement == requirement.id {
      let when = waiver.condition.map(ConditionWording.text) ?? .init("一律", "always")
      add(
        "免交", "Waived",
        .init(
          "\(when.zh)（\(waiver.source.id) \(waiver.source.version)）",
          "\(when.en) (\(waiver.source.id) \(waiver.source.version))"))
    }
    add("可交", "Accepted", Self.choice(requirement.choice, tables))
    for demand in requirement.choice.demands {
      for kind in demand.kinds {
        for also in tables.kinds[kind].alsoKnownAs { add("也叫", "Also called", also) }
      }
    }
    for demand in requirement.choice.demands {
      let paper = tables.kinds[demand.kinds[0]].title
      if let condition = demand.condition {
        let when = ConditionWording.text(condition)
        add("选择", "Open", .init("\(paper.zh)：\(when.zh)", "\(paper.en): \(when.en)"))
      }
      for configured in demand.checks { add("核验", "Checked", Self.check(configured, paper)) }
    }
    add("怎么办", "What to do", requirement.remedy)
    if let issuer = requirement.issuedBy { add("出具", "Issued by", issuer) }
    if let look = requirement.look { add("窗口核对", "The window looks at", look) }
    if let days = requirement.leadDays {
      add("约需", "Takes about", .init("\(days) 个工作日", "\(days) working days"))
    }
    add("主次", "Class", requirement.supplementClass.label)
    add(
      "效力", "Force",
      requirement.binds
        ? .init("可要求补正", "may be demanded") : .init("依据不足，仅提示", "too little evidence: advice only"))
    for basis in requirement.bases {
      add("依据", "Legal basis", .init(BasisLine(basis, .zh).text, BasisLine(basis, .en).text))
    }
    for source in requirement.origin {
      add("出自", "From", .init("\(source.id) \(source.version)", "\(source.id) \(source.version)"))
    }
  }

  /// What a category asks for.
  package init(_ checklist: Checklist, _ tables: ReferenceTables) {
    title = .init(
      "\(checklist.category)  \(checklist.title.zh)", "\(checklist.category)  \(checklist.title.en)"
    )
    if let summary = checklist.summary { add("说明", "About", summary) }
    add("受理机关", "Authority", checklist.authority)
    add(
      "版本", "Version",
      .init(checklist.source.version.description, checklist.source.version.description))
    for overlay in checklist.overlays {
      let name =
        overlay.place.map { tables.divisions.name(of: $0) } ?? .init(overlay.id, overlay.id)
      add(
        "地方补充", "Local overlay",
        .init("\(name.zh) \(overlay.version)", "\(name.en) \(overlay.version)"))
    }
    if let confirm = checklist.confirm { add("清单未公布", "List not published", confirm) }
    for criterion in checklist.criteria { add("条件", "Condition", criterion.text) }
    for requirement in checklist.requirements {
      add("第 \(requirement.number) 项", "Item \(requirement.number)", requirement.title)
    }
    for fee in checklist.fees { add("收费", "Fee", fee.text) }
    for limit in checklist.timeLimits { add("时限", "Time limit", limit.text) }
    for photo in checklist.photoStandards { add("照片", "Photograph", photo.text) }
    for scan in checklist.scanStandards { add("扫描件", "Scans", scan.text) }
    for basis in checklist.bases {
      add("依据", "Legal basis", .init(BasisLine(basis, .zh).text, BasisLine(basis, .en).text))
    }
  }

  /// Both pages, one after the other.
  package func followed(by other: Explanation) -> Explanation {
    var both = self
    both.rows.append((.init("", ""), other.title))
    both.rows += other.rows
    return both
  }

  /// The page for a terminal.
  package func text(_ language: Language) -> String {
    let width = DisplayWidth()
    let indent = (rows.map { width.columns(of: $0.label[language]) }.max() ?? 0) + 2
    var text = title[language] + "\n\n"
    for row in rows {
      let label = row.label[language]
      let pad = String(repeating: " ", count: indent - width.columns(of: label))
      let lines = width.wrap(

        SafeText.visible(row.text[language].split(separator: "\n").joined(separator: " ")),
        to: max(40, 100 - indent))
      for (index, line) in lines.enumerated() {
        text += (index == 0 ? label + pad : String(repeating: " ", count: indent)) + line + "\n"
      }
    }
    return text
  }

  /// The page for programs.
  package var json: JSONValue {
    func words(_ words: BilingualText) -> JSONValue {
      .object([("zh", .string(words.zh)), ("en", .string(words.en))])
    }
    return .object([
      ("title", words(title)),
      (
        "rows",
        .array(rows.map { .object([("label", words($0.label)), ("text", words($0.text))]) })
      ),
    ])
  }

  // Such as `passport: issued-within (period P6M, before acceptance): It was issued within …`.
  private static func check(_ configured: ConfiguredCheck, _ paper: BilingualText) -> BilingualText
  {
    let description = type(of: configured.check).description
    let values = description.parameters.compactMap { parameter in
      configured.parameters.string(parameter.name).map { "\(parameter.name) \($0)" }
    }
    let written =
      values.isEmpty ? description.name : "\(description.name) (\(values.joined(separator: ", ")))"
    let scope: BilingualText =
      configured.onlyJoint ? .init("（只在联办时）", " (in joint dossiers only)") : .init("", "")
    let advice: BilingualText = configured.binds ? .init("", "") : .init("（仅提示）", " (advice only)")
    let force = BilingualText(scope.zh + advice.zh, scope.en + advice.en)
    return .init(
      "\(paper.zh)：\(written) \(description.summary.zh)\(force.zh)",
      "\(paper.en): \(written) \(description.summary.en)\(force.en)")
  }

  private static func choice(_ choice: SupplementChoice, _ tables: ReferenceTables) -> BilingualText
  {
    switch choice {
    case .one(let demand):
      let titles = demand.kinds.map { tables.kinds[$0].title }
      return .init(
        titles.map(\.zh).joined(separator: "或"), titles.map(\.en).joined(separator: " or "))
    case .anyOf(let parts):
      let texts = parts.map { self.choice($0, tables) }
      return .init(
        texts.map(\.zh).joined(separator: "；或 "), texts.map(\.en).joined(separator: "; or "))
    case .allOf(let parts):
      let texts = parts.map { self.choice($0, tables) }
      return .init(
        texts.map(\.zh).joined(separator: " 加 "), texts.map(\.en).joined(separator: " and "))
    }
  }
}
