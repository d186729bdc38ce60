// SPDX-License-Identifier: Apache-2.0
package import QibeiCore

/// What is counted of one input of a batch; nothing in it tells one person from another.
package struct BatchRecord: Equatable, Sendable {
  /// Nil where the input is no dossier that can be judged.
  package var verdict: Verdict?
  package var categories: [String] = []
  /// Codes of what keeps the dossier from being complete, each once, sorted.
  package var causes: [String] = []
  /// Whether the applicant is declared a high-level talent: work category A, or a recognition or recommendation.
  package var isTalent = false
  /// Whether more than one person applies.
  package var isFamily = false

  /// An input that could not be judged.
  package static let refused = BatchRecord()

  private init() {}

  /// What is counted of an assessment.
  package init(_ assessment: borrowing Assessment) {
    let persons = assessment.dossier.persons
    let applicant = assessment.dossier.applicant
    let checklists = assessment.checklists
    verdict = assessment.verdict
    categories = checklists.indices.map { checklists[$0].source.id }
    if categories.isEmpty { categories = assessment.dossier.application.categories }
    if !assessment.findings.isEmpty {
      causes = Set(
        assessment.findings.filter { $0.disposition.keepsOpen }.map(\.kind.code)
      ).sorted()
    }
    isTalent =
      assessment.dossier.application.workCategory.known == .highEnd
      || applicant.map { persons[$0].isRecognised } ?? false
    isFamily =
      persons.indices.count { $0 == applicant || persons[$0].applies.known == true } > 1
  }

  /// The record in one line without blanks around it, for a ledger.
  package var line: String {
    [
      verdict?.rawValue ?? "refused", Self.join(categories), Self.join(causes),
      isTalent ? "talent" : "-", isFamily ? "family" : "-",
    ].joined(separator: " ")
  }

  /// Reads what ``line`` gives; nil where it is not that.
  package init?(line: some StringProtocol) {
    let fields = String(line).split(separator: " ").map(String.init)
    guard fields.count == 5 else { return nil }
    verdict = Verdict(rawValue: fields[0])
    guard verdict != nil || fields[0] == "refused" else { return nil }
    categories = Self.parts(fields[1])
    causes = Self.parts(fields[2])
    isTalent = fields[3] == "talent"
    isFamily = fields[4] == "family"
  }

  // What a dossier calls its category may be anything; what no list has is not written.
  private static func join(_ words: [String]) -> String {
    let plain = words.filter { word in
      !word.isEmpty
        && word.utf8.allSatisfy {
          (48...57).contains($0) || (97...122).contains($0 | 32) || $0 == 45
        }
    }
    return plain.isEmpty ? "-" : plain.joined(separator: ",")
  }

  private static func parts(_ field: String) -> [String] {
    field == "-" ? [] : field.split(separator: ",").map(String.init)
  }
}

extension Disposition {
  /// Whether a finding of it keeps a dossier from being complete.
  var keepsOpen: Bool {
    switch self {
    case .elsewhere, .unchecked, .supplement, .fixNow, .deferrable: true
    case .look, .advise: false
    }
  }
}
