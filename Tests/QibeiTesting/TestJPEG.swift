// SPDX-License-Identifier: Apache-2.0

/// JPEG files in which each square of eight by eight pixels has one colour (ITU-R T.81, baseline).
package enum TestJPEG {
  /// A picture.
  ///
  /// - Parameters:
  ///   - width: in pixels.
  ///   - height: in pixels.
  ///   - dpi: as its header states it.
  ///   - isGrey: one channel instead of three.
  ///   - segments: put in before the picture, such as Exif.
  ///   - paint: brightness and both colour differences, 0 to 255, of the square in a column and a row.
  /// - Returns: the whole file.
  package static func picture(
    width: Int, height: Int, dpi: Int = 300, isGrey: Bool = false, segments: [UInt8] = [],
    _ paint: (_ column: Int, _ row: Int) -> [Int]
  ) -> [UInt8] {
    let channels = isGrey ? 1 : 3
    var bytes: [UInt8] = [0xFF, 0xD8]
    bytes += segment(0xE0, Array("JFIF\0".utf8) + [1, 2, 1] + short(dpi) + short(dpi) + [0, 0])
    bytes += segments
    // A step of eight makes the first coefficient of a square its colour.
    bytes += segment(0xDB, [0] + Array(repeating: 8, count: 64))
    bytes += segment(
      0xC0,
      [8] + short(height) + short(width) + [UInt8(channels)]
        + (1...channels).flatMap { [UInt8($0), 0x11, 0] })
    // The code 0 says "as before", 100xx to 10111 how many bits the difference has; 0 ends a square.
    bytes += segment(0xC4, [0x00, 1, 0, 0, 0, 8] + Array(repeating: 0, count: 11) + Array(0...8))
    bytes += segment(0xC4, [0x10, 1] + Array(repeating: 0, count: 15) + [0])
    bytes += segment(
      0xDA, [UInt8(channels)] + (1...channels).flatMap { [UInt8($0), 0] } + [0, 63, 0])
    var bits = BitWriter()
    var before = [0, 0, 0]
    for row in 0..<((height + 7) / 8) {
      for column in 0..<((width + 7) / 8) {
        let colour = paint(column, row)
        for channel in 0..<channels {
          bits.write(difference: colour[channel] - 128 - before[channel])
          before[channel] = colour[channel] - 128
        }
      }
    }
    return bytes + bits.finished + [0xFF, 0xD9]
  }

  /// A segment that says on which day the picture was taken.
  package static func taken(_ day: String) -> [UInt8] {
    let text = Array("\(day) 12:00:00\0".utf8)
    return segment(
      0xE1,
      Array("Exif\0\0MM".utf8) + [0, 42, 0, 0, 0, 8]
        + [0, 1, 0x87, 0x69, 0, 4, 0, 0, 0, 1, 0, 0, 0, 26, 0, 0, 0, 0]
        + [0, 1, 0x90, 0x03, 0, 2, 0, 0, 0, 20, 0, 0, 0, 44, 0, 0, 0, 0] + text)
  }

  /// An Exif segment with a latitude.
  package static let position = segment(
    0xE1,
    Array("Exif\0\0MM".utf8) + [0, 42, 0, 0, 0, 8]
      + [0, 1, 0x88, 0x25, 0, 4, 0, 0, 0, 1, 0, 0, 0, 26, 0, 0, 0, 0]
      + [
        0, 2, 0, 1, 0, 2, 0, 0, 0, 2, 78, 0, 0, 0, 0, 2, 0, 5, 0, 0, 0, 3, 0, 0, 0, 60, 0, 0, 0, 0,
      ])

  private static func segment(_ marker: UInt8, _ body: [UInt8]) -> [UInt8] {
    [0xFF, marker] + short(body.count + 2) + body
  }

  private static func short(_ number: Int) -> [UInt8] {
    [UInt8(number >> 8), UInt8(number & 255)]
  }

  private struct BitWriter {
    private var bytes: [UInt8] = []
    private var pending = 0
    private var count = 0

    mutating func write(difference: Int) {
      let size = Int.bitWidth - abs(difference).leadingZeroBitCount
      if size == 0 {
        write(0, 1)
      } else {
        write(16 + size - 1, 5)
        write(difference > 0 ? difference : difference + (1 << size) - 1, size)
      }
      write(0, 1)
    }

    private mutating func write(_ value: Int, _ length: Int) {
      for bit in stride(from: length - 1, through: 0, by: -1) {
        pending = pending << 1 | (value >> bit & 1)
        count += 1
        guard count == 8 else { continue }
        bytes.append(UInt8(pending))
        if pending == 0xFF { bytes.append(0) }
        (pending, count) = (0, 0)
      }
    }

    var finished: [UInt8] {
      var whole = self
      while whole.count != 0 { whole.write(1, 1) }
      return whole.bytes
    }
  }
}
