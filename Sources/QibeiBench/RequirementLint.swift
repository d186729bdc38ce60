// SPDX-License-Identifier: Apache-2.0
internal import QibeiCore

/// What can be told about one requirement by reading it.
struct RequirementLint {
  private(set) var problems: [(code: String, message: BilingualText)] = []

  init(_ requirement: Requirement, _ tables: ReferenceTables) {
    problems += Self.passes(requirement)
    problems += Self.units(requirement)
    problems += Self.owners(requirement, tables)
    problems += Self.countries(requirement)
    problems += Self.links(requirement)
  }

  // A remedy says what to do; a sentence that reads as a pass leaves people wondering what is wrong.
  private static func passes(_ requirement: Requirement) -> [(String, BilingualText)] {
    let zh = ["符合要求", "已齐备", "无误", "合格。", "无需办理"]
    let en = ["is correct", "is in order", "is complete", "nothing to do", "no action"]
    let text = requirement.remedy
    guard
      let phrase = zh.first(where: text.zh.contains)
        ?? en.first(where: text.en.lowercased().contains)
    else { return [] }
    return [
      (
        "L201",
        .init(
          "补正方法写得像“通过”（“\(phrase)”）；请写清做什么、向谁、几份",
          "its remedy reads as a pass (“\(phrase)”); say what to do, with whom and how many")
      )
    ]
  }

  // A limit keeps the unit of its source: six months are not 180 days.
  private static func units(_ requirement: Requirement) -> [(String, BilingualText)] {
    let written = CalendarPeriod.mentioned(in: requirement.remedy.zh)
    var found: [(String, BilingualText)] = []
    for configured in requirement.choice.demands.flatMap(\.checks) {
      for name in ["period", "at-most"] {
        guard let text = configured.parameters.string(name), let period = CalendarPeriod(text),
          !written.contains(period),
          let other = written.first(where: { $0.isConversion(of: period) })
        else { continue }
        found.append(
          (
            "L202",
            .init(
              "核验写 \(period.code)，补正方法写“\(other.text.zh)”；请用依据所用的单位，不要换算",
              "the check has \(period.code) and the remedy says \(other.text.en); keep the unit of the source, without converting"
            )
          ))
      }
    }
    return found
  }

  private static func owners(
    _ requirement: Requirement, _ tables: ReferenceTables
  ) -> [(String, BilingualText)] {
    let needed: SupplementSubject? =
      switch requirement.audience {
      case .application: nil
      case .employer: .employer
      case .applicant, .spouse, .eachChild, .eachFamilyMember, .eachPerson: .person
      }
    guard let needed else { return [] }
    var strangers: [String] = []
    for kind in requirement.choice.demands.flatMap(\.kinds)
    where tables.kinds[kind].subject != needed {
      if !strangers.contains(tables.kinds[kind].id) { strangers.append(tables.kinds[kind].id) }
    }
    guard !strangers.isEmpty else { return [] }
    let names = strangers.joined(separator: " ")
    return [
      (
        "L301",
        .init(
          "\(names) 不属于“\(requirement.audience.label.zh)”，永远找不到；请改 for，或改材料种类的 subject",
          "\(names) does not belong to \(requirement.audience.label.en), so it is never found; change for, or the kind's subject"
        )
      )
    ]
  }

  private static func countries(_ requirement: Requirement) -> [(String, BilingualText)] {
    guard requirement.countries != nil,
      requirement.choice.demands.flatMap(\.checks).contains(where: {
        type(of: $0.check).description.name == "country"
      })
    else { return [] }
    return [
      (
        "L302",
        .init(
          "按国家逐一要求的项目，<country> 永远不会报告；请去掉",
          "in a line for each country, <country> can never speak; take it out")
      )
    ]
  }

  // Copies are evidence for us, not pages to send applicants to.
  private static func links(_ requirement: Requirement) -> [(String, BilingualText)] {
    requirement.bases.filter { $0.link != nil && ![.law, .gov, .univ].contains($0.evidence) }.map {
      (
        "L501",
        .init(
          "依据“\($0.id)”不是政府网页，不要给出链接",
          "the basis “\($0.id)” is no government page; leave out its link")
      )
    }
  }
}

extension CalendarPeriod {
  /// The periods that a Chinese sentence names, such as 6个月 or 180 日.
  static func mentioned(in text: String) -> [CalendarPeriod] {
    let scalars = Array(text.unicodeScalars)
    var periods: [CalendarPeriod] = []
    var at = 0
    while at < scalars.count {
      guard let first = scalars[at].digit else {
        at += 1
        continue
      }
      var count = first
      at += 1
      while at < scalars.count, let digit = scalars[at].digit, count < 1000 {
        count = count * 10 + digit
        at += 1
      }
      if at < scalars.count, scalars[at] == " " { at += 1 }
      guard at < scalars.count else { break }
      switch scalars[at] {
      case "个" where at + 1 < scalars.count && scalars[at + 1] == "月":
        periods.append(.months(count))
      case "年": periods.append(.years(count))
      case "日", "天": periods.append(.days(count))
      default: break
      }
    }
    return periods
  }

  /// Whether one is what somebody gets who converts the other.
  func isConversion(of other: CalendarPeriod) -> Bool {
    switch (self, other) {
    case (.months(let months), .days(let days)), (.days(let days), .months(let months)):
      days == months * 30
    case (.years(let years), .days(let days)), (.days(let days), .years(let years)):
      days == years * 365 || days == years * 360
    default: false
    }
  }
}

extension Unicode.Scalar {
  fileprivate var digit: Int? {
    ("0"..."9").contains(self) ? Int(value) - 48 : nil
  }
}
