// SPDX-License-Identifier: Apache-2.0
import QibeiTesting

/// Pictures as evidence (72).
enum ImageCases {
  static var all: [HostileCase] { sizes + damaged + disguised + places }

  private static func image(
    _ name: String, _ file: String, _ bytes: [UInt8], exit: Int32 = 1, _ words: String...
  ) -> HostileCase {
    let type = file.hasSuffix("png") ? "image/png" : "image/jpeg"
    var hostile = HostileCase.xml(72, "image-\(name)", Sample.paper(file, type), exit: exit)
    hostile.files.append(("dossier/\(file)", bytes))
    hostile.words = words
    return hostile
  }

  private static func big(_ number: Int) -> [UInt8] {
    stride(from: 24, through: 0, by: -8).map { UInt8(number >> $0 & 255) }
  }

  private static func chunk(_ name: String, _ body: [UInt8]) -> [UInt8] {
    let content = Sample.utf8(name) + body
    return big(body.count) + content + big(Int(TestArchive.checkValue(content)))
  }

  /// A whole PNG that states a size; what it holds is next to nothing.
  private static func png(_ width: Int, _ height: Int, _ more: [UInt8] = []) -> [UInt8] {
    [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
      + chunk("IHDR", big(width) + big(height) + [8, 2, 0, 0, 0]) + more
      + chunk("IDAT", [0x78, 0x9C, 3, 0, 0, 0, 0, 1]) + chunk("IEND", [])
  }

  private static let picture = TestJPEG.picture(width: 64, height: 64) { column, row in
    [column * row, 128, 128]
  }

  /// The picture with another size in its frame header.
  private static func jpeg(_ width: Int, _ height: Int) -> [UInt8] {
    var bytes = picture
    guard
      let frame = bytes.indices.dropLast().first(where: {
        bytes[$0] == 0xFF && bytes[$0 + 1] == 0xC0
      })
    else { return [] }
    bytes.replaceSubrange(
      (frame + 5)..<(frame + 9),
      with: [UInt8(height >> 8), UInt8(height & 255), UInt8(width >> 8), UInt8(width & 255)])
    return bytes
  }

  private static let sizes: [HostileCase] = [
    image("png-60000", "a.png", png(60_000, 60_000), exit: 2, "QB9118"),
    image("png-0", "a.png", png(0, 0), "QB2501"),
    image("png-negative", "a.png", png(-1, -1), exit: 2, "QB9118"),
    // With a resolution it would be held against the size of a page.
    image(
      "png-immeasurable", "a.png", png(-1, -1, chunk("pHYs", big(5_000) + big(5_000) + [1])),
      exit: 2,
      "QB9118"),
    image("jpeg-65535", "a.jpg", jpeg(65_535, 65_535), exit: 2, "QB9118"),
    image("jpeg-0", "a.jpg", jpeg(0, 0), "QB2501"),
    // 49 million pixels may be decoded, and are found not to be there.
    image("jpeg-7000", "a.jpg", jpeg(7_000, 7_000), "QB2501"),
  ]

  private static let damaged: [HostileCase] = [
    image("jpeg-truncated", "a.jpg", Array(picture.prefix(picture.count / 2)), "QB2501"),
    image("png-truncated", "a.png", Array(png(9, 9).dropLast(20)), "QB2501"),
    image(
      "png-chunk-lies", "a.png",
      Array(png(9, 9).prefix(33)) + big(0x7FFF_FFFF) + Sample.utf8("IDAT"), "QB2501"),
    image("jpeg-segment-lies", "a.jpg", [0xFF, 0xD8, 0xFF, 0xE1, 0xFF, 0xFF, 0x45], "QB2501"),
    image(
      "jpeg-segments-endless", "a.jpg", [0xFF, 0xD8] + [UInt8](repeating: 0xFF, count: 2_000_000),
      "QB2501"),
    image(
      "png-text-bomb", "a.png",
      png(9, 9, (0..<20_000).flatMap { _ in chunk("tEXt", Sample.utf8("k\0<qbx>")) }), "QB2101"),
  ]

  private static let disguised: [HostileCase] = [
    image(
      "svg", "a.jpg", Sample.utf8("<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"qbx()\"/>"),
      "QB2507"),
    image(
      "svg-xxe", "a.jpg",
      Sample.utf8("<!DOCTYPE svg [<!ENTITY x SYSTEM \"../outside/canary.txt\">]><svg>&x;</svg>"),
      "QB2507"),
    image("gif", "a.jpg", Sample.utf8("GIF89a\u{1}\0\u{1}\0\0\0\0;"), "QB2506"),
    image("pdf", "a.jpg", TestPDF.page(), "QB2506"),
    // Cameras write behind the end mark too; the picture is one, and nobody looks behind.
    image("html-behind", "a.jpg", picture + Sample.utf8("<script>qbx()</script>"), "QB2101"),
  ]

  private static let places: [HostileCase] = [
    image(
      "position", "a.jpg",
      TestJPEG.picture(width: 64, height: 64, segments: TestJPEG.position) { _, _ in [9, 128, 128]
      },
      "QB2509")
  ]
}
