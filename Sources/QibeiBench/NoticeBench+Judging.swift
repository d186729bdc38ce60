// SPDX-License-Identifier: Apache-2.0
internal import QibeiCore
internal import QibeiReports
internal import QibeiValidation

extension NoticeBench {
  /// What a finding is about, whatever its values.
  struct Told: Hashable {
    let code: String
    var requirement: String?
    let paper: String?

    init(_ finding: Finding, _ dossier: DraftedDossier) {
      code = finding.kind.code
      requirement = finding.requirement?.id
      paper = finding.supplement.map { dossier.papers[Int($0)].id }
    }

    /// The same whatever item it is told under, where it is about a paper.
    var ofPaper: Told {
      var told = self
      if paper != nil { told.requirement = nil }
      return told
    }
  }

  struct Verdict {
    let findings: [Finding]
    let lines: [String]
    /// What may be due besides, once the facts are known that nobody declared.
    let mayBeDue: Set<FindingValue>
  }

  func judge(_ dossier: DraftedDossier, _ files: DraftedFiles) throws -> Verdict {
    let validation = try validator.validate(
      Array(DossierWriter(dossier).text.utf8),
      ValidationRequest(place: item.place, today: item.day),
      inspecting: { _ in files.seen(of: dossier) })
    let findings = validation.assessment.findings.filter {
      $0.disposition != .look && $0.disposition != .advise
    }
    let report = Report(
      assessment: validation.assessment, input: "dossier.xml", positions: validation.positions())
    let lines = report.entries.filter {
      $0.disposition != Disposition.look.rawValue && $0.disposition != Disposition.advise.rawValue
    }.map { "\($0.code) \($0.requirement ?? "-"): \($0.message.en)" }
    let limits = validation.assessment.findings.filter { $0.kind === FindingKind.factUnknown }
      .compactMap(\.limit)
    let mayBeDue = limits.flatMap { limit -> [FindingValue] in
      if case .list(let titles) = limit { titles } else { [] }
    }
    return Verdict(findings: findings, lines: lines, mayBeDue: Set(mayBeDue))
  }

  /// Leaves facts undeclared: whatever they turn out to bring is named beforehand.
  func attemptWithoutFacts(
    _ damaged: DraftedDossier, _ files: DraftedFiles, _ golden: GoldenDossier, _ deeds: [String],
    _ random: inout SplitMix, _ outcome: inout Outcome
  ) throws {
    let asked = Set(
      item.checklist.requirements.flatMap { requirement in
        (requirement.condition?.facts ?? [])
          + requirement.choice.demands.flatMap { $0.condition?.facts ?? [] }
      })
    let open = Self.declared.filter(asked.contains)
    guard !open.isEmpty, Bool.random(using: &random) else { return }
    var silent = damaged
    let count = Int.random(in: 1...min(3, open.count), using: &random)
    silent.facts.undeclared = Set(open.shuffled(using: &random).prefix(count))
    let before = try judge(silent, files)
    let after = try judge(damaged, files)
    // A fault of a paper is the same fault under whichever item it is told.
    let told = Set(before.findings.map { Told($0, damaged).ofPaper })
    let keptBack = after.findings.contains { finding in
      let isNamed = finding.requirement.map { before.mayBeDue.contains(.words($0.title)) } ?? false
      let isDoor = finding.seen.map(before.mayBeDue.contains) ?? false
      return !isNamed && !isDoor && !told.contains(Told(finding, damaged).ofPaper)
    }
    outcome.damages += count
    outcome.undeclared += count
    guard keptBack else { return }
    let facts = silent.facts.undeclared.map(\.rawValue).sorted().joined(separator: ", ")
    outcome.failures.append(
      Failure(
        title:
          "\(item.name): \(golden.title): \(deeds.joined(separator: ", ")); undeclared \(facts)",
        first: before.lines, second: after.lines))
  }

  // Those that a dossier states in an attribute, so that one can be left out alone.
  private static let declared: [FactName] = [
    .workCategory, .basis, .location, .permitMonths, .filedBy, .caseCircumstances, .nationality,
    .formerChinese, .chineseOrigin, .maritalStatus, .permanentResident, .applies,
    .personCircumstances, .previousEmployerInChina, .licenceNeeded, .performance, .employerKind,
    .employerOnFile,
  ]
}

extension DraftedFiles {
  /// Whether a finding is about a file rather than about its paper.
  static func concerns(_ finding: Finding) -> Bool {
    ["QB2501", "QB2502", "QB2503", "QB2507"].contains(finding.kind.code)
  }

  /// With the files replaced that were told about, and no other.
  func mended(_ findings: [Finding], _ dossier: DraftedDossier) -> DraftedFiles {
    var mended = self
    for finding in findings where Self.concerns(finding) {
      guard let paper = finding.supplement, case .text(let path) = finding.limit,
        dossier.papers.indices.contains(Int(paper))
      else { continue }
      mended.damaged[path] = nil
    }
    return mended
  }
}
