// SPDX-License-Identifier: Apache-2.0

/// One person of a dossier.
package struct Person: Sendable {
  package var id = ""
  package var role: Stated<Role> = .absent
  package var sex: Stated<Sex> = .absent
  package var born: Stated<CalendarDate> = .absent
  package var nationality: Stated<Country> = .absent
  package var formerChinese: Stated<Bool> = .absent
  package var chineseOrigin: Stated<Bool> = .absent
  package var maritalStatus: Stated<MaritalStatus> = .absent
  package var married: Stated<CalendarDate> = .absent
  package var permanentResident: Stated<Bool> = .absent
  /// The identity number of a Chinese citizen.
  package var residentNumber: Stated<String> = .absent
  package var applies: Stated<Bool> = .absent
  package var circumstances: Stated<WordSet<PersonCircumstance>> = .absent
  package var names: [PersonName] = []
  package var passports: [Passport] = []
  package var permits: [Permit] = []
  package var entries: [Entry] = []
  package var exits: [Stated<CalendarDate>] = []
  package var lived: [LivedPeriod] = []
  package var education: [Education] = []
  package var occupations: [Occupation] = []
  package var claim: PointsClaim?
  /// Whether a talent recognition or a recommendation is declared.
  package var isRecognised = false
  package var sourcePlace = SourcePlace.start

  package init() {}

  /// Whether it may have lived where nothing says so: no stay is declared, or one whose country or beginning cannot be read.
  package var mayHaveLivedElsewhere: Bool {
    lived.isEmpty || lived.contains { $0.country.known == nil || $0.from.known == nil }
  }

  /// The passport in use: the first that is said to be current, or else the first that is not said to be none.
  package var currentPassport: Passport? {
    passports.first { $0.current.known == true } ?? passports.first { $0.current.known != false }
  }

  /// The name as in the passport, or the first name there is.
  package var displayName: String { Self.displayName(names, id: id) }

  static func displayName(_ names: [PersonName], id: String) -> String {
    let name = names.first { $0.kind == .passport } ?? names.first
    return name?.text ?? id
  }
}

/// Which name it is.
package enum NameKind: UInt8, ListedWord {
  case passport, chinese, former, other

  package static let words = [
    "passport", "chinese", "former", "other",
  ]

  package var label: BilingualText {
    switch self {
    case .passport: .init(zh: "护照姓名", en: "name in the passport")
    case .chinese: .init(zh: "中文姓名", en: "Chinese name")
    case .former: .init(zh: "曾用名", en: "former name")
    case .other: .init(zh: "其他姓名", en: "other name")
    }
  }
}

/// One name of a person.
package struct PersonName: Sendable {
  package var kind: NameKind?
  package var surname = ""
  package var given = ""
  package var full = ""

  package init() {}

  /// Surname first, as passports print it.
  package var text: String {
    if !full.isEmpty { return full }
    return given.isEmpty ? surname : surname.isEmpty ? given : "\(surname) \(given)"
  }
}

/// One passport.
package struct Passport: Sendable {
  package var number = ""
  package var country: Stated<Country> = .absent
  package var issued: Stated<CalendarDate> = .absent
  package var expires: Stated<CalendarDate> = .absent
  package var current: Stated<Bool> = .absent
  /// The lines of the machine-readable zone, as far as they are declared.
  package var zone: (first: String?, second: String?)
  package var sourcePlace = SourcePlace.start

  package init() {}
}

/// One visa, residence, stay or work permit.
package struct Permit: Sendable {
  package var kind: Stated<PermitKind> = .absent
  package var number: Stated<String> = .absent
  package var expires: Stated<CalendarDate> = .absent
  package var current: Stated<Bool> = .absent
  package var sourcePlace = SourcePlace.start

  package init() {}
}

/// One entry into China.
package struct Entry: Sendable {
  package var on: Stated<CalendarDate> = .absent
  package var visa: Stated<PermitKind> = .absent
  package var sourcePlace = SourcePlace.start

  package init() {}
}

/// A period lived in a country or region.
package struct LivedPeriod: Sendable {
  package var country: Stated<Country> = .absent
  package var from: Stated<CalendarMonth> = .absent
  package var until: Stated<CalendarMonth> = .absent
  package var sourcePlace = SourcePlace.start

  package init() {}
}

/// A level of education.
package struct Education: Sendable {
  package var level: Stated<EducationLevel> = .absent
  package var country: Stated<Country> = .absent
  package var from: Stated<CalendarMonth> = .absent
  package var until: Stated<CalendarMonth> = .absent
  package var awarded: Stated<CalendarDate> = .absent
  package var sourcePlace = SourcePlace.start

  package init() {}
}

/// A period of the CV.
package struct Occupation: Sendable {
  package var from: Stated<CalendarMonth> = .absent
  package var until: Stated<CalendarMonth> = .absent
  package var sourcePlace = SourcePlace.start

  package init() {}
}
