// SPDX-License-Identifier: Apache-2.0

/// Papers of which nobody can tell whether they come from the country whose paper is due.
extension RequirementJudge {
  /// What has to be known of them, instead of calling a paper missing that may be there.
  ///
  /// - Parameter demand: one that no paper of the country answers.
  /// - Returns: nil where there are fewer of them than countries without a paper, so that one is missing in any case.
  func ofUnknownCountry(_ demand: SupplementDemand) -> CheckReport? {
    guard country != nil else { return nil }
    let papers = papers(for: demand) { $0.known == nil }
    guard !papers.isEmpty else { return nil }
    let owed = Subjects.of(requirement, in: examination)
      .filter { $0.owner == owner }.compactMap(\.country)
    let due = owed.filter { due in
      self.papers(for: demand) { $0.known == due }.isEmpty
    }
    guard due.count <= papers.count else { return nil }
    let expected = due.map { FindingValue.country($0) }
    var report = CheckReport()
    for index in papers {
      let paper = Paper(
        examination: examination, index: index, owner: owner, candidates: papers)
      if paper.supplement.country.isAbsent {
        report.countryNotStated(paper)
      } else {
        report.wait(for: due.count == 1 ? expected[0] : .either(expected), "country", paper)
      }
    }
    report.attribute(
      from: 0, to: requirement, by: nil, settled: examination.foresight?.settled)
    return report
  }
}
