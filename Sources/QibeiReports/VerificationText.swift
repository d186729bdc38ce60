// SPDX-License-Identifier: Apache-2.0
package import QibeiCore

/// Whether a sealed report still holds, in words.
package struct VerificationText {
  private let verification: Verification
  private let sealed: SealedReport
  private let wording: Wording

  /// - Parameters:
  ///   - verification: what came out.
  ///   - sealed: what the report rested on.
  ///   - assessment: of the dossier as it is now.
  ///   - language: to write in.
  package init(
    _ verification: Verification, _ sealed: SealedReport, _ assessment: Assessment,
    _ language: Language
  ) {
    self.verification = verification
    self.sealed = sealed
    wording = Wording(assessment: assessment, language: language)
  }

  private func say(_ zh: String, _ en: String) -> String { wording.language == .zh ? zh : en }

  /// The lines, ending in new lines.
  package var text: String {
    let verdict = sealed.verdict.label[wording.language]
    let head =
      verification.holds
      ? say(
        "报告（\(sealed.submission)，\(verdict)）仍然有效：材料、文件、清单和结果都没有变",
        "The report of \(sealed.submission) (\(verdict)) still holds: dossier, files, rules and result are the same"
      )
      : say(
        "报告（\(sealed.submission)，\(verdict)）不再有效，有下列变动",
        "The report of \(sealed.submission) (\(verdict)) does not hold any more; since then")
    return ([head] + parts + rules + findings).map { $0 + "\n" }.joined()
  }

  private var parts: [String] {
    verification.parts.map { change, part in
      let what =
        switch part.kind {
        case .application: say("申请事项", "the application")
        case .person: say("人 ", "person ") + SafeText.visible(part.id)
        case .employer: say("单位 ", "employer ") + SafeText.visible(part.id)
        case .supplement:
          (part.word.flatMap { wording.title(ofKind: $0) } ?? say("材料", "supplement"))
            + " (\(SafeText.visible(part.id)))"
        }
      switch change {
      case .changed: return say("  已改动：\(what)", "  changed: \(what)")
      case .added: return say("  新增：\(what)", "  added: \(what)")
      case .removed: return say("  已去掉：\(what)", "  removed: \(what)")
      }
    }
  }

  private var rules: [String] {
    var lines = verification.rules.map { now, then in
      let id = SafeText.visible(now?.id ?? then?.id ?? "")
      switch (now, then) {
      case (let now?, let then?) where now.version == then.version:
        return say("  规定的内容已变：\(id) \(now.version)", "  rules edited: \(id) \(now.version)")
      case (let now?, let then?):
        return say(
          "  规定换了版本：\(id) \(SafeText.visible(then.version)) → \(now.version)",
          "  rules in another version: \(id) \(SafeText.visible(then.version)) → \(now.version)")
      case (let now?, nil):
        return say("  新适用的规定：\(id) \(now.version)", "  rules that apply now: \(id) \(now.version)")
      case (nil, _): return say("  不再适用的规定：\(id)", "  rules that do not apply any more: \(id)")
      }
    }
    if verification.tablesChanged {
      lines.append(
        say(
          "  参考表已变（国家、附加证明书、工作日等）",
          "  reference tables changed (countries, apostilles, working days and the like)"))
    }
    return lines
  }

  private var findings: [String] {
    var lines: [String] = []
    for cause in Resubmission.Cause.allCases {
      for entry in verification.new where entry.cause == cause {
        let finding = wording.assessment.findings[entry.finding]
        lines.append(
          "  \(cause.label[wording.language])\(say("：", ": "))\(finding.kind.code) \(wording.message(finding))"
        )
      }
    }
    if verification.settled > 0 {
      lines.append(
        say(
          "  报告中的 \(verification.settled) 项已不存在",
          "  no longer there: \(verification.settled) of the report's findings"))
    }
    return lines
  }
}
