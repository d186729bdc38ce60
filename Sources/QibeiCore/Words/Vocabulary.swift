// SPDX-License-Identifier: Apache-2.0

/// A word of a closed set, as written in dossiers and checklists, with its name for people.
package protocol VocabularyWord: RawRepresentable<String>, CaseIterable, Hashable, Sendable {
  /// The word in Chinese and English, to stand inside a sentence.
  var label: BilingualText { get }
}

/// Relation of a person to the applicant.
package enum Role: String, VocabularyWord {
  case applicant, spouse, child, parent
  case parentInLaw = "parent-in-law"
  case sponsor, other

  package var label: BilingualText {
    switch self {
    case .applicant: .init(zh: "申请人", en: "applicant")
    case .spouse: .init(zh: "配偶", en: "spouse")
    case .child: .init(zh: "子女", en: "child")
    case .parent: .init(zh: "父母", en: "parent")
    case .parentInLaw: .init(zh: "配偶的父母", en: "parent-in-law")
    case .sponsor: .init(zh: "被投靠人", en: "sponsor")
    case .other: .init(zh: "有关人员", en: "person")
    }
  }
}

/// Sex as in the passport.
package enum Sex: String, VocabularyWord {
  case male = "M"
  case female = "F"
  case unspecified = "X"

  package var label: BilingualText {
    switch self {
    case .male: .init(zh: "男", en: "M")
    case .female: .init(zh: "女", en: "F")
    case .unspecified: .init(zh: "未注明", en: "X")
    }
  }
}

/// Marital status.
package enum MaritalStatus: String, VocabularyWord {
  case single, married, divorced, widowed

  package var label: BilingualText {
    switch self {
    case .single: .init(zh: "未婚", en: "single")
    case .married: .init(zh: "已婚", en: "married")
    case .divorced: .init(zh: "离异", en: "divorced")
    case .widowed: .init(zh: "丧偶", en: "widowed")
    }
  }
}

/// Level of education, lowest first.
package enum EducationLevel: String, VocabularyWord {
  case secondary, vocational, bachelor, master, doctor

  package var label: BilingualText {
    switch self {
    case .secondary: .init(zh: "中学", en: "secondary school")
    case .vocational: .init(zh: "职业学历", en: "vocational")
    case .bachelor: .init(zh: "学士", en: "bachelor")
    case .master: .init(zh: "硕士", en: "master")
    case .doctor: .init(zh: "博士", en: "doctor")
    }
  }
}

/// Status of a supplement.
package enum SupplementStatus: String, VocabularyWord {
  case provided, promised, shared, waived

  package var label: BilingualText {
    switch self {
    case .provided: .init(zh: "已提供", en: "provided")
    case .promised: .init(zh: "承诺后补", en: "promised later")
    case .shared: .init(zh: "数据共享", en: "obtained by data sharing")
    case .waived: .init(zh: "经决定免交", en: "waived by a decision")
    }
  }
}

/// Who translates or seals a translation.
package enum Translator: String, VocabularyWord {
  case company
  case qualifiedCompany = "qualified-company"
  case employer, notary
  case oneself = "self"

  package var label: BilingualText {
    switch self {
    case .company: .init(zh: "翻译公司", en: "a translation company")
    case .qualifiedCompany: .init(zh: "有资质的翻译公司", en: "a qualified translation company")
    case .employer: .init(zh: "用人单位", en: "the employer")
    case .notary: .init(zh: "公证处", en: "a notary office")
    case .oneself: .init(zh: "本人", en: "the person")
    }
  }
}

/// Kind of authentication that a paper bears.
package enum AuthenticationKind: String, VocabularyWord {
  case apostille, consular
  case embassyInChina = "embassy-in-china"
  case credentialBody = "credential-body"
  case notary

  package var label: BilingualText {
    switch self {
    case .apostille: .init(zh: "附加证明书", en: "apostille")
    case .consular: .init(zh: "领事认证", en: "consular legalisation")
    case .embassyInChina: .init(zh: "外国驻华使领馆认证", en: "authentication by a foreign mission in China")
    case .credentialBody: .init(zh: "学历认证", en: "credential verification")
    case .notary: .init(zh: "当地公证", en: "local notarisation")
    }
  }
}

/// A way of authentication that a checklist accepts.
package enum AcceptedAuthentication: String, VocabularyWord {
  case apostille, consular
  case embassyInChina = "embassy-in-china"
  case issuedByEmbassy = "issued-by-embassy"
  case cscse, chsi, notary

  package var label: BilingualText {
    switch self {
    case .apostille: .init(zh: "附加证明书", en: "an apostille")
    case .consular: .init(zh: "中国使领馆领事认证", en: "legalisation by a Chinese mission")
    case .embassyInChina:
      .init(zh: "该国驻华使领馆认证", en: "authentication by that state's mission in China")
    case .issuedByEmbassy: .init(zh: "由该国驻华使领馆出具", en: "issue by that state's mission in China")
    case .cscse: .init(zh: "教育部留学服务中心认证", en: "verification by CSCSE (教育部留学服务中心)")
    case .chsi: .init(zh: "学信网认证", en: "verification by CHSI (学信网)")
    case .notary: .init(zh: "当地公证", en: "a local notary")
    }
  }
}

/// A party that seals or signs.
package enum Party: String, VocabularyWord {
  case applicant, spouse, parents, employer, issuer, translator, holder, agent
  case formerEmployer = "former-employer"

  package var label: BilingualText {
    switch self {
    case .applicant: .init(zh: "申请人", en: "the applicant")
    case .spouse: .init(zh: "配偶", en: "the spouse")
    case .parents: .init(zh: "父母", en: "the parents")
    case .employer: .init(zh: "用人单位", en: "the employer")
    case .issuer: .init(zh: "出具机构", en: "the issuing body")
    case .translator: .init(zh: "翻译方", en: "the translator")
    case .holder: .init(zh: "本人", en: "the holder")
    case .agent: .init(zh: "代办人", en: "the agent")
    case .formerEmployer: .init(zh: "前雇主", en: "the former employer")
    }
  }
}

/// Something that papers state and are compared by.
package enum Field: String, VocabularyWord {
  case name, born, sex, nationality, passport, employer, uscc, position, permit, level

  package var label: BilingualText {
    switch self {
    case .name: .init(zh: "姓名", en: "name")
    case .born: .init(zh: "出生日期", en: "date of birth")
    case .sex: .init(zh: "性别", en: "sex")
    case .nationality: .init(zh: "国籍", en: "nationality")
    case .passport: .init(zh: "护照号码", en: "passport number")
    case .employer: .init(zh: "单位名称", en: "employer")
    case .uscc: .init(zh: "统一社会信用代码", en: "Unified Social Credit Code")
    case .position: .init(zh: "职务", en: "position")
    case .permit: .init(zh: "许可号码", en: "permit number")
    case .level: .init(zh: "学历层次", en: "level of education")
    }
  }
}
