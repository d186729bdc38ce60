// SPDX-License-Identifier: Apache-2.0

/// A list's or a place's grant of acceptance while secondary papers still follow (容缺受理).
package struct Tolerance: Sendable {
  /// For whom; for everybody where nil.
  package let condition: Condition?
  /// By when a paper has to follow, in working days from acceptance.
  package let workingDays: Int
  package let bases: [LegalBasis]

  package init(condition: Condition?, workingDays: Int, bases: [LegalBasis]) {
    self.condition = condition
    self.workingDays = workingDays
    self.bases = bases
  }
}
