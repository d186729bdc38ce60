// SPDX-License-Identifier: Apache-2.0
internal import QibeiCore

/// Tells what a file is by its first bytes.
enum FileSignature {
  static func type(of bytes: [UInt8]) -> FileType {
    let reader = ByteReader(bytes)
    guard reader.count > 0 else { return .empty }
    switch (reader[0], reader[1], reader[2], reader[3]) {
    case (0x25, 0x50, 0x44, 0x46): return .pdf
    case (0xFF, 0xD8, 0xFF, _): return .jpeg
    case (0x89, 0x50, 0x4E, 0x47): return .png
    case (0x49, 0x49, 0x2A, 0x00), (0x4D, 0x4D, 0x00, 0x2A): return .tiff
    case (0x50, 0x4B, _, _): return .zip
    case (0xD0, 0xCF, 0x11, 0xE0): return .office
    case (0x7F, 0x45, 0x4C, 0x46), (0x4D, 0x5A, _, _), (0x23, 0x21, _, _): return .program
    default: break
    }
    if reader.hasPrefix("GIF8") { return .gif }
    if reader.hasPrefix("BM"), reader.number(at: 6, bytes: 4) == 0 { return .bmp }
    if reader.hasPrefix("RIFF"), reader.hasPrefix("WEBP", at: 8) { return .webp }
    if reader.hasPrefix("ftyp", at: 4),
      ["heic", "heix", "mif1", "msf1", "hevc", "avif"].contains(where: {
        $0.utf8.elementsEqual((8..<12).compactMap { reader[$0] })
      })
    {
      return .heif
    }
    // A byte order mark and blanks may stand before markup.
    let start = reader.hasPrefix("\u{FEFF}") ? 3 : 0
    let first = (start..<min(64, reader.count)).first { (reader[$0] ?? 0) > 0x20 }
    if let first, reader[first] == UInt8(ascii: "<") { return .markup }
    return .unknown
  }
}
