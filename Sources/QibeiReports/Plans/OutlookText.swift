// SPDX-License-Identifier: Apache-2.0
package import QibeiCore

/// The days on which a dossier may be handed in as it is, in words.
package struct OutlookText {
  private let outlook: Outlook
  private let zh: Wording
  private let en: Wording

  package init(_ outlook: Outlook) {
    self.outlook = outlook
    zh = Wording(assessment: outlook.stretches[0].assessment, language: .zh)
    en = Wording(assessment: outlook.stretches[0].assessment, language: .en)
  }

  /// The text for a terminal, ending in a new line.
  package func text(in language: Language) -> String {
    lines.map { SafeText.visible($0[language]) + "\n" }.joined()
  }

  private var lines: [BilingualText] {
    var lines: [BilingualText] = []
    let horizon = outlook.horizon
    for (from, until) in outlook.windows {
      let days = until.ordinal - from.ordinal + 1
      let open = until == horizon.last ? BilingualText("或更晚", " or later") : .init("", "")
      lines.append(
        .init(
          "可以递交：\(from) 至 \(until)\(open.zh)（\(days) 天）",
          "May be handed in: \(from) to \(until)\(open.en) (\(days == 1 ? "1 day" : "\(days) days"))"
        ))
    }
    if outlook.windows.isEmpty {
      lines.append(
        .init(
          "\(horizon.first) 至 \(horizon.last) 没有一天可以照现在这样递交；要做什么见 qibei plan。",
          "On no day from \(horizon.first) to \(horizon.last) may it be handed in as it is; for what to do: qibei plan."
        ))
      lines += outlook.stretches[0].assessment.blockers.map {
        .init("  \(horizon.first)  \(zh.message($0))", "  \(horizon.first)  \(en.message($0))")
      }
    }
    for pair in outlook.conflicts {
      lines.append(
        .init(
          "这两项没有一天同时成立：\(zh.message(pair.first))；\(zh.message(pair.second))",
          "These two never hold on the same day: \(en.message(pair.first)); \(en.message(pair.second))"
        ))
    }
    if !outlook.events.isEmpty { lines.append(.init("", "")) }
    for event in outlook.events {
      lines += event.begins.map {
        .init("\(event.day)  起：\(zh.message($0))", "\(event.day)  from now: \(en.message($0))")
      }
      lines += event.ends.map {
        .init("\(event.day)  不再：\(zh.message($0))", "\(event.day)  no more: \(en.message($0))")
      }
    }
    return lines
  }
}
