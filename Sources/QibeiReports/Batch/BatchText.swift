// SPDX-License-Identifier: Apache-2.0
package import QibeiCore

/// What a batch came to, for a screen and in the words of its other summaries.
package struct BatchWording {
  package let tally: BatchTally

  package init(_ tally: BatchTally) { self.tally = tally }

  private static let causesShown = 5

  /// A few lines for a screen.
  package func text(_ languages: [Language]) -> String {
    languages.map { language in
      lines.map { $0[language] + "\n" }.joined()
    }.joined(separator: "\n")
  }

  /// How many came out how.
  var headline: BilingualText {
    let (complete, incomplete) = (count(.complete), count(.incomplete))
    let undetermined = count(.undetermined)
    return .init(
      "\(tally.total) 份：齐备 \(complete)，需要补正 \(incomplete)，无法判定 \(undetermined)，打不开 \(tally.refused)",
      "\(tally.total) dossier\(tally.total == 1 ? "" : "s"): \(complete) complete, \(incomplete) not complete, \(undetermined) could not tell, \(tally.refused) could not be read"
    )
  }

  private var lines: [BilingualText] {
    var lines = [headline]
    if let untouched { lines.append(untouched) }
    let causes = tally.causes.prefix(Self.causesShown)
    if !causes.isEmpty {
      let zh = causes.map { "\($0.code) \(tag($0.code).zh) \($0.count) 份" }
      let en = causes.map { "\($0.code) \(tag($0.code).en) \($0.count)" }
      lines.append(
        .init(
          "原因最多：" + zh.joined(separator: " · "),
          "Most frequent causes: " + en.joined(separator: " · ")))
    }
    if !tally.refusals.isEmpty {
      let more = tally.refused - tally.refusals.count
      lines.append(
        .init(
          "打不开的：" + tally.refusals.map(\.zh).joined(separator: "；")
            + (more > 0 ? "；另有 \(more) 份" : ""),
          "Could not be read: " + tally.refusals.map(\.en).joined(separator: "; ")
            + (more > 0 ? "; \(more) more" : "")))
    }
    if tally.talents + tally.families > 0 {
      lines.append(
        .init(
          "其中高层次人才 \(tally.talents) 份，家庭一同申请 \(tally.families) 份",
          "Of these, \(tally.talents) of high-level talents, \(tally.families) of families"))
    }
    return lines
  }

  /// How many were left alone by a change of the rules; nil for none.
  var untouched: BilingualText? {
    guard tally.untouched > 0 else { return nil }
    return .init(
      "规则变动没有涉及的 \(tally.untouched) 份没有重新核对。",
      "\(tally.untouched) that the change of the rules does not touch were not checked again.")
  }

  func count(_ verdict: Verdict) -> Int { tally.verdicts[verdict] ?? 0 }

  /// What a code is about, in a word or two.
  func tag(_ code: String) -> BilingualText {
    CheckCatalog.findingKinds.first { $0.code == code }?.tag ?? .init("", "")
  }
}
