// SPDX-License-Identifier: Apache-2.0

/// The supplement is notarised by a Chinese notary office.
struct NotarisationCheck: Check {
  static let description = CheckDescription(
    name: "notarisation",
    summary: .init("经中国公证机构公证。", "A Chinese notary office has notarised it."),
    parameters: [],
    kinds: [.notNotarised],
    examples: [
      CheckExample(
        "notarised", check: "<notarisation/>",
        papers:
          #"<supplement id="s1" kind="passport" for="p1"><notarisation by="无锡市公证处" on="2026-02-01"/></supplement>"#
      ),
      CheckExample(
        "not notarised", check: "<notarisation/>",
        papers: #"<supplement id="s1" kind="passport" for="p1"/>"#, finds: ["QB2401"]),
    ])

  init(_ parameters: CheckParameters) throws(CheckParameterError) {}

  func examine(_ paper: Paper, into report: inout CheckReport) {
    if paper.supplement.notarisation == nil { report.add(.notNotarised, paper) }
  }
}

extension NotarisationCheck {
  var step: PaperStep? { .notarisation }

  func satisfy(_ paper: inout PaperDraft, _ setting: DraftSetting) {
    paper.notarisedOn = paper.notarisedOn ?? setting.submission.adding(days: -8)
  }

  func spoil(_ paper: PaperDraft, _ setting: DraftSetting) -> [PaperDraft] {
    [paper.with { $0.notarisedOn = nil }]
  }
}

extension FindingKind {
  fileprivate static let notNotarised = FindingKind(
    "QB2401", .supplement, tag: .init("未公证", "not notarised"),
    meaning: .init(
      "文书没有经中国公证机构公证。", "The paper has not been notarised by a Chinese notary office."),
    message: .init("{paper}：没有公证", "{paper} is not notarised"),
    remedy: .init(
      "请到公证处办理{paper}的公证，把公证书一起交。",
      "Have {paper} notarised at a Chinese notary office (公证处) and hand in the notarial certificate."
    ), step: .notarisation)
}
