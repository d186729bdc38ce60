// SPDX-License-Identifier: Apache-2.0
internal import QibeiCore
internal import QibeiReports

/// Which category asks for which kind of supplement: one row for each kind, one column for each category.
struct RequirementMatrix {
  private let checklists: [Checklist]
  private let tables: ReferenceTables

  init(_ checklists: [Checklist], _ tables: ReferenceTables) {
    self.checklists = checklists
    self.tables = tables
  }

  /// How firmly a list asks for a kind, firmest first; the last ones only advise.
  private enum Cell: Int, Comparable {
    case required, alternative, conditional, advisedAlways, advisedSometimes

    var mark: String { ["R", "A", "C", "r", "c"][rawValue] }

    static func < (left: Cell, right: Cell) -> Bool { left.rawValue < right.rawValue }
  }

  private func cell(_ kind: SupplementKind, _ checklist: Checklist) -> Cell? {
    var cells: [Cell] = []
    for requirement in checklist.requirements {
      for demand in requirement.choice.demands where demand.kinds.contains(kind) {
        let sometimes =
          requirement.condition != nil || demand.condition != nil
          || requirement.countries != nil
        if !requirement.binds {
          cells.append(sometimes ? .advisedSometimes : .advisedAlways)
        } else if sometimes {
          cells.append(.conditional)
        } else {
          cells.append(isOnly(demand, requirement) ? .required : .alternative)
        }
      }
    }
    return cells.min()
  }

  private func isOnly(_ demand: SupplementDemand, _ requirement: Requirement) -> Bool {
    if demand.kinds.count > 1 { return false }
    func contains(_ choice: SupplementChoice) -> Bool {
      switch choice {
      case .one: return true
      case .allOf(let parts): return parts.allSatisfy(contains)
      case .anyOf: return false
      }
    }
    return contains(requirement.choice)
  }

  private var kinds: [SupplementKind] {
    tables.kinds.entries.indices.map { SupplementKind(Int32($0)) }.filter { kind in
      checklists.contains { cell(kind, $0) != nil }
    }
  }

  /// Tab-separated: `R` required, `A` one of several that will do, `C` on a condition, small letters only advise.
  var text: String {
    let head = (["kind"] + checklists.map(\.category)).joined(separator: "\t")
    let rows = kinds.map { kind in
      ([tables.kinds[kind].id] + checklists.map { cell(kind, $0)?.mark ?? "-" })
        .joined(separator: "\t")
    }
    return ([head] + rows).map { $0 + "\n" }.joined()
  }

  var json: JSONValue {
    .array(
      kinds.map { kind in
        .object(
          [("kind", .string(tables.kinds[kind].id))]
            + checklists.map { ($0.category, JSONValue.optional(cell(kind, $0)?.mark)) })
      })
  }
}
