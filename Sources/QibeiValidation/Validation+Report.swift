// SPDX-License-Identifier: Apache-2.0
package import QibeiCore
internal import QibeiDecoding
internal import QibeiXML

extension Validation {
  /// Where each finding stands, in the assessment's order; made once per report.
  ///
  /// - Parameter withPaths: whether the paths are wanted too, which cost more than all the rest.
  /// - Returns: a position for each finding; without its path where none is wanted.
  package func positions(withPaths: Bool = true) -> [SourcePosition] {
    guard !assessment.findings.isEmpty else { return [] }
    let places = assessment.findings.map { finding in
      XMLPlace(element: finding.sourcePlace.element, part: finding.sourcePlace.part)
    }
    let locator = XMLLocator(document, for: places)
    let paths = withPaths ? DossierDecoder.paths(document) : nil
    return places.map { place in
      let position = locator.position(of: place, in: document)
      return SourcePosition(
        line: position.line, column: position.column, path: paths?.path(to: place) ?? "")
    }
  }
}
