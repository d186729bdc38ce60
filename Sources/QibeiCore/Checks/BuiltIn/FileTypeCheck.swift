// SPDX-License-Identifier: Apache-2.0

/// The supplement's files are of a media type that the online system takes.
struct FileTypeCheck: Check {
  static let description = CheckDescription(
    name: "file-type",
    summary: .init("文件为所接受的媒体类型。", "The files are of an accepted media type."),
    parameters: [("types", .init("接受的媒体类型，以空格分开", "accepted media types, separated by blanks"))],
    kinds: [.wrongFileType],
    examples: [
      CheckExample(
        "a PDF where PDF is taken", check: #"<file-type types="application/pdf image/jpeg"/>"#,
        papers:
          #"<supplement id="s1" kind="passport" for="p1"><file path="a.pdf" type="application/pdf"/></supplement>"#
      ),
      CheckExample(
        "a Word file", check: #"<file-type types="application/pdf image/jpeg"/>"#,
        papers:
          #"<supplement id="s1" kind="passport" for="p1"><file path="a.doc" type="application/msword"/></supplement>"#,
        finds: ["QB2701"]),
      CheckExample(
        "a file of no stated type", check: #"<file-type types="application/pdf"/>"#,
        papers: #"<supplement id="s1" kind="passport" for="p1"><file path="a.pdf"/></supplement>"#,
        finds: ["QB9102"]),
    ])

  private let types: [String]

  init(_ parameters: CheckParameters) throws(CheckParameterError) {
    types = parameters.words("types")
    _ = try parameters.required("types", types.first)
  }

  func examine(_ paper: Paper, into report: inout CheckReport) {
    for file in paper.files {
      switch file.type {
      case .value(let type):
        let bytes = paper.examination.dossier.values
        if !types.contains(where: { Dossier.equals(bytes, type, $0) }) {
          let dossier = paper.examination.dossier
          report.add(
            .wrongFileType, paper, seen: .text(dossier.text(type)),
            expected: .either(types.map { .text($0) }),
            limit: .text(dossier.text(file.path)), at: file.sourcePlace)
        }
      case .absent:
        report.notStated(.init("文件类型", "the file's type"), paper, attribute: "file/@type")
      case .unreadable:
        report.wait(
          for: .either(types.map { .text($0) }), "type", at: file.sourcePlace, paper)
      }
    }
  }
}

extension FileTypeCheck {
  func satisfy(_ paper: inout PaperDraft, _ setting: DraftSetting) { paper.files = [types[0]] }

  func spoil(_ paper: PaperDraft, _ setting: DraftSetting) -> [PaperDraft] {
    [paper.with { $0.files = ["text/plain"] }]
  }
}

extension FindingKind {
  fileprivate static let wrongFileType = FindingKind(
    "QB2701", .supplement, tag: .init("格式", "file type"),
    meaning: .init("文件类型不在系统接受的范围。", "The file is of a type that the system does not take."),
    message: .init(
      "{paper}：文件 {limit} 是 {seen}，接受 {expected}",
      "{paper}: the file {limit} is {seen}; {expected} is taken"),
    remedy: .init("请把原件重新扫描为 {expected}。", "Scan the original again as {expected}."))
}
