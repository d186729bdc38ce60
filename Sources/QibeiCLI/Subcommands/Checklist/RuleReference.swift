// SPDX-License-Identifier: Apache-2.0
internal import QibeiCore
internal import QibeiValidation

/// A list as a command names it: `CATEGORY`, with `@PLACE` and `@DAY` where they matter.
struct RuleReference {
  let category: String
  let place: Division?
  let day: CalendarDate

  /// - Throws: a failure that names the part that there is not.
  init(
    _ text: String, in library: ChecklistLibrary, place: Division?, day: CalendarDate
  ) throws {
    var parts = text.split(separator: "@").map(String.init)[...]
    category = try library.requireCategory(parts.popFirst() ?? "", option: "")
    var (own, date) = (place, day)
    for part in parts {
      if let stated = CalendarDate(part) {
        date = stated
      } else if let stated = Division(part), library.tables.divisions.contains(stated) {
        own = stated
      } else {
        throw CommandFailure(
          .usage,
          .init(
            "“\(text)”里的“\(part)”既不是地点代码，也不是日期；应写成 类别@320200@2026-03-16",
            "“\(part)” in “\(text)” is neither a place code nor a date; write CATEGORY@320200@2026-03-16"
          ))
      }
    }
    (self.place, self.day) = (own, date)
  }

  /// The list that it names.
  ///
  /// - Throws: faults in rule files, or a failure when none is in force.
  func checklist(in library: ChecklistLibrary) throws -> Checklist {
    do {
      return try library.checklist(for: category, at: place, submission: day, acceptance: day)
    } catch is ChecklistLibrary.Absence {
      throw CommandFailure(
        .usage,
        .init(
          "\(category) 在 \(day) 没有适用的清单；见 qibei list checklists",
          "\(category) has no checklist in force on \(day); see qibei list checklists"))
    }
  }

  /// How a dossier is judged by it.
  var request: ValidationRequest {
    ValidationRequest(category: category, submission: day, place: place, today: day)
  }
}
