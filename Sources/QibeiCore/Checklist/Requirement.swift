// SPDX-License-Identifier: Apache-2.0

/// For whom a requirement is due.
package enum Audience: String, VocabularyWord {
  case applicant, spouse
  case eachChild = "each-child"
  case eachFamilyMember = "each-family-member"
  case eachPerson = "each-person"
  case employer, application

  package var label: BilingualText {
    switch self {
    case .applicant: .init("申请人", "the applicant")
    case .spouse: .init("配偶", "the spouse")
    case .eachChild: .init("每名子女", "each child")
    case .eachFamilyMember: .init("每名家属", "each family member")
    case .eachPerson: .init("每人", "each person")
    case .employer: .init("用人单位", "the employer")
    case .application: .init("整份申请", "the application")
    }
  }
}

/// For which countries a requirement is due.
package enum CountryScope: Hashable, Sendable {
  /// Each country lived in without a break for longer than a period.
  case lived(longerThan: CalendarPeriod?)
  case nationality
}

/// Whether tolerance acceptance (容缺受理) can ever apply.
package enum SupplementClass: String, VocabularyWord {
  case principal, secondary

  package var label: BilingualText {
    switch self {
    case .principal: .init("主要材料", "principal")
    case .secondary: .init("次要材料", "secondary")
    }
  }
}

/// What satisfies a requirement.
package indirect enum SupplementChoice: Sendable {
  case one(SupplementDemand)
  case anyOf([SupplementChoice])
  case allOf([SupplementChoice])

  /// The demands in it, in order.
  package var demands: [SupplementDemand] {
    switch self {
    case .one(let demand): [demand]
    case .anyOf(let choices), .allOf(let choices): choices.flatMap(\.demands)
    }
  }
}

/// One supplement and what is checked about it.
package final class SupplementDemand: Sendable {
  package let kinds: [SupplementKind]
  package let condition: Condition?
  package let checks: [ConfiguredCheck]
  /// The checks that judge each paper by itself, and those that judge all papers together.
  let single: [ConfiguredCheck]
  let joint: [ConfiguredCheck]

  package init(kinds: [SupplementKind], condition: Condition?, checks: [ConfiguredCheck]) {
    self.kinds = kinds
    self.condition = condition
    self.checks = checks
    single = checks.filter { !type(of: $0.check).isJoint }
    joint = checks.filter { type(of: $0.check).isJoint }
  }
}

/// A check as one checklist line uses it.
package final class ConfiguredCheck: Sendable {
  package let check: any Check
  /// Its parameters as the checklist writes them.
  package let parameters: CheckParameters
  /// Its own legal bases; the requirement's where nil.
  package let bases: [LegalBasis]?
  /// Whether what it finds may demand anything.
  package let binds: Bool

  /// Whether only a joint dossier is held against it.
  package let onlyJoint: Bool

  package init(
    check: any Check, parameters: CheckParameters, bases: [LegalBasis]?, onlyJoint: Bool = false
  ) {
    self.onlyJoint = onlyJoint
    self.check = check
    self.parameters = parameters
    self.bases = bases
    binds = bases.map { $0.contains { $0.evidence.binds } } ?? true
  }
}

/// One line of a checklist: item n.
package final class Requirement: Sendable {
  package let id: String
  package let number: Int
  package let title: BilingualText
  package let audience: Audience
  package let countries: CountryScope?
  package let condition: Condition?
  package let choice: SupplementChoice
  package let remedy: BilingualText
  package let issuedBy: BilingualText?
  package let look: BilingualText?
  package let reason: BilingualText?
  package let supplementClass: SupplementClass
  package let bases: [LegalBasis]
  package let ifMissing: Disposition?
  package let ifDefective: Disposition?
  package let leadDays: Int?
  package let dataSharing: Bool
  /// The checklist and overlays its parts come from.
  package let origin: [RuleSource]
  /// Whether it may demand anything, or only advise.
  package let binds: Bool

  package init(
    id: String, number: Int, title: BilingualText, audience: Audience, countries: CountryScope?,
    condition: Condition?, choice: SupplementChoice, remedy: BilingualText,
    issuedBy: BilingualText?, look: BilingualText?, reason: BilingualText?,
    supplementClass: SupplementClass, bases: [LegalBasis], ifMissing: Disposition?,
    ifDefective: Disposition?, leadDays: Int?, dataSharing: Bool, origin: [RuleSource]
  ) {
    self.id = id
    self.number = number
    self.title = title
    self.audience = audience
    self.countries = countries
    self.condition = condition
    self.choice = choice
    self.remedy = remedy
    self.issuedBy = issuedBy
    self.look = look
    self.reason = reason
    self.supplementClass = supplementClass
    self.bases = bases
    self.ifMissing = ifMissing
    self.ifDefective = ifDefective
    self.leadDays = leadDays
    self.dataSharing = dataSharing
    self.origin = origin
    binds = bases.contains { $0.evidence.binds }
  }

}
