// SPDX-License-Identifier: Apache-2.0
import Foundation
import QibeiTesting
import Testing

@testable import QibeiDecoding

struct DossierGrammarTests {
  /// What an element may hold, as one line of text.
  private static func line(
    _ element: String, _ attributes: [String], _ required: [String], _ children: [String]
  ) -> String {
    """
    \(element): @\(attributes.joined(separator: " @")); required \
    \(required.joined(separator: " ")); holds \(children.joined(separator: " "))
    """
  }

  @Test func `is what dossier xsd says`() throws {
    let schema = try Schema(Fixture.text(of: "schemas/dossier.xsd"))
    let expected = schema.elements.sorted(by: <).map { element, type in
      let type = schema.types[type] ?? Schema.ComplexType()
      return Self.line(element, type.attributes, type.required, type.children)
    }
    let actual = DossierGrammar.all.map { element, grammar in
      Self.line(
        element.written, grammar.attributes.map(\.written), grammar.required.map(\.written),
        grammar.children.map(\.written))
    }
    #expect(actual.sorted() == expected.sorted())
  }
}

/// The part of an XML Schema that a grammar needs, read line by line.
struct Schema {
  struct ComplexType {
    var attributes: [String] = []
    var required: [String] = []
    var children: [String] = []
  }

  private(set) var elements: [String: String] = [:]
  private(set) var types: [String: ComplexType] = [:]

  init(_ text: String) {
    var current: String?
    for tag in text.matches(of: /<(\/?)xs:([a-zA-Z]+)([^>]*?)\/?>/) {
      let (closes, kind) = (!tag.output.1.isEmpty, tag.output.2)
      let name = Self.value("name", in: tag.output.3)
      switch (kind, closes) {
      case ("complexType", false): current = name
      case ("complexType", true): current = nil
      case ("element", false):
        guard let name, let type = Self.value("type", in: tag.output.3) else { continue }
        elements[name] = type
        if let current { types[current, default: ComplexType()].children.append(name) }
      case ("attribute", false):
        guard let name, let current else { continue }
        types[current, default: ComplexType()].attributes.append(name)
        if Self.value("use", in: tag.output.3) == "required" {
          types[current, default: ComplexType()].required.append(name)
        }
      default: break
      }
    }
  }

  private static func value(_ name: String, in attributes: Substring) -> String? {
    guard let start = attributes.range(of: " \(name)=\"")?.upperBound else { return nil }
    return attributes[start...].firstIndex(of: "\"").map { String(attributes[start..<$0]) }
  }
}
