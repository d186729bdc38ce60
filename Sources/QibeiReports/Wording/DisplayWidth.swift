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
    // A mark, a skin tone or a Korean vowel is a part of the letter before it (Unicode Standard Annex 29).
    case 0x300...0x36F, 0x1160...0x11FF, 0x200B...0x200F, 0x3099...0x309A, 0xFE00...0xFE0F,
      0x1F3FB...0x1F3FF, 0xE0100...0xE01EF:
      0
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3,
      0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6,
      0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      2
    case 0xA7, 0xB1, 0xB7, 0xD7, 0x2014...0x2016, 0x2018...0x201D, 0x2020...0x2027,
      0x2190...0x21FF, 0x2460...0x24FF, 0x2500...0x25FF, 0x2713, 0x2717:
      ambiguous
    default: scalar.properties.isGraphemeExtend ? 0 : 1
    }
  }

  /// Breaks text into lines of at most a number of columns, between words or Chinese characters.
  func wrap(_ text: String, to width: Int) -> [String] {
    // No character takes more columns than bytes.
    if text.utf8.count <= width || columns(of: text) <= width {
      return text.isEmpty ? [] : [trimmed(text)]
    }
    var breaker = LineBreaker(text, width)
    var wordStart: String.Index?
    var wordColumns = 0
    var previous: Unicode.Scalar?
    let scalars = text.unicodeScalars
    for at in scalars.indices {
      let scalar = scalars[at]
      defer { previous = scalar }
      let columns = columns(of: scalar)
      // What takes no column, or is joined, stays with what stands before it.
      if columns == 0 { continue }
      if previous == "\u{200D}" {
        if wordStart == nil { breaker.widen(columns) } else { wordColumns += columns }
        continue
      }
      if columns == 1, scalar != " " {
        if wordStart == nil { wordStart = at }
        wordColumns += 1
        continue
      }
      if let start = wordStart { breaker.place(start..<at, wordColumns) }
      (wordStart, wordColumns) = (nil, 0)
      breaker.place(at..<scalars.index(after: at), columns)
    }
    if let start = wordStart { breaker.place(start..<text.endIndex, wordColumns) }
    return breaker.finished()
  }

  private func trimmed(_ line: String) -> String { LineBreaker.trimmed(line[...]) }
}

/// Lines as runs of a text, so that no word is copied before its line is known.
private struct LineBreaker {
  private let text: String
  private let width: Int
  private var lines: [String] = []
  private var start: String.Index
  private var used = 0

  init(_ text: String, _ width: Int) {
    self.text = text
    self.width = width
    start = text.startIndex
  }

  /// Puts the next word, blank or wide character on this line or a new one.
  mutating func place(_ piece: Range<String.Index>, _ columns: Int) {
    if used + columns > width, start < piece.lowerBound, !isForbiddenAtStart(piece) {
      lines.append(Self.trimmed(text[start..<piece.lowerBound]))
      start = piece.lowerBound
      used = 0
      // No line begins with the blank at which it was broken.
      if text.unicodeScalars[piece.lowerBound] == " " {
        start = piece.upperBound
        return
      }
    }
    used += columns
  }

  /// Adds to the piece placed last.
  mutating func widen(_ columns: Int) { used += columns }

  consuming func finished() -> [String] {
    if start < text.endIndex { lines.append(Self.trimmed(text[start...])) }
    return lines
  }

  // Closing punctuation stays with what it closes.
  private func isForbiddenAtStart(_ piece: Range<String.Index>) -> Bool {
    let scalars = text.unicodeScalars
    guard scalars.index(after: piece.lowerBound) == piece.upperBound else { return false }
    return "，。；：、）》”！？".unicodeScalars.contains(scalars[piece.lowerBound])
  }

  static func trimmed(_ line: Substring) -> String {
    var end = line.utf8.endIndex
    while end > line.utf8.startIndex {
      let last = line.utf8.index(before: end)
      guard line.utf8[last] == UInt8(ascii: " ") else { break }
      end = last
    }
    return String(line[..<end])
  }
}
