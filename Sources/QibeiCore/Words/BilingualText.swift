// SPDX-License-Identifier: Apache-2.0

/// A language that the product speaks.
package enum Language: String, Sendable, CaseIterable {
  case zh, en
}

/// One statement in Chinese and in English, written separately from the same facts.
package struct BilingualText: Sendable {
  // A rule file has hundreds of statements, of which a report tells a few: the others are never made into strings.
  private enum Place {
    case written(zh: String, en: String)
    case file(text: String, zh: Verbatim, en: Verbatim)
  }

  private let place: Place

  package init(zh: String, en: String) { place = .written(zh: zh, en: en) }

  /// Chinese first, then English.
  package init(_ zh: String, _ en: String) {
    self.init(zh: zh, en: en)
  }

  /// Two runs of a file's text, in bytes of UTF-8.
  package init(in text: String, zh: Verbatim, en: Verbatim) {
    place = .file(text: text, zh: zh, en: en)
  }

  package var zh: String { self[.zh] }

  package var en: String { self[.en] }

  package subscript(language: Language) -> String {
    switch place {
    case .written(let zh, let en): language == .zh ? zh : en
    case .file(let text, let zh, let en): text[language == .zh ? zh : en]
    }
  }
}

extension String {
  /// A run of the text, in bytes of UTF-8.
  package subscript(_ run: Verbatim) -> String {
    let bytes = utf8.span.extracting(run.range)
    // It fails only where a run begins or ends inside a character, which then shows.
    guard let text = try? UTF8Span(validating: bytes) else {
      return String(decoding: Array(utf8)[run.range], as: UTF8.self)
    }
    return String(copying: text)
  }
}

extension BilingualText: Hashable {
  package static func == (left: BilingualText, right: BilingualText) -> Bool {
    left.zh == right.zh && left.en == right.en
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(zh)
    hasher.combine(en)
  }
}
