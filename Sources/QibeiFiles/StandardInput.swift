// SPDX-License-Identifier: Apache-2.0
internal import Glibc

/// The standard input, piece by piece.
package enum StandardInput {
  private static let piece = 65_536

  /// Appends what comes next to a buffer; false at the end.
  ///
  /// - Throws: ``FileError`` when it cannot be read.
  package static func read(into buffer: inout [UInt8]) throws(FileError) -> Bool {
    let filled = buffer.count
    buffer.append(contentsOf: repeatElement(0, count: piece))
    var got = -1
    repeat {
      got = unsafe buffer.withUnsafeMutableBytes { bytes in
        unsafe Glibc.read(0, bytes.baseAddress.map { unsafe $0 + filled }, piece)
      }
    } while got < 0 && errno == EINTR
    let code = errno
    buffer.removeLast(piece - max(got, 0))
    if got < 0 { throw FileError("-", errno: code) }
    return got > 0
  }
}
