// SPDX-License-Identifier: Apache-2.0

/// Rule files that cannot be used: the checklist author's trouble, never the applicant's.
package struct ChecklistError: Error, Sendable {
  package let problems: [RuleProblem]

  package init(_ problems: [RuleProblem]) { self.problems = problems }
}

/// One fault in one rule file, with its place and how to mend it.
package struct RuleProblem: Hashable, Sendable {
  package let file: String
  /// From 1; nil when the whole file is meant.
  package let line: Int?
  package let column: Int?
  package let message: BilingualText

  package init(file: String, line: Int?, column: Int?, message: BilingualText) {
    self.file = file
    self.line = line
    self.column = column
    self.message = message
  }

  /// The place as `file:line:column`.
  package var place: String {
    guard let line, let column else { return file }
    return "\(file):\(line):\(column)"
  }
}
