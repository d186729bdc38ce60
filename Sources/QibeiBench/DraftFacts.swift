// SPDX-License-Identifier: Apache-2.0
internal import QibeiCore

/// Whose fact it is in a drafted dossier.
enum DraftSubject: Hashable, CaseIterable, Sendable {
  case applicant, spouse, child
  /// The application and the employer, of which a draft has one each.
  case shared

  /// Whom a condition of a requirement for this audience asks.
  init(_ audience: Audience) {
    self =
      switch audience {
      case .spouse, .eachFamilyMember: .spouse
      case .eachChild: .child
      case .applicant, .eachPerson, .employer, .application: .applicant
      }
  }
}

/// A fact of a subject.
struct DraftFact: Hashable {
  let name: FactName
  let subject: DraftSubject

  init(_ name: FactName, _ subject: DraftSubject) {
    self.name = name
    self.subject = name.rawValue.hasPrefix("person.") ? subject : .shared
  }
}

/// The value that a draft gives a fact.
enum DraftValue: Hashable {
  case words([String])
  case number(Int)

  var words: [String] {
    if case .words(let words) = self { words } else { [] }
  }

  var number: Int? {
    if case .number(let number) = self { number } else { nil }
  }

  /// The value as the engine would find it.
  func fact(_ name: FactName) -> FactValue {
    switch self {
    case .number(let number): return .number(number)
    case .words(let words):
      guard let known = name.words else {
        return words.first.flatMap { Country($0)?.number ?? Division($0)?.number }
          .map(FactValue.code) ?? .unknown
      }
      return .words(
        words.compactMap(known.firstIndex).reduce(0) { $0 | 1 << UInt32($1) })
    }
  }
}

/// What a draft declares, fact by fact; an ordinary case where nothing else is asked for.
struct DraftFacts: Hashable {
  private var chosen: [DraftFact: DraftValue] = [:]
  let kind: CategoryKind
  /// Facts that the dossier does not state, whatever they are.
  var undeclared: Set<FactName> = []

  init(_ kind: CategoryKind) { self.kind = kind }

  subscript(_ name: FactName, _ subject: DraftSubject) -> DraftValue {
    get {
      let fact = DraftFact(name, subject)
      return chosen[fact] ?? Self.ordinary(fact, kind)
    }
    set { chosen[DraftFact(name, subject)] = newValue }
  }

  func truth(_ condition: Condition, _ subject: DraftSubject) -> Truth {
    condition.truth { self[$0, subject].fact($0) }
  }

  /// The value of an ordinary case.
  static func ordinary(_ fact: DraftFact, _ kind: CategoryKind) -> DraftValue {
    switch fact.name {
    case .workCategory: .words(["B"])
    case .basis: .words(["degree-2y"])
    case .location: .words([kind == .workPermit ? "abroad" : "in-country"])
    case .permitMonths: .number(12)
    case .filedBy: .words(["self"])
    case .age: .number(fact.subject == .child ? 10 : 36)
    case .role: .words([role(fact.subject)])
    case .nationality: .words(["SGP"])
    case .maritalStatus: .words([fact.subject == .child ? "single" : "married"])
    case .highestDegree: .words([fact.subject == .child ? "secondary" : "doctor"])
    case .degreeOrigin: .words(["foreign"])
    case .entryVisa: .words(["visa-z"])
    case .holds: .words(["residence-work", "work-permit"])
    case .ended, .beside: .words([])
    case .employerKind: .words(["enterprise"])
    case .employerRegion: .words(["320200"])
    case .caseCircumstances, .personCircumstances: .words(["none"])
    case .applies, .employerOnFile, .livedAbroad: .words(["yes"])
    case .monthsPresent4y, .leastMonthsPresent3y, .leastMonthsPresent4y, .leastMonthsPresent5y,
      .yearsMarried, .points, .salaryPercent, .taxPercent, .lowestSalary,
      .lowestTax:
      .number(0)
    case .online, .formerChinese, .chineseOrigin, .permanentResident, .otherNameShown,
      .previousEmployerInChina, .licenceNeeded, .performance:
      .words(["no"])
    }
  }

  private static func role(_ subject: DraftSubject) -> String {
    switch subject {
    case .applicant, .shared: "applicant"
    case .spouse: "spouse"
    case .child: "child"
    }
  }
}
