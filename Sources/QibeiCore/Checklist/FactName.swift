// SPDX-License-Identifier: Apache-2.0

/// A fact that a condition may ask about; the set is closed, so that every condition can be explained.
package enum FactName: String, VocabularyWord {
  // The compiler's own way to find one of so many words makes a dictionary of them first.
  package init?(word: String) {
    let length = word.utf8.count
    let found = Self.allCases.first { $0.rawValue.utf8.count == length && $0.rawValue == word }
    guard let found else { return nil }
    self = found
  }

  case workCategory = "application.work-category"
  case basis = "application.basis"
  case location = "application.location"
  case permitMonths = "application.permit-months"
  case filedBy = "application.filed-by"
  case online = "application.online"
  case caseCircumstances = "application.circumstances"
  case age = "person.age"
  case role = "person.role"
  case beside = "person.beside"
  case applies = "person.applies"
  case nationality = "person.nationality"
  case formerChinese = "person.former-chinese"
  case chineseOrigin = "person.chinese-origin"
  case maritalStatus = "person.marital-status"
  case permanentResident = "person.permanent-resident"
  case highestDegree = "person.highest-degree"
  case degreeOrigin = "person.degree-origin"
  case otherNameShown = "person.other-name-shown"
  case entryVisa = "person.entry-visa"
  case holds = "person.holds"
  case ended = "person.ended"
  case livedAbroad = "person.lived-abroad"
  case personCircumstances = "person.circumstances"
  case monthsPresent4y = "person.months-present-4y"
  case leastMonthsPresent3y = "person.least-months-present-3y"
  case leastMonthsPresent4y = "person.least-months-present-4y"
  case leastMonthsPresent5y = "person.least-months-present-5y"
  case yearsMarried = "person.years-married"
  case points = "person.points"
  case salaryPercent = "person.salary-percent"
  case taxPercent = "person.tax-percent"
  case lowestSalary = "person.lowest-salary"
  case lowestTax = "person.lowest-tax"
  case previousEmployerInChina = "employment.previous-employer-in-china"
  case licenceNeeded = "employment.licence-needed"
  case performance = "employment.performance"
  case employerKind = "employer.kind"
  case employerOnFile = "employer.on-file"
  case employerRegion = "employer.region"

  /// What kind of value it has, which decides the tests that fit it.
  package enum ValueType: Sendable {
    case flag, number, word
  }

  package var type: ValueType {
    switch self {
    case .permitMonths, .age, .monthsPresent4y, .leastMonthsPresent3y, .leastMonthsPresent4y,
      .leastMonthsPresent5y, .yearsMarried, .points, .salaryPercent, .taxPercent,
      .lowestSalary, .lowestTax:
      .number
    case .online, .applies, .formerChinese, .chineseOrigin, .permanentResident, .otherNameShown,
      .livedAbroad, .previousEmployerInChina, .licenceNeeded, .performance, .employerOnFile:
      .flag
    default: .word
    }
  }

  /// The words it may equal; nil when they are codes or free.
  package var words: [String]? {
    switch self {
    case _ where type == .flag: ["yes", "no"]
    case .workCategory: WorkCategory.words
    case .location: FilingLocation.words
    case .filedBy: Filer.words
    case .role, .beside: Role.words
    case .maritalStatus: MaritalStatus.words
    case .highestDegree: EducationLevel.words
    case .degreeOrigin: DegreeOrigin.words
    case .entryVisa, .holds, .ended: PermitKind.words
    case .employerKind: EmployerKind.words
    case .basis: WorkBasis.words
    case .caseCircumstances: CaseCircumstance.words
    case .personCircumstances: PersonCircumstance.words
    default: nil
    }
  }

  /// A word that it may equal, in words; codes stand for themselves.
  package func label(of word: String) -> BilingualText {
    let known: BilingualText? =
      switch self {
      case _ where type == .flag: word == "yes" ? .init("是", "yes") : .init("否", "no")
      case .workCategory: WorkCategory(word: word)?.label
      case .basis: WorkBasis(word: word)?.label
      case .location: FilingLocation(word: word)?.label
      case .filedBy: Filer(word: word)?.label
      case .role, .beside: Role(word: word)?.label
      case .maritalStatus: MaritalStatus(word: word)?.label
      case .highestDegree: EducationLevel(word: word)?.label
      case .degreeOrigin: DegreeOrigin(word: word)?.label
      case .entryVisa, .holds, .ended: PermitKind(word: word)?.label
      case .employerKind: EmployerKind(word: word)?.label
      case .caseCircumstances: CaseCircumstance(word: word)?.label
      case .personCircumstances: PersonCircumstance(word: word)?.label
      default: nil
      }
    return known ?? .init(word, word)
  }

  package var label: BilingualText {
    switch self {
    case .workCategory: .init("外国人工作许可类别（A、B、C）", "the category of the work permit (A, B, C)")
    case .basis: .init("认定类别所依据的条件", "the condition that the category rests on")
    case .location: .init("申请时在境外还是境内", "whether the person is abroad or in China when filing")
    case .permitMonths: .init("申请的许可月数", "the months of permit asked for")
    case .filedBy: .init("由谁递交", "who files")
    case .online: .init("是否网上办理", "whether it is filed online")
    case .caseCircumstances: .init("本次申请的特别情形", "the circumstances of the case")
    case .age: .init("年龄", "the age")
    case .role: .init("与申请人的关系", "the relation to the applicant")
    case .beside: .init("材料中的其他人", "who else is in the dossier")
    case .applies: .init("是否随同一并申请", "whether the person applies along")
    case .nationality: .init("国籍", "the nationality")
    case .formerChinese: .init("是否曾有中国国籍", "whether the person was ever a Chinese citizen")
    case .chineseOrigin: .init("是否为外籍华人", "whether the person is of Chinese origin")
    case .maritalStatus: .init("婚姻状况", "the marital status")
    case .permanentResident:
      .init("是否已有在华永久居留", "whether the person already holds permanent residence")
    case .highestDegree: .init("最高学历", "the highest level of education")
    case .degreeOrigin: .init("最高学历取得地", "where the highest degree was obtained")
    case .otherNameShown: .init("材料上是否出现其他姓名", "whether a paper shows another name")
    case .entryVisa: .init("最近入境所持签证", "the visa of the latest entry")
    case .holds: .init("现持签证或许可的种类", "the kinds of permit held")
    case .ended: .init("已到期的签证或许可的种类", "the kinds of permit that have ended")
    case .livedAbroad:
      .init("在中国以外居住过的国家和时间", "the countries lived in outside China, and when")
    case .personCircumstances: .init("本人的特别情形", "the person's circumstances")
    case .monthsPresent4y:
      .init("近4年在华居留的月数", "the months spent in China in the last 4 years")
    case .leastMonthsPresent3y:
      .init("近3年中在华最少一年的月数", "the months in China in the shortest of the last 3 years")
    case .leastMonthsPresent4y:
      .init("近4年中在华最少一年的月数", "the months in China in the shortest of the last 4 years")
    case .leastMonthsPresent5y:
      .init("近5年中在华最少一年的月数", "the months in China in the shortest of the last 5 years")
    case .yearsMarried: .init("结婚年数", "the years of marriage")
    case .points: .init("积分", "the points")
    case .salaryPercent:
      .init(
        "近4年工资占当年平均工资的最低百分比",
        "the lowest of the last 4 years' salaries, in percent of that year's average wage")
    case .taxPercent:
      .init(
        "近4年个人所得税占工资标准的最低百分比",
        "the lowest of the last 4 years' income tax, in percent of the salary standard")
    case .lowestSalary:
      .init("近4年工资最低一年的数额（元）", "the lowest of the last 4 years' salaries, in CNY")
    case .lowestTax:
      .init("近4年个人所得税最低一年的数额（元）", "the lowest of the last 4 years' income tax, in CNY")
    case .previousEmployerInChina:
      .init("此前是否在中国其他单位工作", "whether the person worked for another employer in China before")
    case .licenceNeeded:
      .init("岗位是否需要职业资格或行业批准", "whether the post needs a licence or sector approval")
    case .performance: .init("是否从事文艺体育演出", "whether the post is a performance")
    case .employerKind: .init("用人单位类型", "the kind of employer")
    case .employerOnFile:
      .init("单位是否已在出入境管理部门备案", "whether the employer is on file with the exit-entry authority")
    case .employerRegion: .init("用人单位注册地", "where the employer is registered")
    }
  }

  /// Where a dossier states it, as an element and attribute of `dossier.xsd`.
  package var stated: String {
    switch self {
    case .workCategory: "application/@work-category"
    case .basis: "application/@basis"
    case .location: "application/@location"
    case .permitMonths: "application/@permit-months"
    case .filedBy: "application/@filed-by"
    case .online: "application/@online"
    case .caseCircumstances: "application/@circumstances"
    case .personCircumstances: "person/@circumstances"
    case .monthsPresent4y, .leastMonthsPresent3y, .leastMonthsPresent4y, .leastMonthsPresent5y:
      "person/entry, person/exit"
    case .yearsMarried: "person/@married-on"
    case .points: "person/points"
    case .salaryPercent, .lowestSalary: "employer/pay/@salary"
    case .taxPercent, .lowestTax: "employer/pay/@tax"
    case .age: "person/@born"
    case .role, .beside: "person/@role"
    case .applies: "person/@applies"
    case .nationality: "person/@nationality"
    case .formerChinese: "person/@former-chinese"
    case .chineseOrigin: "person/@chinese-origin"
    case .maritalStatus: "person/@marital-status"
    case .permanentResident: "person/@permanent-resident"
    case .highestDegree: "person/education/@level"
    case .degreeOrigin: "person/education/@country"
    case .otherNameShown: "person/name"
    case .entryVisa: "person/entry/@visa"
    case .holds: "person/permit/@kind"
    case .ended: "person/permit/@expires"
    case .livedAbroad: "person/lived"
    case .previousEmployerInChina: "employer/employment/@previous-employer-in-china"
    case .licenceNeeded: "employer/employment/@licence-needed"
    case .performance: "employer/employment/@performance"
    case .employerKind: "employer/@kinds"
    case .employerOnFile: "employer/@on-file"
    case .employerRegion: "employer/@region"
    }
  }
}

/// The value of a fact in one dossier.
package enum FactValue: Hashable, Sendable {
  case unknown
  case number(Int)
  /// Positions in ``FactName/words``, as bits: one word, or several such as the kinds of an employer.
  case words(UInt32)
  /// A country's or a place's number.
  case code(Int32)

  /// A number, where it is known.
  init(_ number: Int?) { self = number.map(FactValue.number) ?? .unknown }

  /// A yes or a no.
  package init(_ flag: Stated<Bool>) {
    self = flag.known.map { .words($0 ? 1 : 2) } ?? .unknown
  }

  /// A word of a closed set that is the fact's own list.
  package init<Word: ListedWord>(_ word: Stated<Word>) {
    self = word.known.map { .words(1 << UInt32($0.rawValue)) } ?? .unknown
  }
}
