// SPDX-License-Identifier: Apache-2.0

/// What a dossier declares about a person, to compare papers with.
struct DeclaredIdentity {
  private let examination: Examination
  private let person: Person
  private let displayName: String?
  // Only a name that differs from the declared bytes needs it.
  private lazy var names = NameMatcher(person)
  private let employers: [Employer]
  private let employments: [Employment]
  // What is declared, one field behind the other, and where each stands; nothing for fields that are compared as days
  // and countries. Bytes are compared with bytes: a string would be counted for each of a hundred comparisons.
  private var bytes: [UInt8] = []
  private var runs: [Verbatim?] = []
  private var keys: [Field: Set<String>] = [:]
  private var earlier: [Field: Set<String>] = [:]

  init(person index: Int, in examination: Examination) {
    self.examination = examination
    person = examination.dossier.persons[index]
    displayName = person.names.isEmpty ? nil : person.displayName
    let own = examination.employmentPlaces(of: index)
    let all = examination.dossier.employers
    employers = own.isEmpty ? all : own.map { all[$0.employer] }
    employments = own.map { all[$0.employer].employments[$0.employment] }
    writeDown()
  }

  private mutating func writeDown() {
    runs.reserveCapacity(Self.fields.count)
    bytes.reserveCapacity(128)
    for field in Self.fields {
      let text = field == .born || field == .nationality ? nil : value(of: field)
      let start = bytes.count
      bytes += (text ?? "").utf8
      let length = Int32(bytes.count - start)
      runs.append(text == nil ? nil : Verbatim(start: Int32(start), length: length))
    }
  }

  private static let fields = Field.allCases

  init(employer index: Int, in examination: Examination) {
    self.examination = examination
    person = Person()
    displayName = nil
    employers = [examination.dossier.employers[index]]
    employments = []
    writeDown()
  }

  /// Whether a paper agrees.
  ///
  /// - Parameters:
  ///   - stated: what the paper states.
  ///   - values: the dossier's ``Dossier/values``.
  /// - Returns: nil when nothing is declared to compare with.
  mutating func agrees(_ stated: StatedField, in values: [UInt8]) -> Bool? {
    let (start, length) = (Int(stated.value.start), Int(stated.value.length))
    switch stated.field {
    case .born:
      guard let born = person.born.known else { return nil }
      return CalendarDate(values.span, start, length) == born
    case .nationality:
      guard let nationality = person.nationality.known else { return nil }
      return Country(values.span, start, length) == nationality
    case .level:
      let levels = person.education.compactMap(\.level.known)
      if levels.isEmpty || levels.count < person.education.count { return nil }
      return levels.contains { Dossier.equals(values, stated.value, $0.word) }
    default: break
    }
    guard let own = runs[Int(stated.field.rawValue)]?.range else { return nil }
    if Self.equal(values.span.extracting(stated.value.range), bytes.span.extracting(own)) {
      return true
    }
    let text = examination.dossier.text(stated.value)
    if stated.field == .name { return names.matches(text) }
    return keys(of: stated.field).contains(key(stated.field, text))
  }

  private static func equal(_ one: Span<UInt8>, _ other: Span<UInt8>) -> Bool {
    guard one.count == other.count else { return false }
    for at in one.indices where one[at] != other[at] { return false }
    return true
  }

  // Most papers repeat the bytes declared, so the spellings are gathered only when one does not.
  private mutating func keys(of field: Field) -> Set<String> {
    if let known = keys[field] { return known }
    let values: [String?] =
      switch field {
      case .employer: employers.flatMap { [$0.name.known, $0.englishName.known] }
      case .uscc: employers.map(\.uscc.known)
      case .position: employments.map(\.position.known)
      case .permit: person.permits.map(\.number.known)
      case .level: person.education.map { $0.level.known?.word }
      case .name, .born, .sex, .nationality, .passport: [value(of: field)]
      }
    let found = Set(values.compactMap { $0.map { key(field, $0) } })
    keys[field] = found
    return found
  }

  /// Whether a paper shows a former name or an earlier passport, which a bridging paper can explain.
  mutating func isEarlier(_ stated: StatedField) -> Bool {
    guard stated.field == .name || stated.field == .passport else { return false }
    return earlierKeys(of: stated.field).contains(
      key(stated.field, examination.dossier.text(stated.value)))
  }

  private mutating func earlierKeys(of field: Field) -> Set<String> {
    if let known = earlier[field] { return known }
    let values =
      field == .name
      ? person.names.filter { $0.kind == .former || $0.kind == .other }.map(\.text)
      : person.passports.filter { $0.current.known == false }.map(\.number)
    let found = Set(values.map { key(field, $0) })
    earlier[field] = found
    return found
  }

  /// What is declared, as one text.
  func value(of field: Field) -> String? {
    switch field {
    case .name: displayName
    case .born: person.born.known?.description
    case .sex: person.sex.known?.word
    case .nationality: person.nationality.known?.description
    case .passport: person.currentPassport?.number
    case .employer: employers.first?.name.known ?? employers.first?.englishName.known
    case .uscc: employers.first?.uscc.known
    case .position: employments.first?.position.known
    case .permit: person.permits.first { $0.kind.known == .workPermit }?.number.known
    case .level: examination.highestEducation(of: person)?.level.known?.word
    }
  }

  /// A spelling by which equal values of a field are found together.
  func key(_ field: Field, _ text: String) -> String {
    switch field {
    case .name: NameMatcher.parts(text).joined(separator: " ")
    case .passport, .permit, .uscc, .employer, .position: folded(text)
    case .born, .sex, .nationality, .level: text
    }
  }

  private func folded(_ text: String) -> String {
    text.uppercased().filter { $0.isLetter || $0.isNumber }
  }
}
