// SPDX-License-Identifier: Apache-2.0

/// What may have happened or hold in a case, beyond what other attributes say; a list of circumstances says of
/// all others that they do not hold.
package enum CaseCircumstance: UInt8, ListedWord {
  case none, passportRenewed, nameChanged, nationalityChanged, addressChanged, employerChanged
  case positionChanged, categoryChanged, unitDetailsChanged, permitHeldThreeYears
  case returningToEmployer, permitLapsed, leftWithoutNotice, employerCeased, labourRuling
  case endedEarly, salaryCommitted, familyListed, otherSeal, cardHeld, gateFamily, gatePolicy
  case encouragedIndustry, investsThroughCompany, stateProject, filedWithMainApplicant, onlineOnly

  package static let words = [
    "none", "passport-renewed", "name-changed", "nationality-changed", "address-changed",
    "employer-changed", "position-changed", "category-changed", "unit-details-changed",
    "permit-held-3-years", "returning-to-employer", "permit-lapsed", "left-without-notice",
    "employer-ceased", "labour-ruling", "ended-early", "salary-committed", "family-listed",
    "other-seal", "card-held", "gate-family", "gate-policy", "encouraged-industry",
    "invests-through-company", "state-project", "filed-with-main-applicant", "online-only",
  ]

  package var label: BilingualText {
    switch self {
    case .none: .init("没有特别情形", "nothing particular")
    case .passportRenewed: .init("护照已换发", "the passport was renewed")
    case .nameChanged: .init("姓名已变更", "the name changed")
    case .nationalityChanged: .init("国籍已变更", "the nationality changed")
    case .addressChanged: .init("住址已变更", "the address changed")
    case .employerChanged: .init("用人单位已变更", "the employer changed")
    case .positionChanged: .init("职务已变更", "the position changed")
    case .categoryChanged: .init("外国人才类别已变更", "the category of talent changed")
    case .unitDetailsChanged: .init("单位登记信息已变更", "the employer's particulars changed")
    case .permitHeldThreeYears:
      .init("近三年内持有过工作许可", "a work permit was held within the last three years")
    case .returningToEmployer: .init("回到原用人单位", "a return to the former employer")
    case .permitLapsed:
      .init("原许可到期自动失效，没有注销证明", "the former permit lapsed by itself, without a certificate")
    case .leftWithoutNotice:
      .init("擅自离职，联系不上", "the worker left without notice and cannot be reached")
    case .employerCeased: .init("用人单位已注销", "the employer has ceased")
    case .labourRuling: .init("依生效判决或仲裁裁决办理", "a judgment or award decides it")
    case .endedEarly: .init("合同提前终止", "the contract ended early")
    case .salaryCommitted: .init("许可以薪资承诺为依据", "the permit rests on a salary commitment")
    case .familyListed: .init("申请表列有随行家属", "the form lists family members")
    case .otherSeal: .init("使用法定名称章以外的印章", "another seal than the name seal is used")
    case .cardHeld: .init("持有实体工作许可证", "a physical permit card is held")
    case .gateFamily: .init("以家属身份在境内申请", "filed in the country as a family member")
    case .gatePolicy:
      .init(
        "依试点、总部、协定等政策在境内申请", "filed in the country under a pilot, headquarters or agreement rule")
    case .encouragedIndustry: .init("投资于鼓励类产业", "the investment is in an encouraged industry")
    case .investsThroughCompany: .init("通过公司投资", "the investment is made through a company")
    case .stateProject: .init("任职单位承担国家重点工程或科研项目", "the employer carries out a key state project")
    case .filedWithMainApplicant: .init("与主申请人同时申请", "filed together with the main applicant")
    case .onlineOnly: .init("全程网上办理", "handled online throughout")
    }
  }
}

/// What may hold about a person, beyond what other attributes say; a list of circumstances says of all others
/// that they do not hold.
package enum PersonCircumstance: UInt8, ListedWord {
  case none, parentsDivorced, adopted, adoptedHongKongMacaoTaiwan, bornAbroad, parentOnceChinese
  case sponsorChinese, sponsorPermanentResident, sponsorWorksInChina, homeOwned, homeLeased
  case homeOfOthers, meansOwn, meansOfSponsor, firstPermitInChina, unmarried

  package static let words = [
    "none", "parents-divorced", "adopted", "adopted-hong-kong-macao-taiwan", "born-abroad",
    "parent-once-chinese", "sponsor-chinese", "sponsor-permanent-resident",
    "sponsor-works-in-china", "home-owned", "home-leased", "home-of-others", "means-own",
    "means-of-sponsor", "first-permit-in-china", "unmarried",
  ]

  package var label: BilingualText {
    switch self {
    case .none: .init("没有特别情形", "nothing particular")
    case .parentsDivorced: .init("父母离异", "the parents are divorced")
    case .adopted: .init("系收养", "adopted")
    case .adoptedHongKongMacaoTaiwan: .init("在港澳台收养", "adopted in Hong Kong, Macao or Taiwan")
    case .bornAbroad: .init("在境外出生", "born abroad")
    case .parentOnceChinese:
      .init("出生时父母一方是中国公民", "a parent was a Chinese citizen at the time of birth")
    case .sponsorChinese: .init("被投靠人是中国公民", "the sponsor is a Chinese citizen")
    case .sponsorPermanentResident:
      .init("被投靠人有在华永久居留资格", "the sponsor is a permanent resident of China")
    case .sponsorWorksInChina: .init("被探望人在华工作或学习", "the host works or studies in China")
    case .homeOwned: .init("住房自有", "the home is owned")
    case .homeLeased: .init("住房系租赁", "the home is leased")
    case .homeOfOthers: .init("住房属于他人", "the home belongs to somebody else")
    case .meansOwn: .init("以本人财产作生活保障", "the person's own means are the livelihood")
    case .meansOfSponsor: .init("由被投靠人作生活保障", "the sponsor's means are the livelihood")
    case .firstPermitInChina: .init("首次在华办理居留证件", "the first residence permit in China")
    case .unmarried: .init("未婚", "unmarried")
    }
  }
}
