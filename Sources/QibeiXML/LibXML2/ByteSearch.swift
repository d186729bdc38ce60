// SPDX-License-Identifier: Apache-2.0
internal import Glibc

/// `memchr`: the C library looks at many bytes per instruction, a loop here at one.
package enum ByteSearch {
  /// The offset of the first such byte from a start on; nil when there is none.
  package static func first(_ byte: UInt8, in bytes: [UInt8], from start: Int) -> Int? {
    unsafe bytes.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return nil }
      return unsafe first(byte, base, start, buffer.count)
    }
  }

  /// The same from an address on, before an end.
  @inline(__always)
  static func first(
    _ byte: UInt8, _ base: UnsafePointer<UInt8>, _ start: Int, _ end: Int
  ) -> Int? {
    guard start < end, let hit = unsafe memchr(base + start, Int32(byte), end - start) else {
      return nil
    }
    return unsafe UnsafeRawPointer(hit) - UnsafeRawPointer(base)
  }

  /// The offset of the first such run from a start on; nil when there is none.
  package static func first(_ run: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
    var from = start
    while let at = first(run[0], in: bytes, from: from) {
      if bytes[at...].starts(with: run) { return at }
      from = at + 1
    }
    return nil
  }
}
