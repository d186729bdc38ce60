// SPDX-License-Identifier: Apache-2.0
internal import QibeiCore

/// The segments of a JPEG before its picture (ITU-T T.81, annex B); nothing is decoded.
enum JPEGHeader {
  /// What the header states, and whether the file has its end; no facts where the header is cut off.
  static func read(_ bytes: [UInt8]) -> (facts: ImageFacts?, isWhole: Bool) {
    let reader = ByteReader(bytes)
    var facts = ImageFacts()
    var hasFrame = false
    var at = 2
    while true {
      guard reader[at] == 0xFF, let marker = reader[at + 1] else { return (nil, false) }
      if marker == 0xFF {
        at += 1
        continue
      }
      guard let length = reader.number(at: at + 2, bytes: 2), length >= 2,
        let body = reader.part(at + 4, count: length - 2)
      else { return (hasFrame ? facts : nil, false) }
      switch marker {
      case 0xC0...0xCF where ![0xC4, 0xC8, 0xCC].contains(marker):
        guard let bits = body.number(at: 0, bytes: 1), let height = body.number(at: 1, bytes: 2),
          let width = body.number(at: 3, bytes: 2), let channels = body.number(at: 5, bytes: 1),
          width > 0
        else { return (nil, false) }
        facts.bitsPerChannel = bits
        (facts.width, facts.height, facts.channels) = (width, height, channels)
        hasFrame = true
      case 0xE0 where body.hasPrefix("JFIF"):
        facts.resolution = resolution(of: body) ?? facts.resolution
      case 0xE1 where body.hasPrefix("Exif"):
        if let data = body.part(6, count: body.count - 6) { ExifBlock.read(data, into: &facts) }
      case 0xDA:
        guard hasFrame else { return (nil, false) }
        return (facts, facts.height > 0 && hasEnd(bytes, after: at))
      default: break
      }
      at += 2 + length
    }
  }

  private static func resolution(of body: ByteReader) -> Int? {
    guard let unit = body[7], let density = body.number(at: 8, bytes: 2), density > 1 else {
      return nil
    }
    switch unit {
    case 1: return density
    case 2: return (density * 254 + 50) / 100
    default: return nil
    }
  }

  // Telephones put other things behind the picture, so its end need not be the file's.
  private static func hasEnd(_ bytes: [UInt8], after start: Int) -> Bool {
    var at = bytes.count - 2
    while at > start {
      if bytes[at] == 0xFF, bytes[at + 1] == 0xD9 { return true }
      at -= 1
    }
    return false
  }
}

/// The few fields of an Exif block (CIPA DC-008) that matter here.
enum ExifBlock {
  static func read(_ data: ByteReader, into facts: inout ImageFacts) {
    var reader = data
    reader.isLittleEndian = data.hasPrefix("II")
    guard let directory = reader.number(at: 4, bytes: 4),
      let count = reader.number(at: directory, bytes: 2)
    else { return }
    var density: Int?
    var perCentimetre = false
    for entry in 0..<min(count, 256) {
      let at = directory + 2 + entry * 12
      guard let tag = reader.number(at: at, bytes: 2) else { break }
      switch tag {
      case 0x011A:
        if let place = reader.number(at: at + 8, bytes: 4),
          let above = reader.number(at: place, bytes: 4),
          let below = reader.number(at: place + 4, bytes: 4), below > 0
        {
          density = above / below
        }
      case 0x0128: perCentimetre = reader.number(at: at + 8, bytes: 2) == 3
      case 0x8769:
        if let place = reader.number(at: at + 8, bytes: 4) {
          facts.takenOn = original(reader, place)
        }
      case 0x8825:
        // An empty directory of positions is no position.
        if let place = reader.number(at: at + 8, bytes: 4),
          let fields = reader.number(at: place, bytes: 2), fields > 1
        {
          facts.hasPosition = true
        }
      default: break
      }
    }
    if let density, density > 1 {
      facts.resolution = perCentimetre ? (density * 254 + 50) / 100 : density
    }
  }

  // The day of the picture itself, written as 2026:03:01 12:00:00; the other day of a block is that of the file.
  private static func original(_ reader: ByteReader, _ directory: Int) -> CalendarDate? {
    guard let count = reader.number(at: directory, bytes: 2) else { return nil }
    for entry in 0..<min(count, 256) {
      let at = directory + 2 + entry * 12
      guard let tag = reader.number(at: at, bytes: 2) else { return nil }
      guard tag == 0x9003, let place = reader.number(at: at + 8, bytes: 4),
        let text = reader.part(place, count: 10)
      else { continue }
      let day = String(decoding: text.bytes[text.range], as: UTF8.self)
      return CalendarDate(day.split(separator: ":").joined(separator: "-"))
    }
    return nil
  }
}
