// SPDX-License-Identifier: Apache-2.0

extension FindingKind {
  private static func conflict(_ code: String, _ tag: BilingualText, _ meaning: BilingualText)
    -> FindingKind
  {
    FindingKind(
      code, .supplement, tag: tag, meaning: meaning,
      message: .init(
        "{seen}与其余材料不一致：{limit}。其余写的是{expected}",
        "{seen} differs from the rest: {limit}. The rest has {expected}"),
      remedy: .init(
        "请核对哪一方正确（不作推测），再改正所列材料，或附上说明差异的证明。{on}",
        "Find out which side is right (nothing is guessed here), then correct the papers named, or add proof that explains the difference. {on}"
      ))
  }

  static let nameConflict = conflict(
    "QB4101", .init("姓名不符", "name differs"), .init("各文书上的姓名不一致。", "Papers show different names."))
  static let birthConflict = conflict(
    "QB4102", .init("生日不符", "birth differs"),
    .init("各文书上的出生日期不一致。", "Papers show different dates of birth."))
  static let sexConflict = conflict(
    "QB4103", .init("性别不符", "sex differs"), .init("各文书上的性别不一致。", "Papers show different sexes."))
  static let nationalityConflict = conflict(
    "QB4104", .init("国籍不符", "nationality differs"),
    .init("各文书上的国籍不一致。", "Papers show different nationalities."))
  static let passportConflict = conflict(
    "QB4203", .init("护照号不符", "passport differs"),
    .init("文书上的护照号码不是现用护照的号码。", "Papers show a passport number that is not the current passport's.")
  )
  static let employerConflict = conflict(
    "QB4301", .init("单位不符", "employer differs"),
    .init("各文书上的用人单位不一致。", "Papers show different employers."))
  static let usccConflict = conflict(
    "QB4302", .init("信用代码不符", "USCC differs"),
    .init("各文书上的统一社会信用代码不一致。", "Papers show different Unified Social Credit Codes."))
  static let positionConflict = conflict(
    "QB4303", .init("职务不符", "position differs"),
    .init("各文书上的职务不一致。", "Papers show different positions."))
  static let permitConflict = conflict(
    "QB4304", .init("许可号不符", "permit differs"),
    .init("各文书上的许可号码不一致。", "Papers show different permit numbers."))
  static let levelConflict = conflict(
    "QB4305", .init("学历不符", "education differs"),
    .init("各文书上的学历层次不一致。", "Papers show different levels of education."))

  /// The kinds of conflict, in the order of ``Field``.
  package static let conflicts: [FindingKind] = Field.allCases.map(conflictKind)

  static func conflictKind(of field: Field) -> FindingKind {
    switch field {
    case .name: nameConflict
    case .born: birthConflict
    case .sex: sexConflict
    case .nationality: nationalityConflict
    case .passport: passportConflict
    case .employer: employerConflict
    case .uscc: usccConflict
    case .position: positionConflict
    case .permit: permitConflict
    case .level: levelConflict
    }
  }
}

/// Compares what papers state with each other and with what the dossier declares.
///
/// One conflict is one finding: it names the smallest set of papers to change, and never which side is true.
struct AgreementRule {
  private let agreement: Agreement
  private let examination: Examination

  init(_ agreement: Agreement, in examination: Examination) {
    self.agreement = agreement
    self.examination = examination
  }

  func findings() -> [Finding] {
    var found: [Finding] = []
    for index in examination.dossier.persons.indices {
      found += findings(
        for: .person(index), examination.dossier.persons[index].sourcePlace
      ) {
        DeclaredIdentity(person: index, in: examination)
      }
    }
    for index in examination.dossier.employers.indices {
      found += findings(
        for: .employer(index), examination.dossier.employers[index].sourcePlace
      ) {
        DeclaredIdentity(employer: index, in: examination)
      }
    }
    return found
  }

  // What a former employer's letter, or a headquarters', rightly says otherwise.
  private static let ofEmployment: [Field] = [.employer, .uscc, .position, .permit]

  private struct Claim {
    let paper: Int32
    let value: String
    let place: SourcePlace
  }

