// SPDX-License-Identifier: Apache-2.0

/// Reads numbers out of bytes that nobody vouches for; nil past the end.
struct ByteReader {
  let bytes: [UInt8]
  /// Where the part that is read begins and ends.
  let range: Range<Int>
  var isLittleEndian = false

  init(_ bytes: [UInt8], _ range: Range<Int>? = nil) {
    self.bytes = bytes
    self.range = range ?? bytes.indices
  }

  var count: Int { range.count }

  subscript(at: Int) -> UInt8? {
    at >= 0 && at < range.count ? bytes[range.lowerBound + at] : nil
  }

  /// A number of some bytes, as far as four.
  func number(at: Int, bytes count: Int) -> Int? {
    guard at >= 0, at <= range.count - count else { return nil }
    var number = 0
    for step in 0..<count {
      let place = isLittleEndian ? count - 1 - step : step
      number = number << 8 | Int(bytes[range.lowerBound + at + place])
    }
    return number
  }

  func hasPrefix(_ text: StaticString, at: Int = 0) -> Bool {
    unpacked(text).enumerated().allSatisfy { self[at + $0.offset] == $0.element }
  }

  private func unpacked(_ text: StaticString) -> [UInt8] { Array("\(text)".utf8) }

  /// A part of this part; nil where it does not fit.
  func part(_ from: Int, count: Int) -> ByteReader? {
    guard from >= 0, count >= 0, from <= range.count - count else { return nil }
    let start = range.lowerBound + from
    return ByteReader(bytes, start..<(start + count))
  }
}
