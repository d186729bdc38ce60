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
      "有一个值读不出来，未能核验；应为 {expected}",
      "A value could not be read, so this was not checked; it should be {expected}"),
    remedy: .init("请改正该值。", "Correct the value."))

  /// All kinds above.
  package static let validation: [FindingKind] = [
    .unknownCategory, .noVersionInForce, .categoryNotStated, .valueUnread,
  ]
}
