// SPDX-License-Identifier: Apache-2.0
internal import CInspection

/// libtesseract with its English model, loaded when it is wanted; only for a process that may die of what it reads.
@safe struct TextLibrary {
  private var calls: qibei_reader
  private let reader: UnsafeMutableRawPointer

  static let name = "libtesseract.so.5"

  /// Nil where the library or its model is not installed.
  init?() {
    calls = qibei_reader()
    guard unsafe qibei_load_reader(&calls) == 1, let reader = unsafe calls.TessBaseAPICreate(),
      unsafe calls.TessBaseAPIInit3(reader, nil, "eng") == 0
    else { return nil }
    unsafe self.reader = unsafe reader
    for (name, value) in [
      ("tessedit_char_whitelist", "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789<"),
      ("load_system_dawg", "0"), ("load_freq_dawg", "0"),
    ] {
      unsafe _ = calls.TessBaseAPISetVariable(reader, name, value)
    }
  }

  /// The lines of a picture of capitals, digits and fillers.
  ///
  /// - Parameters:
  ///   - pixels: one byte of brightness each, rows from the top.
  ///   - width: of the picture.
  ///   - rows: those to read.
  /// - Returns: what was read, which may be wrong anywhere.
  func lines(_ pixels: [UInt8], width: Int, rows: Range<Int>) -> [String] {
    guard !rows.isEmpty, width > 0, pixels.count >= rows.upperBound * width else { return [] }
    return unsafe pixels.withUnsafeBufferPointer { buffer in
      let start = unsafe buffer.baseAddress.map { unsafe $0 + rows.lowerBound * width }
      // One block of text.
      unsafe calls.TessBaseAPISetPageSegMode(reader, 6)
      unsafe calls.TessBaseAPISetImage(
        reader, start, Int32(width), Int32(rows.count), 1, Int32(width))
      unsafe calls.TessBaseAPISetSourceResolution(reader, 300)
      guard let text = unsafe calls.TessBaseAPIGetUTF8Text(reader) else { return [] }
      defer { unsafe calls.TessDeleteText(text) }
      return unsafe String(cString: text).split(separator: "\n").map {
        $0.filter { $0 != " " }
      }
    }
  }
}
