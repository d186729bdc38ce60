// SPDX-License-Identifier: Apache-2.0
package import QibeiCore
internal import QibeiDecoding

/// Where things stand in rule files, for whoever has to mend them.
extension ChecklistLibrary {
  /// Where a requirement stands in the file that a source names; the file alone where it is not found there.
  package func place(of requirement: String, in source: RuleSource) -> RuleProblem {
    let (folder, root) = source.place == nil ? ("checklists", "checklist") : ("overlays", "overlay")
    let path = "\(folder)/\(source.id)/\(source.id).\(source.version).xml"
    let name = store.name(of: path)
    var position: SourcePosition?
    do throws(ChecklistError) {
      if let file = try store.file(path) {
        position = try RulePlaces.requirements(file, named: name, root: root)[requirement]
      }
    } catch {
      position = nil
    }
    return RuleProblem(
      file: name, line: position?.line, column: position?.column, message: .init("", ""))
  }

  /// A table's file as its user knows it.
  package func fileName(ofTable table: String) -> String {
    store.name(of: "tables/\(table).xml")
  }

  func overlap(
    _ earlier: EffectivePeriod, _ first: RuleSource, _ later: RuleSource, _ day: CalendarDate
  )
    -> RuleProblem
  {
    let folder = first.place == nil ? "checklists" : "overlays"
    let until = day.adding(days: -1)
    let stands = earlier.until != nil
    let name = store.name(of: "\(folder)/\(first.id)/\(first.id).\(first.version).xml")
    guard until >= earlier.from else {
      return RuleProblem(
        file: name, line: nil, column: nil,
        message: .init(
          "版本 \(first.version) 和 \(later.version) 都自 \(day) 起适用；请只留一个，或让其中一个晚些起用",
          "the versions \(first.version) and \(later.version) both begin on \(day); keep one, or let one begin later"
        ))
    }
    return RuleProblem(
      file: name, line: nil, column: nil,
      message: .init(
        "版本 \(first.version) 和 \(later.version) 在 \(day) 同时适用；请把本文件的 in-force-until \(stands ? "改为" : "写为") \(until)",
        "the versions \(first.version) and \(later.version) are both in force on \(day); \(stands ? "change" : "set") in-force-until here to \(until)"
      ))
  }
}
