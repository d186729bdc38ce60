// SPDX-License-Identifier: Apache-2.0
internal import QibeiCore

/// Puts findings into words: fills the sentences of their kinds with their own values.
struct Wording {
  let assessment: Assessment
  let language: Language
  // Kind and owner of every paper in one number each, sorted: a dictionary costs more to make than to ask.
  private let papers: [Int64]

  init(assessment: Assessment, language: Language) {
    self.assessment = assessment
    self.language = language
    papers = assessment.dossier.supplements.compactMap(Self.kindAndOwner).sorted()
  }

  private static func kindAndOwner(_ supplement: Supplement) -> Int64? {
    guard let kind = supplement.kind.known else { return nil }
    let owner =
      switch supplement.owner {
      case .application: 0
      case .nobody: 1
      case .person(let index): index * 2 + 2
      case .employer(let index): index * 2 + 3
      }
    return Int64(kind.index) << 32 | Int64(owner)
  }

  private func hasTwins(_ supplement: Supplement) -> Bool {
    guard let own = Self.kindAndOwner(supplement) else { return false }
    var (low, high) = (0, papers.count)
    while low < high {
      let middle = (low + high) / 2
      if papers[middle] < own { low = middle + 1 } else { high = middle }
    }
    return low + 1 < papers.count && papers[low + 1] == own
  }

  private var dossier: Dossier { assessment.dossier }
  private var tables: ReferenceTables { assessment.tables }

  /// The sentence that says what is the matter.
  func message(_ finding: Finding) -> String { fill(finding.kind.message[language], finding) }

  /// What to do: the kind's own remedy, then the requirement's where it adds something.
  func remedy(_ finding: Finding) -> String {
    let own = finding.kind.remedy.map { fill($0[language], finding) }
    var text = own ?? finding.requirement?.remedy[language] ?? ""
    if finding.kind === FindingKind.missing, let others = finding.alternatives {
      text += language == .zh ? "也可以交：\(value(others))。" : " Also accepted: \(value(others))."
    } else if finding.kind !== FindingKind.missing, let then = finding.alternatives {
      text +=
        language == .zh
        ? "改好后还须满足：\(value(then))。" : " Once it can be read, it also has to be: \(value(then))."
    }
    if own == nil {
      for requirement in finding.sharedWith where requirement.remedy != finding.requirement?.remedy
      {
        let list = assessment.checklists.first { $0.requirements.contains { $0 === requirement } }
        text +=
          language == .zh
          ? "另一事项“\(list?.title.zh ?? "")”：\(requirement.remedy.zh)"
          : " For the other procedure, \(list?.title.en ?? ""): \(requirement.remedy.en)"
      }
    }
    if let limit = finding.mayFollowUntil {
      text +=
        language == .zh
        ? "这一项可以容缺：主要材料齐备的，写 status=\"promised\" 和不晚于 \(limit) 的 promised-by，签承诺书后补。"
        : " This item may follow: with the principal papers complete, write status=\"promised\" and a promised-by up to \(limit), and sign a commitment (容缺受理承诺书)."
    }
    if let preferred = finding.preferred {
      text +=
        language == .zh ? "更稳妥：\(value(preferred))。" : " Better still: \(value(preferred))."
    }
    return text.listedWords.joined(separator: " ")
  }

  /// The person or employer concerned; empty for the application.
  func subject(_ finding: Finding) -> String { subject(finding.owner) }

  /// The same, by position in the dossier.
  func subject(_ owner: Owner) -> String {
    switch owner {
    case .application, .nobody: return ""
    case .person(let index):
      let person = dossier.persons[index]
      let role = (person.role.known ?? .other).label[language]
      let capital = language == .en ? role.prefix(1).uppercased() + role.dropFirst() : role
      return "\(capital) \(SafeText.visible(person.displayName))"
    case .employer(let index):
      let employer = dossier.employers[index]
      return SafeText.visible(employer.name.known ?? employer.englishName.known ?? employer.id)
    }
  }

  /// The title of a kind by its word; nil where the table has none.
  func title(ofKind word: String) -> String? {
    tables.kinds[word].map { tables.kinds[$0].title[language] }
  }

  /// A supplement as the table of kinds names it, told apart from others of its kind.
  func paper(_ index: Int32) -> String {
    let supplement = dossier.supplements[Int(index)]
    guard let kind = supplement.kind.known else {
      return SafeText.visible(dossier.text(supplement.id))
    }
    let title = tables.kinds[kind].title[language]
    guard hasTwins(supplement) else { return title }
    if let country = supplement.country.known {
      return parenthesised(title, tables.countries.name(of: country)[language])
    }
    return parenthesised(title, SafeText.visible(dossier.text(supplement.id)))
  }

