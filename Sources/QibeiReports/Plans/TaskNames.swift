// SPDX-License-Identifier: Apache-2.0
internal import QibeiCore

extension BilingualText {
  /// With a capital in English, as a line begins.
  var capitalised: BilingualText { .init(zh, en.prefix(1).uppercased() + en.dropFirst()) }
}

/// Names tasks and who does them.
struct TaskNames {
  private let assessment: Assessment
  private let zh: Wording
  private let en: Wording

  init(_ assessment: Assessment, _ zh: Wording, _ en: Wording) {
    self.assessment = assessment
    self.zh = zh
    self.en = en
  }

  /// The paper, with whose it is where that is not the applicant.
  func paper(_ task: PlannedTask) -> BilingualText {
    var name: BilingualText
    if let paper = task.supplement {
      name = .init(zh.paper(paper), en.paper(paper))
    } else if task.obtains {
      let value: FindingValue =
        task.country.map { .kindsFrom(task.kinds, $0) } ?? .kinds(task.kinds)
      name = .init(zh.value(value), en.value(value))
    } else {
      name = .init(
        task.findings.map(zh.message).joined(separator: "；"),
        task.findings.map(en.message).joined(separator: "; "))
    }
    if isConfirmation(task) { name = .init("请主管机关确认清单", "Have the authority confirm the list") }
    if case .person(let index) = task.owner, index != assessment.dossier.applicant,
      task.obtains || task.supplement != nil
    {
      let who = SafeText.visible(assessment.dossier.persons[index].displayName)
      name = .init("\(name.zh)（\(who)）", "\(name.en) (\(who))")
    }
    return name
  }

  func what(_ task: PlannedTask) -> BilingualText {
    var text = paper(task)
    if task.obtains {
      if task.supplement != nil { text = .init("重新办理\(text.zh)", "\(text.en) again") }
      for step in task.steps {
        let lead = step.lead.map { BilingualText("（\($0.text.zh)）", " (\($0.text.en))") }
        let time = lead ?? .init("", "")
        if step.step == .issue {
          text = .init(text.zh + time.zh, text.en + time.en)
          continue
        }
        let abroad =
          step.isOnlyIfAbroad
          ? BilingualText("（境外出具的）", " (if from abroad)") : .init("", "")
        text = .init(
          "\(text.zh)、\(step.step.name.zh)\(abroad.zh)\(time.zh)",
          "\(text.en) > \(step.step.name.en)\(abroad.en)\(time.en)")
      }
      return text
    }
    guard task.supplement != nil else { return text }
    if task.steps.isEmpty {
      let tags = task.findings.map(\.kind.tag)
      return .init(
        "\(text.zh)：\(tags.map(\.zh).joined(separator: "、"))",
        "\(text.en): \(tags.map(\.en).joined(separator: ", "))")
    }
    let steps = task.steps.map { step in
      let lead = step.lead.map { BilingualText("（\($0.text.zh)）", " (\($0.text.en))") }
      let time = lead ?? .init("", "")
      return BilingualText(step.step.name.zh + time.zh, step.step.name.en + time.en)
    }
    return .init(
      "\(text.zh)：\(steps.map(\.zh).joined(separator: "、"))",
      "\(text.en): \(steps.map(\.en).joined(separator: " > "))")
  }

  private func isConfirmation(_ task: PlannedTask) -> Bool {
    task.findings.contains { $0.kind === FindingKind.listUnconfirmed }
  }

  /// Why it is to be done, where its name does not say it already.
  func reasons(_ task: PlannedTask) -> [BilingualText] {
    guard task.supplement != nil || isConfirmation(task) else { return [] }
    return task.findings.map { .init(zh.message($0), en.message($0)) }
  }

  /// The body that issues the paper, or that is to do the step; the applicant's own work where empty.
  func who(_ task: PlannedTask) -> BilingualText {
    if task.obtains {
      return task.findings.lazy.compactMap(\.requirement).compactMap { issuer($0, task.kinds) }
        .first
        ?? .init("", "")
    }
    if isConfirmation(task) { return .init("", "") }
    // What a paper states wrongly only its issuer can put right.
    if let paper = task.supplement,
      task.findings.contains(where: { $0.kind.code.hasPrefix("QB42") })
    {
      let kind = assessment.dossier.supplements[Int(paper)].kind.known
      let lines = assessment.checklists.flatMap(\.requirements)
      let issuer = kind.flatMap { kind in
        lines.first { $0.choice.demands.first?.kinds.contains(kind) ?? false }?.issuedBy
      }
      if let issuer {
        return .init("本人；文书写错的由出具方更正：\(issuer.zh)", "you; where the paper is wrong: \(issuer.en)")
      }
    }
    guard !task.steps.isEmpty,
      let finding = task.findings.first(where: { $0.kind.step != nil }),
      let expected = finding.expected
    else { return .init("本人", "you") }
    return .init(zh.value(expected), en.value(expected))
  }

  // An item of several papers names the source of its first; whose the others are it does not say.
  private func issuer(_ requirement: Requirement, _ kinds: [SupplementKind]) -> BilingualText? {
    let demands = requirement.choice.demands
    guard let first = demands.first else { return nil }
    let isFirst = first.kinds.contains(where: kinds.contains)
    switch requirement.choice {
    case .anyOf where Set(demands.map(\.kinds)).count > 1: return nil
    case .one, .anyOf, .allOf: return isFirst ? requirement.issuedBy : nil
    }
  }
}
