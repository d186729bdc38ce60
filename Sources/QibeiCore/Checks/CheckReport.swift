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

  package init() {}

  /// How much there is to say; what the window only looks at is nothing.
  var weight: Int {
    var weight = waiting.count
    for index in findings.indices where findings[index].disposition != .look {
      weight += findings[index].kind.needsAnotherPaper ? 10 : 1
    }
    return weight
  }

  /// How much of it is more than advice.
  var defects: Int {
    var defects = waiting.count
    for index in findings.indices {
      switch findings[index].disposition {
      case .look, .advise: break
      default: defects += 1
      }
    }
    return defects
  }

  /// Adds a finding of a check.
  package mutating func add(
    _ kind: FindingKind, _ paper: Paper, seen: FindingValue? = nil, expected: FindingValue? = nil,
    limit: FindingValue? = nil, on: FindingValue? = nil, at place: SourcePlace? = nil
  ) {
    add(
      Finding(
        kind, owner: paper.owner, supplement: paper.index, seen: seen, expected: expected,
        limit: limit, on: on, at: place ?? paper.supplement.sourcePlace))
  }

  mutating func add(_ finding: consuming Finding) { findings.append(finding) }

  /// Lets what a check has found speak for the line that asked it.
  ///
  /// - Parameters:
  ///   - first: the position of the check's first finding.
  ///   - requirement: the line; its legal bases hold where the check has none of its own.
  ///   - check: what found it; nil for the paper's status.
  ///   - settled: what a plan will have put right, and is left out.
  mutating func attribute(
    from first: Int, to requirement: Requirement, by check: ConfiguredCheck?, settled: Set<Cause>?
  ) {
    for index in first..<findings.count {
      findings[index].requirement = requirement
      findings[index].bases = check?.bases ?? requirement.bases
      if check?.binds == false { findings[index].disposition = .advise }
    }
    guard let settled, !settled.isEmpty else { return }
    let open = findings[first...].filter { !settled.contains(Cause($0)) }
    findings.replaceSubrange(first..., with: open)
  }

  /// Says that a value which the check needs is not stated in the dossier.
  package mutating func notStated(_ what: BilingualText, _ paper: Paper, attribute: String) {
    add(.notStated, paper, seen: .words(what), expected: .text(attribute))
  }

  /// Says that nobody states where a paper comes from.
  package mutating func countryNotStated(_ paper: Paper) {
    notStated(
      .init("出具国家或地区", "the issuing country or region"), paper, attribute: "supplement/@country")
  }

  /// Says what an unreadable value will have to be once it can be read.
  package mutating func wait(
    for expected: FindingValue, _ attribute: String, at place: SourcePlace? = nil, _ paper: Paper
  ) {
    waiting.append(
      Waiting(
        sourcePlace: place ?? paper.supplement.sourcePlace, attribute: attribute,
        expected: expected, paper: paper.index))
  }

  mutating func append(_ other: CheckReport) {
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
