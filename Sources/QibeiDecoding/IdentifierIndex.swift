// SPDX-License-Identifier: Apache-2.0
internal import QibeiCore

/// Finds identifiers by their bytes, in a table that grows with them; one that cannot be copied is looked into in place.
struct IdentifierIndex: ~Copyable {
  private struct Entry {
    var run: Verbatim
    var value: Int32
  }

  private var entries: [Entry] = []
  private var slots: [Int32]

  init() { slots = Array(repeating: -1, count: 16) }

  /// The value of an identifier, or nil when it is not there.
  func value(_ bytes: Span<UInt8>, _ run: Verbatim) -> Int32? {
    let slot = slots[slot(for: run, bytes)]
    return slot < 0 ? nil : entries[Int(slot)].value
  }

  /// Adds an identifier; false, and nothing changes, when it is there already.
  mutating func insert(_ bytes: Span<UInt8>, _ run: Verbatim, _ value: Int32) -> Bool {
    if entries.count * 2 >= slots.count { grow(bytes) }
    let at = slot(for: run, bytes)
    guard slots[at] < 0 else { return false }
    slots[at] = Int32(entries.count)
    entries.append(Entry(run: run, value: value))
    return true
  }

  var count: Int { entries.count }

  /// All identifiers, in the order added.
  var runs: [Verbatim] { entries.map(\.run) }

  private func slot(for run: Verbatim, _ bytes: Span<UInt8>) -> Int {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for at in run.range { hash = (hash ^ UInt64(bytes[at])) &* 0x100_0000_01b3 }
    var at = Int(truncatingIfNeeded: hash ^ (hash >> 32)) & (slots.count - 1)
    while slots[at] >= 0 {
      let other = entries[Int(slots[at])].run
      if other.length == run.length, equal(bytes, other, run) { return at }
      at = (at + 1) & (slots.count - 1)
    }
    return at
  }

  private func equal(_ bytes: Span<UInt8>, _ left: Verbatim, _ right: Verbatim) -> Bool {
    for offset in 0..<Int(left.length)
    where bytes[Int(left.start) + offset] != bytes[Int(right.start) + offset] {
      return false
    }
    return true
  }

  private mutating func grow(_ bytes: Span<UInt8>) {
    slots = Array(repeating: -1, count: slots.count * 4)
    for (index, entry) in entries.enumerated() {
      slots[slot(for: entry.run, bytes)] = Int32(index)
    }
  }
}
