// SPDX-License-Identifier: Apache-2.0

/// A word of a closed set, as written in dossiers and checklists, with its name for people.
package protocol VocabularyWord: CaseIterable, Hashable, Sendable {
  /// The word as files write it.
  var word: String { get }
  /// The word in Chinese and English, to stand inside a sentence.
  var label: BilingualText { get }

  init?(word: String)
}

extension VocabularyWord where Self: RawRepresentable<String> {
  package var word: String { rawValue }

  package init?(word: String) { self.init(rawValue: word) }
}

/// A word that is kept as its position in a list, so that values stay small and comparisons cheap.
package protocol ListedWord: VocabularyWord, RawRepresentable<UInt8> {
  /// The words as files write them, in the order of the cases.
  static var words: [String] { get }
}

extension ListedWord {
  package var word: String { Self.words[Int(rawValue)] }

  package init?(word: String) {
    guard let position = Self.words.firstIndex(of: word) else { return nil }
    self.init(rawValue: UInt8(position))
  }
}

/// A set of words of one closed set; at most 32 of them.
///
/// The type asks nothing of its words, for to look that up costs more than most checks; its methods do.
package struct WordSet<Word>: Hashable, Sendable {
  package private(set) var bits: UInt32 = 0

  package init() {}

  package var isEmpty: Bool { bits == 0 }
}

extension WordSet where Word: ListedWord {
  package init(_ words: [Word]) {
    for word in words { insert(word) }
  }

  /// A set of the words at these positions in the list.
  package init(bits: UInt32) { self.bits = bits }

  package mutating func insert(_ word: Word) { bits |= 1 << UInt32(word.rawValue) }

  package func contains(_ word: Word) -> Bool { bits & (1 << UInt32(word.rawValue)) != 0 }

  /// Its words, in the order of the list.
  package var words: [Word] { Word.allCases.filter(contains) }
}

/// Relation of a person to the applicant.
package enum Role: UInt8, ListedWord {
  case applicant, spouse, child, parent, parentInLaw, sponsor, other

  package static let words = [
    "applicant", "spouse", "child", "parent", "parent-in-law", "sponsor", "other",
  ]

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
package enum Sex: UInt8, ListedWord {
  case male, female, unspecified

  package static let words = [
    "M", "F", "X",
  ]

  package var label: BilingualText {
    switch self {
    case .male: .init(zh: "男", en: "M")
    case .female: .init(zh: "女", en: "F")
    case .unspecified: .init(zh: "未注明", en: "X")
    }
  }
}

/// Marital status.
package enum MaritalStatus: UInt8, ListedWord {
  case single, married, divorced, widowed

  package static let words = [
    "single", "married", "divorced", "widowed",
  ]

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
package enum EducationLevel: UInt8, ListedWord {
  case secondary, vocational, bachelor, master, doctor

  package static let words = [
    "secondary", "vocational", "bachelor", "master", "doctor",
  ]

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
package enum SupplementStatus: UInt8, ListedWord {
  case provided, promised, shared, waived

  package static let words = [
    "provided", "promised", "shared", "waived",
  ]

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
package enum Translator: UInt8, ListedWord {
  case company, qualifiedCompany, employer, notary, oneself

  package static let words = [
    "company", "qualified-company", "employer", "notary", "self",
  ]

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
package enum AuthenticationKind: UInt8, ListedWord {
  case apostille, consular, embassyInChina, credentialBody, notary

  package static let words = [
    "apostille", "consular", "embassy-in-china", "credential-body", "notary",
  ]

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
package enum AcceptedAuthentication: UInt8, ListedWord {
  case apostille, consular, embassyInChina, issuedByEmbassy, cscse, chsi, notary

  package static let words = [
    "apostille", "consular", "embassy-in-china", "issued-by-embassy", "cscse", "chsi", "notary",
  ]

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
package enum Party: UInt8, ListedWord {
  case applicant, spouse, parents, employer, issuer, translator, holder, agent, formerEmployer

  package static let words = [
    "applicant", "spouse", "parents", "employer", "issuer", "translator", "holder", "agent",
    "former-employer",
  ]

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
package enum Field: UInt8, ListedWord {
  case name, born, sex, nationality, passport, employer, uscc, position, permit, level

  package static let words = [
    "name", "born", "sex", "nationality", "passport", "employer", "uscc", "position", "permit",
    "level",
  ]

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
