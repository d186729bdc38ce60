// SPDX-License-Identifier: Apache-2.0

extension String {
  /// The words of a list as attributes hold it, between blanks.
  ///
  /// Bytes are compared, not characters, which costs a tenth: rule files hold hundreds of lists.
  package var listedWords: [String] {
    let view = utf8
    let bytes = view.span
    var words: [String] = []
    var start = 0
    for at in 0...bytes.count where at == bytes.count || bytes[at] == 32 {
      if start == 0, at == bytes.count { return at == 0 ? [] : [self] }
      if start < at {
        words.append(self[Verbatim(start: Int32(start), length: Int32(at - start))])
      }
      start = at + 1
    }
    return words
  }
}
