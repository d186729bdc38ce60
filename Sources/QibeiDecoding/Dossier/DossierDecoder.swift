// SPDX-License-Identifier: Apache-2.0
package import QibeiCore
package import QibeiXML

/// A value with everything that was wrong in reading it.
package struct Decoded<Value: Sendable>: Sendable {
  package var value: Value
  package var findings: [Finding]
}

/// Turns a document into a ``Dossier``: one bad value costs one finding, and the rest is still read.
///
/// It sees the document's tables through spans, which cost no reference counting at each of a thousand look-ups.
package struct DossierDecoder: ~Copyable, ~Escapable {
  let document: XMLDocument
  let elements: Span<XMLDocument.Element>
  let entries: Span<XMLDocument.Attribute>
  let bytes: Span<UInt8>
  let vocabulary: DossierVocabulary
  var findings: [Finding] = []
  var owners = IdentifierIndex()
  var dossier = Dossier()
  /// The number of the country found last; papers of one country follow each other.
  var latestCountry: Int32 = -1
  /// The same of the two languages found last.
  var latestTongues: (Int32, Int32) = (-1, -1)

  /// A reader of dossier files.
  ///
  /// - Parameter showsSource: as in ``XMLReader``.
  /// - Returns: one that is not for two threads at a time.
  /// - Throws: when libxml2 has no memory for a parser.
  package static func reader(showsSource: Bool = false) throws(XMLReadError) -> XMLReader {
    try XMLReader(
      root: DossierName.dossier.written, vocabulary: DossierName.vocabulary,
      showsSource: showsSource)
  }

  /// Positional XPaths into a dossier's document.
  package static func paths(_ document: XMLDocument) -> XMLPaths {
    XMLPaths(document, in: DossierName.vocabulary)
  }

  /// Reads everything that a document says.
  package static func decode(
    _ document: XMLDocument, _ vocabulary: DossierVocabulary
  ) -> Decoded<Dossier> {
    var decoder = DossierDecoder(document, vocabulary)
    decoder.decodeRoot()
    return decoder.finished()
  }

  @_lifetime(borrow document)
  private init(_ document: borrowing XMLDocument, _ vocabulary: DossierVocabulary) {
    self.document = copy document
    elements = document.elements.span
    entries = document.attributes.span
    bytes = document.values.span
    self.vocabulary = vocabulary
    dossier.values = document.values
    makeRoom()
  }

  // A list that grows is copied again and again, which a long dossier would feel.
  private mutating func makeRoom() {
    var (supplements, statements, files) = (0, 0, 0)
    for at in elements.indices {
      switch elements[at].name.index {
      case DossierName.supplement.rawValue: supplements += 1
      case DossierName.states.rawValue: statements += Int(elements[at].attributeCount)
      case DossierName.file.rawValue: files += 1
      default: break
      }
    }
    dossier.supplements.reserveCapacity(supplements)
    dossier.statements.reserveCapacity(statements)
    dossier.files.reserveCapacity(files)
  }

  private consuming func finished() -> Decoded<Dossier> {
    for at in findings.indices { settleSubject(of: at) }
    return Decoded(value: dossier, findings: findings)
  }

  // Whoever reads of a fault looks for the paper or the person, and the same fault in two papers is two.
  private mutating func settleSubject(of finding: Int) {
    guard findings[finding].supplement == nil, findings[finding].owner == .application else {
      return
    }
    var element = findings[finding].sourcePlace.element
    while element > 0 {
      switch elementName(Int(element)) {
      case .supplement:
        let papers = dossier.supplements
        guard let paper = Self.position(papers.count, element, { papers[$0].sourcePlace })
        else { return }
        findings[finding].supplement = Int32(paper)
        if papers[paper].owner != .nobody { findings[finding].owner = papers[paper].owner }
        return
      case .person:
        let persons = dossier.persons
        if let index = Self.position(persons.count, element, { persons[$0].sourcePlace }) {
          findings[finding].owner = .person(index)
        }
        return
      case .employer:
        let employers = dossier.employers
        if let index = Self.position(employers.count, element, { employers[$0].sourcePlace }) {
          findings[finding].owner = .employer(index)
        }
        return
      default: element = elements[Int(element)].parent
      }
    }
  }

  // What was read stands in the order of the document.
  private static func position(
    _ count: Int, _ element: Int32, _ place: (Int) -> SourcePlace
  ) -> Int? {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if place(middle).element < element { low = middle + 1 } else { high = middle }
    }
    return low < count && place(low).element == element ? low : nil
  }

  private mutating func decodeRoot() {
    for element in document.strayText {
      report(.strayText, at: Int(element), limit: nameOfElement(Int(element)))
    }
    for at in attributes(of: 0) {
      if name(at) == .id { dossier.id = identifier(at) } else { unknownAttribute(at, in: 0) }
    }
    // Persons and employers first: the rest may refer to them from anywhere.
    var supplements: Int?
    var application: Int?
    var order = -1
    var notices = 0
    for child in children(of: 0) {
      let name = elementName(child)
      switch name {
      case .application:
        if application == nil { application = child } else { repeated(child, in: 0) }
      case .person: decodePerson(child)
      case .employer: decodeEmployer(child)
      case .supplements:
        if supplements == nil { supplements = child } else { repeated(child, in: 0) }
      case .earlierNotice:
        notices += 1
        if notices > 1 { repeated(child, in: 0) } else { checkEarlierNotice(child) }
      default:
        unknownElement(child, in: 0)
        continue
      }
      checkOrder(child, in: .dossier, &order)
    }
    dossier.applicant = applicant
    resolveEmployments()
    if let application {
      decodeApplication(application)
    } else {
      missingElement(.application, in: 0)
    }
    dossier.supplementsPlace = inside(supplements ?? 0)
    if let supplements { decodeSupplements(supplements) }
    if dossier.persons.isEmpty { missingElement(.person, in: 0) }
    checkApplicants()
  }

  private var applicant: Int? {
    // By position: a person handed to a closure is a copy of all that is said of it.
    let declared = dossier.persons.indices.first { dossier.persons[$0].role.known == .applicant }
    if let declared { return declared }
    let unclear = dossier.persons.indices.filter { dossier.persons[$0].role.known == nil }
    return unclear.count == 1 ? unclear[0] : nil
  }

  private mutating func checkApplicants() {
    let persons = dossier.persons
    let count = persons.indices.count { persons[$0].role.known == .applicant }
    // A role that cannot be read has cost its own finding.
    let unreadable = persons.indices.contains { persons[$0].role.known == nil }
    if count > 1 || count == 0 && !unreadable && !dossier.persons.isEmpty {
      report(.applicantCount, at: 0, seen: .count(count))
    }
  }

  // It is there for people; which letter a dossier answers is told by the letter itself.
  private mutating func checkEarlierNotice(_ element: Int) {
    for at in attributes(of: element) {
      switch name(at) {
      case .number: checkText(at)
      case .on, .received: _ = date(at)
      default: unknownAttribute(at, in: element)
      }
    }
    finish(element)
  }
}
