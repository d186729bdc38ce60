// SPDX-License-Identifier: Apache-2.0

/// What a dossier declares about a person, to compare papers with.
struct DeclaredIdentity {
  private let dossier: Dossier
  private let person: Person
  private let displayName: String?
  private let employers: [Employer]
  private let employments: [Employment]
  /// What is declared, by field, as the bytes that most papers repeat.
  private var bytes: [[UInt8]?] = []

  init(person index: Int, in examination: Examination) {
    dossier = examination.dossier
    person = dossier.persons[index]
    displayName = person.names.isEmpty ? nil : person.displayName
    let own = examination.employments(of: index)
    employers = own.isEmpty ? dossier.employers : own.map(\.employer)
    employments = own.map(\.employment)
    bytes = Field.allCases.map { value(of: $0).map { Array($0.utf8) } }
  }

  init(employer index: Int, in examination: Examination) {
    dossier = examination.dossier
    person = Person()
    displayName = nil
    employers = [dossier.employers[index]]
    employments = []
    bytes = Field.allCases.map { value(of: $0).map { Array($0.utf8) } }
  }

  /// Whether a paper agrees; nil when nothing is declared to compare with.
  func agrees(_ stated: StatedField) -> Bool? {
    let (start, length) = (Int(stated.value.start), Int(stated.value.length))
    switch stated.field {
    case .born: return person.born.known.map { CalendarDate(dossier.values, start, length) == $0 }
    case .nationality:
      return person.nationality.known.map { Country(dossier.values, start, length) == $0 }
    default: break
    }
    guard let own = bytes[Int(stated.field.rawValue)] else { return nil }
    if dossier.equals(stated.value, own) { return true }
    let text = dossier.text(stated.value)
    switch stated.field {
    case .name: return NameMatcher(person).matches(text)
    case .employer:
      return employers.contains { employer in
        [employer.name.known, employer.englishName.known].contains {
          $0.map { same(.employer, $0, text) } ?? false
        }
      }
    case .position:
      return employments.contains {
        $0.position.known.map { same(.position, $0, text) } ?? false
      }
    case .permit:
      return person.permits.contains {
        $0.number.known.map { same(.permit, $0, text) } ?? false
      }
    case .level:
      return person.education.contains { $0.level.known?.word == text }
    default: return same(stated.field, String(decoding: own, as: UTF8.self), text)
    }
  }

  /// Whether a paper shows a former name or an earlier passport, which a bridging paper can explain.
  func isEarlier(_ stated: StatedField) -> Bool {
    let text = dossier.text(stated.value)
    return switch stated.field {
    case .name:
      person.names.contains {
        ($0.kind == .former || $0.kind == .other)
          && NameMatcher.parts($0.text) == NameMatcher.parts(text)
      }
    case .passport:
      person.passports.contains {
        $0.current.known == false && same(.passport, $0.number, text)
      }
    default: false
    }
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
    case .level: person.education.first?.level.known?.word
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

  /// Whether two values of a field are the same for people.
  func same(_ field: Field, _ left: String, _ right: String) -> Bool {
    left == right || key(field, left) == key(field, right)
  }

  private func folded(_ text: String) -> String {
    text.uppercased().filter { $0.isLetter || $0.isNumber }
  }
}
