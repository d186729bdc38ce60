// SPDX-License-Identifier: Apache-2.0

/// What the engine itself finds, besides the checks.
extension FindingKind {
  package static let missing = FindingKind(
    "QB2101", .supplement, tag: .init("缺", "missing"),
    meaning: .init(
      "清单要求的一份材料不在申请材料中。", "A supplement that the checklist asks for is not in the dossier."),
    message: .init("缺少{seen}", "{seen} is missing"), step: .issue)
  package static let promised = FindingKind(
    "QB2107", .supplement, tag: .init("承诺", "promised"),
    meaning: .init(
      "材料只是承诺后补，清单没有允许这一项后补。",
      "A supplement is only promised, and the checklist does not grant that for this item."),
    message: .init(
      "{paper}：只承诺后补（{seen}），这一项不能后补",
      "{paper} is only promised ({seen}); this item cannot follow later"),
    remedy: .init("请在递交前取得并附上{paper}。", "Obtain {paper} and add it before you submit."),
    step: .issue)
  package static let sharingNotAccepted = FindingKind(
    "QB2108", .supplement, tag: .init("共享", "shared"),
    meaning: .init(
      "材料标为由数据共享取得，清单没有允许这一项共享。",
      "A supplement is marked as obtained by data sharing, and the checklist does not grant that for this item."
    ),
    message: .init(
      "{paper}：标为数据共享，这一项须交文书",
      "{paper} is marked as data sharing; this item needs the paper itself"),
    remedy: .init("请附上文书。", "Add the paper itself."), step: .issue)
  package static let waiverWithoutDecision = FindingKind(
    "QB2109", .supplement, tag: .init("免交", "waived"),
    meaning: .init(
      "材料标为免交，但没有写明决定文号。", "A supplement is marked as waived without the number of the decision."),
    message: .init("{paper}：标为免交，但没有决定文号", "{paper} is marked as waived, but no decision is named"),
    remedy: .init(
      "请在 supplement/@decision 写明决定文号，或附上文书。",
      "Name the decision in supplement/@decision, or add the paper."))
  package static let factUnknown = FindingKind(
    "QB9101", .unchecked, tag: .init("未申报", "not declared"),
    meaning: .init(
      "一项事实没有申报，因此不能判断某些材料是否需要。不知道不等于不需要。",
      "A fact is not declared, so it cannot be told whether some supplements are due. Not known is not the same as not needed."
    ),
    message: .init(
      "没有申报{seen}。由此决定：{limit}", "{seen} is not declared. It decides about: {limit}"),
    remedy: .init("请在 {expected} 申报{seen}。{on}", "Declare {seen} in {expected}. {on}"))
  package static let noAlternative = FindingKind(
    "QB9111", .unchecked, tag: .init("无可选项", "no way open"),
    meaning: .init(
      "这一项列出的各种材料都以所申报的事实为条件，没有一种对得上，因此未能核验。",
      "Every paper that this item lists depends on facts, and none fits those declared, so it was not checked."
    ),
    message: .init(
      "“{seen}”所列的材料没有一种适合所申报的情况", "None of the papers for “{seen}” fits what is declared"),
    remedy: .init(
      "请核对申报的类别与条件是否相配。", "Check whether the category and the conditions declared go together."))
  package static let listUnconfirmed = FindingKind(
    "QB9103", .unchecked, tag: .init("待确认", "to confirm"),
    meaning: .init(
      "这一类别没有公布的材料清单。下列各项只作提示，须由主管机关确认后才能判定齐备。",
      "No official list of this category is published. What is listed only advises, and the dossier can be called complete only once the authority has confirmed the list."
    ),
    message: .init(
      "这一类别没有公布的清单，下列各项只作提示：{seen}",
      "No official list is published for this category; what follows only advises: {seen}"),
    remedy: .init(
      "请向主管机关确认清单，再在 application 中写入 <confirmation by=\"机关\" on=\"日期\" reference=\"文号\"/>。",
      "Ask the authority which list applies, then record <confirmation by=\"authority\" on=\"day\" reference=\"number\"/> inside application."
    ))
  package static let checkFailed = FindingKind(
    "QB9001", .unchecked, tag: .init("未核完", "not finished"),
    meaning: .init(
      "一项核验因程序或规则的原因没有完成，不是材料的问题。",
      "A check did not finish because of the program or its rules, not because of the dossier."),
    message: .init(
      "有一项核验没有完成：{seen}。这是系统的问题，不是您材料的问题",
      "One check did not finish: {seen}. That is the program's fault, not your dossier's"),
    remedy: .init(
      "请更新清单，或把编号 QB9001 告诉维护者。",
      "Update the checklists, or tell the maintainers the number QB9001."))
  package static let wrongDoor = FindingKind(
    "QB6101", .elsewhere, tag: .init("另行办理", "elsewhere"),
    meaning: .init("这件事不在这里办理。", "This matter does not belong here."),
    message: .init("{seen}", "{seen}"), remedy: .init("{expected}", "{expected}"))
  package static let noLicenceNeeded = FindingKind(
    "QB6103", .elsewhere, tag: .init("不需许可", "no licence"),
    meaning: .init(
      "这件事依法不需要取得行政许可。", "This matter needs no licence by law."),
    message: .init("{seen}", "{seen}"), remedy: .init("{expected}", "{expected}"))
  package static let deadlinePassed = FindingKind(
    "QB3401", .advise, tag: .init("逾期", "late"),
    meaning: .init(
      "递交日已过申请人应遵守的期限。补交材料不能补救，但应知道。",
      "The day of submission lies after a limit that the applicant has to keep. No paper can mend that, but it should be known."
    ),
    message: .init(
      "{seen}：最后一日是 {limit}，递交日是 {on}",
      "{seen}: the last day was {limit}, the submission is on {on}"),
    remedy: .init("{expected}", "{expected}"))
  package static let windowLooks = FindingKind(
    "QB8101", .look, tag: .init("人工", "look"),
    meaning: .init(
      "只有人能判断的内容，由窗口核对；不影响本结论。",
      "Something only a person can judge; the window looks at it. It does not change this result."),
    message: .init("{paper}：{seen}", "{paper}: {seen}"))
  package static let waiverToVerify = FindingKind(
    "QB8102", .look, tag: .init("人工", "look"),
    meaning: .init(
      "材料依一份决定免交，或由数据共享取得，由窗口核实。",
      "A supplement is waived by a decision or obtained by data sharing; the window verifies it."),
    message: .init(
      "{paper}：{expected}（{seen}），由窗口核实", "{paper}: {expected} ({seen}), for the window to verify"))

  /// All kinds above.
  package static let engine: [FindingKind] = [
    .missing, .promised, .sharingNotAccepted, .waiverWithoutDecision, .factUnknown,
    .noAlternative,
    .listUnconfirmed, .checkFailed, .wrongDoor, .noLicenceNeeded, .deadlinePassed, .windowLooks,
    .waiverToVerify,
    .notStated,
  ]
}
