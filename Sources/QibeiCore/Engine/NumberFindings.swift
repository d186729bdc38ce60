// SPDX-License-Identifier: Apache-2.0

/// What numbers say against themselves.
extension FindingKind {
  static let zoneShape = FindingKind(
    "QB4201", .fixNow, tag: .init("机读码", "MRZ"),
    meaning: .init(
      "护照机读码的一行不是 44 个大写字母、数字和“<”，因此没有核验。",
      "A line of the passport's machine-readable zone is not 44 capital letters, digits and “<”, so it was not verified."
    ),
    message: .init(
      "护照机读码{limit}有 {seen} 个字符或含有别的字符，应为 {expected} 个大写字母、数字和“<”",
      "The {limit} of the passport's machine-readable zone has {seen} characters or others than it may; it needs {expected} capital letters, digits and “<”"
    ),
    remedy: .init(
      "请照护照资料页下方的两行逐字重录。", "Type the line again, exactly as printed at the foot of the data page."))
  static let zoneRefuted = FindingKind(
    "QB4202", .fixNow, tag: .init("校验位", "check digit"),
    meaning: .init(
      "护照机读码中的校验位与其保护的字符不符，其中有字符录错或印错。",
      "A check digit of the passport's machine-readable zone does not fit the characters that it protects: one of them is mistyped or misprinted."
    ),
    message: .init(
      "护照机读码第二行：{limit}的校验位是 {seen}，按所录字符应为 {expected}",
      "Second line of the passport's machine-readable zone: the check digit for {limit} is {seen}, but the characters give {expected}"
    ),
    remedy: .init(
      "请照护照逐字重录第二行，注意 0 与 O、1 与 I、8 与 B；护照上确实这样印的，请向受理窗口说明。",
      "Type the second line again as printed, and mind 0 and O, 1 and I, 8 and B. If the passport does print this, tell the window."
    ))
  static let zoneDiffers = FindingKind(
    "QB4204", .fixNow, tag: .init("机读码不符", "MRZ differs"),
    meaning: .init(
      "护照机读码与所申报的内容不一致。",
      "The passport's machine-readable zone and what is declared differ."),
    message: .init(
      "{limit}：护照机读码为{seen}，申报的是{expected}",
      "{limit}: the passport's machine-readable zone has {seen}, declared is {expected}"),
    remedy: .init(
      "请对照护照，改正录错的一方。", "Compare both with the passport and correct the one that is mistyped."))
  static let creditCodeShape = FindingKind(
    "QB4306", .fixNow, tag: .init("信用代码", "USCC"),
    meaning: .init(
      "统一社会信用代码含有它不使用的字符（I、O、S、V、Z）。",
      "The Unified Social Credit Code has a character that such codes do not use (I, O, S, V, Z)."),
    message: .init(
      "统一社会信用代码 {seen} 含有 I、O、S、V 或 Z，代码不用这些字母",
      "The Unified Social Credit Code {seen} has an I, O, S, V or Z, which no code uses"),
    remedy: .init(
      "请照营业执照逐字重录，注意 0 与 O、1 与 I、5 与 S、2 与 Z。",
      "Copy it again from the licence, and mind 0 and O, 1 and I, 5 and S, 2 and Z."))
  static let creditCodeRefuted = FindingKind(
    "QB4307", .fixNow, tag: .init("信用代码", "USCC"),
    meaning: .init(
      "统一社会信用代码的校验字符不符（GB 32100-2015），其中有字符录错。",
      "The check character of the Unified Social Credit Code does not hold (GB 32100-2015): a character is mistyped."
    ),
    message: .init(
      "统一社会信用代码 {seen} 的校验字符不符：按前 17 位，末位应为 {expected}",
      "The check character of the Unified Social Credit Code {seen} does not hold: the first 17 characters give {expected}"
    ),
    remedy: .init(
      "请照营业执照逐字核对并改正。", "Compare it with the licence, character by character, and correct it."))
  static let organisationCodeRefuted = FindingKind(
    "QB4308", .advise, tag: .init("组织机构代码", "organisation"),
    meaning: .init(
      "统一社会信用代码第 9 至 17 位的组织机构代码，其校验字符不符（GB 11714）。",
      "The organisation code inside the Unified Social Credit Code (characters 9 to 17) has a check character that does not hold (GB 11714)."
    ),
    message: .init(
      "统一社会信用代码 {seen}：第 17 位按前 8 位应为 {expected}",
      "The Unified Social Credit Code {seen}: its 17th character would be {expected} by the eight before it"
    ),
    remedy: .init("请照营业执照再核对一次。", "Compare it with the licence once more."))
  static let identityNumberRefuted = FindingKind(
    "QB4205", .fixNow, tag: .init("证件号码", "number"),
    meaning: .init(
      "居民身份证或永久居留身份证的号码形式不对，或校验位不符。",
      "The number of a resident identity card or permanent residence card has no form in use, or its check digit does not hold."
    ),
    message: .init(
      "{limit}（{seen}）录入有误：应为{expected}",
      "The {limit} with {seen} is wrongly copied: it needs {expected}"),
    remedy: .init("请照证件逐字重录。", "Copy it again from the card."))
  static let identityNumberDiffers = FindingKind(
    "QB4206", .fixNow, tag: .init("证件号码", "number"),
    meaning: .init(
      "证件号码里的出生日期与所申报的不一致。", "The date of birth inside the number differs from the one declared."),
    message: .init(
      "{limit}（{seen}）号码里的出生日期与申报的 {expected} 不符",
      "The {limit} with {seen} holds another date of birth than {expected}, which is declared"
    ),
    remedy: .init(
      "请对照证件，改正录错的一方。", "Compare both with the card and correct the one that is mistyped."))

  /// In the order of their codes.
  package static let numbers: [FindingKind] = [
    zoneShape, zoneRefuted, zoneDiffers, identityNumberRefuted, identityNumberDiffers,
    creditCodeShape, creditCodeRefuted, organisationCodeRefuted,
  ]
}
