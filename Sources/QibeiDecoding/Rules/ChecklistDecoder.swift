// SPDX-License-Identifier: Apache-2.0
package import QibeiCore
internal import QibeiXML

/// Reads checklists and overlays; a fault anywhere refuses the file, with every fault named.
package struct ChecklistDecoder {
  private let kinds: SupplementKindTable

  /// A decoder for files that name kinds of supplement from this table.
  package init(kinds: SupplementKindTable) { self.kinds = kinds }

  /// Reads a checklist.
  ///
  /// - Throws: every fault in the file, with line and column.
  package func checklist(
    _ ruleText: RuleText, named name: String
  ) throws(ChecklistError) -> Checklist {
    let file = try RuleFile(
      ruleText, named: name, root: "checklist", vocabulary: RuleName.inChecklists)
    let root = file.root
    root.allow(
      [
        .category, .version, .inForceFrom, .inForceUntil, .decidedBy, .kind, .places,
        .grants,
      ],
      [
        .title, .authority, .summary, .confirm, .basis, .fee, .timeLimit,
        .photoStandard, .scanStandard, .criterion, .wrongDoor, .deadline, .agreement,
        .tolerance,
        .requirement,
      ])
    for name: RuleName in [.version, .inForceFrom, .decidedBy, .kind] { _ = root.required(name) }
    let source = RuleSource(
      id: root.required(.category), version: root.date(.version) ?? .unknown,
      digest: ruleText.digest,
      place: nil)
    let decoder = RequirementDecoder(kinds: kinds, bases: bases(in: root), source: source)
    let requirements = root.children(named: .requirement).compactMap(decoder.requirement)
    refuseTwins(in: root)
    for name: RuleName in [.title, .authority] where root.child(name) == nil {
      root.report(.init("缺少 <\(name.written)>", "<\(name.written)> is missing"))
    }
    var checklist = Checklist(
      source: source, kind: root.word(.kind, as: CategoryKind.self) ?? .permanentResidence,
      places: places(root), inForce: period(root),
      decidedBy: root.word(.decidedBy, as: DecidedBy.self) ?? .submission,
      title: decoder.words(root, .title) ?? .init("", ""),
      authority: decoder.words(root, .authority) ?? .init("", ""),
      summary: decoder.words(root, .summary), confirm: decoder.words(root, .confirm),
      bases: decoder.bases,
      fees: notes(root, .fee, [.amount], decoder),
      timeLimits: notes(root, .timeLimit, [], decoder),
      photoStandards: root.children(named: .photoStandard).map {
        PhotoStandardDecoder.standard($0, decoder)
      },
      scanStandards: root.children(named: .scanStandard).map {
        ScanStandardDecoder.standard($0, decoder)
      },
      criteria: root.children(named: .criterion).map { criterion($0, decoder) },
      wrongDoors: root.children(named: .wrongDoor).map { wrongDoor($0, decoder) },
      deadlines: root.children(named: .deadline).compactMap { deadline($0, decoder) },
      agreement: root.child(.agreement).map { agreement($0, decoder) },
      requirements: requirements)
    checklist.tolerance = root.child(.tolerance).flatMap { tolerance($0, decoder) }
    checklist.grants = decoder.kinds(root, .grants)
    try file.finish()
    return checklist
  }

  /// Reads an overlay; of a category that there is not, the caller says what to report.
  ///
  /// - Throws: every fault in the file, with line and column.
  package func overlay(
    _ ruleText: RuleText, named name: String,
    unknownCategory: (String) -> BilingualText?
  ) throws(ChecklistError) -> Overlay {
    let file = try RuleFile(
      ruleText, named: name, root: "overlay", vocabulary: RuleName.inChecklists)
    let root = file.root
    root.allow(
      [.place, .version, .inForceFrom, .inForceUntil], [.title, .category])
    let text = root.required(.place)
    for name: RuleName in [.version, .inForceFrom] { _ = root.required(name) }
    let place = Division(text)
    if place == nil {
      root.report(
        .init("“\(text)”不是六位地点代码", "“\(text)” is not a six-digit place code"), attribute: .place)
    }
    let source = RuleSource(
      id: text, version: root.date(.version) ?? .unknown, digest: ruleText.digest, place: place)
    let categories = root.children(named: .category).map { element in
      if !file.isProven, let fault = element[.id].flatMap(unknownCategory) {
        element.report(fault, attribute: .id)
      }
      return category(element, source)
    }
    let decoder = RequirementDecoder(kinds: kinds, bases: [], source: source)
    let overlay = Overlay(
      source: source, inForce: period(root), title: decoder.words(root, .title) ?? .init("", ""),
      categories: categories)
    try file.finish()
    return overlay
  }

  private func category(_ element: RuleElement, _ source: RuleSource) -> CategoryOverlay {
    element.allow(
      [.id],
      [
        .basis, .photoStandard, .tolerance, .criterion, .add, .change, .waive,
      ])
    let decoder = RequirementDecoder(kinds: kinds, bases: bases(in: element), source: source)
    let added = element.children(named: .add).flatMap { add -> [Requirement] in
      add.allow([], [.requirement])
      return add.children.compactMap(decoder.requirement)
    }
    let waivers = element.children(named: .waive).map { waive in
      waive.allow([.requirement, .basis], [.when])
      return Waiver(
        requirement: waive.required(.requirement),
        condition: waive.child(.when).map(ConditionDecoder.condition), source: source,
        bases: decoder.legalBases(waive, required: true))
    }
    var part = CategoryOverlay(
      category: element.required(.id),
      photoStandards: element.children(named: .photoStandard).map {
        PhotoStandardDecoder.standard($0, decoder)
      },
      criteria: element.children(named: .criterion).map { criterion($0, decoder) }, added: added,
      changes: element.children(named: .change).map(decoder.change), waivers: waivers)
    part.tolerance = element.child(.tolerance).flatMap { tolerance($0, decoder) }
    return part
  }

  private func places(_ root: RuleElement) -> [Division] {
    root.list(.places).compactMap { text in
      if let place = Division(text) { return place }
      root.report(
        .init("“\(text)”不是六位地点代码", "“\(text)” is not a six-digit place code"), attribute: .places)
      return nil
    }
  }

  private func period(_ root: RuleElement) -> EffectivePeriod {
    let from = root.date(.inForceFrom) ?? .unknown
    let until = root.date(.inForceUntil)
    if let until, until < from {
      root.report(
        .init("适用期的终日早于首日", "the last day in force lies before the first"),
        attribute: .inForceUntil)
    }
    return EffectivePeriod(from: from, until: until)
  }

  private func bases(in element: RuleElement) -> [LegalBasis] {
    var bases: [LegalBasis] = []
    for basis in element.children(named: .basis) {
      basis.allow([.id, .zh, .en, .article, .inForceFrom, .link, .evidence, .pageDate])
      let id = basis.required(.id)
      _ = basis.required(.evidence)
      let base = LegalBasis(
        id: id, instrument: basis.bilingual, article: basis[.article],
        inForceFrom: basis.date(.inForceFrom), link: basis[.link],
        evidence: basis.word(.evidence, as: Evidence.self) ?? .unverified,
        pageDate: basis.date(.pageDate))
      if bases.contains(where: { $0.id == id }) {
        basis.report(.init("依据“\(id)”写了两次", "the basis “\(id)” stands twice"), attribute: .id)
      } else {
        bases.append(base)
      }
    }
    return bases
  }

  private func notes(
    _ root: RuleElement, _ name: RuleName, _ extra: [RuleName], _ decoder: RequirementDecoder
  ) -> [ChecklistNote] {
    root.children(named: name).map { element in
      element.allow([.zh, .en, .basis] + extra)
      var text = element.bilingual
      for name in extra {
        guard let amount = element.count(name) else { continue }
        text = .init("\(text.zh)：\(amount) 元", "\(text.en): CNY \(amount)")
      }
      return ChecklistNote(
        id: nil, text: text, condition: nil,
        bases: decoder.legalBases(element, required: true))
    }
  }

  private func criterion(_ element: RuleElement, _ decoder: RequirementDecoder) -> ChecklistNote {
    element.allow([.id, .basis, .general], [.title, .when])
    return ChecklistNote(
      id: element.required(.id), text: decoder.words(element, .title) ?? .init("", ""),
      condition: element.child(.when).map(ConditionDecoder.condition),
      bases: decoder.legalBases(element, required: true),
      isGeneral: element.flag(.general) ?? false)
  }

  private func wrongDoor(_ element: RuleElement, _ decoder: RequirementDecoder) -> WrongDoor {
    element.allow([.id, .basis, .needsNoLicence], [.title, .when, .remedy])
    return WrongDoor(
      id: element.required(.id), title: decoder.words(element, .title) ?? .init("", ""),
      condition: element.child(.when).map(ConditionDecoder.condition) ?? .any([]),
      remedy: decoder.words(element, .remedy) ?? .init("", ""),
      needsNoLicence: element.word(.needsNoLicence, among: ["yes", "no"]) == "yes",
      bases: decoder.legalBases(element, required: true))
  }

  private func deadline(_ element: RuleElement, _ decoder: RequirementDecoder) -> Deadline? {
    element.allow([.id, .basis, .after, .before, .period], [.title, .remedy])
    let text = element.required(.period)
    let after = element.word(.after, as: Anchor.self)
    let before = element.word(.before, as: Anchor.self)
    guard let anchor = after ?? before, after == nil || before == nil,
      let period = CalendarPeriod(text)
    else {
      // A word that is none of the anchors has been told.
      let written = [element[.after], element[.before]].compactMap(\.self).count
      if written == 1, after == nil, before == nil, CalendarPeriod(text) != nil { return nil }
      element.report(
        .init(
          "期限须有 after 或 before 之一和 period（如 P30D）",
          "a deadline needs either after or before, and period (such as P30D)"))
      return nil
    }
    return Deadline(
      id: element.required(.id), title: decoder.words(element, .title) ?? .init("", ""),
      anchor: anchor, period: period, isBefore: before != nil,
      remedy: decoder.words(element, .remedy) ?? .init("", ""),
      bases: decoder.legalBases(element, required: true))
  }

  private func tolerance(_ element: RuleElement, _ decoder: RequirementDecoder) -> Tolerance? {
    element.allow([.workingDays, .basis], [.when])
    _ = element.required(.workingDays)
    guard let days = element.count(.workingDays), (1...200).contains(days) else {
      element.report(
        .init("working-days 须为 1 至 200", "working-days has to be 1 to 200"),
        attribute: .workingDays)
      return nil
    }
    return Tolerance(
      condition: element.child(.when).map(ConditionDecoder.condition), workingDays: days,
      bases: decoder.legalBases(element, required: true))
  }

  private func agreement(_ element: RuleElement, _ decoder: RequirementDecoder) -> Agreement {
    element.allow([.fields, .bridge, .except, .exceptEmployer, .basis], [.remedy])
    return Agreement(
      fields: element.words(.fields, as: Field.self), bridges: decoder.kinds(element, .bridge),
      except: decoder.kinds(element, .except),
      exceptEmployer: decoder.kinds(element, .exceptEmployer),
      remedy: decoder.words(element, .remedy) ?? .init("", ""),
      bases: decoder.legalBases(element, required: true))
  }

  private func refuseTwins(in root: RuleElement) {
    if root.file.isProven { return }
    for name: RuleName in [.id, .number] {
      var seen: Set<String> = []
      for element in root.children(named: .requirement) {
        if let value = element[name], !seen.insert(value).inserted {
          element.report(
            .init(
              "两项的 \(name.written) 都是“\(value)”",
              "two requirements have the \(name.written) “\(value)”"),
            attribute: name)
        }
      }
    }
  }
}

extension CalendarDate {
  // Stands in only where a missing or bad date has been reported, so that the file is refused anyway.
  static var unknown: CalendarDate { .distantPast }
}
