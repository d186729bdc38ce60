// SPDX-License-Identifier: Apache-2.0

/// Eight bytes at once, of which the first is the lowest.
enum EightBytes {
  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let tops: UInt64 = 0x8080_8080_8080_8080

  /// The bytes from a position on, which must all be in the span.
  @inline(__always)
  static func load(_ source: Span<UInt8>, _ start: Int) -> UInt64 {
    let bytes = unsafe source.bytes
    return unsafe UInt64(
      littleEndian: bytes.unsafeLoadUnaligned(fromByteOffset: start, as: UInt64.self))
  }

  /// The bytes at an address, all of which must be there.
  @inline(__always)
  static func load(_ address: UnsafePointer<UInt8>) -> UInt64 {
    unsafe UInt64(littleEndian: UnsafeRawPointer(address).loadUnaligned(as: UInt64.self))
  }

  /// The top bit of each byte that is the one given; above the lowest of them, also of others.
  @inline(__always)
  static func equal(to byte: UInt8, in eight: UInt64) -> UInt64 {
    let other = eight ^ ones &* UInt64(byte)
    return (other &- ones) & ~other & tops
  }

  /// The top bit of each byte below a limit of at most 128; above the lowest of them, also of others.
  @inline(__always)
  static func below(_ limit: UInt8, in eight: UInt64) -> UInt64 {
    (eight &- ones &* UInt64(limit)) & ~eight & tops
  }

  /// The top bit of each byte that has it.
  @inline(__always)
  static func beyondASCII(in eight: UInt64) -> UInt64 { eight & tops }

  /// How many bytes stand before the lowest bit that is set.
  @inline(__always)
  static func place(of bits: UInt64) -> Int { bits.trailingZeroBitCount &>> 3 }

  /// The bytes before the lowest top bit that is set, and zeros.
  @inline(__always)
  static func before(_ bits: UInt64, in eight: UInt64) -> UInt64 {
    eight & ((bits & (0 &- bits)) &>> 7 &- 1)
  }

  /// The first of the bytes, less than eight, and zeros.
  @inline(__always)
  static func first(_ count: Int, of eight: UInt64) -> UInt64 {
    eight & (1 &<< (UInt64(truncatingIfNeeded: count) &* 8) &- 1)
  }
}
