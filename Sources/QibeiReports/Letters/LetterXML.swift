// SPDX-License-Identifier: Apache-2.0
internal import QibeiCore

/// Letters for programs, as `schemas/letter.xsd` describes them.
package struct LetterXML {
  private let letters: [Letter]
  private let digest: ([UInt8]) -> String

  /// - Parameters:
  ///   - letters: on one dossier.
  ///   - digest: SHA-256 of bytes, 64 hexadecimal digits.
  package init(_ letters: [Letter], digest: @escaping ([UInt8]) -> String) {
    self.letters = letters
    self.digest = digest
  }

  /// The file without its seal, and the seal it states; nil where it has none.
  ///
  /// The seal is a digest of everything else: it shows an edit, and proves nothing to somebody who can compute it.
  package static func unsealed(_ text: String) -> (text: String, seal: String)? {
    let mark = " seal=\""
    guard let start = text.firstRange(of: mark),
      let end = text[start.upperBound...].firstIndex(of: "\"")
    else { return nil }
    let seal = String(text[start.upperBound..<end])
    return (String(text[..<start.lowerBound]) + text[text.index(after: end)...], seal)
  }

  /// The file, ending in a new line.
  package var text: String {
    let plain = unsealed
    let seal = " seal=\"\(digest(Array(plain.utf8)))\""
    guard let end = plain.firstRange(of: ">\n  <letter") else { return plain }
    return plain[..<end.lowerBound] + seal + plain[end.lowerBound...]
  }

  private var unsealed: String {
    guard let first = letters.first else { return "" }
    var head: [(String, String?)] = [
      ("xmlns", "urn:qibei:letter:1"), ("dossier", first.dossier), ("dossier-id", first.dossierID),
      ("dossier-sha256", first.digest), ("submission", first.submission.description),
      ("dated", first.details.dated.description), ("number", first.details.number),
    ]
    head += [
      ("received", first.details.received?.description), ("due", first.details.due?.description),
      ("office", first.details.office), ("officer", first.details.officer),
      ("telephone", first.details.telephone), ("delivery", first.details.delivery),
      ("supervisor-reason", first.details.supervisorReason),
    ]
    return XMLMarkup.declaration + "<letters\(XMLMarkup.attributes(head))>\n"
      + letters.map(letter).joined() + first.parts.map(part).joined() + "</letters>\n"
  }

  private func letter(_ letter: Letter) -> String {
    var text = "  <letter"
    text += XMLMarkup.attributes([
      ("outcome", letter.outcome.rawValue), ("applicant", letter.applicant),
      ("items", String(letter.items.count)),
    ])
    text += ">\n"
    for checklist in letter.checklists {
      text += "    <limb"
      text += XMLMarkup.attributes([
        ("category", checklist.category), ("version", checklist.source.version.description),
        ("sha256", checklist.source.digest),
      ])
      text += overlays(checklist)
    }
    for line in letter.law { text += "    <law\(words(line))/>\n" }
    for line in letter.clock { text += "    <clock\(words(line))/>\n" }
    for (index, item) in letter.items.enumerated() {
      text += "    <item"
      text += XMLMarkup.attributes([
        ("n", String(index + 1)), ("code", item.code), ("fingerprint", item.fingerprint),
        ("requirement", item.requirement), ("lead-days", item.leadDays.map(String.init)),
        ("may-follow", item.mayFollow ? "yes" : nil),
      ])
      text += ">\n      <name\(words(item.name))/>\n      <fault\(words(item.fault))/>\n"
      text += "      <remedy\(words(item.remedy))/>\n"
      if let issuer = item.issuer { text += "      <issued-by\(words(issuer))/>\n" }
      for basis in item.bases { text += "      <basis\(words(basis))/>\n" }
      text += "    </item>\n"
    }
    return text + "  </letter>\n"
  }

  private func part(_ part: DossierPart) -> String {
    "  <part"
      + XMLMarkup.attributes([
        ("kind", part.kind.rawValue), ("id", part.id.isEmpty ? nil : part.id),
        ("word", part.word), ("sha256", part.digest),
      ]) + "/>\n"
  }

  private func overlays(_ checklist: Checklist) -> String {
    guard !checklist.overlays.isEmpty else { return "/>\n" }
    let lines = checklist.overlays.map { overlay in
      "      <overlay"
        + XMLMarkup.attributes([
          ("place", overlay.id), ("version", overlay.version.description),
          ("sha256", overlay.digest),
        ]) + "/>\n"
    }
    return ">\n\(lines.joined())    </limb>\n"
  }

  private func words(_ text: BilingualText) -> String {
    XMLMarkup.attributes([("zh", text.zh), ("en", text.en)])
  }
}
