// SPDX-License-Identifier: Apache-2.0
internal import QibeiXML

/// Every element and attribute name of `checklist.xsd`, `overlay.xsd`, `tables.xsd` and `letter.xsd`.
enum RuleName: Int32, CaseIterable {
  case aboutRelative, accept, add, after, agreement, all, allOf, also, amount, any, anyOf
  case applicant, article, atLeast, atMost, authentication, authority, average, background, band
  case basis, before, bridge, by, category, change, checklist, chronology, `class`
  case clock, code, colour, confirm, copies, country, covers, criterion, dataSharing
  case dated, deadline, decidedBy, delivery, division, dossier, dossierId, dossierSha256, due
  case duration, en, evidence, except, exceptEmployer, fact, fault, fee, fields, fileType,
    fingerprint, `for`, form
  case from, gap, general, grants, health, height, holiday, id, ifDefective, ifMissing
  case inForceFrom, inForceUntil, inJoint, `is`, isNot, issuedBy, issuedWithin, issuer, item, items
  case kilobytes, kilobytesAtMost, kind, kinds, language, law, leadDays, letter, letters, level
  case limb, line, link, longerThan, look, makeUp, max, mayFollow, mentions, n, name
  case needsNoLicence, not, notarisation, number, objection, of, office, officer, on, originals
  case outcome, overlay, pageDate, pages, papers, parent, part, party, per, perLimb, period
  case photoStandard, place, places, points, ratio, reason, received, region, remedy, requirement
  case scan, scanStandard, seal, sealedBy, sha256, signature, source, states, subject, submission
  case summary, supervisorReason, supplement, table, takenWithin, telephone, timeLimit, title
  case tolerance, translation, type, types, until, validThrough, version, waive, when, width, word
  case workingDays, wrongDoor, year, zh

  /// The name as files write it; `texts` keeps the order of the cases.
  var written: String { Self.texts[Int(rawValue)] }

  private static let texts: [String] = [
    "about-relative", "accept", "add", "after", "agreement", "all", "all-of", "also", "amount",
    "any", "any-of", "applicant", "article", "at-least", "at-most", "authentication", "authority",
    "average", "background", "band", "basis", "before", "bridge", "by", "category",
    "change", "checklist", "chronology", "class", "clock", "code", "colour",
    "confirm", "copies", "country", "covers", "criterion", "data-sharing", "dated",
    "deadline", "decided-by", "delivery", "division", "dossier", "dossier-id", "dossier-sha256",
    "due", "duration", "en", "evidence", "except", "except-employer", "fact", "fault", "fee",
    "fields", "file-type",
    "fingerprint", "for", "form", "from", "gap", "general", "grants", "health", "height",
    "holiday", "id", "if-defective", "if-missing", "in-force-from", "in-force-until", "in-joint",
    "is", "is-not", "issued-by", "issued-within", "issuer", "item", "items", "kilobytes",
    "kilobytes-at-most", "kind", "kinds", "language", "law", "lead-days", "letter", "letters",
    "level", "limb", "line", "link", "longer-than", "look", "make-up", "max", "may-follow",
    "mentions", "n", "name", "needs-no-licence", "not", "notarisation", "number", "objection", "of",
    "office", "officer", "on", "originals", "outcome", "overlay", "page-date", "pages", "papers",
    "parent", "part", "party", "per", "per-limb", "period", "photo-standard", "place", "places",
    "points", "ratio", "reason", "received", "region", "remedy", "requirement", "scan",
    "scan-standard", "seal", "sealed-by", "sha256", "signature", "source", "states", "subject",
    "submission", "summary", "supervisor-reason", "supplement", "table", "taken-within",
    "telephone", "time-limit", "title", "tolerance", "translation", "type", "types", "until",
    "valid-through", "version", "waive", "when", "width", "word", "working-days",
    "wrong-door", "year", "zh",
  ]

  static let inChecklists = XMLVocabulary(namespace: "urn:qibei:checklist:1", names: texts)
  static let inTables = XMLVocabulary(namespace: "urn:qibei:table:1", names: texts)
  static let inLetters = XMLVocabulary(namespace: "urn:qibei:letter:1", names: texts)

  /// The name in a document; nil when no schema has such a name.
  init?(_ name: XMLName) { self.init(rawValue: name.index) }

  /// The name that is written so; nil when no schema has it.
  init?(written text: String) {
    guard let position = Self.texts.firstIndex(of: text) else { return nil }
    self.init(rawValue: Int32(position))
  }
}
