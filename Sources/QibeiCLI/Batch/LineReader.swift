// SPDX-License-Identifier: Apache-2.0
internal import QibeiCore
internal import QibeiFiles
internal import QibeiXML

/// Takes the standard input apart at a separator.
final class LineReader {
  /// One part of it.
  struct Line {
    let bytes: [UInt8]
    /// Whether it was longer than any dossier, and only its beginning is here.
    var isCutOff = false

    /// Without what programs of other systems put around it: a byte order mark, a carriage return.
    var trimmed: ArraySlice<UInt8> {
      var rest = bytes[...]
      if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
      if rest.last == 0x0D { rest = rest.dropLast() }
      return rest
    }
  }

  private var buffer: [UInt8] = []
  private var at = 0
  private var isAtEnd = false

  // A dossier as text in JSON can be several times its size.
  private static let longest = 64_000_000

  /// The next part, without its separator; nil at the end.
  ///
  /// - Throws: ``FileError`` when the input cannot be read.
  func next(_ separator: UInt8) throws(FileError) -> Line? {
    var from = at
    while true {
      if let end = ByteSearch.first(separator, in: buffer, from: from) {
        defer { at = end + 1 }
        return Line(bytes: Array(buffer[at..<end]))
      }
      if isAtEnd {
        defer { at = buffer.count }
        return at < buffer.count ? Line(bytes: Array(buffer[at...])) : nil
      }
      buffer.removeFirst(at)
      at = 0
      from = buffer.count
      if from > Self.longest { return try cutOff(separator) }
      isAtEnd = try !StandardInput.read(into: &buffer)
    }
  }

  // Goes on behind the next separator, and keeps nothing of what stands before it.
  private func cutOff(_ separator: UInt8) throws(FileError) -> Line {
    let line = Line(bytes: Array(buffer.prefix(200)), isCutOff: true)
    buffer.removeAll()
    while !isAtEnd {
      isAtEnd = try !StandardInput.read(into: &buffer)
      if let end = ByteSearch.first(separator, in: buffer, from: 0) {
        at = end + 1
        return line
      }
      buffer.removeAll(keepingCapacity: true)
    }
    return line
  }

  /// Why a line is refused that was cut off.
  static func tooLong(_ number: Int) -> BilingualText {
    .init(
      "第 \(number) 行超过 \(longest) 字节", "line \(number) is longer than \(longest) bytes")
  }
}
