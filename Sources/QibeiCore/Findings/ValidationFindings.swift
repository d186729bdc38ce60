// SPDX-License-Identifier: Apache-2.0

/// What keeps a dossier from being judged by a checklist at all.
extension FindingKind {
  package static let unknownCategory = FindingKind(
    "QB9104", .unchecked, tag: .init("类别", "category"),
    meaning: .init(
      "没有这个类别，因此没有清单可以核对。", "There is no such category, so there is no checklist to judge by."),
    message: .init("没有“{seen}”这个类别", "There is no category “{seen}”"),
    remedy: .init(
      "请在 application/@category 写明类别，或加 --as。{on}可用：{expected}",
      "Name the category in application/@category, or give --as. {on}There are: {expected}"))
  package static let noVersionInForce = FindingKind(
    "QB9105", .unchecked, tag: .init("版本", "version"),
    meaning: .init("那一天没有适用的清单版本。", "No version of the checklist is in force on that day."),
    message: .init("“{seen}”在 {on} 没有适用的清单", "“{seen}” has no checklist in force on {on}"),
    remedy: .init(
      "请用 --on 选择适用期内的日期：{expected}", "Choose a day inside one of the periods with --on: {expected}"
    ))
  package static let categoryNotStated = FindingKind(
    "QB9106", .unchecked, tag: .init("类别", "category"),
    meaning: .init(
      "材料没有写明类别，因此没有清单可以核对。", "The dossier names no category, so there is no checklist to judge by."
    ),
    message: .init("没有写明申请类别", "No category is stated"),
    remedy: .init(
      "请在 application/@category 写明类别，或加 --as。可用：{expected}",
      "Name the category in application/@category, or give --as. There are: {expected}"))
  package static let valueUnread = FindingKind(
    "QB9107", .unchecked, tag: .init("未读出", "not read"),
    meaning: .init("一个值读不出来，因此有核验没有做。", "A value could not be read, so a check was not made."),
    message: .init(
      "{paper}：“{limit}”读不出来，未能核验；须为 {expected}",
      "{paper}: “{limit}” could not be read, so this was not checked; it has to be {expected}"),
    remedy: .init("请改正“{limit}”。", "Correct “{limit}”."))

  package static let dayUnread = FindingKind(
    "QB9108", .unchecked, tag: .init("递交日", "day"),
    meaning: .init(
      "递交日或受理日读不出来，因此期限只能按另一天计算。",
      "The day of submission or of acceptance cannot be read, so limits of time were counted from another day."
    ),
    message: .init(
      "{seen}读不出来，期限暂按 {on} 计算，不能作准",
      "{seen} cannot be read; limits are counted from {on} and cannot be relied on"),
    remedy: .init(
      "请改正 application/@{limit}，或用 --on 指定日期。",
      "Correct application/@{limit}, or name the day with --on."))
  package static let placeUnknown = FindingKind(
    "QB9109", .unchecked, tag: .init("地点", "place"),
    meaning: .init(
      "不知道在哪里递交，因此没有核对地方补充规定。",
      "It is not known where the dossier is filed, so no local rules were applied."),
    message: .init(
      "不知道在哪里递交，只核对了全国清单；地方可能另有要求",
      "It is not known where this is filed; only the national list was checked, and places may ask for more"
    ),
    remedy: .init(
      "请在 application/@place 写明六位行政区划代码，或用 --at 指定。",
      "State the six-digit code in application/@place, or name it with --at."))
  package static let nobodyApplies = FindingKind(
    "QB9110", .unchecked, tag: .init("申请人", "applicant"),
    meaning: .init(
      "材料里没有可以认出的申请人，因此申请人的各项都没有核对。",
      "No applicant can be told in the dossier, so none of the applicant's items was checked."),
    message: .init(
      "没有申请人，申请人的各项都没有核对", "There is no applicant, so none of the applicant's items was checked"),
    remedy: .init("请让一人的 role 为 applicant。", "Give one person role=\"applicant\"."))

  package static let noSuchVersion = FindingKind(
    "QB9112", .unchecked, tag: .init("版本", "version"),
    meaning: .init(
      "清单没有所指定的版本，因此没有清单可以核对。",
      "The checklist has no version of that name, so there is no checklist to judge by."),
    message: .init("“{seen}”没有 {on} 这个版本", "“{seen}” has no version {on}"),
    remedy: .init(
      "请用 --checklist-version 选择：{expected}；或不指定版本。",
      "Choose one with --checklist-version: {expected}, or name none."))
  package static let versionOutOfForce = FindingKind(
    "QB9113", .advise, tag: .init("版本", "version"),
    meaning: .init(
      "按指定的清单版本核对，而这个版本在那一天并不适用。",
      "The dossier was judged by a version that was asked for and is not in force on that day."),
    message: .init(
      "{limit}按指定的 {seen} 版核对，这一版在 {on} 不适用",
      "{limit}: judged by version {seen} as asked, which is not in force on {on}"),
    remedy: .init(
      "要按适用的版本核对，请去掉 --checklist-version。",
      "Leave out --checklist-version to be judged by the version in force."))

  package static let judgingEnded = FindingKind(
    "QB9121", .unchecked, tag: .init("中断", "not judged"),
    meaning: .init(
      "核对在受限的进程里进行；这份材料用完了给它的时间或内存，或者使那个进程崩溃，因此没有结论。",
      "The dossier was judged in a process with limits; it used up its time or memory, or made that process crash, so there is no result."
    ),
    message: .init(
      "核对这份材料的进程被中断，没有结论", "The process that judged this dossier was ended, so there is no result"),
    remedy: .init(
      "请看材料里有没有异常大的文件或不是人写的内容，重新制作后再核对；仍然如此请告诉维护者（不要发送真实材料）。",
      "See whether the dossier holds unusually large files or content that no person wrote, and make it anew; if it happens again, tell the maintainers (never send a real dossier)."
    ))

  package static let inputUnread = FindingKind(
    "QB9122", .unchecked, tag: .init("读不了", "unread"),
    meaning: .init(
      "一同核对的文件中，有一份不是可以读的申请材料，因此没有核对。",
      "One of the files that were checked together is no dossier that can be read, so it was not checked."
    ),
    message: .init("没有核对：{seen}", "Not checked: {seen}"),
    remedy: .init("请改正或更换这份文件后再核对。", "Correct or replace the file, and check again."))

  package static let notOfferedHere = FindingKind(
    "QB6102", .elsewhere, tag: .init("地点", "place"),
    meaning: .init(
      "这个类别只在部分地方有，递交地没有。",
      "The category exists in some places only, and not where the dossier is filed."),
    message: .init(
      "{limit}只在{expected}办理，{seen}没有", "{limit} exists only in {expected}, not in {seen}"),
    remedy: .init(
      "居住或工作在{expected}的，请在那里递交；否则请用 qibei list categories --at 查看本地有哪些类别。",
      "File in {expected} if you live or work there; otherwise see the categories of your place with qibei list categories --at."
    ))

  /// All kinds above.
  package static let validation: [FindingKind] = [
    .unknownCategory, .noVersionInForce, .categoryNotStated, .valueUnread, .dayUnread,
    .placeUnknown, .nobodyApplies, .noSuchVersion, .versionOutOfForce,
    .judgingEnded, .inputUnread, .notOfferedHere,
  ]
}
