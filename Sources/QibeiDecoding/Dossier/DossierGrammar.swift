// SPDX-License-Identifier: Apache-2.0

/// What each element of `dossier.xsd` may hold, for messages; a test holds it against the schema.
struct DossierGrammar {
  let attributes: [DossierName]
  let required: [DossierName]
  let children: [DossierName]

  private init(
    _ attributes: [DossierName], required: [DossierName] = [], children: [DossierName] = []
  ) {
    self.attributes = attributes
    self.required = required
    self.children = children
  }

  /// The one or two attributes that an element must have, as numbers of names; below zero where there are fewer.
  ///
  /// Looked up for every element, so kept apart.
  static func required(_ element: DossierName) -> (first: Int32, second: Int32) {
    requirements[Int(element.rawValue)]
  }

  private static let requirements = table.map { grammar in
    let required = grammar.required
    precondition(required.count <= 2, "no element needs more than two attributes")
    return (
      first: required.first?.rawValue ?? -1,
      second: required.count > 1 ? required[1].rawValue : -1
    )
  }

  /// Where a child stands in the sequence of an element's children; below zero where it is none of them.
  static func rank(of child: DossierName, in element: DossierName) -> Int {
    Int(ranks[Int(element.rawValue) * table.count + Int(child.rawValue)])
  }

  private static let ranks: [Int8] = {
    var ranks = [Int8](repeating: -1, count: table.count * table.count)
    for (element, grammar) in all {
      for (rank, child) in grammar.children.enumerated() {
        ranks[Int(element.rawValue) * table.count + Int(child.rawValue)] = Int8(rank)
      }
    }
    return ranks
  }()

  /// The rules of one element.
  static func of(_ element: DossierName) -> DossierGrammar { table[Int(element.rawValue)] }

  private static let table: [DossierGrammar] = {
    var table = [DossierGrammar](
      repeating: DossierGrammar([]), count: DossierName.allCases.count)
    for (element, grammar) in all { table[Int(element.rawValue)] = grammar }
    return table
  }()

  // Pairs, for a table that hashes costs more to make than to read.
  static let all: KeyValuePairs<DossierName, DossierGrammar> = [
    .dossier: DossierGrammar(
      [.id],
      children: [.application, .person, .employer, .supplements, .earlierNotice]),
    .application: DossierGrammar(
      [
        .category, .place, .submission, .acceptance, .workCategory, .basis, .location,
        .permitMonths, .filedBy, .online, .circumstances,
      ],
      children: [.limb, .agent, .confirmation]),
    .limb: DossierGrammar(
      [.category, .permitMonths],
      required: [.category]),
    .agent: DossierGrammar(
      [.name, .phone, .authorised],
      required: [.name]),
    .confirmation: DossierGrammar(
      [.by, .on, .reference],
      required: [.by, .on]),
    .person: DossierGrammar(
      [
        .id, .role, .sex, .born, .birthCountry, .nationality, .formerChinese, .chineseOrigin,
        .leftNationalityOn, .maritalStatus, .marriedOn, .divorcedOn, .permanentResident, .applies,
        .residentNumber, .circumstances,
      ],
      required: [.id, .role],
      children: [
        .name, .passport, .permit, .entry, .exit, .lived, .education, .occupation, .recognition,
        .recommendation, .points,
      ]),
    .name: DossierGrammar(
      [.kind, .surname, .given, .full],
      required: [.kind]),
    .passport: DossierGrammar(
      [.number, .country, .issued, .expires, .current, .mrz1, .mrz2],
      required: [.number]),
    .permit: DossierGrammar(
      [.kind, .number, .issued, .expires, .from, .place, .remark, .current],
      required: [.kind]),
    .entry: DossierGrammar(
      [.on, .port, .visa],
      required: [.on]),
    .exit: DossierGrammar(
      [.on, .port],
      required: [.on]),
    .lived: DossierGrammar(
      [.country, .from, .until],
      required: [.country, .from]),
    .education: DossierGrammar(
      [.level, .institution, .country, .field, .from, .until, .awarded, .verifiedBy],
      required: [.level]),
    .occupation: DossierGrammar(
      [.from, .until, .kind, .employer, .position, .country],
      required: [.from]),
    .recognition: DossierGrammar(
      [.kind, .by, .on, .number]),
    .recommendation: DossierGrammar(
      [.by, .byKind, .on],
      required: [.by]),
    .points: DossierGrammar(
      [.pay, .years, .months, .bonus, .certificate, .chinese, .place, .top]),
    .employer: DossierGrammar(
      [.id, .name, .englishName, .uscc, .kinds, .region, .address, .onFile],
      required: [.id],
      children: [.employment, .pay]),
    .employment: DossierGrammar(
      [.person, .position, .from, .until, .previousEmployerInChina, .licenceNeeded, .performance],
      required: [.person]),
    .pay: DossierGrammar(
      [.person, .year, .salary, .tax],
      required: [.person, .year]),
    .supplements: DossierGrammar(
      [],
      children: [.supplement]),
    .supplement: DossierGrammar(
      [
        .id, .kind, .`for`, .title, .issuer, .issuerKind, .country, .number, .issued, .expires,
        .language, .originals, .copies, .pages, .from, .until, .mentions, .status, .promisedBy,
        .limb, .decision,
      ],
      required: [.id, .kind],
      children: [.translation, .authentication, .notarisation, .seal, .signature, .states, .file]),
    .translation: DossierGrammar(
      [.language, .by, .translator, .sealedBy, .on]),
    .authentication: DossierGrammar(
      [.kind, .authority, .body, .country, .number, .on],
      required: [.kind]),
    .notarisation: DossierGrammar(
      [.by, .number, .on]),
    .seal: DossierGrammar(
      [.of, .text],
      required: [.of]),
    .signature: DossierGrammar(
      [.by, .on],
      required: [.by]),
    .states: DossierGrammar(
      [.name, .born, .sex, .nationality, .passport, .employer, .uscc, .position, .permit, .level]),
    .file: DossierGrammar(
      [.path, .type, .sha256, .pages],
      required: [.path]),
    .earlierNotice: DossierGrammar(
      [.number, .on, .received],
      required: [.number]),
  ]
}
