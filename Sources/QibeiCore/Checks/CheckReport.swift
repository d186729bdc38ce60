// SPDX-License-Identifier: Apache-2.0

/// What checks say about one paper, or about several together.
package struct CheckReport: Sendable {
  /// A check that could not look because a value is unreadable, which has already cost a finding.
  package struct Waiting: Sendable {
    package let sourcePlace: SourcePlace
    /// The name of the attribute that could not be read.
    package let attribute: String
    package let expected: FindingValue
    /// The paper concerned, by position in the dossier.
    package let paper: Int32
  }

  package private(set) var findings: [Finding] = []
  package private(set) var waiting: [Waiting] = []
  /// How much there is to say; what the window only looks at is nothing.
  private(set) var weight = 0
  /// How much of it is more than advice.
  private(set) var defects = 0
  private var speaker: ConfiguredCheck?
  private let requirement: Requirement?
  private let settled: Set<Cause>

  package init() {
    settled = []
    requirement = nil
  }

  /// A report on a paper that a requirement asks for; it leaves out what a plan will have put right.
  init(for requirement: Requirement, settled: Set<Cause>?) {
    self.requirement = requirement
    self.settled = settled ?? []
  }

  /// Says which check speaks next.
  mutating func speak(_ configured: ConfiguredCheck) { speaker = configured }

  /// Adds a finding of the check that speaks.
  package mutating func add(
    _ kind: FindingKind, _ paper: Paper, seen: FindingValue? = nil, expected: FindingValue? = nil,
    limit: FindingValue? = nil, on: FindingValue? = nil, at place: SourcePlace? = nil
  ) {
    var finding = Finding(
      kind, owner: paper.owner, supplement: paper.index, seen: seen, expected: expected,
      limit: limit, on: on, at: place ?? paper.supplement.sourcePlace, requirement: requirement)
    if let bases = speaker?.bases { finding.bases = bases }
    if speaker?.binds == false { finding.disposition = .advise }
    add(finding)
  }

  /// Says that a value which the check needs is not stated in the dossier.
  package mutating func notStated(_ what: BilingualText, _ paper: Paper, attribute: String) {
    add(.notStated, paper, seen: .words(what), expected: .text(attribute))
  }

  /// Says what an unreadable value will have to be once it can be read.
  package mutating func wait(
    for expected: FindingValue, _ attribute: String, at place: SourcePlace? = nil, _ paper: Paper
  ) {
    weight += 1
    defects += 1
    waiting.append(
      Waiting(
        sourcePlace: place ?? paper.supplement.sourcePlace, attribute: attribute,
        expected: expected, paper: paper.index))
  }

  mutating func add(_ finding: Finding) {
    if !settled.isEmpty, settled.contains(Cause(finding)) { return }
    if finding.disposition != .look { weight += finding.kind.needsAnotherPaper ? 10 : 1 }
    if finding.disposition != .look, finding.disposition != .advise { defects += 1 }
    findings.append(finding)
  }

  mutating func append(_ other: CheckReport) {
    weight += other.weight
    defects += other.defects
    findings += other.findings
    waiting += other.waiting
  }
}

extension FindingKind {
  package static let notStated = FindingKind(
    "QB9102", .unchecked, tag: .init("未写明", "not stated"),
    meaning: .init(
      "核验所需的一项内容在材料文件中没有写，因此这项核验没有做。没有核验不等于合格。",
      "Something that a check needs is not stated in the dossier, so the check was not made. Not checked is not passed."
    ),
    message: .init(
      "{paper}：没有写明{seen}，这一项未能核验", "{paper}: {seen} is not stated, so this was not checked"),
    remedy: .init(
      "请照文书在 {expected} 写明{seen}。", "State {seen} as the paper has it, in {expected}."))
}
