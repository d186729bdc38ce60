// SPDX-License-Identifier: Apache-2.0

/// What only a joint dossier can have.
extension FindingKind {
  package static let limbsNotStated = FindingKind(
    "QB9119", .unchecked, tag: .init("联办事项", "procedures"),
    meaning: .init(
      "两证联办没有写明是哪两个事项，因此没有清单可以核对。",
      "A joint dossier does not name its two procedures, so there is no checklist to judge by."),
    message: .init("没有写明联办的两个事项", "The two procedures of the joint dossier are not named"),
    remedy: .init(
      "请在 application 里写两个 limb，例如 category=\"work-permit-in-country-new\" 和 category=\"residence-work-first\"，或用 --as 以加号连接两个类别。",
      "Write two limb elements in application, such as category=\"work-permit-in-country-new\" and category=\"residence-work-first\", or give --as two categories with a plus sign between them."
    ))
  package static let unknownLimb = FindingKind(
    "QB1205", .fixNow, tag: .init("没有此事项", "no such one"),
    meaning: .init(
      "材料写明为某一事项而交，但申请里没有这个事项。",
      "A paper says which procedure it is for, and the application has no such procedure."),
    message: .init(
      "limb=“{seen}”不是本申请的事项", "“{seen}” in limb is no procedure of this application"),
    remedy: .init("请写 {expected}。{on}", "Write {expected}. {on}"))
  static let limbNotNamed = FindingKind(
    "QB9120", .unchecked, tag: .init("哪个事项", "which one"),
    meaning: .init(
      "联办时两个事项各须一份这种材料，而这一份没有写明是为哪一个。",
      "Each procedure of a joint dossier needs one of these, and this one does not say which it is for."
    ),
    message: .init(
      "{paper}没有写明是为哪个事项，暂按 {on} 核对",
      "{paper} does not say which procedure it is for; it was read as for {on}"),
    remedy: .init(
      "请在这份材料上写 limb=\"…\"：{expected}。", "Write limb=\"…\" on this supplement: {expected}."))
  static let stayBeyondPermit = FindingKind(
    "QB4309", .fixNow, tag: .init("期限不合", "periods"),
    meaning: .init(
      "居留期限不超过工作许可期限；两份申请所写的期限不合。",
      "A residence permit does not outlast the work permit; the periods asked for in the two procedures do not fit."
    ),
    message: .init(
      "居留许可申请 {seen} 个月，工作许可只申请 {expected} 个月",
      "The residence permit is asked for {seen} months, but the work permit for only {expected}"),
    remedy: .init(
      "请把居留期限改为不超过 {expected} 个月，或延长所申请的工作许可期限。",
      "Ask for {expected} months of residence at most, or for a longer work permit."))
  static let permitBeyondContract = FindingKind(
    "QB4310", .fixNow, tag: .init("期限不合", "periods"),
    meaning: .init(
      "工作许可期限不超过聘用合同期限。", "A work permit does not outlast the employment contract."),
    message: .init(
      "工作许可申请 {seen} 个月，至 {on}，合同 {expected} 到期",
      "The work permit is asked for {seen} months, until {on}, but the contract ends on {expected}"),
    remedy: .init(
      "请把许可期限改到合同到期日以内，或先续签合同。",
      "Ask for a period within the contract, or have the contract extended first."))

  static let joint: [FindingKind] = [
    unknownLimb,
    limbsNotStated, limbNotNamed, stayBeyondPermit, permitBeyondContract,
  ]
}
