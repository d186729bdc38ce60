// SPDX-License-Identifier: Apache-2.0

/// Category of a foreigner's work permit.
package enum WorkCategory: UInt8, ListedWord {
  case highEnd, professional, other

  package static let words = [
    "A", "B", "C",
  ]

  package var label: BilingualText { .init(word, word) }
}

/// The condition that a work permit's category rests on.
package enum WorkBasis: UInt8, ListedWord {
  case talentPlan, achievement, position, innovation, young, points85, salary6x, degree2y
  case graduateMaster, top100Master, languageTeacher, skill, salary4x, points60

  package static let words = [
    "talent-plan", "achievement", "position", "innovation", "young", "points-85", "salary-6x",
    "degree-2y", "graduate-master", "top100-master", "language-teacher", "skill", "salary-4x",
    "points-60",
  ]

  package var label: BilingualText { .init(word, word) }
}

/// Whether the person is abroad or in the country when filing.
package enum FilingLocation: UInt8, ListedWord {
  case abroad, inCountry

  package static let words = [
    "abroad", "in-country",
  ]

  package var label: BilingualText {
    self == .abroad ? .init("境外", "abroad") : .init("境内", "in the country")
  }
}

/// Who files an application.
package enum Filer: UInt8, ListedWord {
  case oneself, employer, agent, relative

  package static let words = [
    "self", "employer", "agent", "relative",
  ]

  package var label: BilingualText {
    switch self {
    case .oneself: .init("本人", "the applicant")
    case .employer: .init("用人单位", "the employer")
    case .agent: .init("代办机构", "an agency")
    case .relative: .init("亲属", "a relative")
    }
  }
}

/// Where a degree was obtained.
package enum DegreeOrigin: UInt8, ListedWord {
  case mainland, hongKongMacaoTaiwan, foreign

  package static let words = [
    "mainland", "hk-mo-tw", "foreign",
  ]

  package var label: BilingualText {
    switch self {
    case .mainland: .init("中国内地", "mainland China")
    case .hongKongMacaoTaiwan: .init("港澳台", "Hong Kong, Macao or Taiwan")
    case .foreign: .init("国外", "abroad")
    }
  }
}
