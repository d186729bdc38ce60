// SPDX-License-Identifier: Apache-2.0
internal import QibeiCore
internal import QibeiDecoding

extension DossierValidator {
  /// A twin of a dossier that says nothing of anybody; see ``Redaction``.
  ///
  /// - Parameters:
  ///   - validation: of the dossier, without its files.
  ///   - request: what it was judged as.
  /// - Returns: XML that has the same findings in the same order; nil where they would differ.
  /// - Throws: ``ChecklistError`` when the rules are faulty.
  package func twin(of validation: Validation, _ request: ValidationRequest) throws -> String? {
    let categories = Set(try library.categories()).union([JointDossier.category])
    let twin = Redaction.twin(of: validation.document, vocabulary, categories: categories)
    let again = try validate(Array(twin.utf8), request)
    return Self.outline(again.assessment) == Self.outline(validation.assessment) ? twin : nil
  }

  // Everything about findings that names nobody.
  private static func outline(_ assessment: Assessment) -> [String] {
    ["\(assessment.verdict)"]
      + assessment.findings.map { finding in
        let requirement = finding.requirement?.id ?? "-"
        let supplement = finding.supplement.map { "\($0)" } ?? "-"
        let place = "\(finding.sourcePlace.element)"
        return
          "\(finding.kind.code) \(finding.disposition.rawValue) \(requirement) \(finding.owner) \(supplement) \(place)"
      }
  }
}
