// SPDX-License-Identifier: Apache-2.0
internal import CLibXML2
internal import Glibc

/// Maps libxml2's interned names to positions in a vocabulary, by pointer.
///
/// libxml2 keeps each distinct name once per parser, so equal pointers are equal names. The table is
/// bound to one parser's dictionary and is emptied with it.
@safe struct NameTable {
  @safe private struct Slot {
    var key: UnsafePointer<xmlChar>?
    var index: Int32
  }

  private let slots: UnsafeMutablePointer<Slot>
  private static let capacity = 1024
  private var used = 0
  private let vocabulary: XMLVocabulary

  init(_ vocabulary: XMLVocabulary) {
    unsafe slots = .allocate(capacity: Self.capacity)
    unsafe slots.initialize(repeating: Slot(key: nil, index: 0), count: Self.capacity)
    self.vocabulary = vocabulary
  }

  /// The position of a name, or -1 when the vocabulary does not have it.
  @inline(__always)
  mutating func index(of name: UnsafePointer<xmlChar>) -> Int32 {
    var at = (Int(bitPattern: name) >> 1 &* 0x9E37_79B1) & (Self.capacity - 1)
    while let key = unsafe slots[at].key {
      if unsafe key == name { return unsafe slots[at].index }
      at = (at + 1) & (Self.capacity - 1)
    }
    return unsafe add(name, at)
  }

  func free() { unsafe slots.deallocate() }

  // Only known names are kept: unknown ones are rare, and hostile ones must not fill the table.
  @inline(never)
  private mutating func add(_ name: UnsafePointer<xmlChar>, _ at: Int) -> Int32 {
    guard let index = unsafe vocabulary.position(of: String(cString: name)),
      used * 2 < Self.capacity
    else { return -1 }
    unsafe slots[at] = Slot(key: name, index: index)
    used += 1
    return index
  }
}
