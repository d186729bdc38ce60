// SPDX-License-Identifier: Apache-2.0

/// Finds a word of a closed set by its bytes, without making a string of each value.
package final class WordTable: Sendable {
  /// The words as written, in the order given.
  package let words: [String]
  private let bytes: [UInt8]
  /// Where each word begins in `bytes`; one more than there are words.
  private let starts: [Int32]
  private let slots: [Int16]

  /// A table of these words; of a word that stands twice the first counts.
  package init(_ words: [String]) {
    self.words = words
    var bytes: [UInt8] = []
    bytes.reserveCapacity(words.reduce(0) { $0 + $1.utf8.count })
    var starts: [Int32] = [0]
    starts.reserveCapacity(words.count + 1)
    for word in words {
      bytes += word.utf8
      starts.append(Int32(bytes.count))
    }
    var size = 8
    while size < words.count * 2 { size *= 2 }
    var slots = [Int16](repeating: -1, count: size)
    for index in words.indices {
      let start = Int(starts[index])
      var at = Self.hash(bytes.span, start, Int(starts[index + 1]) - start) & (size - 1)
      while slots[at] >= 0 { at = (at + 1) & (size - 1) }
      slots[at] = Int16(index)
    }
    self.bytes = bytes
    self.starts = starts
    self.slots = slots
  }

  /// The position of the word that a run of bytes is, or nil when it is none.
  package func position(_ source: Span<UInt8>, _ start: Int, _ length: Int) -> Int? {
    var at = Self.hash(source, start, length) & (slots.count - 1)
    while slots[at] >= 0 {
      let index = Int(slots[at])
      let from = Int(starts[index])
      if Int(starts[index + 1]) - from == length, equal(from, source, start, length) {
        return index
      }
      at = (at + 1) & (slots.count - 1)
    }
    return nil
  }

  private func equal(_ from: Int, _ source: Span<UInt8>, _ start: Int, _ length: Int) -> Bool {
    let words = bytes
    let word = words.span.extracting(from..<(from + length))
    let other = source.extracting(start..<(start + length))
    for at in word.indices where word[at] != other[at] { return false }
    return true
  }

  // A few letters tell the words of a set apart; whatever they do not, the comparison does.
  private static func hash(_ bytes: Span<UInt8>, _ start: Int, _ length: Int) -> Int {
    guard length > 0 else { return 0 }
    var hash = UInt32(truncatingIfNeeded: length) &* 31
    hash = (hash ^ UInt32(bytes[start])) &* 0x0100_0193
    hash = (hash ^ UInt32(bytes[start + length / 2])) &* 0x0100_0193
    hash = (hash ^ UInt32(bytes[start + length - 1])) &* 0x0100_0193
    return Int(hash ^ (hash >> 15))
  }
}
