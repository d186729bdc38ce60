// SPDX-License-Identifier: Apache-2.0

/// Holds declared numbers against their own check digits and against the facts that they repeat.
///
/// A number whose digit fails is not compared any further: its one finding names what it will be compared with.
package struct NumberRule {
  private let examination: Examination
  private var findings: [Finding] = []

  /// Every fault, person by person and then employer by employer.
  package static func findings(in examination: Examination) -> [Finding] {
    var rule = NumberRule(examination: examination)
    for (index, person) in examination.dossier.persons.enumerated() {
      for passport in person.passports { rule.examine(passport, of: person, .person(index)) }
      rule.examineNumbers(of: person, .person(index))
    }
    rule.examineCreditCodes()
    return rule.findings
  }

  private init(examination: Examination) { self.examination = examination }

  private mutating func examine(_ passport: Passport, of person: Person, _ owner: Owner) {
    if let line = passport.zone.first {
      if let names = PassportNameLine(line) {
        compare(names, person, passport, owner)
        compareIssuer(names, passport, owner)
      } else {
        report(.zoneShape, owner, line, .init("第一行", "first line"), passport.sourcePlace)
      }
    }
    guard let line = passport.zone.second else { return }
    guard let data = PassportDataLine(line) else {
      return report(.zoneShape, owner, line, .init("第二行", "second line"), passport.sourcePlace)
    }
    var refuted: [PassportDataLine.Part] = []
    for part in PassportDataLine.Part.allCases {
      if case .refuted = data.digit(of: part) { refuted.append(part) }
    }
    // The digit for the whole line only tells something new when every other one holds.
    for part in refuted where part != .whole || refuted.count == 1 {
      guard case .refuted(let expected) = data.digit(of: part) else { continue }
      var finding = Finding(
        .zoneRefuted, owner: owner, seen: .text(String(data.printed(part))),
        expected: .text(String(expected)), limit: .words(part.label), at: passport.sourcePlace)
      // Typed again, it will be compared; what it will have to say is told at once.
      let declared: FindingValue? =
        switch part {
        case .number: .secret(passport.number)
        case .birth: person.born.known.map(FindingValue.date)
        case .expiry: passport.expires.known.map(FindingValue.date)
        case .personal, .whole: nil
        }
      finding.alternatives = declared.map { .list([$0]) }
      findings.append(finding)
    }
    if !refuted.contains(.number), !passport.number.isEmpty, !data.hasNumber(passport.number) {
      differ(
        .secret(data.number), .secret(passport.number), .init("护照号码", "Passport number"), passport,
        owner)
    }
    if !refuted.contains(.birth), let born = person.born.known,
      data.agrees(born, with: .birth) == false
    {
      differ(
        .text(data.birth), .date(born), .init("出生日期", "Date of birth"), passport, owner)
    }
    if !refuted.contains(.expiry), let expires = passport.expires.known,
      data.agrees(expires, with: .expiry) == false
    {
      differ(
        .text(data.expiry), .date(expires), .init("护照有效期", "Date of expiry"), passport, owner)
    }
    if let sex = person.sex.known, sex != .unspecified, !data.sex.isEmpty, data.sex != sex.word {
      differ(.text(data.sex), .text(sex.word), .init("性别", "Sex"), passport, owner)
    }
    // An earlier passport, or one of another state, rightly shows another nationality than the present one.
    if passport.current.known ?? true,
      let declared = passport.country.known ?? person.nationality.known,
      let printed = data.nationality,
      printed != declared, examination.tables.countries.contains(printed)
    {
      differ(
        .country(printed), .country(declared), .init("国籍", "Nationality"), passport, owner)
    }
  }

  // A name cut off at the end of the line is not compared.
  private mutating func compare(
    _ line: PassportNameLine, _ person: Person, _ passport: Passport, _ owner: Owner
  ) {
    guard passport.current.known ?? true, !line.mayBeCut,
      let own = person.names.first(where: { $0.kind == .passport }),
      // Most names are printed as declared, which is told faster than that two spellings are one name.
      !line.hasName(own.surname, own.given)
    else { return }
    let parts = line.parts
    let isTurned =
      !own.given.isEmpty && !own.surname.isEmpty
      && NameMatcher.parts(parts.surname) == NameMatcher.parts(own.given)
      && NameMatcher.parts(parts.given) == NameMatcher.parts(own.surname)
    if isTurned {
      return differ(
        .text(parts.surname), .text(own.surname), .init("姓", "Surname"), passport, owner)
    }
    if NameMatcher(person).matches(line.name) { return }
    let printed = NameMatcher.parts(line.name)
    if PassportZone.spellings(of: own.text).contains(where: { NameMatcher.parts($0) == printed }) {
      return
    }
    differ(.text(line.name), .text(own.text), .init("姓名", "Name"), passport, owner)
  }

  private mutating func compareIssuer(
    _ line: PassportNameLine, _ passport: Passport, _ owner: Owner
  ) {
    guard let declared = passport.country.known, let printed = line.issuer, printed != declared,
      examination.tables.countries.contains(printed)
    else { return }
    differ(.country(printed), .country(declared), .init("签发国", "Issuing state"), passport, owner)
  }

  private mutating func differ(
    _ seen: FindingValue, _ expected: FindingValue, _ label: BilingualText, _ passport: Passport,
    _ owner: Owner
  ) {
    findings.append(
      Finding(
        .zoneDiffers, owner: owner, seen: seen, expected: expected, limit: .words(label),
        at: passport.sourcePlace))
  }

  private mutating func report(
    _ kind: FindingKind, _ owner: Owner, _ line: String, _ which: BilingualText,
    _ place: SourcePlace
  ) {
    findings.append(
      Finding(
        kind, owner: owner, seen: .count(line.unicodeScalars.count), expected: .count(44),
        limit: .words(which), at: place))
  }

  private mutating func examineNumbers(of person: Person, _ owner: Owner) {
    for permit in person.permits where permit.kind.known == .permanentResidence {
      guard let number = permit.number.known else { continue }
      let card = BilingualText("永久居留身份证", "permanent residence card")
      guard let parsed = IdentityNumber(number), parsed.form != .citizen else {
        identity(
          number, card,
          .init(
            "9 开头的 18 位，或 3 个字母加 12 位数字",
            "18 characters beginning with 9, or three letters and twelve digits"),
          permit.sourcePlace, owner)
        continue
      }
      examine(parsed, number, card, person, permit.sourcePlace, owner)
    }
    guard let number = person.residentNumber.known else { return }
    let card = BilingualText("居民身份证", "resident identity card")
    guard let parsed = IdentityNumber(number), parsed.form == .citizen else {
      return identity(
        number, card, .init("18 位数字，末位可以是大写 X", "18 digits, the last of which may be a capital X"),
        person.sourcePlace, owner)
    }
    examine(parsed, number, card, person, person.sourcePlace, owner)
  }

  private mutating func examine(
    _ parsed: IdentityNumber, _ number: String, _ card: BilingualText, _ person: Person,
    _ place: SourcePlace, _ owner: Owner
  ) {
    if case .refuted(let expected) = parsed.check {
      return identity(
        number, card, .init("末位 \(expected)", "\(expected) as its last character"), place, owner)
    }
    guard let born = person.born.known, !parsed.agrees(with: born) else { return }
    var finding = Finding(
      .identityNumberDiffers, owner: owner, seen: .secret(number), expected: .date(born),
      limit: .words(card), at: place)
    // How earlier cards are made up is only reported, not published.
    if parsed.form == .earlierPermanentResident { finding.advise() }
    findings.append(finding)
  }

  private mutating func identity(
    _ number: String, _ card: BilingualText, _ expected: BilingualText, _ place: SourcePlace,
    _ owner: Owner
  ) {
    findings.append(
      Finding(
        .identityNumberRefuted, owner: owner, seen: .secret(number), expected: .words(expected),
        limit: .words(card), at: place))
  }

  // Papers that repeat a declared code are held against it elsewhere; a code that only they state is tried here.
  private mutating func examineCreditCodes() {
    let employers = examination.dossier.employers
    var tried: Set<String> = []
    for index in employers.indices {
      guard let code = employers[index].uscc.known else { continue }
      // Most dossiers have one employer, which needs no set.
      if employers.count > 1, !tried.insert(code).inserted { continue }
      examine(code, .employer(index), employers[index].sourcePlace)
    }
    guard employers.indices.allSatisfy({ employers[$0].uscc.known == nil }) else { return }
    for stated in examination.dossier.statements where stated.field == .uscc {
      let code = examination.dossier.text(stated.value)
      if tried.insert(code).inserted { examine(code, .application, stated.sourcePlace) }
    }
  }

  private mutating func examine(_ code: String, _ owner: Owner, _ place: SourcePlace) {
    let fault = SocialCreditCode.fault(in: code)
    func finding(_ kind: FindingKind, _ expected: Character?) -> Finding {
      Finding(
        kind, owner: owner, seen: .text(code), expected: expected.map { .text(String($0)) },
        at: place)
    }
    switch fault {
    case nil: break
    case .shape: findings.append(finding(.creditCodeShape, nil))
    case .check(let expected): findings.append(finding(.creditCodeRefuted, expected))
    case .organisation(let expected):
      findings.append(finding(.organisationCodeRefuted, expected))
    }
  }
}
