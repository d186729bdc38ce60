// SPDX-License-Identifier: Apache-2.0
internal import Foundation
internal import QibeiCore
package import QibeiValidation

/// A dossier's XML as text, to be spoilt in one place at a time.
package struct DossierText: Sendable, CustomStringConvertible {
  package var xml: String

  package init(_ xml: String) { self.xml = xml }

  /// A sample's XML.
  package init(sample: String) throws { xml = try Fixture.sample(sample) }

  package var description: String { xml }

  package var bytes: [UInt8] { Array(xml.utf8) }

  /// A small dossier of one applicant, with these supplements; it belongs to no category.
  package static func small(
    application: String = "", person: String = "", people: String = "", supplements: String = ""
  ) -> DossierText {
    DossierText(
      """
      <dossier xmlns="urn:qibei:dossier:1">
        <application submission="2026-03-16"\(application.isEmpty ? "" : " " + application)/>
        <person id="p1" role="applicant">\(person)</person>
      \(people)  <supplements>
      \(supplements)
        </supplements>
      </dossier>
      """)
  }

  /// The text with the first occurrence of something replaced; stops where there is none.
  package func replacing(_ old: String, with new: String) -> DossierText {
    guard let range = xml.range(of: old) else { preconditionFailure("not in the dossier: \(old)") }
    return DossierText(xml.replacingCharacters(in: range, with: new))
  }

  /// The text without every occurrence of something.
  package func removing(_ text: String) -> DossierText {
    DossierText(xml.replacingOccurrences(of: text, with: ""))
  }

  /// The identifiers of the supplements, in order.
  package var supplements: [String] {
    elements("supplement").compactMap { value(of: "id", in: $0) }
  }

  /// The kind of a supplement.
  package func kind(of supplement: String) -> String {
    elements("supplement").first { value(of: "id", in: $0) == supplement }
      .flatMap { value(of: "kind", in: $0) } ?? ""
  }

  /// The text without one supplement.
  package func removing(supplement id: String) -> DossierText {
    guard let element = elements("supplement").first(where: { value(of: "id", in: $0) == id })
    else { preconditionFailure("no such supplement: \(id)") }
    return replacing(element, with: "")
  }

  /// The text with one supplement rewritten.
  package func editing(
    supplement id: String, _ edit: (DossierText) -> DossierText
  ) -> DossierText {
    guard let element = elements("supplement").first(where: { value(of: "id", in: $0) == id })
    else { preconditionFailure("no such supplement: \(id)") }
    return replacing(element, with: edit(DossierText(element)).xml)
  }

  /// Every element with this name, with all that is in it.
  package func elements(_ name: String) -> [String] {
    let pattern = "<\(name)(?=[ />])[^>]*?(?:/>|>.*?</\(name)>)"
    guard
      let search = try? NSRegularExpression(
        pattern: pattern, options: [.dotMatchesLineSeparators])
    else { return [] }
    let all = NSRange(xml.startIndex..., in: xml)
    return search.matches(in: xml, range: all).compactMap { match in
      Range(match.range, in: xml).map { String(xml[$0]) }
    }
  }

  /// Judges it by the shipped checklists.
  package func validate(_ request: ValidationRequest? = nil) throws -> Validation {
    try DossierValidator(Fixture.library.get())
      .validate(bytes, request ?? ValidationRequest(today: Fixture.day))
  }

  private func value(of attribute: String, in element: String) -> String? {
    guard let start = element.range(of: " \(attribute)=\"")?.upperBound else { return nil }
    return element[start...].firstIndex(of: "\"").map { String(element[start..<$0]) }
  }
}
