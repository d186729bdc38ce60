// SPDX-License-Identifier: Apache-2.0

/// The dossier records what the paper itself states, so that papers can be compared with each other.
struct StatesCheck: Check {
  static let description = CheckDescription(
    name: "states",
    summary: .init(
      "材料文件照文书记下了这些内容，可以与其他文书比对。",
      "The dossier records these things as the paper states them, so that it can be compared."),
    parameters: [("fields", .init("内容，全部须有", "the fields, all of them"))],
    kinds: [.notStated],
    examples: [
      CheckExample(
        "name and passport number recorded", check: #"<states fields="name passport"/>"#,
        papers:
          #"<supplement id="s1" kind="passport" for="p1"><states name="TAN WEI MING" passport="K1234567E"/></supplement>"#
      ),
      CheckExample(
        "only the name recorded", check: #"<states fields="name passport"/>"#,
        papers:
          #"<supplement id="s1" kind="passport" for="p1"><states name="TAN WEI MING"/></supplement>"#,
        finds: ["QB9102"]),
    ])

  private let fields: [Field]

  init(_ parameters: CheckParameters) throws(CheckParameterError) {
    fields = try parameters.words("fields", as: Field.self)
    _ = try parameters.required("fields", fields.first)
  }

  func examine(_ paper: Paper, into report: inout CheckReport) {
    let stated = paper.statements
    var there = paper.supplement.unreadFields
    for statement in stated { there.insert(statement.field) }
    let missing = fields.filter { !there.contains($0) }
    guard !missing.isEmpty else { return }
    report.add(
      .notStated, paper, seen: .allOf(missing),
      expected: .text("supplement/states (\(missing.map(\.word).joined(separator: " ")))"),
      at: paper.supplement.statementPlace)
  }
}

extension StatesCheck {
  func satisfy(_ paper: inout PaperDraft, _ setting: DraftSetting) {
    for field in fields { paper.fields.insert(field) }
  }

  func spoil(_ paper: PaperDraft, _ setting: DraftSetting) -> [PaperDraft] {
    fields.map { field in
      paper.with { $0.fields = WordSet($0.fields.words.filter { $0 != field }) }
    }
  }
}
