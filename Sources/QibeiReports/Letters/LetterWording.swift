// SPDX-License-Identifier: Apache-2.0
internal import QibeiCore

/// The fixed sentences of letters.
enum LetterWording {
  static func title(_ outcome: Outcome) -> BilingualText {
    switch outcome {
    case .supplement: .init("补正通知书（一次性告知）", "Supplement notice (told once)")
    case .correctOnSpot: .init("当场更正单", "Corrections to be made on the spot")
    case .tolerance: .init("容缺受理通知书及承诺书", "Acceptance with papers to follow, and commitment")
    case .noLicence, .otherAuthority: .init("不予受理通知书", "Notice of non-acceptance")
    case .accept: .init("受理通知书", "Notice of acceptance")
    case .undetermined: .init("", "")
    }
  }

  static func opening(_ outcome: Outcome, _ count: Int) -> BilingualText {
    switch outcome {
    case .supplement:
      .init(
        "经核对，您的申请材料需要补正，现一次告知全部内容，共 \(count) 项：",
        "Your dossier has to be supplemented. Everything is told here at one time, \(count) item(s) in all:"
      )
    case .correctOnSpot:
      .init(
        "您的申请材料有可以当场更正的错误，共 \(count) 项，请当场更正：",
        "Your dossier has errors that can be corrected on the spot, \(count) in all. Please correct them now:"
      )
    case .tolerance:
      .init(
        "主要材料齐备，予以容缺受理；下列 \(count) 项次要材料可在承诺的日期前补交：",
        "The principal papers are complete and the application is accepted; these \(count) secondary paper(s) may follow by the day promised:"
      )
    case .noLicence:
      .init("您申请的事项依法不需要取得行政许可，不予受理：", "The matter needs no licence by law and is not accepted:")
    case .otherAuthority:
      .init(
        "您申请的事项不属于本机关职权范围，不予受理，请按下列方式办理：",
        "Another authority or procedure is in charge; the application is not accepted here. Please go there instead:"
      )
    case .accept:
      .init(
        "您的申请材料齐全、符合法定形式，予以受理。",
        "The dossier is complete and in due form, and the application is accepted.")
    case .undetermined: .init("", "")
    }
  }

  /// The law that an outcome rests on, for a list.
  static func law(_ outcome: Outcome, _ checklist: Checklist) -> BilingualText {
    switch checklist.kind {
    case .workPermit:
      let item =
        switch outcome {
        case .noLicence: ("一", "1")
        case .otherAuthority: ("二", "2")
        case .correctOnSpot: ("三", "3")
        case .supplement: ("四", "4")
        case .accept, .tolerance, .undetermined: ("五", "5")
        }
      return .init(
        "\(checklist.title.zh)：《中华人民共和国行政许可法》第三十二条第一款第（\(item.0)）项",
        "\(checklist.title.en): Administrative Licensing Law, article 32, paragraph 1, item \(item.1)"
      )
    case .residencePermit:
      return .init(
        "\(checklist.title.zh)：《中华人民共和国外国人入境出境管理条例》第十八条",
        "\(checklist.title.en): Regulations on the entry and exit of foreigners, article 18")
    case .permanentResidence:
      // No source at hand says which law of intake applies; the list's own bases do stand.
      let own = checklist.bases.filter(\.evidence.binds)
      return .init(
        "\(checklist.title.zh)：\(own.map(\.instrument.zh).prefix(2).joined(separator: "；"))",
        "\(checklist.title.en): \(own.map(\.instrument.en).prefix(2).joined(separator: "; "))")
    }
  }

  /// What follows when nothing comes by the day named.
  static let lateness = BilingualText(
    "逾期不补正的后果由受理机关依法告知；补齐全部材料之日为受理之日。",
    "The authority tells what follows if it is late; the application is accepted on the day everything has come in."
  )

  static let commitment = BilingualText(
    "本人承诺在上述日期前补交所列材料，知悉逾期不交的后果，并对承诺的真实性负责。",
    "I commit myself to hand in the papers named by the day above, know what follows if I do not, and answer for this commitment."
  )

  static let copies = BilingualText(
    "一式两份：申请人一份，受理机关存档一份。", "Two copies: one for the applicant, one for the file.")

  static let draft = BilingualText(
    "由 Qibei 按公布的材料清单生成；未经受理机关签名盖章无效。中文为准。",
    "Drafted by Qibei from the published list; void unless signed and sealed by the authority. The Chinese text prevails."
  )
}
