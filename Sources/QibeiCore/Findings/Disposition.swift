// SPDX-License-Identifier: Apache-2.0

/// What must happen about a finding.
package enum Disposition: String, VocabularyWord {
  case elsewhere, unchecked, supplement
  case fixNow = "fix-now"
  case deferrable, look, advise

  package var label: BilingualText {
    switch self {
    case .elsewhere: .init(zh: "另行办理", en: "Goes elsewhere")
    case .unchecked: .init(zh: "未能核验", en: "Could not be checked")
    case .supplement: .init(zh: "须补正", en: "Supply or replace")
    case .fixNow: .init(zh: "可当场更正", en: "Can be corrected at the window")
    case .deferrable: .init(zh: "可容缺后补", en: "Can follow later")
    case .look: .init(zh: "窗口会人工核对", en: "The window will look at")
    case .advise: .init(zh: "提示", en: "Good to know")
    }
  }

  /// Position in a report: wrong door, unchecked, must-supplement, then the rest.
  package var rank: Int {
    switch self {
    case .elsewhere: 0
    case .unchecked: 1
    case .supplement: 2
    case .fixNow: 3
    case .deferrable: 4
    case .look: 5
    case .advise: 6
    }
  }
}

/// The conclusion on a dossier; there are three, never two.
package enum Verdict: String, VocabularyWord {
  case complete, incomplete, undetermined

  package var label: BilingualText {
    switch self {
    case .complete: .init(zh: "齐备", en: "complete")
    case .incomplete: .init(zh: "需要补正", en: "not complete")
    case .undetermined: .init(zh: "无法判定", en: "could not tell")
    }
  }

  /// Whatever could not be checked outranks what was found, for the list may not be whole.
  package init(of findings: [Finding]) {
    var verdict = Verdict.complete
    for finding in findings {
      switch finding.disposition {
      case .unchecked:
        self = .undetermined
        return
      case .elsewhere, .supplement, .fixNow, .deferrable: verdict = .incomplete
      case .look, .advise: break
      }
    }
    self = verdict
  }
}
