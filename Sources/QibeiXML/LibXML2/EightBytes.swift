// SPDX-License-Identifier: Apache-2.0

/// Eight bytes at once, of which the first is the lowest.
enum EightBytes {
  /// The bytes from a position on, which must all be in the span.
  @inline(__always)
  static func load(_ source: Span<UInt8>, _ start: Int) -> UInt64 {
    let bytes = unsafe source.bytes
    return unsafe UInt64(
      littleEndian: bytes.unsafeLoadUnaligned(fromByteOffset: start, as: UInt64.self))
  }
}
