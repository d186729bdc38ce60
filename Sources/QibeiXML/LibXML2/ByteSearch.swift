// SPDX-License-Identifier: Apache-2.0
internal import Glibc

/// `memchr`: the C library looks at many bytes per instruction, a loop here at one.
enum ByteSearch {
  /// The offset of the first such byte from a start offset on.
  static func first(_ byte: UInt8, in bytes: [UInt8], from start: Int) -> Int? {
    guard start < bytes.count else { return nil }
    return unsafe bytes.withUnsafeBytes { buffer -> Int? in
      guard let base = buffer.baseAddress,
        let hit = unsafe memchr(base + start, Int32(byte), buffer.count - start)
      else { return nil }
      return unsafe UnsafeRawPointer(hit) - base
    }
  }
}
