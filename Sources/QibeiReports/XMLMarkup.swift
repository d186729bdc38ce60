// SPDX-License-Identifier: Apache-2.0
internal import QibeiCore

/// XML as text, in which nothing from a dossier can become markup.
enum XMLMarkup {
  static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

  /// Attributes, each with a blank before it; those without a value are left out.
  static func attributes(_ pairs: [(name: String, value: String?)]) -> String {
    pairs.map { pair in
      pair.value.map { " \(pair.name)=\"\(HTMLPage.escaped($0))\"" } ?? ""
    }.joined()
  }

  /// An element that holds nothing but text.
  static func element(
    _ name: String, _ pairs: [(name: String, value: String?)] = [], text: [String]
  ) -> String {
    let start = "<\(name)\(attributes(pairs))"
    guard !text.isEmpty else { return start + "/>\n" }
    return "\(start)>\(text.map(HTMLPage.escaped).joined(separator: "\n"))</\(name)>\n"
  }
}
