// SPDX-License-Identifier: Apache-2.0
package import QibeiCore

/// Which categories fit the people of a dossier, in words.
package struct RouteText {
  private let answer: RouteAnswer
  private let explains: Bool
  private let language: Language

  /// - Parameters:
  ///   - answer: what was found.
  ///   - explains: whether every condition is shown with its proof.
  ///   - language: to write in.
  package init(_ answer: RouteAnswer, explains: Bool, _ language: Language) {
    self.answer = answer
    self.explains = explains
    self.language = language
  }

  private func say(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }

  /// The lines, ending in new lines.
  package var text: String {
    var lines: [String] = []
    if !answer.doubts.isEmpty {
      lines.append(say("先改正以下各处，比较才可靠：", "Put these right first; the comparison rests on them:"))
      lines += answer.doubts.map { "  " + $0[language] } + [""]
    }
    for (at, person) in answer.persons.enumerated() {
      if at > 0 {
        lines.append(
          say(
            "家庭成员 \(person.name)，作为申请人可以考虑：",
            "Family member \(person.name), as an applicant of their own:"))
        if person.routes.isEmpty { lines.append(say("  没有。", "  nothing.")) }
      }
      for fit in Route.Fit.allCases {
        let group = person.routes.filter { $0.route.fit == fit }
        guard !group.isEmpty else { continue }
        lines.append(heading(fit, group.count))
        for route in group { lines += self.lines(of: route) }
        lines.append("")
      }
    }
    lines.append(
      say(
        "这是按所写事实的比较，不是资格认定；材料见 qibei check --as 类别，办理计划见 qibei plan --route 类别。",
        "A comparison by the facts declared, no decision on eligibility; for the papers: qibei check --as CATEGORY, for a dated plan: qibei plan --route CATEGORY."
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

  private func lines(of wording: RouteWording) -> [String] {
    let route = wording.route
    var lines = ["  \(route.checklist.category) · \(route.checklist.title[language])"]
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
      let names = route.elsewhere.map {
        wording.assessment.tables.divisions.name(of: $0)[language]
      }
      lines.append(
        say(
          "    只在\(names.joined(separator: "、"))办理", "    only in \(names.joined(separator: ", "))")
      )
    }
    lines += wording.gaps.map { "    " + say("不符合：", "not met: ") + $0[language] }
    if route.fit != .doesNotApply {
      lines += wording.unknowns.map { "    " + say("请写明：", "to declare: ") + $0[language] }
      lines += route.opinions.filter { !$0.isGeneral }.map {
        "    " + say("由机关认定：", "the authority decides: ") + $0.text[language]
      }
      if let limit = wording.limit { lines.append("    " + limit[language]) }
      if route.isUnconfirmed {
        lines.append(
          say("    清单没有公布，须先向机关确认", "    no list is published; have the authority confirm it first")
        )
      }
    }
    if explains {
      lines += wording.proof.map {
        String(repeating: "  ", count: $0.depth + 3) + $0.text[language]
      }
    }
    return lines
  }
}
