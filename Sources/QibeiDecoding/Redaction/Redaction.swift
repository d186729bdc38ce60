// SPDX-License-Identifier: Apache-2.0
internal import QibeiCore
package import QibeiXML

/// Writes a twin of a dossier that says nothing of anybody and has the same faults.
///
/// What rules read stays: kinds, words, countries, places, days, months, counts and amounts. Everything else is
/// replaced, and what could not be read becomes something else that cannot be read.
package struct Redaction {
  private let document: XMLDocument
  private let categories: Set<String>
  /// Attributes whose values cannot be read, or which no schema has.
  private var unread: Set<SourcePlace> = []
  /// Elements that nobody reads, with all that is in them.
  private var passedOver: Set<Int> = []
  private var disguise = Disguise()

  /// The XML of the twin.
  ///
  /// - Parameters:
  ///   - document: the dossier.
  ///   - vocabulary: what its words are looked up in.
  ///   - categories: those that may be named; any other name might be anybody's.
  /// - Returns: a document in UTF-8.
  package static func twin(
    of document: XMLDocument, _ vocabulary: DossierVocabulary, categories: Set<String>
  ) -> String {
    var redaction = Redaction(
      document: document, categories: categories,
      decoded: DossierDecoder.decode(document, vocabulary))
    redaction.prepare()
    var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    redaction.write(0, depth: 0, isRead: true, &text)
    return text
  }

  private init(document: XMLDocument, categories: Set<String>, decoded: Decoded<Dossier>) {
    self.document = document
    self.categories = categories
    let readOnce: Set<DossierName?> = [.application, .supplements, .states, .earlierNotice]
    for finding in decoded.findings {
      let element = Int(finding.sourcePlace.element)
      switch finding.kind.code {
      case FindingKind.unknownElement.code: passedOver.insert(element)
      case FindingKind.repeatedElement.code:
        if readOnce.contains(DossierName(document.elements[element].name)) {
          passedOver.insert(element)
        }
      case FindingKind.duplicateIdentifier.code, FindingKind.invisibleCharacters.code,
        FindingKind.unknownReference.code:
        break
      default: if finding.sourcePlace.part >= 0 { unread.insert(finding.sourcePlace) }
      }
    }
  }

  private mutating func prepare() {
    var (names, texts): ([String], [String]) = ([], [])
    for element in document.elements.indices {
      for at in attributes(of: element) {
        switch treatment(at, of: element) {
        case .name: names.append(document.value(at))
        case .text: texts.append(document.value(at))
        // A code has characters of its own, whatever number looks the same.
        case .creditCode where !isUnread(at, of: element):
          _ = disguise.creditCode(document.value(at))
        default: break
        }
      }
    }
    disguise.prepare(names: names, texts: texts)
  }

  private mutating func write(_ element: Int, depth: Int, isRead: Bool, _ text: inout String) {
    let entry = document.elements[element]
    let isRead = isRead && !passedOver.contains(element)
    let indent = String(repeating: "  ", count: depth)
    let name = name(entry.name)
    text += "\(indent)<\(name)"
    if element == 0 { text += " xmlns=\"\(DossierName.vocabulary.namespace)\"" }
    if isRead {
      for at in attributes(of: element) { write(at, of: element, &text) }
    }
    let stray = document.strayText.count { Int($0) == element }
    let end = Int(entry.end)
    guard stray > 0 || end > element + 1 else { return text += "/>\n" }
    // A comment between two runs of text keeps them two.
    text += ">" + Array(repeating: "?", count: stray).joined(separator: "<!-- -->") + "\n"
    var child = element + 1
    while child < end {
      write(child, depth: depth + 1, isRead: isRead, &text)
      child = Int(document.elements[child].end)
    }
    text += "\(indent)</\(name)>\n"
  }

  private mutating func write(_ attribute: Int, of element: Int, _ text: inout String) {
    let own = document.attributes[attribute].name
    if document.text(of: own, in: DossierName.vocabulary).hasPrefix("xsi:") { return }
    text += " \(name(own))=\"\(Self.escaped(value(attribute, of: element)))\""
  }

  // A name that no schema has might be anybody's.
  private mutating func name(_ name: XMLName) -> String {
    let written = document.text(of: name, in: DossierName.vocabulary)
    return name.unknown == nil ? written : disguise.listed(written, as: "unknown")
  }

  private mutating func value(_ attribute: Int, of element: Int) -> String {
    let value = document.value(attribute)
    let treatment = treatment(attribute, of: element)
    if isUnread(attribute, of: element) {
      switch treatment {
      // Blank or too long, which the twin has to be too.
      case .text, .name, .number, .nameLine, .dataLine: break
      case .type,
        .path where EvidencePath.isInside(Array(value.utf8).span):
        return disguise.text(value)
      case .path: return "../" + disguise.listed(value, as: "file")
      default: return "?"
      }
    }
    switch treatment {
    case .keep: return value
    case .name: return disguise.name(value)
    case .text: return disguise.text(value)
    case .number: return disguise.number(value)
    case .creditCode: return disguise.creditCode(value)
    case .digest: return disguise.digest(value)
    case .nameLine: return disguise.nameLine(value, spellings: spellings(around: element))
    case .dataLine: return disguise.dataLine(value)
    case .identifier: return disguise.listed(value, as: "id")
    case .word: return disguise.listed(value, as: "word")
    case .category:
      return categories.contains(value) ? value : disguise.listed(value, as: "category")
    case .body:
      return ["cscse", "chsi"].contains(value) ? value : disguise.listed(value, as: "body")
    case .type:
      return Self.isMediaType(value)
        ? value : disguise.listed(value, as: "other/type") + Self.hidden(in: value)
    case .path: return path(value)
    }
  }

  private mutating func path(_ path: String) -> String {
    let ending = path.split(separator: "/").last?.split(separator: ".").dropFirst().last ?? ""
    let known = ["pdf", "jpg", "jpeg", "png", "tif", "tiff", "doc", "docx"]
    let kept = known.contains(ending.lowercased()) ? ".\(ending)" : ""
    return "evidence/" + disguise.listed(path, as: "file") + Self.hidden(in: path) + kept
  }

  // How the zone spells letters outside A to Z, by the names of the passport's holder.
  private func spellings(around passport: Int) -> [String: String] {
    var spellings: [String: String] = [:]
    let holder = Int(document.elements[passport].parent)
    guard holder >= 0 else { return [:] }
    var own: Set<String> = []
    for element in (holder + 1)..<Int(document.elements[holder].end)
    where DossierName(document.elements[element].name) == .name {
      for at in attributes(of: element) where treatment(at, of: element) == .name {
        for word in document.value(at).split(whereSeparator: { $0 == " " || $0 == "-" }) {
          let folded = word.unicodeScalars.compactMap(NameMatcher.fold).joined()
          own.insert(folded)
          for spelling in PassportZone.spellings(of: String(word)) {
            spellings[spelling.unicodeScalars.compactMap(NameMatcher.fold).joined()] = folded
          }
        }
      }
    }
    return spellings.filter { !own.contains($0.key) }
  }

  private func isUnread(_ attribute: Int, of element: Int) -> Bool {
    let part = Int32(attribute) - document.elements[element].firstAttribute
    return unread.contains(SourcePlace(element: Int32(element), part: part))
  }

  private func attributes(of element: Int) -> Range<Int> {
    document.elements[element].attributes
  }

  private func treatment(_ attribute: Int, of element: Int) -> Treatment {
    guard let name = DossierName(document.attributes[attribute].name) else { return .word }
    return Treatment(name, in: DossierName(document.elements[element].name))
  }

  // What nobody sees has cost a finding.
  private static func hidden(in value: String) -> String {
    InvisibleCharacters.found(in: value)
  }

  private static func isMediaType(_ value: String) -> Bool {
    let parts = value.split(separator: "/", omittingEmptySubsequences: false)
    return parts.count == 2
      && ["application", "image", "text", "audio", "video"].contains(parts[0])
      && (1...80).contains(parts[1].utf8.count)
      && parts[1].utf8.allSatisfy {
        (97...122).contains($0) || (48...57).contains($0) || [43, 45, 46].contains($0)
      }
  }

  private static func escaped(_ value: String) -> String {
    var text = ""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "&": text += "&amp;"
      case "<": text += "&lt;"
      case ">": text += "&gt;"
      case "\"": text += "&quot;"
      case "\t", "\n", "\r": text += "&#\(scalar.value);"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}
