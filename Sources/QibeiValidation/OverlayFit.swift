// SPDX-License-Identifier: Apache-2.0
internal import QibeiCore

/// Whether an overlay fits the list that it is applied to: what it changes is there, what it adds is not.
struct OverlayFit {
  private let overlay: Overlay
  private let checklist: Checklist

  init(_ overlay: Overlay, _ checklist: Checklist) {
    self.overlay = overlay
    self.checklist = checklist
  }

  /// Refuses an overlay of which something would be passed over in silence.
  ///
  /// - Throws: every fault, at the place that is told for a requirement's identifier.
  func refuse(_ place: (String) -> RuleProblem) throws(ChecklistError) {
    let problems = faults.map { fault in
      let place = place(fault.requirement)
      return RuleProblem(
        file: place.file, line: place.line, column: place.column, message: fault.message)
    }
    if !problems.isEmpty { throw ChecklistError(problems) }
  }

  private var faults: [(requirement: String, message: BilingualText)] {
    var faults: [(requirement: String, message: BilingualText)] = []
    let category = checklist.category
    for part in overlay.categories where part.category == category {
      let known = checklist.requirements.map(\.id) + part.added.map(\.id)
      for name in part.changes.map(\.requirement) + part.waivers.map(\.requirement)
      where !known.contains(name) {
        let nearest = Nearest.word(to: name, among: known)
        faults.append(
          (
            name,
            .init(
              "\(category) 没有“\(name)”这一项\(nearest.map { "；最接近的是 \($0)" } ?? "")",
              "\(category) has no requirement “\(name)”\(nearest.map { "; the nearest is \($0)" } ?? "")"
            )
          ))
      }
      for added in part.added {
        if checklist.requirements.contains(where: { $0.id == added.id }) {
          faults.append(
            (
              added.id,
              .init(
                "\(category) 已有“\(added.id)”这一项；要改它请用 <change>，要加另一项请换 id",
                "\(category) has a requirement “\(added.id)” already; use <change> for that one, or another id"
              )
            ))
        } else if let other = checklist.requirements.first(where: { $0.number == added.number }) {
          faults.append(
            (
              added.id,
              .init(
                "第 \(added.number) 项已是“\(other.id)”；请换一个序号",
                "item \(added.number) is “\(other.id)” already; take another number")
            ))
        }
      }
    }
    return faults
  }
}
