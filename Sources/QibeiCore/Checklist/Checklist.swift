// SPDX-License-Identifier: Apache-2.0

/// Which file of rules something comes from.
package struct RuleSource: Hashable, Sendable {
  /// Category of a checklist, or place code of an overlay.
  package let id: String
  package let version: CalendarDate
  /// SHA-256 of the file, in hexadecimal.
  package let digest: String
  /// The place of an overlay; nil for a national checklist.
  package let place: Division?

  package init(id: String, version: CalendarDate, digest: String, place: Division?) {
    self.id = id
    self.version = version
    self.digest = digest
    self.place = place
  }
}

/// Which date decides the version of a checklist.
package enum DecidedBy: String, VocabularyWord {
  case submission, acceptance

  package var label: BilingualText {
    switch self {
    case .submission: .init("递交日", "the day of submission")
    case .acceptance: .init("受理日", "the day of acceptance")
    }
  }
}

/// Kind of procedure.
package enum CategoryKind: String, VocabularyWord {
  case permanentResidence = "permanent-residence"
  case workPermit = "work-permit"
  case residencePermit = "residence-permit"

  package var label: BilingualText {
    switch self {
    case .permanentResidence: .init("永久居留", "permanent residence")
    case .workPermit: .init("工作许可", "work permit")
    case .residencePermit: .init("居留证件", "residence permit")
    }
  }
}

/// A statement about the procedure with its bases: a fee, a time limit, a criterion.
package final class ChecklistNote: Sendable {
  package let id: String?
  package let text: BilingualText
  package let condition: Condition?
  package let bases: [LegalBasis]
  /// Whether a criterion is asked of everybody alike.
  package let isGeneral: Bool

  package init(
    id: String?, text: BilingualText, condition: Condition?, bases: [LegalBasis],
    isGeneral: Bool = false
  ) {
    self.isGeneral = isGeneral
    self.id = id
    self.text = text
    self.condition = condition
    self.bases = bases
  }
}

/// A case that belongs to another window.
package final class WrongDoor: Sendable {
  package let id: String
  package let title: BilingualText
  package let condition: Condition
  package let remedy: BilingualText
  /// Whether nobody has to grant anything, rather than somebody else.
  package let needsNoLicence: Bool
  package let bases: [LegalBasis]

  package init(
    id: String, title: BilingualText, condition: Condition, remedy: BilingualText,
    needsNoLicence: Bool, bases: [LegalBasis]
  ) {
    self.needsNoLicence = needsNoLicence
    self.id = id
    self.title = title
    self.condition = condition
    self.remedy = remedy
    self.bases = bases
  }
}

/// A limit that the applicant keeps.
package struct Deadline: Sendable {
  package let id: String
  package let title: BilingualText
  package let anchor: Anchor
  package let period: CalendarPeriod
  /// Whether the period lies before the anchor, rather than after it.
  package let isBefore: Bool
  package let remedy: BilingualText
  package let bases: [LegalBasis]

  package init(
    id: String, title: BilingualText, anchor: Anchor, period: CalendarPeriod, isBefore: Bool,
    remedy: BilingualText, bases: [LegalBasis]
  ) {
    self.isBefore = isBefore
    self.id = id
    self.title = title
    self.anchor = anchor
    self.period = period
    self.remedy = remedy
    self.bases = bases
  }
}

/// What papers must agree on.
package struct Agreement: Sendable {
  package let fields: [Field]
  /// Kinds of supplement that explain a difference.
  package let bridges: [SupplementKind]
  /// Kinds of supplement that rightly state something else, such as a paper of the former nationality.
  package let except: [SupplementKind]
  /// Kinds that rightly state another employer and position, such as a former employer's letter.
  package let exceptEmployer: [SupplementKind]
  package let remedy: BilingualText
  package let bases: [LegalBasis]

  package init(
    fields: [Field], bridges: [SupplementKind], except: [SupplementKind],
    exceptEmployer: [SupplementKind], remedy: BilingualText, bases: [LegalBasis]
  ) {
    self.fields = fields
    self.bridges = bridges
    self.except = except
    self.exceptEmployer = exceptEmployer
    self.remedy = remedy
    self.bases = bases
  }
}

