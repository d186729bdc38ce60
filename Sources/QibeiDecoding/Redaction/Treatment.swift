// SPDX-License-Identifier: Apache-2.0

/// What happens to an attribute's value when a dossier is disguised.
enum Treatment {
  case keep, name, text, number, creditCode, digest, nameLine, dataLine, identifier, word
  case category, body, type, path

  /// How an attribute is treated, by its name and the element it stands in.
  init(_ attribute: DossierName, in element: DossierName?) {
    switch (attribute, element) {
    case (.name, .states), (.surname, _), (.given, _), (.full, _): self = .name
    case (.name, _), (.title, _), (.issuer, _), (.authority, _), (.translator, _), (.text, _),
      (.port, _), (.address, _), (.englishName, _), (.institution, _), (.field, _),
      (.position, _), (.employer, _), (.decision, _):
      self = .text
    // Elsewhere it says by whose hand, in a listed word.
    case (.by, .confirmation), (.by, .recognition), (.by, .recommendation), (.by, .notarisation):
      self = .text
    case (.number, _), (.phone, _), (.reference, _), (.passport, _), (.permit, _),
      (.residentNumber, _):
      self = .number
    case (.uscc, _): self = .creditCode
    case (.sha256, _): self = .digest
    case (.mrz1, _): self = .nameLine
    case (.mrz2, _): self = .dataLine
    case (.id, _), (.for, _), (.person, _): self = .identifier
    case (.remark, _), (.verifiedBy, _), (.kind, .recognition): self = .word
    case (.category, _), (.limb, _): self = .category
    case (.body, _): self = .body
    case (.type, _): self = .type
    case (.path, _): self = .path
    default: self = .keep
    }
  }
}
