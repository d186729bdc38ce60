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

  package var label: BilingualText {
    switch self {
    case .talentPlan: .init("入选人才计划", "a talent plan")
    case .achievement: .init("国际公认的成就", "recognised achievement")
    case .position: .init("岗位", "the position")
    case .innovation: .init("创新创业", "innovation and enterprise")
    case .young: .init("优秀青年人才", "outstanding young talent")
    case .points85: .init("积分 85 分", "85 points")
    case .salary6x: .init("薪资为平均工资 6 倍", "6 times the average wage")
    case .degree2y: .init("学士学位和 2 年经历", "a bachelor's degree and 2 years of work")
    case .graduateMaster: .init("国内硕士毕业生", "a master's degree from China")
    case .top100Master: .init("境外百强高校硕士", "a master's degree from a top-100 university abroad")
    case .languageTeacher: .init("外国语言教学", "language teaching")
    case .skill: .init("专门技能", "special skill")
    case .salary4x: .init("薪资为平均工资 4 倍", "4 times the average wage")
    case .points60: .init("积分 60 分", "60 points")
    }
  }
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
