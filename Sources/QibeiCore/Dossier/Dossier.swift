// SPDX-License-Identifier: Apache-2.0

/// What one dossier says, as typed values; see `schemas/dossier.xsd` for the meaning of each.
package struct Dossier: Sendable {
  /// What its writer calls it; nil where it has no name.
  package var id: Verbatim?
  package var application = Application()
  package var persons: [Person] = []
  package var employers: [Employer] = []
  package var supplements: [Supplement] = []
  /// Authentications, statements and files of all supplements, in the order of the file.
  package var authentications: [Authentication] = []
  package var statements: [StatedField] = []
  package var files: [EvidenceFile] = []
  /// The bytes in UTF-8 that every ``Verbatim`` is a run of.
  package var values: [UInt8] = []
  /// The applicant's position in `persons`; the only one it can be where no role can be read.
  package var applicant: Int?
  /// Where a missing supplement should have stood.
  package var supplementsPlace = SourcePlace.start

  package init() {}

  /// A run of the file as text.
  package func text(_ run: Verbatim) -> String {
    String(decoding: values[run.range], as: UTF8.self)
  }

  /// Whether a run of the file has the bytes of a text.
  package func equals(_ run: Verbatim, _ text: String) -> Bool {
    Self.equals(values, run, text)
  }

  /// The same for whoever has the bytes alone at hand, which costs no copy of the rest.
  static func equals(_ values: [UInt8], _ run: Verbatim, _ text: String) -> Bool {
    guard Int(run.length) == text.utf8.count else { return false }
    let (bytes, own) = (text.utf8.span, values.span.extracting(run.range))
    for at in own.indices where own[at] != bytes[at] { return false }
    return true
  }
}

/// One of the two procedures of a joint dossier.
package struct Limb: Sendable {
  package var category: String
  /// Months asked for in this procedure, where they differ from the application's.
  package var permitMonths: Stated<Int> = .absent
  package var sourcePlace: SourcePlace

  package init(category: String, sourcePlace: SourcePlace) {
    self.category = category
    self.sourcePlace = sourcePlace
  }
}

/// The matter, the place and the dates.
package struct Application: Sendable {
  package var categories: [String] = []
  /// The two procedures of a joint dossier; empty otherwise.
  package var limbs: [Limb] = []
  package var place: Stated<Division> = .absent
  package var submission: Stated<CalendarDate> = .absent
  package var acceptance: Stated<CalendarDate> = .absent
  package var workCategory: Stated<WorkCategory> = .absent
  package var basis: Stated<WorkBasis> = .absent
  package var location: Stated<FilingLocation> = .absent
  package var permitMonths: Stated<Int> = .absent
  package var filedBy: Stated<Filer> = .absent
  package var online: Stated<Bool> = .absent
  package var circumstances: Stated<WordSet<CaseCircumstance>> = .absent
  package var confirmation: Confirmation?
  package var sourcePlace = SourcePlace.start

  package init() {}
}

/// The authority's word on which list applies, recorded by whoever asked.
package struct Confirmation: Sendable {
  package var by: Stated<String> = .absent
  package var on: Stated<CalendarDate> = .absent

  package init() {}
}

extension Dossier {
  /// The same dossier as if somebody else in it applied.
  package func applying(_ person: Int) -> Dossier {
    var other = self
    other.applicant = person
    return other
  }
}

/// An employer and whom it employs.
package struct Employer: Sendable {
  package var id = ""
  package var name: Stated<String> = .absent
  package var englishName: Stated<String> = .absent
  package var uscc: Stated<String> = .absent
  package var kinds: Stated<WordSet<EmployerKind>> = .absent
  package var region: Stated<Division> = .absent
  package var onFile: Stated<Bool> = .absent
  package var employments: [Employment] = []
  package var pay: [YearOfPay] = []
  package var sourcePlace = SourcePlace.start

  package init() {}
}

/// What an employer paid a person in one year, in CNY.
package struct YearOfPay: Sendable {
  /// Position in ``Dossier/persons``; nil when the dossier has no such person.
  package var person: Int?
  package var year: Stated<Int> = .absent
  package var salary: Stated<Int> = .absent
  /// Individual income tax.
  package var tax: Stated<Int> = .absent

  package init() {}
}

/// One person's employment with an employer.
package struct Employment: Sendable {
  /// Position in ``Dossier/persons``; nil when the dossier has no such person.
  package var person: Int?
  package var position: Stated<String> = .absent
  package var from: Stated<CalendarDate> = .absent
  package var until: Stated<CalendarDate> = .absent
  package var previousEmployerInChina: Stated<Bool> = .absent
  package var licenceNeeded: Stated<Bool> = .absent
  package var performance: Stated<Bool> = .absent
  package var sourcePlace = SourcePlace.start

  package init() {}
}
