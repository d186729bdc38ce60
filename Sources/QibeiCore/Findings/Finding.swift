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
  /// Until when its paper may follow where it is promised (容缺受理); nil where it may not.
  package var mayFollowUntil: CalendarDate?
  package var sourcePlace: SourcePlace
  /// Legal bases; those of the requirement unless the check has its own.
  package var bases: [LegalBasis]
  private var values: FindingValues?

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
    self.sourcePlace = sourcePlace
    bases = requirement?.bases ?? []
    if seen != nil || expected != nil || limit != nil || on != nil {
      values = .values(.init(seen: seen, expected: expected, limit: limit, on: on))
    }
  }
}

/// The values of a finding behind one reference, so that a list of findings is sorted and passed on cheaply.
private indirect enum FindingValues {
  struct Values {
    var seen: FindingValue?
    var expected: FindingValue?
    var preferred: FindingValue?
    var limit: FindingValue?
    var on: FindingValue?
    var alternatives: FindingValue?
  }

  case values(Values)
}

extension Finding {
  private var all: FindingValues.Values {
    get { if case .values(let values) = values { values } else { .init() } }
    set { values = .values(newValue) }
  }

  package var seen: FindingValue? {
    get { all.seen }
    set { all.seen = newValue }
  }

  package var expected: FindingValue? {
    get { all.expected }
    set { all.expected = newValue }
  }

  /// What advice asks beyond what is expected.
  package var preferred: FindingValue? {
    get { all.preferred }
    set { all.preferred = newValue }
  }

  package var limit: FindingValue? {
    get { all.limit }
    set { all.limit = newValue }
  }

  package var on: FindingValue? {
    get { all.on }
    set { all.on = newValue }
  }

  /// What else would be accepted.
  package var alternatives: FindingValue? {
    get { all.alternatives }
    set { all.alternatives = newValue }
  }
}
