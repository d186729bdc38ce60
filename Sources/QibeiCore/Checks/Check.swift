// SPDX-License-Identifier: Apache-2.0

/// A test of supplements that a checklist can name: one file in `BuiltIn`, listed in ``CheckCatalog``.
package protocol Check: Sendable {
  /// Its name, meaning, parameters, finding kinds and the examples that are its tests.
  static var description: CheckDescription { get }

  /// Reads its parameters once, when a checklist is loaded.
  init(_ parameters: CheckParameters) throws(CheckParameterError)

  /// Whether it judges all papers of a kind together instead of each by itself.
  static var isJoint: Bool { get }

  /// Reports what is wrong with a paper; for a joint check the paper is the first of its candidates.
  func examine(_ paper: Paper, into report: inout CheckReport)

  /// The days of submission on which its answer on a paper may turn by time alone, whatever other papers are there.
  func turns(_ paper: Paper, in horizon: Horizon) -> [CalendarDate]

  /// What has to be done to a paper after its issue so that it passes; nil where nothing has.
  var step: PaperStep? { get }

  /// How a paper grows too old for it; nil where it does not.
  var ageing: Ageing? { get }

  /// Gives a draft what this check asks for, on top of what other checks have settled.
  func satisfy(_ paper: inout PaperDraft, _ setting: DraftSetting)

  /// Drafts that fail this check, each by one small change of one that satisfies it.
  func spoil(_ paper: PaperDraft, _ setting: DraftSetting) -> [PaperDraft]
}

extension Check {
  package static var isJoint: Bool { false }

  package var step: PaperStep? { nil }

  package var ageing: Ageing? { nil }

  package func turns(_ paper: Paper, in horizon: Horizon) -> [CalendarDate] { [] }
}

/// What a check is, for readers, for the catalogue and for its tests.
package struct CheckDescription: Sendable {
  /// The element's name in a checklist.
  package let name: String
  /// What it demands.
  package let summary: BilingualText
  /// Attribute names and what they mean.
  package let parameters: [(name: String, meaning: BilingualText)]
  /// What it can find.
  package let kinds: [FindingKind]
  private let makeExamples: @Sendable () -> [CheckExample]

  /// Made only when they are asked for: a run of the command needs none.
  package var examples: [CheckExample] { makeExamples() }

  package init(
    name: String, summary: BilingualText, parameters: [(name: String, meaning: BilingualText)],
    kinds: [FindingKind], examples: @autoclosure @escaping @Sendable () -> [CheckExample]
  ) {
    self.name = name
    self.summary = summary
    self.parameters = parameters
    self.kinds = kinds
    makeExamples = examples
  }
}

/// A supplement and what the check says about it on 2026-03-16; every example is run as a test.
package struct CheckExample: Sendable {
  package let title: String
  /// The check as a checklist writes it.
  package let check: String
  /// One or more supplements as a dossier writes them.
  package let papers: String
  /// What the dossier says inside the applicant's `person` element, where it matters.
  package let person: String
  /// Code and English message of each finding; empty when it passes.
  package let finds: [String]

  package init(
    _ title: String, check: String, papers: String, person: String = "", finds: [String] = []
  ) {
    self.title = title
    self.check = check
    self.papers = papers
    self.person = person
    self.finds = finds
  }
}
