// SPDX-License-Identifier: Apache-2.0
internal import QibeiCore

/// Puts findings and facts into the words of a brief.
struct BriefWriter {
  private let assessment: Assessment
  private let examination: Examination
  private let zh: Wording
  private let en: Wording

  init(_ assessment: Assessment) {
    self.assessment = assessment
    examination = assessment.examination
    zh = Wording(assessment: assessment, language: .zh)
    en = Wording(assessment: assessment, language: .en)
  }

  /// Whether a finding speaks of somebody's health or of a minor; a child whose birth is unknown counts as one.
  func isPrivate(_ finding: Finding) -> Bool {
    if case .person(let index) = finding.owner {
      let person = assessment.dossier.persons[index]
      if let born = person.born.known {
        if born <= assessment.submission, examination.age(born: born) < 18 { return true }
      } else if person.role.known == .child {
        return true
      }
    }
    if let paper = finding.supplement {
      return assessment.dossier.supplements[Int(paper)].kind.known
        .map { assessment.tables.kinds[$0].isHealth } ?? false
    }
    let kinds = finding.requirement?.choice.demands.flatMap(\.kinds) ?? []
    return kinds.contains { assessment.tables.kinds[$0].isHealth }
  }

  func point(_ finding: Finding, _ number: Int) -> Brief.Point {
    let subject = BilingualText(zh.subject(finding), en.subject(finding))
    let title = finding.requirement?.title ?? finding.kind.tag
    var options = [BilingualText(zh.remedy(finding), en.remedy(finding))].filter { !$0.zh.isEmpty }
    if finding.requirement != nil, [.supplement, .fixNow].contains(finding.disposition) {
      options.append(
        .init(
          "由有权机关决定免交或以其他方式核实，决定文号写入材料（status=\"waived\" decision=\"…\"）。",
          "The competent authority waives it or verifies it in another way, and the decision's number is recorded in the dossier (status=\"waived\" decision=\"…\")."
        ))
    }
    return Brief.Point(
      number: number, code: finding.kind.code,
      item: subject.zh.isEmpty
        ? title : BilingualText("\(title.zh)（\(subject.zh)）", "\(title.en) (\(subject.en))"),
      fault: BilingualText(zh.message(finding), en.message(finding)),
      law: finding.bases.map { BilingualText(BasisLine($0, .zh).text, BasisLine($0, .en).text) },
      options: options, due: finding.mayFollowUntil)
  }

  /// What the list turns on, each fact once, with its value.
  func facts(of checklist: Checklist) -> [(label: BilingualText, value: BilingualText)] {
    guard let applicant = assessment.dossier.applicant else { return [] }
    let own = checklist.requirements.filter {
      [.applicant, .application, .employer].contains($0.audience)
    }
    let conditions =
      own.compactMap(\.condition) + own.flatMap { $0.choice.demands.compactMap(\.condition) }
      + checklist.criteria.compactMap(\.condition)
    var seen: Set<FactName> = []
    return conditions.flatMap(\.facts).filter { seen.insert($0).inserted }.map { name in
      (
        name.label,
        FactWording.text(
          name, examination.value(of: name, for: .person(applicant)), of: applicant, assessment)
      )
    }
  }

  /// What papers cannot settle.
  func conditions(of checklist: Checklist) -> [BilingualText] {
    assessment.criteria(examination).filter {
      $0.category == checklist.category && $0.state != .met
    }.map { line in
      let state: BilingualText =
        switch line.state {
        case .unmet: .init("不符合", "not met")
        case .unknown: .init("未知", "not known")
        case .met, .opinion: .init("由机关认定", "for the authority to decide")
        }
      return .init(
        "\(line.criterion.text.zh)（\(state.zh)）", "\(line.criterion.text.en) (\(state.en))")
    }
  }
}
