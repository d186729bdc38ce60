// SPDX-License-Identifier: Apache-2.0
internal import QibeiCore

/// The first lines of a report: what was judged, by which list, where and for which day.
struct HeaderLines {
  private let assessment: Assessment
  private let language: Language

  init(_ assessment: Assessment, _ language: Language) {
    self.assessment = assessment
    self.language = language
  }

  private var place: String {
    guard let place = assessment.place else {
      return language == .zh ? "未写地点，按全国清单" : "no place stated, national list"
    }
    return assessment.tables.divisions.name(of: place)[language]
  }

  var lines: [String] {
    lines(
      language == .zh
        ? "按 \(assessment.submission) 递交计算" : "as if submitted \(assessment.submission)")
  }

  /// The lines with something else than the day of submission at their ends.
  func lines(_ end: String) -> [String] {
    if assessment.checklists.isEmpty {
      return [
        language == .zh ? "没有可用的清单 · \(end)" : "No checklist to judge by · \(end)"
      ]
    }
    return assessment.checklists.map { checklist in
      let title = checklist.title[language]
      let overlays = checklist.overlays.map {
        "\($0.place.map { assessment.tables.divisions.name(of: $0)[language] } ?? $0.id) \($0.version)"
      }
      let local =
        overlays.isEmpty
        ? ""
        : (language == .zh
          ? " + 地方补充 \(overlays.joined(separator: "、"))"
          : " + local \(overlays.joined(separator: ", "))")
      return language == .zh
        ? "\(title)（\(checklist.category)）· 清单 \(checklist.source.version) 版\(local) · \(place) · \(end)"
        : "\(title) (\(checklist.category)) · checklist \(checklist.source.version)\(local) · \(place) · \(end)"
    }
  }

  /// Which file each line of the list comes from, with digests.
  var origins: [String] {
    assessment.checklists.flatMap { checklist -> [String] in
      ([checklist.source] + checklist.overlays).map { source in
        let own = checklist.requirements.filter { $0.origin.last == source }.map {
          String($0.number)
        }
        let name =
          source.place == nil
          ? source.id : (language == .zh ? "地方补充 \(source.id)" : "overlay \(source.id)")
        let items = own.isEmpty ? "-" : own.joined(separator: " ")
        return "  \(name) \(source.version) sha256:\(source.digest.prefix(16))… "
          + (language == .zh ? "第 \(items) 项" : "items \(items)")
      }
    }
  }
}

/// One legal basis in a line.
struct BasisLine {
  let text: String

  init(_ basis: LegalBasis, _ language: Language) {
    var parts = [basis.instrument[language]]
    if let article = basis.article {
      let isNumber = article.allSatisfy(\.isNumber)
      parts.append(
        isNumber ? (language == .zh ? "第 \(article) 条" : "article \(article)") : article)
    }
    if let from = basis.inForceFrom {
      parts.append(language == .zh ? "\(from) 起施行" : "in force since \(from)")
    }
    if let link = basis.link { parts.append(link) }
    parts.append((language == .zh ? "证据：" : "evidence: ") + basis.evidence.label[language])
    text = parts.joined(separator: ", ")
  }
}

/// The conclusion with its counts.
struct VerdictLine {
  let text: String

  init(_ assessment: Assessment, _ language: Language) {
    let counts = Disposition.allCases.filter { $0 != .look && $0 != .advise }
      .map { ($0, assessment.count($0)) }.filter { $0.1 > 0 }
    let looks = assessment.count(.look)
    let total = assessment.lines.count
    let pending = assessment.pending
    switch language {
    case .zh:
      let found = counts.map { "\($0.0.label.zh) \($0.1)" }.joined(separator: "，")
      let rest =
        "齐备 \(assessment.satisfied)\(looks > 0 ? "，人工核对 \(looks)" : "")\(pending > 0 ? "，内部流转 \(pending)" : "")（适用的材料共 \(total) 项）"
      text =
        "结论：\(assessment.verdict.label.zh)   \(found.isEmpty ? "" : found + "；")\(rest)"
        + (assessment.verdict == .undetermined ? "\n有核验没有完成，因此不能说齐备。" : "")
        + "\n这是预先核对，不是受理决定。"
    case .en:
      let found = counts.map { "\($0.1) \(Self.english($0.0))" }.joined(separator: ", ")
      let rest =
        "\(assessment.satisfied) fine\(looks > 0 ? ", \(looks) for the window" : "")\(pending > 0 ? ", \(pending) passed on internally" : "") (\(total) \(total == 1 ? "item applies" : "items apply"))"
      text =
        "Result: \(assessment.verdict.label.en)   \(found.isEmpty ? "" : found + "; ")\(rest)"
        + (assessment.verdict == .undetermined
          ? "\nSomething could not be checked, so this cannot be called complete." : "")
        + "\nThis is a pre-check, not an official acceptance."
    }
  }

  private static func english(_ disposition: Disposition) -> String {
    switch disposition {
    case .elsewhere: "to take elsewhere"
    case .unchecked: "not checked"
    case .supplement: "to supply or replace"
    case .fixNow: "to correct"
    case .deferrable: "to follow later"
    case .look, .advise: ""
    }
  }
}
