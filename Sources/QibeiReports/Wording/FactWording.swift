// SPDX-License-Identifier: Apache-2.0
internal import QibeiCore

/// Values of facts in words.
enum FactWording {
  /// The value of a person's fact; “not stated” where it is unknown.
  static func text(
    _ name: FactName, _ value: FactValue, of person: Int, _ assessment: Assessment
  ) -> BilingualText {
    switch value {
    case .unknown: return .init("未写明", "not stated")
    case .number(let number): return .init(String(number), String(number))
    case .code(let code):
      let tables = assessment.tables
      if name == .nationality {
        return assessment.dossier.persons[person].nationality.known
          .map(tables.countries.name) ?? .init("–", "–")
      }
      return Division(String(code)).map(tables.divisions.name) ?? .init("–", "–")
    case .words(let bits):
      let words = (name.words ?? []).enumerated().filter { bits & (1 << UInt32($0.offset)) != 0 }
        .map { name.label(of: $0.element) }
      return words.isEmpty
        ? .init("无", "none")
        : .init(
          words.map(\.zh).joined(separator: "、"), words.map(\.en).joined(separator: ", "))
    }
  }
}
