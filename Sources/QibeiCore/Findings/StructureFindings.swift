// SPDX-License-Identifier: Apache-2.0

/// What the decoder finds in a file that is XML but not quite a dossier.
///
/// `{seen}` is what stands there, `{expected}` what would do, `{limit}` the name it concerns, `{on}` the nearest
/// right value.
extension FindingKind {
  package static let unknownElement = FindingKind(
    "QB1001", .fixNow, tag: .init("元素", "element"),
    meaning: .init(
      "这里不能用这个元素，其内容没有读取。", "This element does not belong here; what it says was not read."),
    message: .init("<{limit}> 里没有 <{seen}> 这个元素", "<{limit}> has no element <{seen}>"),
    remedy: .init("请改为或移到可用的元素：{expected}。", "Change it to, or move it into, one of: {expected}."))
  package static let unknownAttribute = FindingKind(
    "QB1002", .fixNow, tag: .init("属性", "attribute"),
    meaning: .init(
      "这个元素没有这个属性，其值没有读取。", "The element has no such attribute; its value was not read."),
    message: .init("<{limit}> 没有“{seen}”这个属性", "<{limit}> has no attribute “{seen}”"),
    remedy: .init("请改为可用的属性：{expected}。", "Change it to one of: {expected}."))
  package static let missingAttribute = FindingKind(
    "QB1003", .fixNow, tag: .init("缺属性", "attribute"),
    meaning: .init("缺少必填的属性。", "A required attribute is missing."),
    message: .init("<{limit}> 缺少必填的“{expected}”", "<{limit}> lacks the required “{expected}”"),
    remedy: .init("请写上 {expected}=\"…\"。", "Add {expected}=\"…\"."))
  package static let missingElement = FindingKind(
    "QB1004", .fixNow, tag: .init("缺元素", "element"),
    meaning: .init("缺少必有的元素。", "A required element is missing."),
    message: .init("<{limit}> 缺少 <{expected}>", "<{limit}> lacks <{expected}>"),
    remedy: .init("请补上 <{expected}>。", "Add <{expected}>."))
  package static let strayText = FindingKind(
    "QB1005", .fixNow, tag: .init("文字", "text"),
    meaning: .init(
      "元素之间有文字；内容都应写在属性里。", "There is text between elements; everything is written in attributes."),
    message: .init("<{limit}> 里有不应出现的文字", "<{limit}> holds text that does not belong there"),
    remedy: .init("请删除，或写入合适的属性。", "Delete it, or write it in the right attribute."))
  package static let repeatedElement = FindingKind(
    "QB1006", .fixNow, tag: .init("重复", "repeated"),
    meaning: .init(
      "元素写得比规定的多；多出的没有读取。",
      "An element stands more often than it may; what is too many was not read."),
    message: .init(
      "<{limit}> 里 <{seen}> 多于 {expected} 个", "<{limit}> has more than {expected} <{seen}>"),
    remedy: .init("请只保留 {expected} 个。", "Keep {expected}."))
  package static let elementOutOfOrder = FindingKind(
    "QB1007", .fixNow, tag: .init("次序", "order"),
    meaning: .init("元素的次序与规定不同。", "Elements stand in another order than the schema has."),
    message: .init(
      "<{limit}> 里的 <{seen}> 应在 <{on}> 之前", "In <{limit}>, <{seen}> comes before <{on}>"),
    remedy: .init("请按次序排列：{expected}。", "Put them in the order: {expected}."))
  package static let badWord = FindingKind(
    "QB1101", .fixNow, tag: .init("取值", "value"),
    meaning: .init(
      "值不在可用的词中，因此没有读取。",
      "The value is not one of the words that can stand here, so it was not read."),
    message: .init("“{limit}”的值“{seen}”不可用", "“{limit}” cannot be “{seen}”"),
    remedy: .init("请改为：{expected}。{on}", "Use one of: {expected}. {on}"))
  package static let badDate = FindingKind(
    "QB1102", .fixNow, tag: .init("日期", "date"),
    meaning: .init(
      "日期不存在，或写法不是 年-月-日。", "The date does not exist, or is not written as year-month-day."),
    message: .init(
      "“{limit}”的值“{seen}”不是按规定书写的、存在的日期",
      "“{limit}”: “{seen}” is not an existing date in the form asked for"),
    remedy: .init("请写成 {expected}。{on}", "Write it as {expected}. {on}"))
  package static let unknownCountry = FindingKind(
    "QB1103", .fixNow, tag: .init("国家", "country"),
    meaning: .init(
      "国家或地区代码不在 ISO 3166-1 三位字母代码中。", "The code is not an ISO 3166-1 alpha-3 country or region."),
    message: .init(
      "“{limit}”：没有国家或地区代码“{seen}”", "“{limit}”: there is no country or region “{seen}”"),
    remedy: .init(
      "请用三位字母代码，见 qibei list countries。{on}",
      "Use a three-letter code; see qibei list countries. {on}"))
  package static let unknownLanguage = FindingKind(
    "QB1104", .fixNow, tag: .init("语言", "language"),
    meaning: .init("语言代码不在 ISO 639 代码中。", "The code is not an ISO 639 language."),
    message: .init("“{limit}”：没有语言代码“{seen}”", "“{limit}”: there is no language “{seen}”"),
    remedy: .init(
      "请用 ISO 639 代码，如 en，见 qibei list languages。{on}",
      "Use an ISO 639 code such as en; see qibei list languages. {on}"))
  package static let unknownPlace = FindingKind(
    "QB1105", .fixNow, tag: .init("地点", "place"),
    meaning: .init("地点代码不在 GB/T 2260 行政区划代码中。", "The code is not a GB/T 2260 division."),
    message: .init("“{limit}”：没有地点代码“{seen}”", "“{limit}”: there is no place “{seen}”"),
    remedy: .init(
      "请用六位行政区划代码，见 qibei list places。{on}",
      "Use a six-digit code; see qibei list places. {on}"))
  package static let unknownKind = FindingKind(
    "QB1106", .fixNow, tag: .init("种类", "kind"),
    meaning: .init(
      "没有这种材料，因此这份材料没有计入任何一项。",
      "There is no such kind of supplement, so this one counts for no item."),
    message: .init("没有“{seen}”这种材料", "There is no kind of supplement “{seen}”"),
    remedy: .init("请用 qibei list kinds 查看种类。{on}", "See qibei list kinds. {on}"))
  package static let badNumber = FindingKind(
    "QB1107", .fixNow, tag: .init("数字", "number"),
    meaning: .init("值不是所要求的数字。", "The value is not a number as asked for."),
    message: .init("“{limit}”的值“{seen}”不是{expected}", "“{limit}”: “{seen}” is not {expected}"),
    remedy: .init("请写成{expected}。{on}", "Write {expected}. {on}"))
  package static let badText = FindingKind(
    "QB1108", .fixNow, tag: .init("写法", "form"),
    meaning: .init("值的写法不合规定。", "The value is not written as the schema has it."),
    message: .init("“{limit}”的值“{seen}”写法不对", "“{limit}”: “{seen}” is not written as it should be"),
    remedy: .init("请写成：{expected}。{on}", "Write it as: {expected}. {on}"))
  package static let invisibleCharacters = FindingKind(
    "QB1109", .fixNow, tag: .init("不可见字符", "invisible"),
    meaning: .init(
      "值里有看不见的字符，比对时会出错。", "The value has invisible characters, which spoil comparisons."),
    message: .init("“{limit}”里有看不见的字符：{seen}", "“{limit}” has invisible characters: {seen}"),
    remedy: .init("请删去后重新输入。", "Delete the value and type it again."))
  package static let factsContradict = FindingKind(
    "QB1206", .fixNow, tag: .init("矛盾", "contradiction"),
    meaning: .init(
      "同一人的两项事实不可能都对。", "Two facts about the same person cannot both be true."),
    message: .init(
      "{person}：{limit} 是“{seen}”，却写了 {on}（{expected}）",
      "{person}: {limit} is “{seen}”, and yet {on} is stated ({expected})"),
    remedy: .init("请核对两项并改正写错的一项。", "Compare both and correct the one that is wrong."))
  package static let datesReversed = FindingKind(
    "QB1110", .fixNow, tag: .init("日期颠倒", "dates"),
    meaning: .init(
      "后一个日期早于前一个日期，至少有一个写错了。",
      "The later date lies before the earlier one, so at least one of them is wrong."),
    message: .init("“{limit}”（{seen}）早于 {expected}", "“{limit}” ({seen}) lies before {expected}"),
    remedy: .init("请照文书核对两个日期并改正。", "Compare both dates with the paper and correct them."))
  package static let duplicateIdentifier = FindingKind(
    "QB1201", .fixNow, tag: .init("重号", "duplicate"),
    meaning: .init(
      "同一标识用了两次，不知道指的是哪一个。", "The same id stands twice, so it is not clear which one is meant."),
    message: .init("标识“{seen}”用了两次（{limit}）", "The id “{seen}” stands twice ({limit})"),
    remedy: .init("请给每个 {limit} 不同的标识。", "Give each {limit} an id of its own."))
  package static let unknownReference = FindingKind(
    "QB1202", .fixNow, tag: .init("查无此人", "nobody"),
    meaning: .init(
      "引用的人或单位不在材料中。", "It refers to a person or employer that is not in the dossier."),
    message: .init(
      "“{limit}”指向“{seen}”，材料中没有", "“{limit}” refers to “{seen}”, which is not in the dossier"),
    remedy: .init(
      "请改为已有的标识：{expected}，或补上此人。{on}",
      "Use one that is there: {expected}; or add that person. {on}"))
  package static let ownerUnclear = FindingKind(
    "QB1204", .fixNow, tag: .init("归属", "owner"),
    meaning: .init(
      "没有写明（或写错）材料属于谁，因此不能计入任何人的清单。",
      "It is not stated, or not rightly, to whom a supplement belongs, so it counts for nobody's list."
    ),
    message: .init(
      "{paper}应属于{limit}，没有写明是哪一个", "{paper} belongs to {limit}, and it is not stated which"),
    remedy: .init("请在 supplement/@for 写明：{expected}。", "Name it in supplement/@for: {expected}."))
  package static let applicantCount = FindingKind(
    "QB1203", .fixNow, tag: .init("申请人", "applicant"),
    meaning: .init("每份材料恰有一名申请人。", "A dossier has exactly one applicant."),
    message: .init("有 {seen} 名申请人，应为 1 名", "There are {seen} applicants; there is exactly 1"),
    remedy: .init("请只让一人的 role 为 applicant。", "Give role=\"applicant\" to one person only."))
  package static let outsidePath = FindingKind(
    "QB0101", .fixNow, tag: .init("路径", "path"),
    meaning: .init(
      "文件路径离开了材料文件夹，没有打开。", "The path leaves the dossier's folder; nothing was opened."),
    message: .init("文件路径“{seen}”不可用", "The file path “{seen}” cannot be used"),
    remedy: .init(
      "请把文件放进材料文件夹，写以 / 分隔的相对路径，如 evidence/01.pdf。{on}",
      "Put the file inside the folder and write a relative path with slashes, such as evidence/01.pdf. {on}"
    ))
  /// All kinds above.
  package static let structure: [FindingKind] = [
    .unknownElement, .unknownAttribute, .missingAttribute, .missingElement, .strayText,
    .repeatedElement, .elementOutOfOrder, .badWord, .badDate, .unknownCountry, .unknownLanguage,
    .unknownPlace, .unknownKind, .badNumber, .badText, .invisibleCharacters, .datesReversed,
    .factsContradict,
    .duplicateIdentifier,
    .unknownReference, .ownerUnclear, .applicantCount, .outsidePath,
  ]
}
