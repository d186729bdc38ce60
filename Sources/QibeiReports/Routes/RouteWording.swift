// SPDX-License-Identifier: Apache-2.0
internal import QibeiCore

/// What there is to say about one category for one person, in both languages.
struct RouteWording {
  let route: Route
  let person: Int
  let assessment: Assessment

  var name: String { SafeText.visible(assessment.dossier.persons[person].displayName) }

  /// Conditions that are not met: by how much, what would meet them, and when time alone does.
  var gaps: [BilingualText] {
    route.gaps.map { gap in
      var text = gap.criterion.text
      for short in gap.short { text = text + shortfall(short) }
      for lacking in gap.lacking {
        let wanted = ConditionWording.text(lacking.test)
        let actual = FactWording.text(lacking.test.name, lacking.value, of: person, assessment)
        text =
          text
          + .init(
            "；须\(wanted.zh)（\(lacking.test.name.stated)），现为 \(actual.zh)",
            "; needed: \(wanted.en) (\(lacking.test.name.stated)); it is \(actual.en)")
      }
      if let day = gap.curedOn {
        text = text + .init("；到 \(day) 自然符合", "; met by time alone on \(day)")
        if gap.assumesStay {
          text =
            text
            + .init("（假定自递交日起一直在华）", ", if the person stays in China from the day of submission on")
        }
      } else if gap.takesTooLong {
        text = text + .init("；10 年之内不会自然符合", "; not met by time alone within ten years")
      }
      if !gap.criterion.bases.contains(where: \.evidence.binds) {
        let evidence = Self.evidence(of: gap.criterion)
        text =
          text
          + .init(
            "（没有核实：\(evidence.map(\.zh).joined(separator: "、"))）",
            " (not verified: \(evidence.map(\.en).joined(separator: ", ")))")
      }
      return text
    }
  }

  private func shortfall(_ short: CriteriaOutlook.Shortfall) -> BilingualText {
    let (name, by) = (short.name.label, short.difference)
    return short.isLeast
      ? .init(
        "；\(name.zh)为 \(short.value)，要求至少 \(short.wanted)，少 \(by)",
        "; \(name.en) is \(short.value), wanted at least \(short.wanted), \(by) short")
      : .init(
        "；\(name.zh)为 \(short.value)，要求至多 \(short.wanted)，多 \(by)",
        "; \(name.en) is \(short.value), wanted at most \(short.wanted), \(by) over")
  }

  /// Facts to declare first; a figure that no table has is the table's matter.
  var unknowns: [BilingualText] {
    let place: [BilingualText] =
      route.needsPlace
      ? [.init("递交地点 (application/@place 或 --at)", "the place (application/@place, or --at)")] : []
    return place
      + route.unknowns.map { name in
        if let lacking = unconfigured(name) {
          return .init("\(name.label.zh)：\(lacking.zh)", "\(name.label.en): \(lacking.en)")
        }
        return .init("\(name.label.zh) (\(name.stated))", "\(name.label.en) (\(name.stated))")
      }
  }

  // What nobody can declare, because the table of average wages lacks a year.
  private func unconfigured(_ name: FactName) -> BilingualText? {
    guard [.salaryPercent, .taxPercent].contains(name) else { return nil }
    let years = EarningsRecord(person, in: assessment.examination).years
    let lacking = years.filter { $0.average == nil }.map { String($0.year - 1) }
    guard !lacking.isEmpty else { return nil }
    let unpaid = years.filter { (name == .taxPercent ? $0.tax : $0.salary) == nil }
      .map { String($0.year) }
    let pay =
      unpaid.isEmpty
      ? BilingualText("", "")
      : .init(
        "；\(name.stated) 还缺 \(unpaid.joined(separator: "、")) 年",
        "; \(name.stated) lacks \(unpaid.joined(separator: ", "))")
    return .init(
      "没有配置平均工资（tables/wage-averages.xml 缺 \(lacking.joined(separator: "、")) 年）\(pay.zh)",
      "the average wage is not configured (tables/wage-averages.xml lacks \(lacking.joined(separator: ", ")))\(pay.en)"
    )
  }

  /// Until when to submit, because a condition that holds now ends.
  var limit: BilingualText? {
    route.criteria.fitsUntil.map { criterion, day, turning in
      guard let turning else {
        return .init(
          "请在 \(day) 或之前递交，以后不再符合：\(criterion.text.zh)",
          "submit on or before \(day), for then it is met no more: \(criterion.text.en)")
      }
      let birthday = day.adding(days: 1)
      return .init(
        "\(name)于 \(birthday) 满 \(turning) 周岁：请在 \(day) 或之前递交",
        "\(name) turns \(turning) on \(birthday): submit on or before \(day)")
    }
  }

  /// The last day of a limit that has to be kept.
  var deadline: BilingualText? {
    route.deadline.map { deadline, last in
      last < assessment.submission
        ? .init(
          "已逾期，最后一日是 \(last)：\(deadline.title.zh)",
          "late, the last day was \(last): \(deadline.title.en)")
        : .init("最迟 \(last)：\(deadline.title.zh)", "at the latest on \(last): \(deadline.title.en)")
    }
  }

  /// The proof as a tree, each line indented by two blanks for its depth.
  var proof: [(depth: Int, text: BilingualText)] {
    route.criteria.proof.flatMap { criterion, proof -> [(depth: Int, text: BilingualText)] in
      let state = proof.map { Self.word($0.truth) } ?? BilingualText("机关认定", "opinion")
      let evidence = Self.evidence(of: criterion)
      let head = BilingualText(
        "[\(state.zh)] \(criterion.text.zh)（证据：\(evidence.map(\.zh).joined(separator: "、"))）",
        "[\(state.en)] \(criterion.text.en) (evidence: \(evidence.map(\.en).joined(separator: ", ")))"
      )
      return [(0, head)] + (proof.map { lines($0, 1) } ?? [])
    }
  }

  private func lines(_ proof: Proof, _ depth: Int) -> [(depth: Int, text: BilingualText)] {
    let state = Self.word(proof.truth)
    let text: BilingualText
    switch proof.step {
    case .fact(let test, let value):
      let condition = ConditionWording.text(test)
      let unconfigured = value == .unknown ? unconfigured(test.name) : nil
      let actual = unconfigured ?? FactWording.text(test.name, value, of: person, assessment)
      text = .init("\(condition.zh)：实为 \(actual.zh)", "\(condition.en): it is \(actual.en)")
    case .all: text = .init("以下全部", "all of these")
    case .any: text = .init("以下任一", "any of these")
    case .not: text = .init("并非", "not this")
    }
    return [(depth, BilingualText("[\(state.zh)] \(text.zh)", "[\(state.en)] \(text.en)"))]
      + proof.parts.flatMap { lines($0, depth + 1) }
  }

  private static func evidence(of criterion: ChecklistNote) -> [BilingualText] {
    Evidence.allCases.filter { kind in criterion.bases.contains { $0.evidence == kind } }
      .map(\.label)
  }

  private static func word(_ truth: Truth) -> BilingualText {
    switch truth {
    case .yes: .init("是", "yes")
    case .no: .init("否", "no")
    case .unknown: .init("未知", "unknown")
    }
  }
}

extension BilingualText {
  static func + (left: Self, right: Self) -> Self { .init(left.zh + right.zh, left.en + right.en) }
}
