// SPDX-License-Identifier: Apache-2.0

/// A paper from outside the mainland is authenticated in a way that the checklist accepts.
///
/// Between states of the Convention of 5 October 1961 an apostille takes the place of consular legalisation
/// from the day on which the Convention is in force between them and China (2023-11-07 at the earliest);
/// a consular legalisation dated before that day keeps its effect. Papers of Hong Kong, Macao and Taiwan
/// are neither foreign nor of the mainland and go through a local notary.
struct AuthenticationCheck: Check {
  static let description = CheckDescription(
    name: "authentication",
    summary: .init(
      "境外文书经过清单接受的认证；附加证明书按国家与日期判断。",
      "A paper from outside the mainland is authenticated as accepted; apostilles go by pair of states and date."
    ),
    parameters: [
      ("accept", .init("接受的认证方式，任一即可", "accepted kinds of authentication; any one will do"))
    ],
    kinds: [
      .notAuthenticated, .wrongAuthentication, .earlyApostille, .uncertainAuthentication,
      .datedLater,
    ],
    examples: [
      CheckExample(
        "a Chinese paper", check: #"<authentication accept="apostille consular"/>"#,
        papers: #"<supplement id="s1" kind="passport" for="p1" country="CHN"/>"#),
      CheckExample(
        "a Singapore paper with an apostille",
        check: #"<authentication accept="apostille consular"/>"#,
        papers:
          #"<supplement id="s1" kind="passport" for="p1" country="SGP"><authentication kind="apostille" country="SGP" on="2026-01-10"/></supplement>"#
      ),
      CheckExample(
        "a Singapore paper with nothing", check: #"<authentication accept="apostille consular"/>"#,
        papers: #"<supplement id="s1" kind="passport" for="p1" country="SGP"/>"#, finds: ["QB2201"]),
      CheckExample(
        "legalised by a consulate after the Convention was in force",
        check: #"<authentication accept="apostille consular"/>"#,
        papers:
          #"<supplement id="s1" kind="passport" for="p1" country="SGP"><authentication kind="consular" on="2026-01-10"/></supplement>"#,
        finds: ["QB2202"]),
      CheckExample(
        "legalised by a consulate before", check: #"<authentication accept="apostille consular"/>"#,
        papers:
          #"<supplement id="s1" kind="passport" for="p1" country="SGP"><authentication kind="consular" on="2023-11-06"/></supplement>"#
      ),
      CheckExample(
        "a Canadian apostille from before Canada joined",
        check: #"<authentication accept="apostille consular"/>"#,
        papers:
          #"<supplement id="s1" kind="passport" for="p1" country="CAN"><authentication kind="apostille" country="CAN" on="2024-01-10"/></supplement>"#,
        finds: ["QB2203"]),
      CheckExample(
        "an apostille from after the submission",
        check: #"<authentication accept="apostille consular"/>"#,
        papers:
          #"<supplement id="s1" kind="passport" for="p1" country="SGP"><authentication kind="apostille" country="SGP" on="2026-03-17"/></supplement>"#,
        finds: ["QB3103"]),
      CheckExample(
        "a notary from after the submission where none does",
        check: #"<authentication accept="apostille consular"/>"#,
        papers:
          #"<supplement id="s1" kind="passport" for="p1" country="SGP"><authentication kind="notary" on="2026-03-17"/></supplement>"#,
        finds: ["QB2202"]),
      CheckExample(
        "an apostille of a state that may have objected",
        check: #"<authentication accept="apostille consular"/>"#,
        papers:
          #"<supplement id="s1" kind="passport" for="p1" country="IND"><authentication kind="apostille" country="IND" on="2026-01-10"/></supplement>"#,
        finds: ["QB2204"]),
      CheckExample(
        "an apostille of a state that is no party",
        check: #"<authentication accept="apostille consular"/>"#,
        papers:
          #"<supplement id="s1" kind="passport" for="p1" country="MYS"><authentication kind="apostille" country="MYS" on="2026-01-10"/></supplement>"#,
        finds: ["QB2202"]),
      CheckExample(
        "a Hong Kong paper by a local notary",
        check: #"<authentication accept="apostille consular notary"/>"#,
        papers:
          #"<supplement id="s1" kind="passport" for="p1" country="HKG"><authentication kind="notary"/></supplement>"#
      ),
      CheckExample(
        "a Hong Kong paper with nothing",
        check: #"<authentication accept="apostille consular notary"/>"#,
        papers: #"<supplement id="s1" kind="passport" for="p1" country="HKG"/>"#, finds: ["QB2201"]),
      CheckExample(
        "a foreign degree verified by CSCSE",
        check: #"<authentication accept="apostille consular cscse"/>"#,
        papers:
          #"<supplement id="s1" kind="passport" for="p1" country="SGP"><authentication kind="credential-body" body="cscse"/></supplement>"#
      ),
      CheckExample(
        "a record that the state's embassy in China issued",
        check: #"<authentication accept="apostille issued-by-embassy"/>"#,
        papers:
          #"<supplement id="s1" kind="passport" for="p1" country="SGP" issuer-kind="embassy"/>"#),
      CheckExample(
        "a country that nobody stated", check: #"<authentication accept="apostille consular"/>"#,
        papers: #"<supplement id="s1" kind="passport" for="p1"/>"#, finds: ["QB9102"]),
    ])

  let accepted: [AcceptedAuthentication]

  init(_ parameters: CheckParameters) throws(CheckParameterError) {
    accepted = try parameters.words("accept", as: AcceptedAuthentication.self)
    _ = try parameters.required("accept", accepted.first)
  }

  func examine(_ paper: Paper, into report: inout CheckReport) {
    let supplement = paper.supplement
    let country: Country
    switch supplement.country {
    case .value(let stated): country = stated
    case .absent:
      return report.countryNotStated(paper)
    case .unreadable:
      return report.wait(
        for: .words(.init("有，才能核对认证", "readable before its authentication can be checked")),
        "country", paper)
    }
    if country == .china { return }
    if accepted.contains(.issuedByEmbassy), supplement.issuerKind.known == .embassy { return }
    let open = ways(for: country, paper.examination.tables, on: paper.examination.submission)
    let marks = paper.authentications
    let suiting = marks.filter { suits($0, country, paper) }
    if let mark = suiting.first {
      if suiting.allSatisfy({ isUncertain($0, country, paper) }) {
        report.add(
          .uncertainAuthentication, paper, seen: mark.kind.known.map { .words($0.label) },
          on: .country(country), at: mark.sourcePlace)
      }
      return
    }
    if let unreadable = marks.first(where: { $0.kind.known == nil }) {
      return report.wait(for: .anyOf(open), "kind", at: unreadable.sourcePlace, paper)
    }
    if let unread = marks.first(where: { if case .unreadable = $0.on { true } else { false } }) {
      return report.wait(for: .anyOf(open), "on", at: unread.sourcePlace, paper)
    }
    if let unread = marks.first(where: { $0.kind.known == .apostille && $0.country.isUnreadable }) {
      return report.wait(for: .country(country), "country", at: unread.sourcePlace, paper)
    }
    for mark in marks {
      if let missing = undecided(mark) {
        return report.notStated(missing.what, paper, attribute: missing.attribute)
      }
    }
    if let mark = marks.last, let kind = mark.kind.known {
      let submission = paper.examination.submission
      if let day = mark.on.known, day > submission, suits(mark, country, paper, whenever: true) {
        return report.add(
          .datedLater, paper, seen: .date(day), expected: .date(submission),
          limit: .words(PaperStep.authentication.label), on: .words(Anchor.submission.label),
          at: mark.sourcePlace)
      }
      if kind == .apostille, accepted.contains(.apostille), let day = mark.on.known,
        let from = paper.examination.tables.apostille.party(country)?.from, day < from
      {
        return report.add(
          .earlyApostille, paper, seen: .date(day), expected: .anyOf(open), limit: .date(from),
          on: .country(country), at: mark.sourcePlace)
      }
      report.add(
        .wrongAuthentication, paper,
        seen: .list([.words(kind.label)] + (mark.on.known.map { [.date($0)] } ?? [])),
        expected: .anyOf(open), on: .country(country), at: mark.sourcePlace)
    } else {
      report.add(.notAuthenticated, paper, expected: .anyOf(open), on: .country(country))
    }
  }

  // What the applicant can still do for this country on the day.
  private func ways(
    for country: Country, _ tables: ReferenceTables, on day: CalendarDate
  ) -> [AcceptedAuthentication] {
    if country.isHongKongMacaoTaiwan {
      let local = accepted.filter { $0 == .notary || $0 == .cscse }
      return local.isEmpty ? [.notary] : local
    }
    let inForce = tables.apostille.isInForce(with: country, on: day)
    return accepted.filter { way in
      switch way {
      case .apostille: inForce != false
      case .consular: inForce != true || !accepted.contains(.apostille)
      case .notary: false
      default: true
      }
    }
  }

  // Whenever: as if its day had come.
  private func suits(
    _ mark: Authentication, _ country: Country, _ paper: Paper, whenever: Bool = false
  ) -> Bool {
    let day = mark.on.known
    if let day, day > paper.examination.submission, !whenever { return false }
    switch mark.kind.known {
    case nil: return false
    case .notary: return accepted.contains(.notary) && country.isHongKongMacaoTaiwan
    case .embassyInChina: return accepted.contains(.embassyInChina)
    case .credentialBody:
      return accepted.contains(.cscse) && mark.body == .cscse
        || accepted.contains(.chsi) && mark.body == .chsi
    case .apostille:
      guard accepted.contains(.apostille), !country.isHongKongMacaoTaiwan, let day,
        mark.country.known.map({ $0 == country }) ?? mark.country.isAbsent
      else { return false }
      return paper.examination.tables.apostille.isInForce(with: country, on: day) != false
    case .consular:
      guard accepted.contains(.consular), !country.isHongKongMacaoTaiwan, let day else {
        return false
      }
      // Legalised before the Convention was in force, or where it is not.
      return paper.examination.tables.apostille.isInForce(with: country, on: day) != true
        || !accepted.contains(.apostille)
    }
  }

  // Where nobody is certain whether the Convention is in force, neither kind is refused, and that is told.
  private func isUncertain(_ mark: Authentication, _ country: Country, _ paper: Paper) -> Bool {
    guard let day = mark.on.known, accepted.contains(.apostille), accepted.contains(.consular),
      mark.kind.known == .apostille || mark.kind.known == .consular
    else { return false }
    return paper.examination.tables.apostille.isInForce(with: country, on: day) == nil
  }

  // A date or a body that is not stated decides about these kinds, so without it nothing can be said.
  private func undecided(_ mark: Authentication) -> (what: BilingualText, attribute: String)? {
    switch mark.kind.known {
    case .apostille where mark.on.isAbsent && accepted.contains(.apostille),
      .consular where mark.on.isAbsent && accepted.contains(.consular):
      (.init("认证日期", "the date of the authentication"), "authentication/@on")
    case .credentialBody
    where mark.body == nil && (accepted.contains(.cscse) || accepted.contains(.chsi)):
      (.init("学历认证机构", "the credential body"), "authentication/@body")
    default: nil
    }
  }
}

extension AuthenticationCheck {
  var step: PaperStep? { .authentication }

  // A mark counts from its own day on.
  func turns(_ paper: Paper, in horizon: Horizon) -> [CalendarDate] {
    paper.authentications.compactMap(\.on.known)
  }

  func satisfy(_ paper: inout PaperDraft, _ setting: DraftSetting) {
    let country = paper.country ?? setting.abroad
    paper.country = country
    guard country != .china, paper.authentication == nil else { return }
    let day = setting.submission.adding(days: -9)
    for way in ways(for: country, setting.tables, on: day) {
      switch way {
      case .apostille:
        paper.authentication = .init(kind: .apostille, country: country, on: day)
      case .consular: paper.authentication = .init(kind: .consular, on: day)
      case .embassyInChina: paper.authentication = .init(kind: .embassyInChina, on: day)
      case .cscse: paper.authentication = .init(kind: .credentialBody, body: .cscse, on: day)
      case .chsi: paper.authentication = .init(kind: .credentialBody, body: .chsi, on: day)
      case .notary: paper.authentication = .init(kind: .notary, on: day)
      case .issuedByEmbassy: continue
      }
      return
    }
  }

  func spoil(_ paper: PaperDraft, _ setting: DraftSetting) -> [PaperDraft] {
    guard paper.authentication != nil else { return [] }
    return [paper.with { $0.authentication = nil }]
  }
}
