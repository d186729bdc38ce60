// SPDX-License-Identifier: Apache-2.0

/// Something that the text of a paper mentions.
package enum Mention: UInt8, ListedWord {
  case position, period, pay, contact, reason, result, relationToPost, taxPlace, unitData
  case applicantData, workContent, workPlace, workPeriod, residencePeriod, guaranteeCosts
  case guaranteeLaw

  package static let words = [
    "position", "period", "pay", "contact", "reason", "result", "relation-to-post", "tax-place",
    "unit-data", "applicant-data", "work-content", "work-place", "work-period",
    "residence-period", "guarantee-costs", "guarantee-law",
  ]

  package var label: BilingualText {
    switch self {
    case .position: .init("职务", "the position")
    case .period: .init("起止时间", "the period")
    case .pay: .init("薪酬", "the pay")
    case .contact: .init("证明人的电话或邮箱", "a telephone number or e-mail of who certifies")
    case .reason: .init("事由", "the reason")
    case .result: .init("查询结果", "the result of the record check")
    case .relationToPost: .init("与拟聘岗位的关系", "how it relates to the post offered")
    case .taxPlace: .init("纳税地点", "where tax is paid")
    case .unitData: .init("单位信息", "the unit's data")
    case .applicantData: .init("申请人信息", "the applicant's data")
    case .workContent: .init("工作内容", "the work content")
    case .workPlace: .init("工作地点", "the place of work")
    case .workPeriod: .init("在华工作期限", "the period of work in China")
    case .residencePeriod: .init("申请的居留期限", "the period of residence asked for")
    case .guaranteeCosts: .init("承担生活费用的保证", "the guarantee of living costs")
    case .guaranteeLaw: .init("遵守中国法律的保证", "the guarantee to obey Chinese law")
    }
  }
}
