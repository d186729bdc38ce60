// SPDX-License-Identifier: Apache-2.0
package import QibeiCore
internal import QibeiReports

/// What one list says otherwise than another, line by line.
package struct ChecklistDiff {
  /// One line of the list, or the list as a whole.
  package struct Change {
    /// What became of it.
    package enum Kind: String {
      case added, removed, changed
    }

    package let kind: Kind
    /// The requirement's identifier; empty for the list as a whole.
    package let id: String
    package let title: BilingualText
    /// What changed in it: a label, what was said, what is said.
    package let details: [(label: BilingualText, was: [BilingualText], is: [BilingualText])]
  }

  /// In the order of the new list, what it lost last.
  package let changes: [Change]

  package init(_ old: Checklist, _ new: Checklist, _ tables: ReferenceTables) {
    var changes: [Change] = []
    let whole = Self.details(
      Explanation(old, tables), Explanation(new, tables),
      without: ["Version", "Local overlay", "Legal basis"]
    )
    .filter { !$0.label.en.hasPrefix("Item ") }
    if !whole.isEmpty {
      changes.append(Change(kind: .changed, id: "", title: new.title, details: whole))
    }
    for requirement in new.requirements {
      guard let before = old.requirements.first(where: { $0.id == requirement.id }) else {
        changes.append(
          Change(kind: .added, id: requirement.id, title: requirement.title, details: []))
        continue
      }
      let details = Self.details(
        Explanation(before, in: old, tables), Explanation(requirement, in: new, tables),
        without: ["From"])
      if !details.isEmpty {
        changes.append(
          Change(kind: .changed, id: requirement.id, title: requirement.title, details: details))
      }
    }
    for requirement in old.requirements
    where !new.requirements.contains(where: { $0.id == requirement.id }) {
      changes.append(
        Change(kind: .removed, id: requirement.id, title: requirement.title, details: []))
    }
    self.changes = changes
  }

  // What both say is left out; a label may stand several times.
  private static func details(
    _ old: Explanation, _ new: Explanation, without ignored: [String]
  ) -> [(label: BilingualText, was: [BilingualText], is: [BilingualText])] {
    var labels: [BilingualText] = []
    for row in old.rows + new.rows
    where !labels.contains(row.label) && !ignored.contains(row.label.en) {
      labels.append(row.label)
    }
    var details: [(label: BilingualText, was: [BilingualText], is: [BilingualText])] = []
    if old.title.zh.split(separator: " ").last != new.title.zh.split(separator: " ").last {
      details.append((.init("名称", "Title"), [old.title], [new.title]))
    }
    for label in labels {
      let before = old.rows.filter { $0.label == label }.map(\.text)
      let after = new.rows.filter { $0.label == label }.map(\.text)
      let was = before.filter { !after.contains($0) }
      let now = after.filter { !before.contains($0) }
      if !was.isEmpty || !now.isEmpty { details.append((label, was, now)) }
    }
    return details
  }
}
