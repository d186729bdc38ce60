// SPDX-License-Identifier: Apache-2.0
internal import QibeiCore

/// Writes a drafted dossier as the XML that an applicant would hand in; everybody in it is invented.
struct DossierWriter {
  private let dossier: DraftedDossier
  private let facts: DraftFacts

  init(_ dossier: DraftedDossier) {
    self.dossier = dossier
    facts = dossier.facts
  }

  private static let company = "无锡试样科技有限公司"
  private static let uscc = "91320200MA1T2D8E7M"

  var text: String {
    var text = """
      <?xml version="1.0" encoding="UTF-8"?>
      <dossier xmlns="urn:qibei:dossier:1">

      """
    text += application
    for (index, subject) in dossier.subjects.enumerated() { text += person(index, subject) }
    text += employer + "<supplements>\n"
    for paper in dossier.papers { text += supplement(paper) }
    return text + "</supplements>\n</dossier>\n"
  }

  private func word(_ name: FactName, _ subject: DraftSubject = .shared) -> String {
    facts.undeclared.contains(name) ? "" : facts[name, subject].words.joined(separator: " ")
  }

  private var application: String {
    let setting = dossier.setting
    var attributes: [(String, String?)] = [
      ("category", dossier.category), ("place", dossier.place?.description),
      ("submission", "\(setting.submission)"), ("acceptance", "\(setting.acceptance)"),
    ]
    if facts.kind != .permanentResidence {
      attributes += [
        ("work-category", word(.workCategory)), ("basis", word(.basis)),
        ("location", word(.location)),
        (
          "permit-months",
          facts.undeclared.contains(.permitMonths)
            ? nil : facts[.permitMonths, .shared].number.map(String.init)
        ),
      ]
    }
    attributes += [
      ("filed-by", word(.filedBy)), ("online", word(.online)),
      ("circumstances", word(.caseCircumstances)),
    ]
    let confirmation =
      dossier.isConfirmed
      ? element("confirmation", [("by", "受理窗口"), ("on", "\(setting.submission)")]) : ""
    return element("application", attributes, confirmation)
  }

  private func person(_ index: Int, _ subject: DraftSubject) -> String {
    let degree = word(.highestDegree, subject)
    let degreeCountry =
      switch word(.degreeOrigin, subject) {
      case "mainland": "CHN"
      case "hk-mo-tw": "HKG"
      default: "SGP"
      }
    let born = born(subject)
    var inner = element("name", [("kind", "passport"), ("full", name(subject))])
    if word(.otherNameShown, subject) == "yes" {
      inner += element("name", [("kind", "former"), ("full", "OTHER \(name(subject))")])
    }
    inner += element("passport", [("number", passport(subject)), ("current", "yes")])
    let ended = facts[.ended, subject].words
    for held in facts[.holds, subject].words where !ended.contains(held) {
      inner += permit(held, index, until: dossier.setting.submission.adding(months: 60))
    }
    for kind in ended where !facts.undeclared.contains(.ended) {
      inner += permit(kind, index, until: dossier.setting.submission.adding(days: -1))
    }
    inner += element(
      "entry", [("on", "\(dossier.setting.entry)"), ("visa", word(.entryVisa, subject))])
    let lived = word(.livedAbroad, subject) == "yes" ? "SGP" : "CHN"
    inner += element("lived", [("country", lived), ("from", month(born))])
    inner += element(
      "education",
      [
        ("level", degree), ("country", degreeCountry), ("from", month(born.adding(months: 144))),
        ("until", month(born.adding(months: 144))),
      ])
    inner += history(born)
    return element(
      "person",
      [
        ("id", "p\(index + 1)"), ("role", word(.role, subject)),
        ("sex", subject == .spouse ? "M" : "F"), ("born", "\(born)"),
        ("nationality", word(.nationality, subject)),
        ("former-chinese", word(.formerChinese, subject)),
        ("chinese-origin", word(.chineseOrigin, subject)),
        ("marital-status", word(.maritalStatus, subject)),
        ("permanent-resident", word(.permanentResident, subject)),
        ("applies", subject == .applicant ? nil : word(.applies, subject)),
        ("circumstances", word(.personCircumstances, subject)),
      ], inner)
  }

  private func permit(_ kind: String, _ index: Int, until day: CalendarDate) -> String {
    // Permits whose ends nobody states are neither held for certain nor ended.
    let expires = facts.undeclared.contains(.ended) ? nil : "\(day)"
    return element(
      "permit",
      [
        ("kind", kind), ("number", "F26320200\(index)"), ("expires", expires),
        ("current", "yes"),
      ])
  }

  // Half a year past the birthday, so that no count of days moves the age.
  private func born(_ subject: DraftSubject) -> CalendarDate {
    let age = facts[.age, subject].number ?? 36
    return dossier.setting.submission.adding(months: -12 * age - 6)
  }

