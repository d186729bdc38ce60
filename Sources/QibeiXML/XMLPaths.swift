// SPDX-License-Identifier: Apache-2.0

/// Positional XPaths into one document; made once per report, in one pass over its elements.
package struct XMLPaths: Sendable {
  private struct Sibling: Hashable {
    var parent: Int32
    var name: XMLName
  }

  private let document: XMLDocument
  private let vocabulary: XMLVocabulary
  private let ordinals: [Int32]

  /// Counts every element among its siblings of the same name.
  package init(_ document: XMLDocument, in vocabulary: XMLVocabulary) {
    self.document = document
    self.vocabulary = vocabulary
    var seen: [Sibling: Int32] = [:]
    ordinals = document.elements.map { element in
      let key = Sibling(parent: element.parent, name: element.name)
      let ordinal = seen[key, default: 0] + 1
      seen[key] = ordinal
      return ordinal
    }
  }

  /// The path to a place, with the prefix `q` for the document's namespace.
  package func path(to place: XMLPlace) -> String {
    var steps: [String] = []
    var at = Int(place.element)
    while document.elements.indices.contains(at) {
      let element = document.elements[at]
      let name = document.text(of: element.name, in: vocabulary)
      steps.append(element.parent < 0 ? "/q:\(name)" : "/q:\(name)[\(ordinals[at])]")
      at = Int(element.parent)
    }
    let path = steps.reversed().joined()
    guard place.part >= 0, document.elements.indices.contains(Int(place.element)) else {
      return path
    }
    let first = document.elements[Int(place.element)].firstAttribute
    let attribute = document.attributes[Int(first + place.part)]
    return path + "/@\(document.text(of: attribute.name, in: vocabulary))"
  }
}
