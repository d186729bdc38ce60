// SPDX-License-Identifier: Apache-2.0
internal import QibeiCore

/// What there is to say about one category for one person, in both languages.
struct RouteWording {
  let route: Route
  let person: Int
  let assessment: Assessment

  var name: String { SafeText.visible(assessment.dossier.persons[person].displayName) }

  /// Conditions that are not met: by how much, and when time alone meets them.
  var gaps: [BilingualText] {
    route.gaps.map { gap in
      var text = gap.criterion.text
      for short in gap.short {
        let by = abs(short.wanted - short.value)
        text = .init(
          "\(text.zh)；\(short.name.label.zh)为 \(short.value)，要求 \(short.wanted)，差 \(by)",
          "\(text.en); \(short.name.label.en) is \(short.value), wanted \(short.wanted), \(by) off")
      }
      if let day = gap.curedOn {
        text = .init("\(text.zh)；到 \(day) 自然符合", "\(text.en); met by time alone on \(day)")
      }
      if !gap.criterion.bases.contains(where: \.evidence.binds) {
        let evidence = Self.evidence(of: gap.criterion)
        text = .init(
          "\(text.zh)（没有核实：\(evidence.map(\.zh).joined(separator: "、"))）",
          "\(text.en) (not verified: \(evidence.map(\.en).joined(separator: ", ")))")
      }
      return text
    }
  }

  /// Facts to declare first; a figure that no table has is the table's matter.
  var unknowns: [BilingualText] {
    let years = EarningsRecord(person, in: assessment.examination).years
    let lacking = years.filter { $0.average == nil }.map { $0.year - 1 }
    return route.unknowns.map { name in
      if [.salaryPercent, .taxPercent].contains(name), !lacking.isEmpty,
        years.allSatisfy({ $0.salary != nil })
      {
        let list = lacking.map(String.init)
        return .init(
          "\(name.label.zh)：没有配置平均工资（tables/wage-averages.xml 缺 \(list.joined(separator: "、")) 年）",
          "\(name.label.en): the average wage is not configured (tables/wage-averages.xml lacks \(list.joined(separator: ", ")))"
        )
      }
      return .init("\(name.label.zh) (\(name.stated))", "\(name.label.en) (\(name.stated))")
    }
  }

  /// Until when to submit, because a condition that holds now ends.
  var limit: BilingualText? {
    route.fitsUntil.map { day, turning in
      guard let turning else {
        return .init("请在 \(day) 或之前递交", "submit on or before \(day)")
      }
      let birthday = day.adding(days: 1)
      return .init(
        "\(name)于 \(birthday) 满 \(turning) 周岁：请在 \(day) 或之前递交",
        "\(name) turns \(turning) on \(birthday): submit on or before \(day)")
    }
  }

  /// The proof as a tree, each line indented by two blanks for its depth.
  var proof: [(depth: Int, text: BilingualText)] {
    route.proof.flatMap { criterion, proof -> [(depth: Int, text: BilingualText)] in
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
      let actual = FactWording.text(test.name, value, of: person, assessment)
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
