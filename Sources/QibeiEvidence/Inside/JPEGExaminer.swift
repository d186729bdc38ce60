// SPDX-License-Identifier: Apache-2.0
internal import QibeiCore

/// Decodes a JPEG as far as is needed to see whether it is whole, and the background of a photograph.
enum JPEGExaminer {
  // No photo standard asks for so many.
  private static let photoPixels = 2_000_000

  /// Nil where it is of a kind that is not read.
  static func examine(_ bytes: [UInt8], _ library: JPEGLibrary) -> InsideFacts? {
    var facts = InsideFacts()
    switch library.decode(bytes, eighth: false, inColour: true, limit: photoPixels) {
    case .pixels(let pixels, let width, let height, let breaksOff):
      facts.isDamaged = breaksOff
      if !breaksOff { facts.border = border(pixels, width, height) }
      return facts
    case .damaged:
      facts.isDamaged = true
      return facts
    case .notRead: break
    }
    switch library.decode(bytes, eighth: true, inColour: false, limit: ImageFacts.mostPixels) {
    case .pixels(_, _, _, let breaksOff): facts.isDamaged = breaksOff
    case .damaged: facts.isDamaged = true
    case .notRead: return nil
    }
    return facts
  }

  private static func border(_ pixels: [UInt8], _ width: Int, _ height: Int) -> PictureBorder? {
    guard width >= 50, height >= 50 else { return nil }
    // Above the head, and beside it: shoulders begin lower.
    let top = height / 16
    let side = width / 16
    var sums = [0, 0, 0]
    var squares = 0
    var count = 0
    for row in 0..<(height * 2 / 5) {
      let columns =
        row < top ? [0..<width] : [0..<side, (width - side)..<width]
      for column in columns.joined() {
        let at = (row * width + column) * 3
        let (red, green, blue) = (Int(pixels[at]), Int(pixels[at + 1]), Int(pixels[at + 2]))
        sums[0] += red
        sums[1] += green
        sums[2] += blue
        // Brightness by ITU-R BT.601.
        let brightness = (299 * red + 587 * green + 114 * blue + 500) / 1_000
        squares += brightness * brightness
        count += 1
      }
    }
    guard count > 0 else { return nil }
    let mean = Double(299 * sums[0] + 587 * sums[1] + 114 * sums[2]) / 1_000 / Double(count)
    let variance = max(0, Double(squares) / Double(count) - mean * mean)
    return PictureBorder(
      red: sums[0] / count, green: sums[1] / count, blue: sums[2] / count,
      spread: Int(variance.squareRoot().rounded()))
  }
}
