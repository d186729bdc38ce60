// SPDX-License-Identifier: Apache-2.0
internal import QibeiCore

/// What became of the letter that a dossier answers: its items first, then what it did not tell.
struct ResubmissionLines {
  private let resubmission: Resubmission
  private let wording: Wording

  init(_ resubmission: Resubmission, _ wording: Wording) {
    self.resubmission = resubmission
    self.wording = wording
  }

  var lines: [String] {
    let letter = resubmission.letter
    let isChinese = wording.language == .zh
    let number = letter.number.map { SafeText.visible($0) }
    let (open, fixed) = (resubmission.open.count, letter.items.count - resubmission.open.count)
    var lines = [
      isChinese
        ? "上次文书\(number.map { " " + $0 } ?? "")（\(letter.dated)）共 \(letter.items.count) 项：已补齐 \(fixed)，仍未补 \(open)"
        : "Letter \(number.map { $0 + " " } ?? "")of \(letter.dated), \(letter.items.count) item(s): \(fixed) settled, \(open) still open"
    ]
    for (index, item) in letter.items.enumerated() where resubmission.open.contains(index) {
      let fault = SafeText.visible(item.fault[wording.language])
      lines.append("  \(item.number) \(item.code) \(isChinese ? "[仍缺]" : "[still open]") \(fault)")
    }
    for cause in Resubmission.Cause.allCases {
      let own = resubmission.new.filter { $0.cause == cause }
      guard !own.isEmpty || cause == .missedBefore else { continue }
      lines.append("\(cause.label[wording.language])\(isChinese ? "：" : ": ")\(own.count)")
      for entry in own {
        let finding = wording.assessment.findings[entry.finding]
        lines.append("  + \(finding.kind.code) \(wording.message(finding))")
      }
    }
    if resubmission.count(.missedBefore) > 0 {
      lines.append(
        isChinese
          ? "！上次应告而未告：依法应一次告知（行政许可法第 32 条），请由负责人处理"
          : "! Missed before: the law wants everything told at one time (Administrative Licensing Law, article 32). A supervisor has to deal with it"
      )
    }
    return lines
  }
}

extension Resubmission.Cause {
  var label: BilingualText {
    switch self {
    case .caused: .init("因材料变动新出现", "New, from what was changed")
    case .expired: .init("此后到期", "Expired since")
    case .ruleChanged: .init("规定已变", "The rules have changed")
    case .missedBefore: .init("上次应告而未告", "Missed before")
    }
  }
}
