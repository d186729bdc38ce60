// SPDX-License-Identifier: Apache-2.0
internal import Glibc

/// `memchr`: the C library looks at many bytes per instruction, a loop here at one.
package enum ByteSearch {
  /// The offset of the first such byte from a start on; nil when there is none.
  package static func first(_ byte: UInt8, in bytes: [UInt8], from start: Int) -> Int? {
    guard start < bytes.count else { return nil }
    return unsafe bytes.withUnsafeBytes { buffer -> Int? in
      guard let base = buffer.baseAddress,
        let hit = unsafe memchr(base + start, Int32(byte), buffer.count - start)
      else { return nil }
      return unsafe UnsafeRawPointer(hit) - base
    }
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
