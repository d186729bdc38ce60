// SPDX-License-Identifier: Apache-2.0
internal import Glibc

/// Strict decoding of GB18030 (and so of GBK and GB 2312) through the C library.
package enum GB18030 {
  /// The offset of the first byte that is not GB18030, or where the text breaks off.
  package struct Failure: Error {
    package let offset: Int
  }

  /// The text in UTF-8.
  ///
  /// - Throws: ``Failure`` at the first byte that means nothing.
  package static func decode(_ bytes: [UInt8]) throws(Failure) -> [UInt8] {
    guard let converter = unsafe iconv_open("UTF-8", "GB18030"),
      Int(bitPattern: converter) != -1
    else { throw Failure(offset: 0) }
    defer { unsafe _ = iconv_close(converter) }
    // Four GB18030 bytes never become more than four in UTF-8, two never more than three.
    var output = [UInt8](repeating: 0, count: bytes.count * 2 + 8)
    let capacity = output.count
    var input = bytes
    var inputLeft = input.count
    var outputLeft = capacity
    let status = unsafe input.withUnsafeMutableBytes { source -> Int in
      unsafe output.withUnsafeMutableBytes { target -> Int in
        var from = unsafe source.baseAddress?.assumingMemoryBound(to: CChar.self)
        var to = unsafe target.baseAddress?.assumingMemoryBound(to: CChar.self)
        return unsafe Int(truncatingIfNeeded: iconv(converter, &from, &inputLeft, &to, &outputLeft))
      }
    }
    guard status != -1, inputLeft == 0 else { throw Failure(offset: bytes.count - inputLeft) }
    output.removeLast(outputLeft)
    return output
  }
}
