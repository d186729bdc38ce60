// SPDX-License-Identifier: Apache-2.0

/// One kind of defect: its stable code and the sentences that report it, in both languages.
///
/// Sentences carry places in braces that a finding fills from its own values: `{item}` the title of
/// the requirement, `{paper}` the supplement, `{person}`, `{seen}`, `{expected}`, `{limit}`, `{on}`.
package final class FindingKind: Sendable {
  package let code: String
  /// What happens about it unless the checklist says otherwise.
  package let disposition: Disposition
  /// One or two words in brackets: what is the matter.
  package let tag: BilingualText
  /// What it means, for `explain`.
  package let meaning: BilingualText
  package let message: BilingualText
  /// What to do; nil when the requirement's own remedy says it.
  package let remedy: BilingualText?
  /// Whether only another paper can mend it, so that an alternative which this paper nearly fits comes first.
  let needsAnotherPaper: Bool
  /// The step that has to be done again; nil where a correction of the dossier is enough.
  package let step: PaperStep?

  package init(
    _ code: String, _ disposition: Disposition, tag: BilingualText, meaning: BilingualText,
    message: BilingualText, remedy: BilingualText? = nil, needsAnotherPaper: Bool = false,
    step: PaperStep? = nil
  ) {
    self.step = step ?? (needsAnotherPaper ? .issue : nil)
    self.code = code
    self.disposition = disposition
    self.tag = tag
    self.meaning = meaning
    self.message = message
    self.remedy = remedy
    self.needsAnotherPaper = needsAnotherPaper
  }
}
