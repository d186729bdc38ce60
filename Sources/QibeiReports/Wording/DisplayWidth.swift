// SPDX-License-Identifier: Apache-2.0

/// Columns that text takes on a terminal (Unicode Standard Annex 11, wide and fullwidth count two).
struct DisplayWidth: Sendable {
  /// Columns of characters that are ambiguous between the two.
  var ambiguous = 1

  func columns(of text: some StringProtocol) -> Int {
    text.unicodeScalars.reduce(0) { $0 + columns(of: $1) }
  }

  func columns(of scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x20...0x7E: 1
    case 0x300...0x36F, 0x200B...0x200F, 0xFE00...0xFE0F: 0
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3,
      0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6,
      0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      2
    case 0xA7, 0xB1, 0xB7, 0xD7, 0x2014...0x2016, 0x2018...0x201D, 0x2020...0x2027,
      0x2190...0x21FF, 0x2460...0x24FF, 0x2500...0x25FF, 0x2713, 0x2717:
      ambiguous
    default: 1
    }
  }

  /// Breaks text into lines of at most a number of columns, between words or Chinese characters.
  func wrap(_ text: String, to width: Int) -> [String] {
    // No character takes more columns than bytes.
    if text.utf8.count <= width || columns(of: text) <= width {
      return text.isEmpty ? [] : [trimmed(text)]
    }
    var lines: [String] = []
    var line = ""
    var used = 0
    for piece in pieces(text) {
      let columns = columns(of: piece)
      if used + columns > width, !line.isEmpty, !forbiddenAtStart(piece) {
        lines.append(trimmed(line))
        line = ""
        used = 0
        if piece == " " { continue }
      }
      line += piece
      used += columns
    }
    if !line.isEmpty { lines.append(trimmed(line)) }
    return lines
  }

  private func pieces(_ text: String) -> [String] {
    var pieces: [String] = []
    var word = ""
    for character in text {
      if character == " " || columns(of: String(character)) > 1 {
        if !word.isEmpty { pieces.append(word) }
        word = ""
        pieces.append(String(character))
      } else {
        word.append(character)
      }
    }
    if !word.isEmpty { pieces.append(word) }
    return pieces
  }

  // Closing punctuation stays with what it closes.
  private func forbiddenAtStart(_ piece: String) -> Bool {
    guard let character = piece.first, piece.count == 1 else { return false }
    return "，。；：、）》”！？".contains(character)
  }

  private func trimmed(_ line: String) -> String {
    var end = line.utf8.endIndex
    while end > line.utf8.startIndex {
      let last = line.utf8.index(before: end)
      guard line.utf8[last] == UInt8(ascii: " ") else { break }
      end = last
    }
    return end == line.utf8.endIndex ? line : String(line[..<end])
  }
}