  private func history(_ born: CalendarDate) -> String {
    let start = born.adding(months: 145)
    guard dossier.hasGap else { return element("occupation", [("from", month(start))]) }
    let submission = dossier.setting.submission
    let last = submission.adding(months: -36)
    // Who is young has nothing before the gap.
    let before =
      start <= last ? element("occupation", [("from", month(start)), ("until", month(last))]) : ""
    return before + element("occupation", [("from", month(submission.adding(months: -8)))])
  }

  private var employer: String {
    let employments = dossier.subjects.prefix(1).map { _ in
      element(
        "employment",
        [
          ("person", "p1"), ("position", "工程师"),
          ("previous-employer-in-china", word(.previousEmployerInChina)),
          ("licence-needed", word(.licenceNeeded)), ("performance", word(.performance)),
        ])
    }
    return element(
      "employer",
      [
        ("id", "e1"), ("name", Self.company), ("uscc", Self.uscc), ("kinds", word(.employerKind)),
        ("region", word(.employerRegion)), ("on-file", word(.employerOnFile)),
      ], employments.joined())
  }

  private func supplement(_ paper: DraftedPaper) -> String {
    let draft = paper.draft
    var inner = ""
    if let translation = draft.translation {
      inner += element(
        "translation",
        [
          ("language", "zh"), ("by", translation.by?.word),
          ("sealed-by", translation.sealedBy?.word), ("on", translation.on?.description),
        ])
    }
    if let mark = draft.authentication {
      let body =
        switch mark.body {
        case .cscse: "cscse"
        case .chsi: "chsi"
        case .other, nil: nil as String?
        }
      inner += element(
        "authentication",
        [
          ("kind", mark.kind.word), ("body", body), ("country", mark.country?.description),
          ("on", "\(mark.on)"),
        ])
    }
    if let day = draft.notarisedOn { inner += element("notarisation", [("on", "\(day)")]) }
    for party in draft.seals.words { inner += element("seal", [("of", party.word)]) }
    for party in draft.signatures.words { inner += element("signature", [("by", party.word)]) }
    if !draft.fields.isEmpty {
      inner += element("states", draft.fields.words.map { ($0.word, stated($0, paper)) })
    }
    for (index, type) in draft.files.enumerated() {
      inner += element("file", [("path", "evidence/\(paper.id)-\(index)"), ("type", type)])
    }
    let kind = dossier.setting.tables.kinds[draft.kind].id
    return element(
      "supplement",
      [
        ("id", paper.id), ("kind", kind), ("for", reference(paper.owner)),
        ("issuer-kind", draft.issuerKind?.word), ("country", draft.country?.description),
        ("issued", draft.issued?.description), ("expires", draft.expires?.description),
        ("language", draft.tongue?.description), ("originals", draft.originals.map(String.init)),
        ("copies", draft.copies.map(String.init)), ("pages", draft.pages.map(String.init)),
        ("from", draft.from?.description), ("until", draft.until?.description),
        (
          "mentions",
          draft.mentions.isEmpty
            ? nil : draft.mentions.words.map(\.word).joined(separator: " ")
        ),
      ], inner)
  }

  private func stated(_ field: Field, _ paper: DraftedPaper) -> String {
    let subject: DraftSubject =
      if case .person(let index) = paper.owner { dossier.subjects[index] } else { .applicant }
    switch field {
    case .name: return name(subject)
    case .born: return born(subject).description
    case .sex: return subject == .spouse ? "M" : "F"
    case .nationality: return word(.nationality, subject)
    case .passport: return passport(subject)
    case .employer: return Self.company
    case .uscc: return Self.uscc
    case .position: return "工程师"
    case .permit: return "F263202000"
    case .level: return paper.draft.level?.word ?? word(.highestDegree, subject)
    }
  }

  private func name(_ subject: DraftSubject) -> String {
    switch subject {
    case .applicant, .shared: "TAN MEI LING"
    case .spouse: "LIM WEI MING"
    case .child: "LIM JIA HUI"
    }
  }

  private func passport(_ subject: DraftSubject) -> String {
    switch subject {
    case .applicant, .shared: "K0000001A"
    case .spouse: "K0000002B"
    case .child: "K0000003C"
    }
  }

  private func reference(_ owner: Owner) -> String? {
    switch owner {
    case .person(let index): "p\(index + 1)"
    case .employer(let index): "e\(index + 1)"
    case .application, .nobody: nil
    }
  }

  private func month(_ date: CalendarDate) -> String { CalendarMonth(date).description }

  private func element(
    _ name: String, _ attributes: [(String, String?)], _ inner: String = ""
  ) -> String {
    let written = attributes.compactMap { key, value in
      value.flatMap { $0.isEmpty ? nil : " \(key)=\"\($0)\"" }
    }.joined()
    return inner.isEmpty
      ? "<\(name)\(written)/>\n" : "<\(name)\(written)>\n\(inner)</\(name)>\n"
  }
}
