// SPDX-License-Identifier: Apache-2.0

/// A buffer that keeps its memory between documents; its owner frees it.
@safe struct GrowingBuffer<Element: BitwiseCopyable> {
  private(set) var base: UnsafeMutablePointer<Element>
  private(set) var count = 0
  private var capacity: Int

  init(capacity: Int) {
    self.capacity = capacity
    unsafe base = .allocate(capacity: capacity)
  }

  mutating func append(_ element: Element) {
    reserve(1)
    unsafe (base + count).initialize(to: element)
    count += 1
  }

  /// Makes room for more elements, which the caller initialises.
  mutating func extend(by added: Int) -> UnsafeMutablePointer<Element> {
    reserve(added)
    let start = unsafe base + count
    count += added
    return unsafe start
  }

  mutating func removeAll() { count = 0 }

  mutating func removeLast(_ removed: Int) { count -= removed }

  /// A copy of what it holds.
  var array: [Element] { unsafe Array(UnsafeBufferPointer(start: base, count: count)) }

  func free() { unsafe base.deallocate() }

  @inline(__always)
  private mutating func reserve(_ added: Int) {
    if count + added > capacity { grow(added) }
  }

  private mutating func grow(_ added: Int) {
    let larger = max(capacity * 2, count + added)
    let moved = UnsafeMutablePointer<Element>.allocate(capacity: larger)
    unsafe moved.moveInitialize(from: base, count: count)
    unsafe base.deallocate()
    unsafe base = moved
    capacity = larger
  }
}
