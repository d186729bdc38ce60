// SPDX-License-Identifier: Apache-2.0

/// Kind of body that issues papers.
package enum IssuerKind: UInt8, ListedWord {
  case police, court, justice, foreignMinistry, embassy, civilRegistry, university, school
  case employer, formerEmployer, customsHealth, hospital, taxOffice, immigration
  case workAuthority, overseasChineseOffice, governmentDepartment, marketRegulator
  case headquarters, credentialBody, notary, other

  package static let words = [
    "police", "court", "justice", "foreign-ministry", "embassy", "civil-registry", "university",
    "school", "employer", "former-employer", "customs-health", "hospital", "tax-office",
    "immigration", "work-authority", "overseas-chinese-office", "government-department",
    "market-regulator", "headquarters", "credential-body", "notary", "other",
  ]

  package var label: BilingualText {
    switch self {
    case .police: .init(zh: "警察机关", en: "the police")
    case .court: .init(zh: "法院", en: "a court")
    case .justice: .init(zh: "司法行政机关", en: "a ministry of justice")
    case .foreignMinistry: .init(zh: "外交部门", en: "a foreign ministry")
    case .embassy: .init(zh: "使领馆", en: "an embassy or consulate")
    case .civilRegistry: .init(zh: "户籍或民政登记机关", en: "a civil registry")
    case .university: .init(zh: "高等学校", en: "a university")
    case .school: .init(zh: "学校", en: "a school")
    case .employer: .init(zh: "用人单位", en: "the employer")
    case .formerEmployer: .init(zh: "前雇主", en: "a former employer")
    case .customsHealth: .init(zh: "海关国际旅行卫生保健中心", en: "a customs health centre (国际旅行卫生保健中心)")
    case .hospital: .init(zh: "医院", en: "a hospital")
    case .taxOffice: .init(zh: "税务机关", en: "a tax office")
    case .immigration: .init(zh: "出入境管理机关", en: "an exit-entry authority")
    case .workAuthority: .init(zh: "外国人工作管理部门", en: "a foreigners' work authority")
    case .overseasChineseOffice: .init(zh: "侨务部门", en: "an overseas Chinese affairs office")
    case .governmentDepartment: .init(zh: "政府部门", en: "a government department")
    case .marketRegulator: .init(zh: "市场监管部门", en: "a market regulator")
    case .headquarters: .init(zh: "境外总部", en: "a headquarters abroad")
    case .credentialBody: .init(zh: "学历认证机构", en: "a credential body")
    case .notary: .init(zh: "公证机构", en: "a notary office")
    case .other: .init(zh: "其他机构", en: "another body")
    }
  }
}

/// Kind of visa, residence, stay or work permit.
package enum PermitKind: UInt8, ListedWord {
  case visaZ, visaR, visaM, visaF, visaL, visaQ1, visaQ2, visaS1, visaS2, visaX, visaK, visaD
  case residenceWork, residenceFamily, residenceStudy, stay, workPermit, permanentResidence
  case visaFree

  package static let words = [
    "visa-z", "visa-r", "visa-m", "visa-f", "visa-l", "visa-q1", "visa-q2", "visa-s1", "visa-s2",
    "visa-x", "visa-k", "visa-d", "residence-work", "residence-family", "residence-study", "stay",
    "work-permit", "permanent-residence", "visa-free",
  ]

  package var label: BilingualText {
    switch self {
    case .residenceWork: .init(zh: "工作类居留许可", en: "work-type residence permit")
    case .residenceFamily: .init(zh: "家属类居留许可", en: "family residence permit")
    case .residenceStudy: .init(zh: "学习类居留许可", en: "study residence permit")
    case .stay: .init(zh: "停留证件", en: "stay permit")
    case .workPermit: .init(zh: "工作许可", en: "work permit")
    case .permanentResidence: .init(zh: "永久居留", en: "permanent residence")
    case .visaFree: .init(zh: "免签入境", en: "visa-free entry")
    default:
      .init(
        zh: word.dropFirst(5).uppercased() + " 字签证",
        en: word.dropFirst(5).uppercased() + " visa")
    }
  }
}

/// Kind of employer.
package enum EmployerKind: UInt8, ListedWord {
  case enterprise, highTech, foreignInvested, stateOwned, university, researchInstitute
  case hospital, representativeOffice, socialOrganisation, government, headquarters

  package static let words = [
    "enterprise", "high-tech", "foreign-invested", "state-owned", "university",
    "research-institute", "hospital", "representative-office", "social-organisation",
    "government", "headquarters",
  ]

  package var label: BilingualText {
    switch self {
    case .enterprise: .init(zh: "企业", en: "enterprise")
    case .highTech: .init(zh: "高新技术企业", en: "high-tech enterprise")
    case .foreignInvested: .init(zh: "外商投资企业", en: "foreign-invested enterprise")
    case .stateOwned: .init(zh: "国有单位", en: "state-owned unit")
    case .university: .init(zh: "高等学校", en: "university")
    case .researchInstitute: .init(zh: "科研机构", en: "research institute")
    case .hospital: .init(zh: "医院", en: "hospital")
    case .representativeOffice: .init(zh: "代表机构", en: "representative office")
    case .socialOrganisation: .init(zh: "社会组织", en: "social organisation")
    case .government: .init(zh: "机关", en: "public body")
    case .headquarters: .init(zh: "总部", en: "headquarters")
    }
  }
}
