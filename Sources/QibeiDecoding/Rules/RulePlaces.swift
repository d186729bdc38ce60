// SPDX-License-Identifier: Apache-2.0
package import QibeiCore

/// Where the lines of a checklist or overlay stand in its file.
package enum RulePlaces {
  /// Line and column of each requirement, change and waiver, by the requirement's identifier.
  ///
  /// - Throws: when the file is no rule file at all.
  package static func requirements(
    _ text: RuleText, named name: String, root: String
  ) throws(ChecklistError) -> [String: SourcePosition] {
    let file = try RuleFile(
      text.strict, named: name, root: root, vocabulary: RuleName.inChecklists)
    var places: [String: SourcePosition] = [:]
    var open = file.root.children
    while let element = open.popLast() {
      open += element.children
      let id: String? =
        switch element.name {
        case .requirement: element[.id]
        case .change, .waive: element[.requirement]
        default: nil
        }
      if let id, places[id] == nil { places[id] = file.position(of: element.index) }
    }
    return places
  }
}
