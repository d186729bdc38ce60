// SPDX-License-Identifier: Apache-2.0
internal import QibeiCore

/// Looks up a closed set of words by their bytes, without making a string of each value.
struct WordTable<Value: Sendable>: Sendable {
  private struct Slot: Sendable {
    var word: [UInt8]
    var value: Value
  }

  private var slots: [Slot?]
  private let mask: Int
  /// The words as written, in the order given.
  let words: [String]

  init(_ entries: [(String, Value)]) {
    var size = 8
    while size < entries.count * 2 { size *= 2 }
    slots = Array(repeating: nil, count: size)
    mask = size - 1
    words = entries.map(\.0)
    for (word, value) in entries {
      let bytes = Array(word.utf8)
      var at = Self.hash(bytes, 0, bytes.count) & mask
      while slots[at] != nil { at = (at + 1) & mask }
      slots[at] = Slot(word: bytes, value: value)
    }
  }

  /// The value of a run of bytes, or nil when it is none of the words.
  func value(_ bytes: [UInt8], _ start: Int, _ length: Int) -> Value? {
    var at = Self.hash(bytes, start, length) & mask
    while let slot = slots[at] {
      if slot.word.count == length, equal(slot.word, bytes, start) { return slot.value }
      at = (at + 1) & mask
    }
    return nil
  }

  private func equal(_ word: [UInt8], _ bytes: [UInt8], _ start: Int) -> Bool {
    for index in word.indices where word[index] != bytes[start + index] { return false }
    return true
  }

  // FNV-1a.
  private static func hash(_ bytes: [UInt8], _ start: Int, _ length: Int) -> Int {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for at in start..<(start + length) { hash = (hash ^ UInt64(bytes[at])) &* 0x100_0000_01b3 }
    return Int(truncatingIfNeeded: hash ^ (hash >> 32))
  }
}

extension WordTable where Value: VocabularyWord {
  /// All words of a closed set.
  init(_ type: Value.Type) {
    self.init(type.allCases.map { ($0.rawValue, $0) })
  }
}
