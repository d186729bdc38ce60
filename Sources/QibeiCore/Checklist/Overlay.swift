// SPDX-License-Identifier: Apache-2.0

/// What one place adds to, changes in or waives from a category's checklist.
package struct Overlay: Sendable {
  package let source: RuleSource
  package let inForce: EffectivePeriod
  package let title: BilingualText
  /// One part for each category concerned.
  package let categories: [CategoryOverlay]

  package init(
    source: RuleSource, inForce: EffectivePeriod, title: BilingualText,
    categories: [CategoryOverlay]
  ) {
    self.source = source
    self.inForce = inForce
    self.title = title
    self.categories = categories
  }
}

/// An overlay's part for one category.
package struct CategoryOverlay: Sendable {
  package let category: String
  package let added: [Requirement]
  package let changes: [RequirementChange]
  package let waivers: [Waiver]
  /// Eligibility conditions that replace those with their identifiers, or are new.
  package let criteria: [ChecklistNote]
  /// How photographs have to be here, in place of what the checklist says; empty where it stands.
  package let photoStandards: [PhotoStandard]
  /// Whether secondary papers may follow here, in place of what the checklist says; nil where it stands.
  package var tolerance: Tolerance?

  package init(
    category: String, photoStandards: [PhotoStandard], criteria: [ChecklistNote],
    added: [Requirement], changes: [RequirementChange], waivers: [Waiver]
  ) {
    self.category = category
    self.photoStandards = photoStandards
    self.criteria = criteria
    self.added = added
    self.changes = changes
    self.waivers = waivers
  }
}

/// What an overlay writes over one requirement; nil leaves what stood.
package struct RequirementChange: Sendable {
  package let requirement: String
  package var title: BilingualText?
  package var condition: Condition?
  package var choice: SupplementChoice?
  package var remedy: BilingualText?
  package var issuedBy: BilingualText?
  package var look: BilingualText?
  package var reason: BilingualText?
  package var leadDays: Int?
  package var dataSharing: Bool?
  package let bases: [LegalBasis]

  /// Whether it changes what is asked for, and so stands on its own bases alone.
  var replacesDemand: Bool { condition != nil || choice != nil }

  package init(requirement: String, bases: [LegalBasis]) {
    self.requirement = requirement
    self.bases = bases
  }
}

extension Checklist {
  /// The checklist with one overlay applied; a change or waiver of a line it does not have is left out
  /// (the library refuses such an overlay when it is loaded).
  package func applying(_ overlay: Overlay) -> Checklist {
    var result = self
    for part in overlay.categories where part.category == category {
      for change in part.changes {
        result.requirements = result.requirements.map { requirement in
          requirement.id == change.requirement
            ? requirement.applying(change, from: overlay.source) : requirement
        }
      }
      for requirement in part.added
      where !result.requirements.contains(where: { $0.id == requirement.id }) {
        result.requirements.append(requirement)
      }
      for criterion in part.criteria {
        if let at = result.criteria.firstIndex(where: { $0.id == criterion.id }) {
          result.criteria[at] = criterion
        } else {
          result.criteria.append(criterion)
        }
      }
      if let tolerance = part.tolerance { result.tolerance = tolerance }
      if !part.photoStandards.isEmpty { result.photoStandards = part.photoStandards }
      result.waivers += part.waivers
      result.overlays.append(overlay.source)
    }
    result.requirements = result.requirements.enumerated()
      .sorted { ($0.element.number, $0.offset) < ($1.element.number, $1.offset) }
      .map(\.element)
    return result
  }
}

extension Requirement {
  func applying(_ change: RequirementChange, from source: RuleSource) -> Requirement {
    Requirement(
      id: id, number: number, title: change.title ?? title, audience: audience,
      countries: countries, condition: change.condition ?? condition,
      choice: change.choice ?? choice, remedy: change.remedy ?? remedy,
      issuedBy: change.issuedBy ?? issuedBy, look: change.look ?? look,
      reason: change.reason ?? reason, supplementClass: supplementClass,
      bases: change.replacesDemand ? change.bases : change.bases + otherBases(than: change.bases),
      ifMissing: ifMissing, ifDefective: ifDefective, leadDays: change.leadDays ?? leadDays,
      dataSharing: change.dataSharing ?? dataSharing, origin: origin + [source])
  }

  // One notice cited by the checklist and again by the overlay is one basis.
  private func otherBases(than changed: [LegalBasis]) -> [LegalBasis] {
    bases.filter { own in !changed.contains { own.link != nil && $0.link == own.link } }
  }
}
