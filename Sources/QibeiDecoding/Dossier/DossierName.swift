// SPDX-License-Identifier: Apache-2.0
internal import QibeiXML

/// Every element and attribute name of `dossier.xsd`.
enum DossierName: Int32, CaseIterable {
  case dossier, application, person, employer, supplements, earlierNotice, id, limb, agent
  case confirmation, category, place, submission, acceptance, workCategory, basis, location
  case permitMonths, filedBy, online, name, phone, authorised, by, on, reference, passport
  case permit, entry, exit, lived, education, occupation, recognition, recommendation, role
  case sex, born, birthCountry, nationality, formerChinese, chineseOrigin, leftNationalityOn
  case maritalStatus, marriedOn, divorcedOn, permanentResident, applies, kind, surname, given
  case full, number, country, issued, expires, current, mrz1, mrz2, from, remark, port, visa
  case until, level, institution, field, awarded, verifiedBy, position, byKind, employment
  case pay, englishName, uscc, kinds, region, address, onFile, previousEmployerInChina
  case licenceNeeded, performance, year, salary, tax, supplement, translation, authentication
  case notarisation, seal, signature, states, file, `for`, title, issuer, issuerKind, language
  case originals, copies, pages, mentions, status, promisedBy, decision, translator, sealedBy
  case authority, body, of, text, path, type, sha256, received, circumstances
  case points, years, months, bonus, certificate, chinese, top, residentNumber

  /// The name as files write it.
  var written: String { Self.texts[Int(rawValue)] }

  private static let texts: [String] = [
    "dossier", "application", "person", "employer", "supplements", "earlier-notice", "id", "limb",
    "agent", "confirmation", "category", "place", "submission", "acceptance", "work-category",
    "basis", "location", "permit-months", "filed-by", "online", "name", "phone", "authorised",
    "by", "on", "reference", "passport", "permit", "entry", "exit", "lived", "education",
    "occupation", "recognition", "recommendation", "role", "sex", "born", "birth-country",
    "nationality", "former-chinese", "chinese-origin", "left-nationality-on", "marital-status",
    "married-on", "divorced-on", "permanent-resident", "applies", "kind", "surname", "given",
    "full", "number", "country", "issued", "expires", "current", "mrz1", "mrz2", "from", "remark",
    "port", "visa", "until", "level", "institution", "field", "awarded", "verified-by",
    "position", "by-kind", "employment", "pay", "english-name", "uscc", "kinds", "region",
    "address", "on-file", "previous-employer-in-china", "licence-needed", "performance", "year",
    "salary", "tax", "supplement", "translation", "authentication", "notarisation", "seal",
    "signature", "states", "file", "for", "title", "issuer", "issuer-kind", "language",
    "originals", "copies", "pages", "mentions", "status", "promised-by", "decision", "translator",
    "sealed-by", "authority", "body", "of", "text", "path", "type", "sha256", "received",
    "circumstances", "points", "years", "months", "bonus", "certificate", "chinese", "top",
    "resident-number",
  ]

  static let vocabulary = XMLVocabulary(namespace: "urn:qibei:dossier:1", names: texts)

  /// The name in a document; nil when the schema has no such name.
  init?(_ name: XMLName) { self.init(rawValue: name.index) }
}
