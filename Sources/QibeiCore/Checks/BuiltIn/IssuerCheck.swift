// SPDX-License-Identifier: Apache-2.0

/// The supplement is issued by a body of a kind that the checklist accepts.
struct IssuerCheck: Check {
  static let description = CheckDescription(
    name: "issuer",
    summary: .init("由所列类型的机构出具。", "A body of one of the kinds named has issued it."),
    parameters: [("kinds", .init("机构类型，任一即可", "kinds of body; any one will do"))],
    kinds: [.wrongIssuer],
    examples: [
      CheckExample(
        "a record from the police", check: #"<issuer kinds="police court justice"/>"#,
        papers: #"<supplement id="s1" kind="passport" for="p1" issuer-kind="police"/>"#),
      CheckExample(
        "a sworn statement before a notary", check: #"<issuer kinds="police court justice"/>"#,
        papers: #"<supplement id="s1" kind="passport" for="p1" issuer-kind="notary"/>"#,
        finds: ["QB2601"]),
      CheckExample(
        "an issuer that nobody stated", check: #"<issuer kinds="police"/>"#,
        papers: #"<supplement id="s1" kind="passport" for="p1"/>"#, finds: ["QB9102"]),
    ])

  private let kinds: [IssuerKind]

  init(_ parameters: CheckParameters) throws(CheckParameterError) {
    kinds = try parameters.words("kinds", as: IssuerKind.self)
    _ = try parameters.required("kinds", kinds.first)
  }

  func examine(_ paper: Paper, into report: inout CheckReport) {
    let place = paper.supplement.places.issuerKind
    switch paper.supplement.issuerKind {
    case .value(let kind):
      if !kinds.contains(kind) {
        report.add(
          .wrongIssuer, paper, seen: .words(kind.label), expected: .anyOf(kinds), at: place)
      }
    case .absent:
      report.notStated(
        .init("出具机构的类型", "the kind of issuing body"), paper, attribute: "supplement/@issuer-kind")
    case .unreadable: report.wait(for: .anyOf(kinds), "issuer-kind", at: place, paper)
    }
  }
}

extension IssuerCheck {
  func satisfy(_ paper: inout PaperDraft, _ setting: DraftSetting) {
    if let settled = paper.issuerKind, kinds.contains(settled) { return }
    paper.issuerKind = kinds[0]
  }

  func spoil(_ paper: PaperDraft, _ setting: DraftSetting) -> [PaperDraft] {
    [paper.with { $0.issuerKind = kinds.contains(.other) ? .school : .other }]
  }
}

extension FindingKind {
  fileprivate static let wrongIssuer = FindingKind(
    "QB2601", .supplement, tag: .init("出具机构", "issuer"),
    meaning: .init("出具机构不是清单所列的类型。", "The issuing body is not of a kind that the checklist names."),
    message: .init(
      "{paper}：由{seen}出具，应由{expected}出具", "{paper} was issued by {seen}; it comes from {expected}"),
    remedy: .init("请向{expected}重新申请。", "Obtain it from {expected}."), needsAnotherPaper: true)
}
