// SPDX-License-Identifier: Apache-2.0
package import QibeiCore
package import QibeiValidation

/// Tries the promise of the one notice: whoever does everything that a report asks for, and nothing else, is done.
///
/// Golden dossiers are damaged at random in several places at once: papers, their files and the facts declared. Then
/// exactly the papers and files that the report names are put right; if anything is found afterwards, the report had kept it back (Administrative Licensing Law, article 32).
package struct NoticeBench {
  /// A dossier that had to be told about twice.
  package struct Failure: Equatable, Sendable {
    /// The golden dossier, and what was done to it.
    package let title: String
    /// What was found first, and what only afterwards: code, requirement and message.
    package let first: [String]
    package let second: [String]
  }

  /// What a run has shown.
  package struct Outcome: Sendable {
    package var dossiers = 0
    /// Things that were damaged, over all dossiers.
    package var damages = 0
    /// Facts that were left undeclared, among them.
    package var undeclared = 0
    /// Findings told at first.
    package var told = 0
    package var failures: [Failure] = []
  }

  let validator: DossierValidator
  let item: RuleCase
  let tables: ReferenceTables

  package init(_ validator: DossierValidator, _ item: RuleCase, _ tables: ReferenceTables) {
    self.validator = validator
    self.item = item
    self.tables = tables
  }

  /// Damages each golden dossier so many times.
  ///
  /// - Parameters:
  ///   - rounds: damaged copies of each golden dossier.
  ///   - seed: the same seed damages in the same way.
  /// - Returns: how many were tried, and those that had to be told twice.
  /// - Throws: what keeps a drafted dossier from being judged at all.
  package func run(rounds: Int, seed: UInt64) throws -> Outcome {
    var outcome = Outcome()
    var random = SplitMix(state: seed &+ UInt64(TextHash.of(item.name)))
    let (dossiers, _) = GoldenPaths(item.checklist, at: item.place, on: item.day, tables).all()
    for golden in dossiers {
      for _ in 0..<rounds { try attempt(golden, &random, &outcome) }
    }
    return outcome
  }

  private func attempt(
    _ golden: GoldenDossier, _ random: inout SplitMix, _ outcome: inout Outcome
  ) throws {
    var damaged = golden.dossier
    var deeds: [String] = []
    for index in damaged.papers.indices.reversed() {
      let kind = tables.kinds[damaged.papers[index].draft.kind].id
      switch Int.random(in: 0..<10, using: &random) {
      case 0, 1:
        damaged.papers.remove(at: index)
        deeds.append("without \(kind)")
      case 2, 3, 4:
        guard let draft = spoilt(damaged.papers[index], damaged.setting, &random) else { break }
        damaged.papers[index].draft = draft
        deeds.append("\(kind) spoilt")
      case 5:
        guard
          let part = damaged.papers[index].draft.stripped.randomElement(using: &random)
        else { break }
        damaged.papers[index].draft = part.draft
        deeds.append("\(kind) without \(part.part)")
      default: break
      }
    }
    var files = DraftedFiles()
    for paper in damaged.papers {
      for index in paper.draft.files.indices where Int.random(in: 0..<8, using: &random) == 0 {
        guard let damage = DraftedFiles.Damage.allCases.randomElement(using: &random) else { break }
        files.damaged[DraftedFiles.path(paper, index)] = damage
        deeds.append("file of \(tables.kinds[paper.draft.kind].id) \(damage)")
      }
    }
    outcome.dossiers += 1
    outcome.damages += deeds.count
    try attemptWithoutFacts(damaged, files, golden, deeds, &random, &outcome)
    // No letter is written while something could not be checked, so that is settled first.
    for _ in 0..<3 {
      let open = try judge(damaged, files).findings.filter { $0.disposition == .unchecked }
      if open.isEmpty { break }
      damaged = settled(damaged, golden.dossier, open)
    }
    let first = try judge(damaged, files)
    outcome.told += first.findings.count
    let afterwards = mended(damaged, golden.dossier, first.findings)
    let second = try judge(afterwards, files.mended(first.findings, damaged))
    // An alternative may ask more of a paper than the golden dossier holds; what was told was not kept back.
    let told = Set(first.findings.map { Told($0, damaged) })
    let isKeptBack = second.findings.contains { !told.contains(Told($0, afterwards)) }
    guard isKeptBack else { return }
    outcome.failures.append(
      Failure(
        title: "\(item.name): \(golden.title): \(deeds.joined(separator: ", "))",
        first: first.lines, second: second.lines))
  }

  // Several ways of failing at once where a paper has several checks.
  private func spoilt(
    _ paper: DraftedPaper, _ setting: DraftSetting, _ random: inout SplitMix
  ) -> PaperDraft? {
    var draft = paper.draft
    let checks = paper.uses.flatMap { $0.demand.checks }.shuffled(using: &random)
    for configured in checks.prefix(Int.random(in: 1...3, using: &random)) {
      draft = configured.check.spoil(draft, setting).randomElement(using: &random) ?? draft
    }
    return draft == paper.draft ? nil : draft
  }

  // Whatever the items concerned rest on is told as it is.
  private func settled(
    _ damaged: DraftedDossier, _ golden: DraftedDossier, _ findings: [Finding]
  ) -> DraftedDossier {
    let items = Set(findings.compactMap { $0.requirement?.id })
    let named = Set(findings.compactMap { $0.supplement.map { damaged.papers[Int($0)].id } })
    let there = Dictionary(uniqueKeysWithValues: damaged.papers.map { ($0.id, $0) })
    var settled = damaged
    settled.papers = golden.papers.compactMap { paper in
      let isConcerned =
        named.contains(paper.id) || paper.uses.contains { items.contains($0.requirement.id) }
      return isConcerned ? paper : there[paper.id]
    }
    return settled
  }

  // A paper that is named is put right; one that is missed is handed in: the old one where it was of that kind.
  private func mended(
    _ damaged: DraftedDossier, _ golden: DraftedDossier, _ findings: [Finding]
  ) -> DraftedDossier {
    var mended = damaged
    for finding in findings where !DraftedFiles.concerns(finding) {
      if let supplement = finding.supplement {
        let id = damaged.papers[Int(supplement)].id
        guard let old = golden.papers.first(where: { $0.id == id }),
          let at = mended.papers.firstIndex(where: { $0.id == id })
        else { continue }
        mended.papers[at] = old
      } else if let requirement = finding.requirement, finding.kind === FindingKind.missing {
        handIn(requirement, finding, golden, &mended)
      }
    }
    return mended
  }

  private func handIn(
    _ requirement: Requirement, _ finding: Finding, _ golden: DraftedDossier,
    _ dossier: inout DraftedDossier
  ) {
    var kinds: [SupplementKind] = []
    var country: Country?
    if case .kinds(let named) = finding.seen { kinds = named }
    if case .kindsFrom(let named, let from) = finding.seen { (kinds, country) = (named, from) }
    let there = Set(dossier.papers.map(\.id))
    let old = golden.papers.first { paper in
      !there.contains(paper.id) && kinds.contains(paper.draft.kind)
        && paper.uses.contains { $0.requirement.id == requirement.id }
        && (country == nil || paper.draft.country == country)
        && (finding.owner == .application || paper.owner == finding.owner)
    }
    if let old {
      dossier.papers.append(old)
      return
    }
    let demand = requirement.choice.demands.first { $0.kinds == kinds }
    guard let demand, let kind = kinds.first else { return }
    let count = dossier.papers.count
    dossier.answer(demand, of: requirement, for: finding.owner, country: country, kind: kind)
    if dossier.papers.count > count { dossier.papers[count].id = "new\(count)" }
  }

  /// Random numbers that a seed repeats (Steele, Lea and Flood, 2014).
  struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var word = state
      word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
      word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
      return word ^ (word >> 31)
    }
  }
}
