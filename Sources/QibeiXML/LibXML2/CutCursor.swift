// SPDX-License-Identifier: Apache-2.0

/// Follows a text of ``SourceMask`` from its beginning to its end, and tells where in the source one is.
@safe struct CutCursor {
  private var next: UnsafePointer<SourceMask.Cut>?
  private var left = 0
  private var place = Int.max
  /// How many bytes of the source have been left out so far.
  private(set) var shift = 0

  /// At the beginning; without cuts, the text is the source.
  init(_ cuts: UnsafeBufferPointer<SourceMask.Cut>) {
    unsafe next = cuts.baseAddress
    left = cuts.count
    if left > 0, let next = unsafe next { place = unsafe Int(next.pointee.place) }
  }

  /// Moves behind what is cut next before an offset in the text, which grows from call to call; nil where nothing is.
  @inline(__always)
  mutating func pass(before offset: Int) -> SourceMask.Cut? {
    place < offset ? pass() : nil
  }

  /// Moves behind the attributes that were cut just there, and tells which; nil where there are none.
  @inline(__always)
  mutating func attributes(at offset: Int) -> SourceMask.Cut? {
    place == offset ? pass() : nil
  }

  private mutating func pass() -> SourceMask.Cut? {
    guard let cut = unsafe next?.pointee else { return nil }
    shift += Int(cut.length)
    unsafe next = next.map { unsafe $0 + 1 }
    left -= 1
    place = if left > 0, let next = unsafe next { unsafe Int(next.pointee.place) } else { .max }
    return cut
  }
}
