// SPDX-License-Identifier: Apache-2.0
package import QibeiCore

/// Counts over a batch; its size depends on how many categories and codes there are, not on how many inputs.
package struct BatchTally: Sendable {
  package private(set) var total = 0
  package private(set) var verdicts: [Verdict: Int] = [:]
  /// Inputs that are no dossiers.
  package private(set) var refused = 0
  package private(set) var talents = 0
  package private(set) var families = 0
  /// Why the first inputs that are no dossiers are none.
  package private(set) var refusals: [BilingualText] = []
  private var causeCounts: [String: Int] = [:]
  private var categoryCounts: [String: Int] = [:]
  /// Inputs that a change of the rules leaves alone.
  package var untouched = 0

  package init() {}

  /// Counts one input.
  package mutating func add(_ record: BatchRecord) {
    total += 1
    if let verdict = record.verdict { verdicts[verdict, default: 0] += 1 } else { refused += 1 }
    if record.isTalent { talents += 1 }
    if record.isFamily { families += 1 }
    for cause in record.causes { causeCounts[cause, default: 0] += 1 }
    for category in record.categories { categoryCounts[category, default: 0] += 1 }
  }

  /// Keeps the reason of an input that is no dossier, as long as there are few.
  package mutating func note(_ refusal: BilingualText) {
    if refusals.count < Self.refusalsKept { refusals.append(refusal) }
  }

  private static let refusalsKept = 5

  /// The most frequent causes, with how many dossiers have them, most first.
  package var causes: [(code: String, count: Int)] {
    Self.sorted(causeCounts).map { ($0, $1) }
  }

  /// Categories, with how many dossiers name them, most first.
  package var categories: [(category: String, count: Int)] {
    Self.sorted(categoryCounts).map { ($0, $1) }
  }

  private static func sorted(_ counts: [String: Int]) -> [(String, Int)] {
    counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { ($0.key, $0.value) }
  }

  /// The worst result; an input that cannot be judged is undetermined, and so is a batch of nothing.
  package var worst: Verdict {
    if refused > 0 || verdicts[.undetermined] != nil { return .undetermined }
    return verdicts[.incomplete] != nil ? .incomplete : .complete
  }
}
