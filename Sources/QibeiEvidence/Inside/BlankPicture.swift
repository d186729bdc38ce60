// SPDX-License-Identifier: Apache-2.0
internal import QibeiCore

/// Tells whether the picture of a page shows nothing; only pictures that hold little are decoded at all.
enum BlankPicture {
  /// False where it cannot be told.
  static func looksBlank(_ picture: PDFObject, _ jpeg: JPEGLibrary?) -> Bool {
    guard let width = picture["/Width"].number, let height = picture["/Height"].number,
      width >= 64, height >= 64, width * height <= Double(ImageFacts.mostPixels),
      let packed = picture.data(.none),
      // Empty paper needs less than a hundredth of this a pixel; a page of print ten times as much.
      Double(packed.count) < width * height * 0.06
    else { return false }
    let filters = picture["/Filter"].items.compactMap(\.name)
    let only = filters.isEmpty ? picture["/Filter"].name : filters.count == 1 ? filters[0] : nil
    if only == "/DCTDecode", let jpeg {
      guard
        case .pixels(let pixels, let width, let height, _) = jpeg.decode(
          packed, eighth: true, inColour: false, limit: ImageFacts.mostPixels)
      else { return false }
      return isEven(pixels, width, height, 1)
    }
    guard picture["/BitsPerComponent"].number == 8, let pixels = picture.data(.all) else {
      return false
    }
    let depth = pixels.count / Int(width * height)
    return depth > 0 && isEven(pixels, Int(width), Int(height), depth)
  }

  // Scanners draw dark edges, so the outer twentieth does not count.
  private static func isEven(_ pixels: [UInt8], _ width: Int, _ height: Int, _ depth: Int) -> Bool {
    let columns = (width / 20)..<(width - width / 20)
    let rows = (height / 20)..<(height - height / 20)
    guard !columns.isEmpty, !rows.isEmpty, pixels.count >= width * height * depth else {
      return false
    }
    var histogram = [Int](repeating: 0, count: 256)
    for row in rows {
      let start = row * width * depth
      for at in (start + columns.lowerBound * depth)..<(start + columns.upperBound * depth) {
        histogram[Int(pixels[at])] += 1
      }
    }
    let total = histogram.reduce(0, +)
    guard let common = histogram.indices.max(by: { histogram[$0] < histogram[$1] }) else {
      return false
    }
    let near = histogram[max(0, common - 32)...min(255, common + 32)].reduce(0, +)
    // One part in two thousand: fewer than a line of print, more than dust.
    return (total - near) * 2_000 < total
  }
}