extension Agreement {
  /// Whether it compares the same things of the same papers.
  func asksTheSame(as other: Agreement) -> Bool {
    fields == other.fields && bridges == other.bridges && except == other.except
      && exceptEmployer == other.exceptEmployer
  }
}

/// What one category requires in one period, overlays applied or not yet.
package struct Checklist: Sendable {
  package var source: RuleSource
  package var kind: CategoryKind
  /// The only places where the category exists; empty for the whole country.
  package var places: [Division]
  package var inForce: EffectivePeriod
  package var decidedBy: DecidedBy
  /// Papers that the decision brings; the other procedure of a joint dossier never asks for them.
  package var grants: [SupplementKind] = []
  package var title: BilingualText
  package var authority: BilingualText
  package var summary: BilingualText?
  /// Whom to ask where no list is published; its lines then bind only once confirmed.
  package var confirm: BilingualText?
  package var bases: [LegalBasis]
  package var fees: [ChecklistNote]
  package var timeLimits: [ChecklistNote]
  package var photoStandards: [PhotoStandard]
  package var scanStandards: [ScanStandard]
  package var criteria: [ChecklistNote]
  package var wrongDoors: [WrongDoor]
  package var deadlines: [Deadline]
  package var agreement: Agreement?
  /// Whether secondary papers may follow; nil where nothing grants it.
  package var tolerance: Tolerance?
  package var requirements: [Requirement]
  /// The overlays applied, nation first, most specific last.
  package var overlays: [RuleSource] = []
  /// Conditions under which overlays waive a requirement, by its identifier.
  package var waivers: [Waiver] = []

  package init(
    source: RuleSource, kind: CategoryKind, places: [Division], inForce: EffectivePeriod,
    decidedBy: DecidedBy, title: BilingualText, authority: BilingualText, summary: BilingualText?,
    confirm: BilingualText?, bases: [LegalBasis], fees: [ChecklistNote],
    timeLimits: [ChecklistNote], photoStandards: [PhotoStandard], scanStandards: [ScanStandard],
    criteria: [ChecklistNote],
    wrongDoors: [WrongDoor], deadlines: [Deadline], agreement: Agreement?,
    requirements: [Requirement]
  ) {
    self.source = source
    self.kind = kind
    self.places = places
    self.inForce = inForce
    self.decidedBy = decidedBy
    self.title = title
    self.authority = authority
    self.summary = summary
    self.confirm = confirm
    self.bases = bases
    self.fees = fees
    self.timeLimits = timeLimits
    self.photoStandards = photoStandards
    self.scanStandards = scanStandards
    self.criteria = criteria
    self.wrongDoors = wrongDoors
    self.deadlines = deadlines
    self.agreement = agreement
    self.requirements = requirements
  }

  /// Whether the category exists at a place.
  package func exists(at place: Division) -> Bool {
    places.isEmpty || places.contains { place.lineage.contains($0) }
  }

  /// Category identifier.
  package var category: String { source.id }
}

/// One place's release from a requirement.
package struct Waiver: Sendable {
  package let requirement: String
  package let condition: Condition?
  package let source: RuleSource
  package let bases: [LegalBasis]

  package init(
    requirement: String, condition: Condition?, source: RuleSource, bases: [LegalBasis]
  ) {
    self.requirement = requirement
    self.condition = condition
    self.source = source
    self.bases = bases
  }
}

extension Checklist {
  /// Every condition on which what is asked for depends.
  var conditions: [Condition] {
    requirements.flatMap { requirement in
      [requirement.condition].compactMap(\.self)
        + requirement.choice.demands.compactMap(\.condition)
    } + waivers.compactMap(\.condition) + wrongDoors.map(\.condition)
  }
}
