// SPDX-License-Identifier: Apache-2.0
internal import QibeiCore

extension Language {
  /// The language tag (RFC 5646).
  var tag: String { self == .zh ? "zh-Hans" : "en" }
}
