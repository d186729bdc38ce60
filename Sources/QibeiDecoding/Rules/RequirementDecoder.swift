// SPDX-License-Identifier: Apache-2.0
internal import QibeiCore

/// Reads requirements, their supplements and checks.
struct RequirementDecoder {
  let kinds: SupplementKindTable
  /// The legal bases that the file lists.
  let bases: [LegalBasis]
  let source: RuleSource

  func requirement(_ element: RuleElement) -> Requirement? {
    element.allow(
      [
        .id, .number, .for, .per, .longerThan, .class, .basis, .ifMissing,
        .ifDefective, .leadDays, .dataSharing,
      ],
      [.title, .when, .supplement, .anyOf, .allOf, .remedy, .issuedBy, .look, .reason])
    let id = element.required(.id)
    for name: RuleName in [.number, .for, .class] { _ = element.required(name) }
    let audience = element.word(.for, as: Audience.self)
    let supplementClass = element.word(.class, as: SupplementClass.self)
    let choice = choice(in: element)
    if choice == nil {
      element.report(
        .init(
          "“\(id)”没有写所需材料（supplement、any-of 或 all-of）",
          "“\(id)” asks for no supplement (supplement, any-of or all-of)"))
    }
    if element.child(.remedy) == nil {
      element.report(.init("“\(id)”没有补正方法（remedy）", "“\(id)” has no remedy"))
    }
    if element.child(.title) == nil {
      element.report(.init("“\(id)”没有名称（title）", "“\(id)” has no title"))
    }
    let legal = legalBases(element, required: true)
    guard let audience, let supplementClass, let choice, let number = element.count(.number)
    else { return nil }
    return Requirement(
      id: id, number: number, title: words(element, .title) ?? .init(id, id),
      audience: audience, countries: scope(element),
      condition: element.child(.when).map(ConditionDecoder.condition), choice: choice,
      remedy: words(element, .remedy) ?? .init("", ""), issuedBy: words(element, .issuedBy),
      look: words(element, .look), reason: words(element, .reason),
      supplementClass: supplementClass, bases: legal,
      ifMissing: disposition(element, .ifMissing),
      ifDefective: disposition(element, .ifDefective),
      leadDays: element.count(.leadDays), dataSharing: element.flag(.dataSharing) ?? false,
      origin: [source])
  }

  /// What an overlay writes over a requirement.
  func change(_ element: RuleElement) -> RequirementChange {
    element.allow(
      [.requirement, .basis, .leadDays, .dataSharing],
      [.title, .when, .supplement, .anyOf, .allOf, .remedy, .issuedBy, .look, .reason])
    var change = RequirementChange(
      requirement: element.required(.requirement), bases: legalBases(element, required: true))
    change.title = words(element, .title)
    change.condition = element.child(.when).map(ConditionDecoder.condition)
    change.choice = choice(in: element)
    change.remedy = words(element, .remedy)
    change.issuedBy = words(element, .issuedBy)
    change.look = words(element, .look)
    change.reason = words(element, .reason)
    change.leadDays = element.count(.leadDays)
    change.dataSharing = element.flag(.dataSharing)
    return change
  }

  func words(_ element: RuleElement, _ name: RuleName) -> BilingualText? {
    guard let child = element.child(name) else { return nil }
    child.allow([.zh, .en])
    return child.bilingual
  }

  /// The legal bases that an element names.
  ///
  /// Article 31 of the Administrative Licensing Law forbids asking for what has none.
  func legalBases(_ element: RuleElement, required: Bool) -> [LegalBasis] {
    let ids = element.list(.basis)
    if ids.isEmpty, required {
      element.report(
        .init(
          "<\(element.written)> 没有依据（basis）；《行政许可法》第三十一条不许索要无关材料",
          "<\(element.written)> has no legal basis (basis); art. 31 of the Administrative Licensing Law forbids unrelated demands"
        ))
    }
    return ids.compactMap { id in
      if let basis = bases.first(where: { $0.id == id }) { return basis }
      element.reportWord(id, bases.map(\.id).sorted(), attribute: .basis)
      return nil
    }
  }

  // The two that the engine alone gives are not for a checklist to choose.
  private func disposition(_ element: RuleElement, _ name: RuleName) -> Disposition? {
    guard let text = element[name] else { return nil }
    let allowed: [Disposition] = [.supplement, .fixNow, .deferrable, .look, .advise]
    if let chosen = Disposition(word: text), allowed.contains(chosen) { return chosen }
    element.reportWord(text, allowed.map(\.word), attribute: name)
    return nil
  }

  private func scope(_ element: RuleElement) -> CountryScope? {
    let longer = element[.longerThan].flatMap { text -> CalendarPeriod? in
      if let period = CalendarPeriod(text) { return period }
      element.report(
        .init("“\(text)”不是期限，请写成 P2Y 这样", "“\(text)” is not a period; write it as P2Y"),
        attribute: .longerThan)
      return nil
    }
    switch element.word(.per, among: ["country-lived", "nationality"]) {
    case "country-lived": return .lived(longerThan: longer)
    case "nationality": return .nationality
    default: return nil
    }
  }

  private func choice(in element: RuleElement) -> SupplementChoice? {
    let found = element.children.filter { [.supplement, .anyOf, .allOf].contains($0.name) }
    if found.count > 1 {
      found[1].report(
        .init(
          "只能写一个 supplement、any-of 或 all-of",
          "only one of supplement, any-of and all-of can stand here"))
    }
    return found.first.map(choice)
  }

  private func choice(_ element: RuleElement) -> SupplementChoice {
    if element.name == .supplement { return .one(demand(element)) }
    element.allow([], [.supplement, .anyOf, .allOf])
    let parts = element.children.map(choice)
    if parts.isEmpty {
      element.report(.init("<\(element.written)> 是空的", "<\(element.written)> is empty"))
    }
    return element.name == .anyOf ? .anyOf(parts) : .allOf(parts)
  }

  private static let partsOfDemand =
    [.when] + CheckCatalog.names.compactMap(RuleName.init(written:))

  private func demand(_ element: RuleElement) -> SupplementDemand {
    element.allow([.kind], Self.partsOfDemand)
    _ = element.required(.kind)
    return SupplementDemand(
      kinds: kinds(element, .kind),
      condition: element.child(.when).map(ConditionDecoder.condition),
      checks: element.children.compactMap(check))
  }

  func kinds(_ element: RuleElement, _ name: RuleName) -> [SupplementKind] {
    element.list(name).compactMap { id in
      if let kind = kinds[id] { return kind }
      element.reportWord(id, kinds.ids, attribute: name)
      return nil
    }
  }

  private func check(_ element: RuleElement) -> ConfiguredCheck? {
    guard let type = CheckCatalog.check(named: element.written) else { return nil }
    element.allow(
      type.description.parameters.compactMap { RuleName(written: $0.name) } + [.basis, .inJoint])
    let own = element[.basis] == nil ? nil : legalBases(element, required: true)
    do throws(CheckParameterError) {
      let parameters = CheckParameters(element.attributes)
      return ConfiguredCheck(
        check: try type.init(parameters), parameters: parameters, bases: own,
        onlyJoint: element.flag(.inJoint) ?? false)
    } catch {
      element.report(
        .init(
          "核验 <\(element.written)>：\(error.message.zh)",
          "check <\(element.written)>: \(error.message.en)"
        ),
        attribute: RuleName(written: error.parameter))
      return nil
    }
  }
}
