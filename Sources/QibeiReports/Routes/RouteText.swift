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
      lines.append(at == 0 ? head(person) : family(person))
      lines.append("")
      for fit in Route.Fit.allCases {
        let group = told(person, fit, isFamily: at > 0)
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

  // Of the family only what some fact speaks for is told at length.
  private func told(
    _ person: RouteAnswer.Person, _ fit: Route.Fit, isFamily: Bool
  ) -> [RouteWording] {
    guard isFamily else { return person.routes(fit) }
    return [.open, .doesNotApply].contains(fit)
      ? [] : person.routes(fit).filter { $0.route.met > 0 }
  }

  private func head(_ person: RouteAnswer.Person) -> String {
    let assessment = answer.assessment
    let place =
      assessment.place.map { assessment.tables.divisions.name(of: $0)[language] }
      ?? say("未写地点，按全国清单", "no place stated, national lists")
    return say(
      "按 \(assessment.submission) 计算 · \(place) · 申请人 \(person.name) · 看了 \(person.routes.count) 类：\(counts(person, isFamily: false))",
      "As of \(assessment.submission) · \(place) · applicant \(person.name) · \(person.routes.count) categories: \(counts(person, isFamily: false))"
    )
  }

  private func family(_ person: RouteAnswer.Person) -> String {
    say(
      "家庭成员 \(person.name)，作为申请人可以考虑（\(counts(person, isFamily: true))；其余见 --json）：",
      "Family member \(person.name), as an applicant of their own (\(counts(person, isFamily: true)); for the rest: --json):"
    )
  }

  private func counts(_ person: RouteAnswer.Person, isFamily: Bool) -> String {
    Route.Fit.allCases.compactMap { fit -> String? in
      let count = told(person, fit, isFamily: isFamily).count
      if isFamily, [.open, .doesNotApply].contains(fit) { return nil }
      return switch fit {
      case .fits: say("符合 \(count)", "fits \(count)")
      case .opinion: say("由机关认定 \(count)", "authority decides \(count)")
      case .near: say("接近 \(count)", "nearly \(count)")
      case .unknown: say("还不能判断 \(count)", "cannot be told \(count)")
      case .open: say("没有依据 \(count)", "nothing declared for it \(count)")
      case .doesNotApply: say("不适用 \(count)", "does not apply \(count)")
      }
    }.joined(separator: say("，", ", "))
  }

  private func heading(_ fit: Route.Fit, _ count: Int) -> String {
    switch fit {
    case .fits: say("符合 \(count) 类", "Fits: \(count)")
    case .opinion: say("事实都符合、由机关认定 \(count) 类", "Facts fit, an authority decides: \(count)")
    case .near: say("接近 \(count) 类", "Nearly fits: \(count)")
    case .unknown: say("还不能判断 \(count) 类", "Cannot be told yet: \(count)")
    case .open:
      say(
        "没有一项事实反对、也没有一项支持 \(count) 类，都要另行说明",
        "Nothing declared speaks for or against it, all is still to be shown: \(count)")
    case .doesNotApply: say("不适用 \(count) 类", "Does not apply: \(count)")
    }
  }

  private func lines(of wording: RouteWording) -> [String] {
    let route = wording.route
    var lines = ["  \(route.checklist.category) · \(route.checklist.title[language])"]
    if let papers = route.papers { lines.append(text(of: papers)) }
    for door in route.doors {
      lines.append("    \(door.title[language]) → \(door.remedy[language])")
    }
    if route.isEmployers {
      lines.append(
        say("    由用人单位自己办理，不是个人的申请", "    the employer's own matter; no person applies"))
    }
    if !route.onlyIn.isEmpty {
      let names = route.onlyIn.map {
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
      lines += [wording.limit, wording.deadline].compactMap { $0.map { "    " + $0[language] } }
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

  private func text(of papers: Route.Papers) -> String {
    let advised =
      papers.advised == 0
      ? "" : say("，另有 \(papers.advised) 份只是建议", "; \(papers.advised) more only advised")
    let items = papers.reused == 1 ? "1 item" : "\(papers.reused) items"
    return say(
      "    材料：已有可用 \(papers.reused) 项，缺 \(papers.missing) 份，须改 \(papers.defective) 份\(advised)",
      "    papers: \(items) settled by what is there, \(papers.missing) missing, \(papers.defective) to mend\(advised)"
    )
  }
}
