// SPDX-License-Identifier: Apache-2.0

/// One thing missing or defective in a dossier, or one check that could not be made.
package struct Finding: Sendable {
  package let kind: FindingKind
  package var disposition: Disposition
  /// The line of the checklist it belongs to; nil for the file, its structure and comparisons.
  package var requirement: Requirement?
  /// The lines of the other procedure's list that want the same, in a joint dossier.
  package var sharedWith: [Requirement] = []
  /// The person or employer concerned.
  package var owner: Owner
  /// The paper concerned, by position in the dossier.
  package var supplement: Int32?
  package var seen: FindingValue?
  package var expected: FindingValue?
  /// What advice asks beyond what is expected.
  package var preferred: FindingValue?
  package var limit: FindingValue?
  package var on: FindingValue?
  /// What else would be accepted.
  package var alternatives: FindingValue?
  /// Until when its paper may follow where it is promised (容缺受理); nil where it may not.
  package var mayFollowUntil: CalendarDate?
  package var sourcePlace: SourcePlace
  /// Legal bases; those of the requirement unless the check has its own.
  package var bases: [LegalBasis]

  package init(
    _ kind: FindingKind, owner: Owner = .application, supplement: Int32? = nil,
    seen: FindingValue? = nil, expected: FindingValue? = nil, limit: FindingValue? = nil,
    on: FindingValue? = nil, at sourcePlace: SourcePlace, requirement: Requirement? = nil
  ) {
    self.kind = kind
    disposition = kind.disposition
    self.requirement = requirement
    self.owner = owner
    self.supplement = supplement
    self.seen = seen
    self.expected = expected
    self.limit = limit
    self.on = on
    self.sourcePlace = sourcePlace
    bases = requirement?.bases ?? []
  }
}
