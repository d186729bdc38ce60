// SPDX-License-Identifier: Apache-2.0
package import QibeiCore

/// Which categories fit a person, in words.
package struct RouteText {
  private let routes: [Route]
  private let explains: Bool
  private let language: Language
  private let tables: ReferenceTables

  /// - Parameters:
  ///   - routes: in the order to be shown.
  ///   - explains: whether every condition is shown with its state.
  ///   - language: to write in.
  ///   - tables: for the names of places.
  package init(
    _ routes: [Route], explains: Bool, _ language: Language, _ tables: ReferenceTables
  ) {
    self.routes = routes
    self.explains = explains
    self.language = language
    self.tables = tables
  }

  private func say(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }

  /// The lines, ending in new lines.
  package var text: String {
    var lines: [String] = []
    for fit in Route.Fit.allCases {
      let group = routes.filter { $0.fit == fit }
      guard !group.isEmpty else { continue }
      lines.append(heading(fit, group.count))
      for route in group { lines += self.lines(of: route) }
      lines.append("")
    }
    lines.append(
      say(
        "这是按所写事实的比较，不是资格认定；材料见 qibei check --as 类别。",
        "A comparison by the facts declared, no decision on eligibility; for the papers: qibei check --as CATEGORY."
      ))
    return lines.map { SafeText.visible($0) + "\n" }.joined()
  }

  private func heading(_ fit: Route.Fit, _ count: Int) -> String {
    switch fit {
    case .fits: say("符合 \(count) 类", "Fits: \(count)")
    case .opinion: say("事实都符合、由机关认定 \(count) 类", "Facts fit, an authority decides: \(count)")
    case .near: say("接近 \(count) 类", "Nearly fits: \(count)")
    case .unknown: say("还不能判断 \(count) 类", "Cannot be told yet: \(count)")
    case .doesNotApply: say("不适用 \(count) 类", "Does not apply: \(count)")
    }
  }

  private func lines(of route: Route) -> [String] {
    let checklist = route.checklist
    var lines = ["  \(checklist.category) · \(checklist.title[language])"]
    if route.fit != .doesNotApply {
      lines.append(
        say(
          "    材料：已有可用 \(route.reused) 项，缺 \(route.missing) 份，须改 \(route.defective) 份",
          "    papers: \(route.reused) items settled by what is there, \(route.missing) missing, \(route.defective) to mend"
        ))
    }
    for door in route.doors {
      lines.append("    \(door.title[language]) → \(door.remedy[language])")
    }
    if !route.elsewhere.isEmpty {
      let names = route.elsewhere.map { tables.divisions.name(of: $0)[language] }
      lines.append(
        say(
          "    只在\(names.joined(separator: "、"))办理", "    only in \(names.joined(separator: ", "))")
      )
    }
    lines += route.gaps.map { "    " + say("不符合：", "not met: ") + gap($0) }
    if route.fit != .doesNotApply {
      lines += route.unknowns.map {
        "    " + say("请写明：", "to declare: ") + "\($0.label[language]) (\($0.stated))"
      }
      lines += route.opinions.filter { !$0.isGeneral }.map {
        "    " + say("由机关认定：", "the authority decides: ") + $0.text[language]
      }
      if let day = route.fitsUntil {
        lines.append(say("    请在 \(day) 或之前递交", "    submit on or before \(day)"))
      }
      if route.isUnconfirmed {
        lines.append(
          say("    清单没有公布，须先向机关确认", "    no list is published; have the authority confirm it first")
        )
      }
    }
    if explains { lines += route.proof.map(proof) }
    return lines
  }

  private func gap(_ gap: Route.Gap) -> String {
    var text = gap.criterion.text[language]
    for short in gap.short {
      let by = abs(short.wanted - short.value)
      text += say(
        "；\(short.name.label.zh)为 \(short.value)，要求 \(short.wanted)，差 \(by)",
        "; \(short.name.label.en) is \(short.value), wanted \(short.wanted), \(by) off")
    }
    if let day = gap.curedOn {
      text += say("；到 \(day) 自然符合", "; met by time alone on \(day)")
    }
    return text
  }

  private func proof(_ line: (criterion: ChecklistNote, truth: Truth?)) -> String {
    let state =
      switch line.truth {
      case .yes: say("是", "yes")
      case .no: say("否", "no")
      case .unknown: say("未知", "unknown")
      case nil: say("机关认定", "opinion")
      }
    let condition = line.criterion.condition.map { ConditionWording.text($0)[language] }
    return "      [\(state)] \(line.criterion.text[language])"
      + (condition.map { say("：", ": ") + $0 } ?? "")
      + say("（证据：", " (evidence: ")
      + line.criterion.bases.map(\.evidence.label[language]).joined(separator: say("、", ", "))
      + say("）", ")")
  }
}
