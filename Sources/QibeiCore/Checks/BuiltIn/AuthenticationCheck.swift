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
    kinds: [.notAuthenticated, .wrongAuthentication],
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
        finds: ["QB2202"]),
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
      return report.notStated(
        .init("出具国家或地区", "the issuing country or region"), paper, attribute: "supplement/@country")
    case .unreadable:
      return report.wait(
        for: .words(.init("有，才能核对认证", "readable before its authentication can be checked")),
        "country", paper)
    }
    if country == .china { return }
    if accepted.contains(.issuedByEmbassy), supplement.issuerKind.known == .embassy { return }
    let open = ways(for: country, paper.examination.tables, on: paper.examination.submission)
    let marks = paper.authentications
    if marks.contains(where: { suits($0, country, paper) }) { return }
    if let unreadable = marks.first(where: { $0.kind.known == nil }) {
      return report.wait(for: .anyOf(open), "kind", at: unreadable.sourcePlace, paper)
    }
    if let unread = marks.first(where: { if case .unreadable = $0.on { true } else { false } }) {
      return report.wait(for: .anyOf(open), "on", at: unread.sourcePlace, paper)
    }
    for mark in marks {
      if let missing = undecided(mark) {
        return report.notStated(missing.what, paper, attribute: missing.attribute)
      }
    }
    if let mark = marks.last, let kind = mark.kind.known {
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

  private func suits(_ mark: Authentication, _ country: Country, _ paper: Paper) -> Bool {
    let day = mark.on.known
    if let day, day > paper.examination.submission { return false }
    switch mark.kind.known {
    case nil: return false
    case .notary: return accepted.contains(.notary) && country.isHongKongMacaoTaiwan
    case .embassyInChina: return accepted.contains(.embassyInChina)
    case .credentialBody:
      return accepted.contains(.cscse) && mark.body == .cscse
        || accepted.contains(.chsi) && mark.body == .chsi
    case .apostille:
      guard accepted.contains(.apostille), !country.isHongKongMacaoTaiwan, let day,
        mark.country.known.map({ $0 == country }) ?? true
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

extension FindingKind {
  fileprivate static let notAuthenticated = FindingKind(
    "QB2201", .supplement, tag: .init("未认证", "not authenticated"),
    meaning: .init("境外文书没有认证。", "A paper from outside the mainland is not authenticated."),
    message: .init("{paper}（{on}）没有认证", "{paper} ({on}) is not authenticated"),
    remedy: .init(
      "请办理：{expected}。认证页须与文书一起翻译、一起交。",
      "Obtain {expected}. Have the authentication page translated and handed in together with the paper."
    ), step: .authentication)
  fileprivate static let wrongAuthentication = FindingKind(
    "QB2202", .supplement, tag: .init("认证方式", "wrong chain"),
    meaning: .init(
      "文书的认证方式对该国和该日不适用。附加证明书只在公约对该国与中国生效之后可用；生效之后不再办领事认证。",
      "The kind of authentication does not fit the state and the day. An apostille works only once the Convention is in force between that state and China; consular legalisation ends with it."
    ),
    message: .init(
      "{paper}（{on}）的认证是{seen}，这里适用的是{expected}",
      "{paper} ({on}) bears: {seen}; what counts here is {expected}"),
    remedy: .init("请改办：{expected}。", "Obtain {expected} instead."), step: .authentication)
}
