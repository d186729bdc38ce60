// SPDX-License-Identifier: Apache-2.0

/// The supplement is signed by each of the parties named.
struct SignatureCheck: Check {
  static let description = CheckDescription(
    name: "signature",
    summary: .init("由所列各方签名。", "Each of the parties named has signed it."),
    parameters: [("by", .init("谁签名，全部须有", "who signs, all of them"))],
    kinds: [.notSigned],
    examples: [
      CheckExample(
        "signed by both spouses", check: #"<signature by="applicant spouse"/>"#,
        papers:
          #"<supplement id="s1" kind="passport" for="p1"><signature by="applicant"/><signature by="spouse"/></supplement>"#
      ),
      CheckExample(
        "signed by the holder, who is the applicant", check: #"<signature by="applicant"/>"#,
        papers:
          #"<supplement id="s1" kind="passport" for="p1"><signature by="holder"/></supplement>"#),
      CheckExample(
        "signed by one spouse", check: #"<signature by="applicant spouse"/>"#,
        papers:
          #"<supplement id="s1" kind="passport" for="p1"><signature by="applicant"/></supplement>"#,
        finds: ["QB2402"]),
    ])

  private let parties: [Party]

  init(_ parameters: CheckParameters) throws(CheckParameterError) {
    parties = try parameters.words("by", as: Party.self)
    _ = try parameters.required("by", parties.first)
  }

  func examine(_ paper: Paper, into report: inout CheckReport) {
    let missing = parties.filter { !isSigned(by: $0, paper) }
    if !missing.isEmpty { report.add(.notSigned, paper, expected: .allOf(missing)) }
  }

  // The holder of a paper is the person it belongs to, whatever that person's role.
  private func isSigned(by party: Party, _ paper: Paper) -> Bool {
    let signatures = paper.supplement.signatures
    if signatures.contains(party) { return true }
    guard case .person(let index) = paper.owner else { return false }
    let role = paper.examination.dossier.persons[index].role.known
    switch party {
    case .holder:
      return role == .applicant && signatures.contains(.applicant)
        || role == .spouse && signatures.contains(.spouse)
    case .applicant: return role == .applicant && signatures.contains(.holder)
    case .spouse: return role == .spouse && signatures.contains(.holder)
    default: return false
    }
  }
}

extension SignatureCheck {
  func satisfy(_ paper: inout PaperDraft, _ setting: DraftSetting) {
    for party in parties { paper.signatures.insert(party) }
  }

  func spoil(_ paper: PaperDraft, _ setting: DraftSetting) -> [PaperDraft] {
    [paper.with { $0.signatures = WordSet($0.signatures.words.filter { !parties.contains($0) }) }]
  }
}

extension FindingKind {
  fileprivate static let notSigned = FindingKind(
    "QB2402", .fixNow, tag: .init("未签", "unsigned"),
    meaning: .init("文书缺少应有的签名。", "A signature is missing on the paper."),
    message: .init("{paper}：{expected}未签名", "{paper} is not signed by {expected}"),
    remedy: .init(
      "请由{expected}亲笔签名；可在窗口当场补签。已签名的，请写入 <signature by=\"…\"/>。",
      "Have {expected} sign it by hand; this can be done at the window. If it is signed, record it as <signature by=\"…\"/>."
    ))
}
