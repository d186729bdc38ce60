// SPDX-License-Identifier: Apache-2.0
internal import QibeiCore
internal import QibeiXML

/// Walking the document's tables, and reporting what the schema does not have.
extension DossierDecoder {
  /// Positions of an element's attributes.
  func attributes(of element: Int) -> Range<Int> {
    let entry = elements[element]
    let first = Int(entry.firstAttribute)
    return first..<(first + Int(entry.attributeCount))
  }

  func name(_ attribute: Int) -> DossierName? { DossierName(entries[attribute].name) }

  func elementName(_ element: Int) -> DossierName? { DossierName(elements[element].name) }

  /// The element's children, in order.
  func children(of element: Int) -> ChildSequence {
    ChildSequence(
      elements: document.elements, upcoming: element + 1, end: Int(elements[element].end))
  }

  struct ChildSequence: Sequence, IteratorProtocol {
    let elements: [XMLDocument.Element]
    var upcoming: Int
    let end: Int

    mutating func next() -> Int? {
      guard upcoming < end else { return nil }
      defer { upcoming = Int(elements[upcoming].end) }
      return upcoming
    }
  }

  func place(_ element: Int) -> SourcePlace {
    SourcePlace(element: Int32(element), part: XMLPlace.tag)
  }

  func inside(_ element: Int) -> SourcePlace {
    SourcePlace(element: Int32(element), part: XMLPlace.inside)
  }

  /// The place of an attribute, by its position in the document.
  func place(ofAttribute attribute: Int, in element: Int) -> SourcePlace {
    SourcePlace(
      element: Int32(element),
      part: Int32(attribute) - elements[element].firstAttribute)
  }

  // Elements come in document order, and so do their first attributes.
  func owner(ofAttribute attribute: Int) -> Int {
    var low = 0
    var high = elements.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(elements[middle].firstAttribute) <= attribute {
        low = middle
      } else {
        high = middle
      }
    }
    return low
  }

  func place(ofAttribute attribute: Int) -> SourcePlace {
    place(ofAttribute: attribute, in: owner(ofAttribute: attribute))
  }

  func nameOfElement(_ element: Int) -> FindingValue {
    .text(document.text(of: elements[element].name, in: DossierName.vocabulary))
  }

  mutating func report(
    _ kind: FindingKind, at element: Int, seen: FindingValue? = nil, expected: FindingValue? = nil,
    limit: FindingValue? = nil, on: FindingValue? = nil
  ) {
    findings.append(
      Finding(kind, seen: seen, expected: expected, limit: limit, on: on, at: place(element)))
  }

  /// Reports a date that lies before the one it should follow.
  mutating func checkSequence(
    _ first: Stated<CalendarDate>, _ second: Stated<CalendarDate>, _ name: String, _ element: Int
  ) {
    guard case .value(let first) = first, case .value(let second) = second, second < first
    else { return }
    report(
      .datesReversed, at: element, seen: .date(second), expected: .date(first), limit: .text(name))
  }

  /// Reports a period of a history that ends before it begins.
  mutating func checkPeriod(
    _ from: Stated<CalendarMonth>, _ until: Stated<CalendarMonth>, _ element: Int
  ) {
    guard case .value(let from) = from, case .value(let until) = until, until < from
    else { return }
    report(
      .datesReversed, at: element, seen: .text(until.description),
      expected: .text(from.description), limit: .text(DossierName.until.written))
  }

  mutating func unknownElement(_ child: Int, in element: Int) {
    let known = elementName(element).map { DossierGrammar.of($0).children } ?? []
    let seen = document.text(of: elements[child].name, in: DossierName.vocabulary)
    report(
      .unknownElement, at: child, seen: .text(seen),
      expected: known.isEmpty
        ? .words(.init("（没有）", "(none)")) : .list(known.map { .text($0.written) }),
      limit: nameOfElement(element))
  }

  mutating func unknownAttribute(_ attribute: Int, in element: Int) {
    let entry = entries[attribute]
    let seen = document.text(of: entry.name, in: DossierName.vocabulary)
    // Schema hints for editors are nobody's business here, and are never followed.
    if seen.hasPrefix("xsi:") { return }
    let known = elementName(element).map { DossierGrammar.of($0).attributes } ?? []
    findings.append(
      Finding(
        .unknownAttribute, seen: .text(seen), expected: .list(known.map { .text($0.written) }),
        limit: nameOfElement(element), at: place(ofAttribute: attribute, in: element)))
  }

  mutating func missingElement(_ name: DossierName, in element: Int) {
    findings.append(
      Finding(
        .missingElement, expected: .text(name.written), limit: nameOfElement(element),
        at: inside(element)))
  }

  mutating func repeated(_ child: Int, in element: Int, most: Int = 1) {
    report(
      .repeatedElement, at: child, seen: nameOfElement(child), expected: .count(most),
      limit: nameOfElement(element))
  }

  /// Reports required attributes that an element lacks.
  mutating func require(_ element: Int) {
    guard let own = elementName(element) else { return }
    let required = DossierGrammar.required(own)
    var missing = (first: required.first >= 0, second: required.second >= 0)
    for at in attributes(of: element) {
      guard missing.first || missing.second else { return }
      let index = entries[at].name.index
      if index == required.first { missing.first = false }
      if index == required.second { missing.second = false }
    }
    if missing.first { reportMissing(required.first, in: element, own) }
    if missing.second { reportMissing(required.second, in: element, own) }
  }

  @inline(never)
  private mutating func reportMissing(_ name: Int32, in element: Int, _ own: DossierName) {
    let needed = DossierName.vocabulary.names[Int(name)]
    findings.append(
      Finding(
        .missingAttribute, expected: .text(needed), limit: .text(own.written),
        at: place(element)))
  }

  /// Reports children of an element that has none, and required attributes that it lacks.
  mutating func finish(_ element: Int) {
    if Int(elements[element].end) > element + 1 {
      for child in children(of: element) { unknownElement(child, in: element) }
    }
    require(element)
  }
}
