// SPDX-License-Identifier: Apache-2.0
internal import Glibc

/// Looks through tags for those of one name, where a stream of documents is to be cut.
package enum TagSearch {
  // No more of a name is looked at, and eight bytes at once.
  private static let (longestName, margin) = (64, 80)

  /// Passes over tags that have another name, without a prefix, as far as they are wholly at hand.
  ///
  /// - Parameters:
  ///   - name: the name, in ASCII.
  ///   - bytes: what is at hand, which may break off anywhere.
  ///   - at: where to begin; afterwards, where the next markup may stand that is not passed over.
  ///   - end: where the last tag to pass over begins at the latest.
  /// - Returns: where the last start tag that was passed over begins; nil where there was none.
  package static func pass(
    tagsBesides name: StaticString, in bytes: [UInt8], from at: inout Int, upTo end: Int
  ) -> Int? {
    unsafe bytes.withUnsafeBufferPointer { text in
      guard let base = text.baseAddress else { return nil }
      var last: Int?
      let end = min(end, text.count - margin)
      while let open = unsafe ByteSearch.first(UInt8(ascii: "<"), base, at, end) {
        let isEndTag = unsafe base[open + 1] == UInt8(ascii: "/")
        let start = open + (isEndTag ? 2 : 1)
        guard let nameEnd = unsafe PlainTags.nameEnd(start, base, start + longestName),
          unsafe nameEnd - start != name.utf8CodeUnitCount
            || memcmp(base + start, name.utf8Start, name.utf8CodeUnitCount) != 0
        else { return last }
        if isEndTag {
          let close = unsafe ByteSearch.first(UInt8(ascii: ">"), base, nameEnd, text.count)
          guard let close else { return last }
          at = close + 1
        } else {
          last = open
          at = open + 1
        }
      }
      return last
    }
  }
}