  private func findings(
    for owner: Owner, _ declaration: SourcePlace, _ identity: () -> DeclaredIdentity
  ) -> [Finding] {
    let papers = examination.papers(of: owner)
    guard !papers.isEmpty else { return [] }
    var declared = identity()
    let bridges = bridges(among: papers, declared)
    var claims: [Field: [Claim]] = [:]
    var agreeing = [Int](repeating: 0, count: Field.words.count)
    let values = examination.dossier.values
    for paper in papers {
      let kind = examination.dossier.supplements[Int(paper)].kind.known
      if let kind, agreement.except.contains(kind) { continue }
      if examination.isAboutRelative(paper) { continue }
      let isOfOtherEmployer = kind.map(agreement.exceptEmployer.contains) ?? false
      for position in examination.dossier.supplements[Int(paper)].statements {
        let stated = examination.dossier.statements[position]
        guard agreement.fields.contains(stated.field),
          !isOfOtherEmployer || !Self.ofEmployment.contains(stated.field)
        else { continue }
        if declared.agrees(stated, in: values) == true {
          agreeing[Int(stated.field.rawValue)] += 1
          continue
        }
        if bridges.explain(stated, &declared, examination.dossier) { continue }
        claims[stated.field, default: []].append(
          Claim(
            paper: paper, value: examination.dossier.text(stated.value), place: stated.sourcePlace))
      }
    }
    if claims.isEmpty { return [] }
    return agreement.fields.compactMap { field in
      claims[field].flatMap {
        finding(field, $0, agreeing[Int(field.rawValue)], declared, owner, declaration)
      }
    }
  }

  /// What papers that explain a difference, such as proof of a change of name, cover.
  private struct Bridges {
    var exist = false
    var values: [Field: Set<String>] = [:]

    // A former name or an earlier passport is explained by any bridge, another value by one that states it.
    func explain(
      _ stated: StatedField, _ declared: inout DeclaredIdentity, _ dossier: Dossier
    ) -> Bool {
      guard exist else { return false }
      let key = declared.key(stated.field, dossier.text(stated.value))
      return declared.isEarlier(stated) || values[stated.field]?.contains(key) ?? false
    }
  }

  private func bridges(among papers: ArraySlice<Int32>, _ declared: DeclaredIdentity) -> Bridges {
    var bridges = Bridges()
    for paper in papers {
      guard let kind = examination.dossier.supplements[Int(paper)].kind.known,
        agreement.bridges.contains(kind)
      else { continue }
      bridges.exist = true
      let supplement = examination.dossier.supplements[Int(paper)]
      for stated in examination.dossier.statements[supplement.statements] {
        let key = declared.key(stated.field, examination.dossier.text(stated.value))
        bridges.values[stated.field, default: []].insert(key)
      }
    }
    return bridges
  }

  // Papers that agree with the declaration stand on its side; the larger side is what the rest has.
  private func finding(
    _ field: Field, _ claims: [Claim], _ agreeing: Int, _ declared: DeclaredIdentity,
    _ owner: Owner, _ declaration: SourcePlace
  ) -> Finding? {
    var groups: [(value: String, papers: [Claim])] = []
    var positions: [String: Int] = [:]
    for claim in claims {
      let key = declared.key(field, claim.value)
      if let at = positions[key] {
        groups[at].papers.append(claim)
      } else {
        positions[key] = groups.count
        groups.append((claim.value, [claim]))
      }
    }
    let own = declared.value(of: field)
    if own == nil, groups.count == 1 { return nil }
    let largest = groups.indices.max { groups[$0].papers.count < groups[$1].papers.count } ?? 0
    let declaredSide = agreeing + (own == nil ? 0 : 1)
    let declaredWins = own != nil && declaredSide >= groups[largest].papers.count
    let toChange = groups.indices.filter { declaredWins || $0 != largest }.flatMap {
      groups[$0].papers
    }
    let expected = declaredWins ? own ?? "" : groups[largest].value
    var seen = toChange.map { value(field, $0.value) }
    if !declaredWins, let own { seen.append(value(field, own)) }
    var finding = Finding(
      .conflictKind(of: field), owner: owner, supplement: toChange.first?.paper,
      seen: papers(toChange, includingDeclaration: !declaredWins && own != nil),
      expected: value(field, expected), limit: .list(seen), on: .words(agreement.remedy),
      at: toChange.first?.place ?? declaration)
    finding.bases = agreement.bases
    if !agreement.bases.contains(where: \.evidence.binds) { finding.advise() }
    return finding
  }

  private func papers(_ claims: [Claim], includingDeclaration: Bool) -> FindingValue {
    let papers = FindingValue.papers(claims.map(\.paper))
    guard includingDeclaration else { return papers }
    let own = FindingValue.words(.init("材料文件所申报的内容", "what the dossier declares"))
    return claims.isEmpty ? own : .list([papers, own])
  }

  private func value(_ field: Field, _ text: String) -> FindingValue {
    field == .passport || field == .permit ? .secret(text) : .text(text)
  }
}
