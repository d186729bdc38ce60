// SPDX-License-Identifier: Apache-2.0
internal import QibeiCore
internal import QibeiReports
internal import QibeiValidation

/// The answer on one dossier, on one day, at one place.
public struct Assessment: Sendable {
  /// The conclusion; there are three, never two.
  public enum Verdict: String, Sendable {
    case complete, incomplete, undetermined
  }

  /// What must happen about a finding.
  public enum Disposition: String, Sendable {
    case elsewhere, unchecked, supplement
    case fixNow = "fix-now"
    case deferrable, look, advise
  }

  /// One thing missing or defective.
  public struct Finding: Sendable, Hashable {
    /// `QB` and four digits, stable for ever.
    public let code: String
    /// What must happen about it.
    public let disposition: Disposition
    /// The checklist line it belongs to, if any.
    public let requirement: String?
    /// What is the matter, in Chinese and English.
    public let message: (zh: String, en: String)
    /// What to do, in Chinese and English.
    public let remedy: (zh: String, en: String)
    /// Line in the dossier, from 1.
    public let line: Int
    /// Column in the dossier, from 1, in characters.
    public let column: Int

    /// Whether two findings say the same at the same place.
    public static func == (left: Self, right: Self) -> Bool {
      left.code == right.code && left.message == right.message && left.line == right.line
        && left.column == right.column
    }

    /// Hashes what equality compares.
    public func hash(into hasher: inout Hasher) {
      hasher.combine(code)
      hasher.combine(line)
      hasher.combine(column)
    }
  }

  // By reference: SwiftPM does not rebuild a program when only the size of an internal type below this changes.
  private final class Result: Sendable {
    let validation: Validation
    init(_ validation: Validation) { self.validation = validation }
  }

  private let result: Result
  private var validation: Validation { result.validation }

  init(_ validation: Validation) { result = Result(validation) }

  /// The conclusion.
  public var verdict: Verdict {
    switch validation.assessment.verdict {
    case .complete: .complete
    case .incomplete: .incomplete
    case .undetermined: .undetermined
    }
  }

  /// How many findings there are, without putting them into words.
  public var findingCount: Int { validation.assessment.findings.count }

  /// Every finding, in report order.
  public var findings: [Finding] {
    report(named: "dossier.xml").entries.map { entry in
      Finding(
        code: entry.code, disposition: Disposition(rawValue: entry.disposition) ?? .unchecked,
        requirement: entry.requirement, message: (entry.message.zh, entry.message.en),
        remedy: (entry.remedy.zh, entry.remedy.en), line: entry.position.line,
        column: entry.position.column)
    }
  }

  /// The report as `schemas/report.schema.json` describes it.
  ///
  /// - Parameter input: what to call the dossier's file.
  /// - Returns: JSON text.
  public func json(input: String = "dossier.xml") -> String {
    ReportFormat.json.render(report(named: input), ReportOptions())
  }

  private func report(named input: String) -> Report {
    Report(
      assessment: validation.assessment, input: input, positions: validation.positions())
  }
}
