// SPDX-License-Identifier: Apache-2.0

/// Finds a word of a closed set by its bytes, without making a string of each value.
package final class WordTable: Sendable {
  /// The words as written, in the order given.
  package let words: [String]
  private let slots: [Slot]
  /// How far a hash is shifted to give a slot.
  private let shift: UInt64

  // The first and the last eight bytes are all of most words.
  private struct Slot: BitwiseCopyable {
    var first: UInt64 = 0
    var last: UInt64 = 0
    var length: Int32 = 0
    /// The position of the word; -1 for none.
    var index: Int32 = -1
  }

  /// A table of these words; of a word that stands twice the first counts.
  package init(_ words: [String]) {
    self.words = words
    var bits: UInt64 = 3
    while 1 << bits < words.count * 2 { bits += 1 }
    shift = 64 - bits
    var slots = [Slot](repeating: Slot(), count: 1 << Int(bits))
    for index in words.indices {
      let word = words[index].utf8.span
      let (first, last) = Self.ends(word, 0, word.count)
      var at = Int(Self.hash(first, last) &>> shift)
      while slots[at].index >= 0 { at = (at + 1) & (slots.count - 1) }
      slots[at] = Slot(
        first: first, last: last, length: Int32(word.count), index: Int32(index))
    }
    self.slots = slots
  }

  /// The position of the word that a run of bytes is, or nil when it is none.
  package func position(_ source: Span<UInt8>, _ start: Int, _ length: Int) -> Int? {
    let (first, last) = Self.ends(source, start, length)
    let found = find(first, last, length) { word in
      for at in 8..<(length - 8) where word[at] != source[start + at] { return false }
      return true
    }
    return found < 0 ? nil : found
  }

  /// Looks a word up by its ends.
  ///
  /// - Parameters:
  ///   - first: the first eight bytes, or as many as there are and zeros.
  ///   - last: the last eight bytes where there are eight, or else zero.
  ///   - length: of the run.
  ///   - isSame: whether a word is the run also between its first and its last eight bytes.
  /// - Returns: its position; -1 for none.
  @inline(__always)
  func find(
    _ first: UInt64, _ last: UInt64, _ length: Int, _ isSame: (Span<UInt8>) -> Bool
  ) -> Int {
    var at = Int(truncatingIfNeeded: Self.hash(first, last) &>> shift)
    while slots[at].index >= 0 {
      let slot = slots[at]
      if slot.first == first, slot.last == last, Int(slot.length) == length {
        let index = Int(slot.index)
        if length <= 16 || isSame(words[index].utf8.span) { return index }
      }
      at = (at &+ 1) & (slots.count &- 1)
    }
    return -1
  }

  // Eight bytes from either end, which overlap in a word of less than sixteen; a word of less than eight is the first.
  @inline(__always)
  private static func ends(
    _ source: Span<UInt8>, _ start: Int, _ length: Int
  ) -> (UInt64, UInt64) {
    if length >= 8 {
      return (EightBytes.load(source, start), EightBytes.load(source, start + length - 8))
    }
    if start + 8 <= source.count {
      return (EightBytes.first(length, of: EightBytes.load(source, start)), 0)
    }
    var first: UInt64 = 0
    for at in 0..<length { first |= UInt64(source[start + at]) << UInt64(at * 8) }
    return (first, 0)
  }

  @inline(__always)
  private static func hash(_ first: UInt64, _ last: UInt64) -> UInt64 {
    (first ^ last &* 0x9E37_79B9_7F4A_7C15) &* 0xD6E8_FEB8_6659_FD93
  }
}
