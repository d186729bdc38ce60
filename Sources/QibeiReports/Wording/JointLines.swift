// SPDX-License-Identifier: Apache-2.0
internal import QibeiCore

/// What a joint dossier shares, what it never asks for, and when both permits can be decided; empty for another.
struct JointLines {
  private let assessment: Assessment
  private let language: Language
  private let isWhole: Bool

  /// - Parameters:
  ///   - assessment: of the dossier.
  ///   - language: to write in.
  ///   - whole: whether papers about which the two lists agree are told too.
  init(_ assessment: Assessment, _ language: Language, whole: Bool = true) {
    self.assessment = assessment
    self.language = language
    isWhole = whole
  }

  private func say(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }

  var lines: [String] {
    guard assessment.checklists.count == 2 else { return [] }
    var lines = [
      say(
        "两证联办：材料只交一份；两份清单要求不同的，以较严的为准",
        "Joint dossier: papers are given once; where the two lists differ, the stricter counts"
      )
    ]
    for paper in assessment.sharedPapers
    where isWhole || paper.translationDiffers || paper.isAuthenticated {
      lines.append("  " + text(of: paper))
    }
    if let photo { lines.append("  " + photo) }
    let pending = assessment.pendingKinds.map { assessment.tables.kinds[$0].title[language] }
    if !pending.isEmpty {
      lines.append(
        say(
          "  由机关之间流转，不向您要：\(pending.joined(separator: "、"))",
          "  Passed on between the authorities, never asked of you: \(pending.joined(separator: ", "))"
        ))
    }
    return lines
  }

  /// What follows once everything told is done.
  var conclusion: [String] {
    guard assessment.canBeDecidedTogether else { return [] }
    let open = assessment.findings.count {
      [.supplement, .fixNow].contains($0.disposition)
    }
    let ready =
      open == 0
      ? say(
        "两证材料均已齐备，可以一并受理、同日决定",
        "Both lists are complete: the two permits can be taken in together and decided the same day"
      )
      : say(
        "完成上列 \(open) 项后，两证材料均齐备，可以一并受理、同日决定",
        "Once the \(open) above \(open == 1 ? "is" : "are") done, both lists are complete: the two permits can be taken in together and decided the same day"
      )
    return [
      ready
        + say(
          "（行政许可法第 26 条第 2 款、第 34 条第 2 款；联合办理最长 45 个工作日，经批准可延长 15 个，第 42 条第 2 款）。",
          " (Administrative Licensing Law, articles 26 (2) and 34 (2); joint handling takes 45 working days at most, 15 more with approval, article 42 (2))."
        )
    ]
  }

  private func text(of paper: SharedPaper) -> String {
    let names = paper.kinds.map { assessment.tables.kinds[$0].title[language] }
      .joined(separator: say("或", " or "))
    var wants: [String] = []
    if paper.needsScan { wants.append(say("彩色扫描件", "colour scan")) }
    if paper.originals > 0 {
      wants.append(say("原件 \(paper.originals) 份", "\(paper.originals) original"))
    }
    if paper.copies > 0 { wants.append(say("复印件 \(paper.copies) 份", "\(paper.copies) copy")) }
    if paper.translationDiffers, let translators = paper.translators {
      var by = translators.map(\.label[language]).joined(separator: say("或", " or "))
      if !by.isEmpty { by = say("由\(by)翻译", " by \(by)") }
      let seals = paper.sealedBy.map(\.label[language]).joined(separator: say("和", " and "))
      wants.append(
        say("译文\(by)", "translation\(by)")
          + (seals.isEmpty ? "" : say("\(by.isEmpty ? "" : "并")由\(seals)盖章", " sealed by \(seals)"))
      )
    }
    if paper.isAuthenticated { wants.append(say("一开始就办好认证", "authenticated from the start")) }
    return wants.isEmpty
      ? names : names + say("：", ": ") + wants.joined(separator: say("，", ", "))
  }

  private var photo: String? {
    let standards = assessment.checklists.compactMap {
      $0.photoStandards.first { $0.limits != PhotoLimits() }
    }
    guard standards.count == 2,
      let both = standards[0].limits.intersection(standards[1].limits)
    else { return nil }
    var wants: [String] = []
    if let width = both.width, let height = both.height {
      wants.append(
        "\(PhotoLimits.text(width)) × \(PhotoLimits.text(height)) "
          + say("像素", "pixels"))
    }
    if let ratio = both.ratio { wants.append("\(ratio.width):\(ratio.height)") }
    if let size = both.kilobytes { wants.append("\(PhotoLimits.text(size)) KB") }
    if both.mustBeTrueColour { wants.append(say("24 位彩色", "24-bit colour")) }
    return say("一张数码照片可供两证：", "One digital photograph can serve both: ")
      + wants.joined(separator: say("，", ", "))
  }
}
