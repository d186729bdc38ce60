// SPDX-License-Identifier: Apache-2.0
package import QibeiCore

/// Conditions in words.
package enum ConditionWording {
  package static func text(_ condition: Condition) -> BilingualText {
    switch condition {
    case .fact(let test): text(test)
    case .not(let inner):
      .init("并非（\(text(inner).zh)）", "not (\(text(inner).en))")
    case .all(let parts): joined(parts, zh: "，且 ", en: ", and ")
    case .any(let parts): joined(parts, zh: "，或 ", en: ", or ")
    }
  }

  private static func joined(_ parts: [Condition], zh: String, en: String) -> BilingualText {
    // Within a group another one stands in brackets, or nobody could tell which “or” goes with which “and”.
    let texts = parts.map { part in
      switch part {
      case .all(let inner) where inner.count > 1, .any(let inner) where inner.count > 1:
        BilingualText("（\(text(part).zh)）", "(\(text(part).en))")
      case .all, .any, .fact, .not: text(part)
      }
    }
    return .init(texts.map(\.zh).joined(separator: zh), texts.map(\.en).joined(separator: en))
  }

  static func text(_ test: FactTest) -> BilingualText {
    var zh: [String] = []
    var en: [String] = []
    if !test.isOneOf.isEmpty {
      zh.append("为 \(test.isOneOf.map { test.name.label(of: $0).zh }.joined(separator: "/"))")
      en.append("is \(test.isOneOf.map { test.name.label(of: $0).en }.joined(separator: " or "))")
    }
    if !test.isNoneOf.isEmpty {
      zh.append("不为 \(test.isNoneOf.map { test.name.label(of: $0).zh }.joined(separator: "/"))")
      en.append(
        "is not \(test.isNoneOf.map { test.name.label(of: $0).en }.joined(separator: " or "))")
    }
    if let least = test.atLeast {
      zh.append("不小于 \(least)")
      en.append("is at least \(least)")
    }
    if let most = test.atMost {
      zh.append("不大于 \(most)")
      en.append("is at most \(most)")
    }
    return .init(
      test.name.label.zh + zh.joined(separator: "且"),
      test.name.label.en + " " + en.joined(separator: " and "))
  }
}
