// SPDX-License-Identifier: Apache-2.0
package import QibeiCore
internal import QibeiDecoding
internal import QibeiFiles
internal import QibeiXML

/// On what it depends which rules a dossier is judged by.
package struct RuleQuestion: Hashable, Sendable {
  package let categories: [String]
  package let place: Division?
  package let submission: CalendarDate
  package let acceptance: CalendarDate
}

extension DossierValidator {
  /// What decides on the rules for a dossier; it is read, not judged.
  ///
  /// - Throws: ``XMLReadError`` when the bytes are not a dossier.
  package func question(_ bytes: [UInt8], _ request: ValidationRequest) throws -> RuleQuestion {
    let application = DossierDecoder.decode(try reader.read(bytes), vocabulary).value.application
    let (submission, acceptance) = Self.days(request, application)
    return RuleQuestion(
      categories: Self.categories(request, application),
      place: request.place ?? application.place.known, submission: submission,
      acceptance: acceptance)
  }
}

extension ChecklistLibrary {
  /// SHA-256 over all rule files, 64 hexadecimal digits.
  ///
  /// - Throws: ``ChecklistError`` when one cannot be read.
  package func digest() throws(ChecklistError) -> String {
    var all = Array(try tablesDigest().utf8)
    for folder in ["checklists", "overlays"] {
      for path in try store.paths(in: folder) {
        all += path.utf8
        all += (try store.file(path)?.digest ?? "").utf8
      }
    }
    return Digest.sha256(all)
  }

  /// The rule files that answer a question, each with its digest; what has no answer has none.
  ///
  /// - Throws: ``ChecklistError`` when one is faulty.
  package func ruleFiles(for question: RuleQuestion) throws -> [RuleSource] {
    try question.categories.flatMap { category -> [RuleSource] in
      do {
        return try edition(
          for: category, at: question.place, submission: question.submission,
          acceptance: question.acceptance, version: nil
        ).sources
      } catch is Absence {
        return []
      }
    }
  }
}
