// SPDX-License-Identifier: Apache-2.0

/// A language that the product speaks.
package enum Language: String, Sendable, CaseIterable {
  case zh, en
}

/// One statement in Chinese and in English, written separately from the same facts.
package struct BilingualText: Hashable, Sendable {
  package var zh: String
  package var en: String

  package init(zh: String, en: String) {
    self.zh = zh
    self.en = en
  }

  /// Chinese first, then English.
  package init(_ zh: String, _ en: String) {
    self.init(zh: zh, en: en)
  }

  package subscript(language: Language) -> String {
    language == .zh ? zh : en
  }
}