  /// A value in words.
  func value(_ value: FindingValue) -> String {
    switch value {
    case .date(let date): date.description
    case .period(let period): period.text[language]
    case .count(let count): String(count)
    case .text(let text): clipped(SafeText.visible(text))
    case .secret(let text): masked(text)
    case .words(let words): words[language]
    case .country(let country): tables.countries.name(of: country)[language]
    case .place(let place): tables.divisions.name(of: place)[language]
    case .languages(let tongues):
      joined(tongues.map { tables.languages.name(of: $0)[language] })
    case .kinds(let kinds): alternatives(kinds.map { tables.kinds[$0].title[language] })
    case .kindsFrom(let kinds, let country):
      parenthesised(
        alternatives(kinds.map { tables.kinds[$0].title[language] }),
        tables.countries.name(of: country)[language])
    case .papers(let papers): joined(papers.map(paper))
    case .list(let values): joined(values.map { self.value($0) })
    case .either(let values): alternatives(values.map { self.value($0) })
    case .together(let values):
      values.map { self.value($0) }.joined(separator: language == .zh ? "加" : " together with ")
    case .range(let from, let until):
      language == .zh ? "\(from) 至 \(until)" : "\(from) to \(until)"
    }
  }

  private func fill(_ template: String, _ finding: Finding) -> String {
    var result = ""
    // Braces are bytes of their own, so the search need not make characters.
    var rest = template.utf8[...]
    while let open = rest.firstIndex(of: UInt8(ascii: "{")),
      let close = rest[open...].firstIndex(of: UInt8(ascii: "}"))
    {
      result.append(contentsOf: Substring(rest[..<open]))
      result += slot(String(Substring(rest[rest.index(after: open)..<close])), finding)
      rest = rest[rest.index(after: close)...]
    }
    result.append(contentsOf: Substring(rest))
    // What stands in a dossier is told as it is: a path with another first letter is another path.
    let isVerbatim = template.utf8.starts(with: "{seen}".utf8) && finding.seen?.isVerbatim ?? false
    return isVerbatim ? result : capitalised(result)
  }

  private func slot(_ name: String, _ finding: Finding) -> String {
    switch name {
    case "item": finding.requirement?.title[language] ?? ""
    case "paper": finding.supplement.map(paper) ?? finding.requirement?.title[language] ?? ""
    case "person": subject(finding)
    case "seen": finding.seen.map { value($0) + difference($0, finding) } ?? ""
    case "expected": finding.expected.map(value) ?? ""
    case "limit": finding.limit.map { value($0) + difference($0, finding) } ?? ""
    case "on": finding.on.map(value) ?? ""
    default: ""
    }
  }

  private func joined(_ parts: [String]) -> String {
    parts.joined(separator: language == .zh ? "、" : ", ")
  }

  private func alternatives(_ parts: [String]) -> String {
    guard let last = parts.last, parts.count > 1 else { return parts.first ?? "" }
    return joined(Array(parts.dropLast())) + (language == .zh ? "或" : " or ") + last
  }

  private func parenthesised(_ text: String, _ inner: String) -> String {
    language == .zh ? "\(text)（\(inner)）" : "\(text) (\(inner))"
  }

  private func masked(_ text: String) -> String {
    let tail = SafeText.visible(String(text.suffix(4)))
    return language == .zh ? "尾号 \(tail)" : "number ending \(tail)"
  }

  // Two numbers that end alike look the same once they are masked.
  private func difference(_ value: FindingValue?, _ finding: Finding) -> String {
    guard let own = Self.secret(value), let other = Self.secret(finding.expected), own != other,
      masked(own) == masked(other)
    else { return "" }
    let place = zip(own, other).prefix { $0 == $1 }.count + 1
    return language == .zh ? "（第 \(place) 位起不同）" : " (another from character \(place) on)"
  }

  private static func secret(_ value: FindingValue?) -> String? {
    switch value {
    case .secret(let text): text
    case .list(let values): values.count == 1 ? secret(values.first) : nil
    default: nil
    }
  }

  private func clipped(_ text: String) -> String {
    text.count <= Self.longest ? text : String(text.prefix(Self.longest)) + "…"
  }

  // The longest list of words that a rule asks for fits.
  private static let longest = 240

  private func capitalised(_ text: String) -> String {
    language == .en ? text.prefix(1).uppercased() + text.dropFirst() : text
  }
}
