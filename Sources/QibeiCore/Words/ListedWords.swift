// SPDX-License-Identifier: Apache-2.0

extension String {
  /// The words of a list as attributes hold it, between blanks.
  ///
  /// Bytes are compared, not characters, which costs a tenth: rule files hold hundreds of lists.
  package var listedWords: [String] {
    // Most lists are of one word.
    guard utf8.contains(32) else { return isEmpty ? [] : [self] }
    return utf8.split(separator: 32).map { String(Substring($0)) }
  }
}
