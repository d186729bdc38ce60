// SPDX-License-Identifier: Apache-2.0
internal import CZlib

/// Deflated bytes (RFC 1951) and the check value of ZIP, through zlib.
package enum Deflate {
  /// The bytes that a part was made from.
  ///
  /// - Parameters:
  ///   - bytes: holds the part.
  ///   - range: where it lies.
  ///   - size: how many bytes have to come out.
  /// - Returns: nil when the part is damaged, or gives another number of bytes; never more memory than that number.
  package static func expand(_ bytes: [UInt8], _ range: Range<Int>, to size: Int) -> [UInt8]? {
    var stream = unsafe z_stream()
    guard unsafe qibei_inflate_start(&stream) == Z_OK else { return nil }
    defer { unsafe _ = inflateEnd(&stream) }
    // One byte of room beyond shows that there is more than was stated.
    var output = [UInt8](repeating: 0, count: size + 1)
    let status = unsafe bytes.withUnsafeBufferPointer { source in
      unsafe output.withUnsafeMutableBufferPointer { target in
        unsafe stream.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
          .map { unsafe $0 + range.lowerBound }
        unsafe stream.avail_in = UInt32(range.count)
        unsafe stream.next_out = target.baseAddress
        unsafe stream.avail_out = UInt32(target.count)
        return unsafe inflate(&stream, Z_FINISH)
      }
    }
    guard status == Z_STREAM_END, unsafe stream.avail_in == 0, unsafe stream.avail_out == 1 else {
      return nil
    }
    output.removeLast()
    return output
  }

  /// The bytes deflated as far as they will go; the same bytes always give the same.
  package static func shrink(_ bytes: [UInt8]) -> [UInt8]? {
    var stream = unsafe z_stream()
    guard unsafe qibei_deflate_start(&stream) == Z_OK else { return nil }
    defer { unsafe _ = deflateEnd(&stream) }
    var output = [UInt8](repeating: 0, count: Int(unsafe deflateBound(&stream, UInt(bytes.count))))
    let status = unsafe bytes.withUnsafeBufferPointer { source in
      unsafe output.withUnsafeMutableBufferPointer { target in
        unsafe stream.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
        unsafe stream.avail_in = UInt32(source.count)
        unsafe stream.next_out = target.baseAddress
        unsafe stream.avail_out = UInt32(target.count)
        return unsafe deflate(&stream, Z_FINISH)
      }
    }
    guard status == Z_STREAM_END else { return nil }
    output.removeLast(Int(unsafe stream.avail_out))
    return output
  }

  /// The CRC-32 of a part.
  package static func checkValue(of bytes: [UInt8], _ range: Range<Int>) -> UInt32 {
    unsafe bytes.withUnsafeBufferPointer { source in
      let start = unsafe source.baseAddress.map { unsafe $0 + range.lowerBound }
      return UInt32(truncatingIfNeeded: unsafe crc32_z(0, start, range.count))
    }
  }
}
