// SPDX-License-Identifier: Apache-2.0
package import QibeiCore
internal import QibeiDecoding
internal import QibeiFiles

extension Validation {
  /// The parts of the dossier with their digests, in the order of application, persons, employers and supplements.
  package var parts: [DossierPart] {
    let dossier = assessment.dossier
    func part(
      _ kind: DossierPart.Kind, _ id: String, _ place: SourcePlace, word: String? = nil,
      files: [EvidenceFile] = []
    ) -> DossierPart {
      var bytes = DossierDecoder.content(
        of: document, Int(place.element), leavingOut: ["submission", "acceptance"])
      for file in files {
        if case .inspected(let seen) = assessment.evidence?.files[dossier.text(file.path)] {
          bytes += seen.digest.utf8
        }
      }
      return DossierPart(kind: kind, id: id, word: word, digest: Digest.sha256(bytes))
    }
    return [part(.application, "", dossier.application.sourcePlace)]
      + dossier.persons.map { part(.person, $0.id, $0.sourcePlace) }
      + dossier.employers.map { part(.employer, $0.id, $0.sourcePlace) }
      + dossier.supplements.map { supplement in
        part(
          .supplement, dossier.text(supplement.id), supplement.sourcePlace,
          word: supplement.kind.known.map { assessment.tables.kinds[$0].id },
          files: Array(dossier.files[supplement.files]))
      }
  }
}

extension DossierValidator {
  /// Holds a dossier against the letter that it answers.
  ///
  /// - Parameters:
  ///   - validation: of the dossier as it is now.
  ///   - bytes: its XML.
  ///   - request: what it was judged as.
  ///   - letter: the one that was answered.
  /// - Returns: what is done, what is open, and why there is anything else.
  /// - Throws: as ``validate(_:_:leavesFiles:inspecting:)``.
  package func compare(
    _ validation: Validation, _ bytes: [UInt8], _ request: ValidationRequest,
    with letter: EarlierLetter
  ) throws -> Resubmission {
    Resubmission(
      letter, validation.assessment, validation.parts,
      then: try fingerprints(of: validation, bytes, request, on: letter.submission))
  }

  /// Holds a sealed report against its dossier.
  ///
  /// - Parameters:
  ///   - sealed: what the report rests on.
  ///   - validation: of the dossier as it is now.
  ///   - bytes: its XML.
  ///   - request: what it was judged as.
  ///   - tables: digest of the reference tables, as ``ChecklistLibrary/tablesDigest()`` gives it.
  /// - Returns: whether the report holds, and what changed where it does not.
  /// - Throws: as ``validate(_:_:leavesFiles:inspecting:)``.
  package func verify(
    _ sealed: SealedReport, _ validation: Validation, _ bytes: [UInt8],
    _ request: ValidationRequest, tables: String
  ) throws -> Verification {
    Verification(
      sealed,
      now: SealedReport(
        validation.assessment, category: sealed.category, parts: validation.parts,
        tables: tables), validation.assessment,
      then: try fingerprints(
        of: validation, bytes, request, on: sealed.submission,
        leavesFiles: sealed.tellsUnopenedScans))
  }

  // With the files as they are now: what was found in them does not depend on the day.
  private func fingerprints(
    of validation: Validation, _ bytes: [UInt8], _ request: ValidationRequest,
    on day: CalendarDate, leavesFiles: Bool = false
  ) throws -> Set<String> {
    var then = request
    then.submission = day
    let evidence = validation.assessment.evidence
    let earlier =
      evidence == nil
      ? try validate(bytes, then, leavesFiles: leavesFiles).assessment
      : try validate(bytes, then, inspecting: { _ in evidence }).assessment
    return Set(earlier.findings.map { Fingerprint($0, in: earlier.dossier).text })
  }
}
