// SPDX-License-Identifier: Apache-2.0
internal import QibeiCore

/// The eligibility conditions in words, with the days and the pay that they are counted from.
struct CriteriaLines {
  private let assessment: Assessment
  private let examination: Examination
  private let language: Language
  private let criteria: [CriterionLine]

  init(_ assessment: Assessment, _ language: Language) {
    self.assessment = assessment
    self.language = language
    examination = assessment.examination
    criteria = assessment.criteria(examination)
  }

  /// One line for each condition, then what presence and pay were counted from; empty where a list has none.
  var lines: [String] {
    guard !criteria.isEmpty else { return [] }
    let head =
      language == .zh
      ? "申请条件（不属于材料，不影响本结论）" : "Conditions of the category (no papers; not part of this result)"
    return [head] + criteria.map(line) + presence + earnings + points
  }

  private func line(_ line: CriterionLine) -> String {
    let open = line.facts.filter { $0.value == .unknown }
    var text = "  [\(tag(line.state))] \(line.criterion.text[language])"
    if line.state == .unknown, !open.isEmpty {
      let names = open.map { "\($0.name.label[language]) (\($0.name.stated))" }
      text +=
        language == .zh
        ? "；未写明：\(names.joined(separator: "、"))" : "; not known: \(names.joined(separator: ", "))"
    }
    for fact in line.facts {
      guard case .number(let number) = fact.value else { continue }
      text +=
        language == .zh ? "；\(fact.name.label.zh)：\(number)" : "; \(fact.name.label.en): \(number)"
    }
    return text
  }

  private func tag(_ state: CriterionLine.State) -> String {
    switch (state, language) {
    case (.met, .zh): "符合"
    case (.met, .en): "met"
    case (.unmet, .zh): "不符合"
    case (.unmet, .en): "not met"
    case (.unknown, .zh): "未知"
    case (.unknown, .en): "unknown"
    case (.opinion, .zh): "由机关认定"
    case (.opinion, .en): "the authority decides"
    }
  }

  private var names: [FactName] { criteria.flatMap(\.facts).map(\.name) }

  private var presence: [String] {
    guard let years = names.filter(\.isPresence).map(\.yearsBack).max(),
      let applicant = assessment.dossier.applicant
    else { return [] }
    let record = examination.presence(of: assessment.dossier.persons[applicant])
    var lines = record.years(years).map { year -> String in
      let span = "  \(year.from) – \(year.until)"
      guard let days = record.days(in: year) else {
        return span
          + (language == .zh
            ? "：没有这一段的出入境记录" : ": no record of entries and exits reaches back so far")
      }
      let count =
        days.lowerBound == days.upperBound
        ? "\(days.lowerBound)" : "\(days.lowerBound)–\(days.upperBound)"
      return span + (language == .zh ? "：在华 \(count) 天" : ": \(count) days in China")
    }
    lines += record.gaps.map { gap in
      language == .zh
        ? "  \(gap.from) 至 \(gap.until) 之间缺一次出入境记录，请补写"
        : "  between \(gap.from) and \(gap.until) a stamp is missing; add the entry or exit"
    }
    if let absence = record.longestAbsence(ofYears: years) {
      lines.append(
        language == .zh
          ? "  最长离境 \(absence.days) 天：\(absence.from) 至 \(absence.until)"
          : "  longest absence \(absence.days) days: \(absence.from) to \(absence.until)")
    }
    return lines
  }

  // A line that is claimed and has no paper is what the authority will ask for.
  private var points: [String] {
    guard names.contains(.points), let applicant = assessment.dossier.applicant,
      let score = PointsScore(applicant, in: examination)
    else { return [] }
    return score.lines.filter { $0.points > 0 }.map { line in
      let kinds = line.line.papers.map { assessment.tables.kinds[$0].title[language] }
      let missing =
        line.isProven
        ? ""
        : language == .zh
          ? "；没有可以证明它的材料：\(kinds.joined(separator: "或"))"
          : "; no paper proves it: \(kinds.joined(separator: " or "))"
      return language == .zh
        ? "  \(line.line.title.zh)：\(line.points) 分\(missing)"
        : "  \(line.line.title.en): \(line.points) points\(missing)"
    } + [language == .zh ? "  积分合计 \(score.total)" : "  points in all: \(score.total)"]
  }

  private var earnings: [String] {
    guard names.contains(where: \.isEarnings), let applicant = assessment.dossier.applicant else {
      return []
    }
    return EarningsRecord(applicant, in: examination).years.map { year in
      let none = language == .zh ? "未写明" : "not stated"
      let salary = year.salary.map(String.init) ?? none
      let tax = year.tax.map(String.init) ?? none
      let average =
        year.average.map(String.init)
        ?? (language == .zh
          ? "未配置（tables/wage-averages.xml 缺 \(year.year - 1) 年）"
          : "not configured (tables/wage-averages.xml lacks \(year.year - 1))")
      return language == .zh
        ? "  \(year.year) 年：工资 \(salary)，个人所得税 \(tax)，上一年平均工资 \(average)"
        : "  \(year.year): salary \(salary), income tax \(tax), average wage of the year before \(average)"
    }
  }
}
