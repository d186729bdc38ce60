// SPDX-License-Identifier: Apache-2.0
internal import QibeiCore

/// The chunks of a PNG (W3C PNG specification, section 5), each with its check value; nothing is decoded.
enum PNGChunks {
  /// What the header states, and whether every chunk to the last is there and unharmed.
  static func read(_ bytes: [UInt8]) -> (facts: ImageFacts?, isWhole: Bool) {
    let reader = ByteReader(bytes)
    var facts: ImageFacts?
    var at = 8
    while let length = reader.number(at: at, bytes: 4) {
      guard let chunk = reader.part(at + 4, count: length + 4),
        let check = reader.number(at: at + 8 + length, bytes: 4),
        checksum(of: bytes, chunk.range) == UInt32(check),
        let body = chunk.part(4, count: length)
      else { return (facts, false) }
      if chunk.hasPrefix("IHDR") {
        guard let width = body.number(at: 0, bytes: 4), let height = body.number(at: 4, bytes: 4),
          let bits = body[8], let colour = body[9], width > 0, height > 0
        else { return (nil, false) }
        var header = ImageFacts()
        (header.width, header.height, header.bitsPerChannel) = (width, height, Int(bits))
        // A palette holds colours of eight bits a channel.
        switch colour {
        case 0: header.channels = 1
        case 3: header.bitsPerChannel = 8
        case 4: header.channels = 2
        case 6: header.channels = 4
        default: break
        }
        facts = header
      } else if chunk.hasPrefix("pHYs"), body[8] == 1, let density = body.number(at: 0, bytes: 4) {
        facts?.resolution = (density * 254 + 5_000) / 10_000
      } else if chunk.hasPrefix("eXIf") {
        if var own = facts {
          ExifBlock.read(body, into: &own)
          facts = own
        }
      } else if chunk.hasPrefix("IEND") {
        return (facts, facts != nil)
      }
      at += 12 + length
    }
    return (facts, false)
  }

  private static let table: [UInt32] = (0..<256).map { index in
    (0..<8).reduce(UInt32(index)) { value, _ in
      value & 1 == 1 ? 0xEDB8_8320 ^ (value >> 1) : value >> 1
    }
  }

  private static func checksum(of bytes: [UInt8], _ range: Range<Int>) -> UInt32 {
    let table = table
    var value = UInt32.max
    for at in range { value = table[Int((value ^ UInt32(bytes[at])) & 0xFF)] ^ (value >> 8) }
    return ~value
  }
}
