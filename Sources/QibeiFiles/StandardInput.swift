// SPDX-License-Identifier: Apache-2.0
internal import Glibc

/// The standard input, piece by piece.
package enum StandardInput {
  private static let piece = 65_536

  /// Appends what comes next to a buffer; false at the end.
  ///
  /// - Throws: ``FileError`` when it cannot be read.
  package static func read(into buffer: inout [UInt8]) throws(FileError) -> Bool {
    var got = -1
    buffer.append(addingCapacity: piece) { room in
      unsafe room.withUnsafeMutableBufferPointer { bytes, filled in
        repeat {
          got = unsafe Glibc.read(0, bytes.baseAddress.map { unsafe $0 + filled }, piece)
        } while got < 0 && errno == EINTR
        filled += max(got, 0)
      }
    }
    let code = errno
    if got < 0 { throw FileError("-", errno: code) }
    return got > 0
  }
}
