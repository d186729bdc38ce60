// SPDX-License-Identifier: Apache-2.0
internal import CLibCrypto

/// SHA-256 of bytes (FIPS 180-4).
package enum Digest {
  /// 64 hexadecimal digits in lower case.
  package static func sha256(_ bytes: [UInt8]) -> String {
    var digest = [UInt8](repeating: 0, count: 32)
    let done = unsafe bytes.withUnsafeBytes { source in
      unsafe digest.withUnsafeMutableBufferPointer { target in
        unsafe qibei_sha256(source.baseAddress, source.count, target.baseAddress)
      }
    }
    precondition(done == 1, "libcrypto has no SHA-256")
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
