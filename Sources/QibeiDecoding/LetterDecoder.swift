// SPDX-License-Identifier: Apache-2.0
package import QibeiCore
package import QibeiXML

/// Reads a letter that was written before, as `schemas/letter.xsd` describes it.
package enum LetterDecoder {
  /// What the letter said.
  ///
  /// - Parameters:
  ///   - bytes: the file.
  ///   - name: of the file, for its faults.
  /// - Returns: its items, over all letters in the file.
  /// - Throws: every fault that keeps it from being such a file, with line and column.
  package static func letter(
    _ bytes: [UInt8], named name: String
  ) throws(ChecklistError) -> EarlierLetter {
    let file = try RuleFile(
      RuleText(bytes), named: name, root: "letters", vocabulary: RuleName.inLetters)
    let root = file.root
    let letters = root.children(named: .letter)
    if letters.isEmpty { root.report(.init("没有文书", "there is no letter in it")) }
    var items: [EarlierLetter.Item] = []
    for item in letters.flatMap({ $0.children(named: .item) }) {
      let fault = item.child(.fault)
      items.append(
        EarlierLetter.Item(
          number: item.count(.n) ?? 0, code: item.required(.code),
          fingerprint: item.required(.fingerprint),
          fault: .init(fault?[.zh] ?? "", fault?[.en] ?? "")))
    }
    let limbs = letters.flatMap { $0.children(named: .limb) }
    let sources = limbs + limbs.flatMap { $0.children(named: .overlay) }
    let parts = root.children(named: .part).compactMap { part -> DossierPart? in
      guard let kind = DossierPart.Kind(rawValue: part.required(.kind)) else {
        part.report(.init("没有这种部分", "there is no such part"), attribute: .kind)
        return nil
      }
      return DossierPart(
        kind: kind, id: part[.id] ?? "", word: part[.word], digest: part.required(.sha256))
    }
    for name: RuleName in [.dated, .submission] { _ = root.required(name) }
    let letter = EarlierLetter(
      number: root[.number], dated: root.date(.dated) ?? .unknown,
      submission: root.date(.submission) ?? .unknown, dossier: root[.dossierId],
      applicant: letters.first?[.applicant] ?? "",
      categories: Set(limbs.map { $0.required(.category) }), items: items, parts: parts,
      rules: Set(sources.map { $0.required(.sha256) }))
    try file.finish()
    return letter
  }
}

extension DossierDecoder {
  /// What a part of a dossier says, without regard to blanks, line ends and the order of attributes.
  ///
  /// - Parameters:
  ///   - document: the dossier.
  ///   - element: the part's, with all that is in it.
  ///   - leavingOut: attributes of the part itself that do not count.
  /// - Returns: bytes that are the same exactly where it says the same.
  package static func content(
    of document: XMLDocument, _ element: Int, leavingOut: Set<String>
  ) -> [UInt8] {
    var bytes: [UInt8] = []
    func add(_ text: String) {
      bytes += text.utf8
      bytes.append(0)
    }
    for position in element..<Int(document.elements[element].end) {
      let entry = document.elements[position]
      add("<" + document.text(of: entry.name, in: DossierName.vocabulary))
      add(position == element ? "" : String(Int(entry.parent) - element))
      let attributes = entry.attributes.map { at in
        (
          name: document.text(of: document.attributes[at].name, in: DossierName.vocabulary),
          value: document.value(at)
        )
      }
      for attribute in attributes.sorted(by: { $0.name < $1.name })
      where position != element || !leavingOut.contains(attribute.name) {
        add(attribute.name)
        add(attribute.value)
      }
    }
    return bytes
  }
}
