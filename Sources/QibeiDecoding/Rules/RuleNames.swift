// SPDX-License-Identifier: Apache-2.0
internal import QibeiXML

/// Element and attribute names of `checklist.xsd`, `overlay.xsd` and `tables.xsd`.
enum RuleNames {
  static let checklists = XMLVocabulary(namespace: "urn:qibei:checklist:1", names: all)
  static let tables = XMLVocabulary(namespace: "urn:qibei:table:1", names: all)

  private static let all: [String] = [
    "about-relative", "accept", "add", "after", "agreement", "all", "all-of", "also", "amount",
    "any", "any-of",
    "article", "average", "at-least", "band", "line", "max", "papers", "points", "word", "at-most",
    "authentication", "authority", "basis", "before",
    "bridge",
    "by", "category", "category-overlay", "change", "checklist", "chronology", "class", "code",
    "condition", "confirm", "copies", "country", "covers", "criterion", "data-sharing",
    "deadline", "decided-by", "division", "duration", "en", "evidence", "except", "fact", "fee",
    "fields", "file-type", "for", "form", "from", "gap", "group", "holiday", "id", "if-defective",
    "if-missing", "in-force-from", "in-force-until", "is", "is-not", "issued-by", "issued-within",
    "issuer", "items", "kind", "kinds", "language", "lead-days", "level", "link", "longer-than",
    "look",
    "make-up", "mentions", "name", "not", "notarisation", "number", "objection", "of", "on",
    "originals", "overlay", "page-date", "pages", "parent", "party", "per", "period",
    "photo-standard", "place", "places", "reason", "region", "remedy", "requirement", "scan",
    "seal",
    "sealed-by", "signature", "source", "states", "subject", "summary", "supplement", "table",
    "time-limit", "title", "translation", "types", "until", "valid-through", "version", "waive",
    "when", "words", "wrong-door", "year", "zh", "width", "height", "kilobytes", "ratio", "colour",
    "type", "background", "taken-within", "in-joint", "health", "general", "tolerance",
    "working-days",
    "grants",
    "per-limb", "scan-standard",
    "needs-no-licence", "kilobytes-at-most",
  ]
}
