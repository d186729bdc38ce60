// SPDX-License-Identifier: Apache-2.0
import Foundation
import QibeiCore
import QibeiEvidence
import QibeiTesting
import Testing

/// Small pictures made by hand.
enum Pictures {
  /// One pixel with transparency.
  static let dot = [UInt8](
    Data(
      base64Encoded:
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
    ) ?? Data())
  /// A header of 60,000 by 60,000 pixels, and nothing behind it.
  static let huge = [UInt8](
    Data(base64Encoded: "iVBORw0KGgoAAAANSUhEUgAA6mAAAOpgCAIAAAAPsOIV") ?? Data())
  /// The largest width and height that can be written, at 127 dots per inch.
  static let immeasurable = [UInt8](
    Data(
      base64Encoded:
        "iVBORw0KGgoAAAANSUhEUv//////////CAIAAABdlLlpAAAACXBIWXMAABOIAAATiAGjigkoAAAAAElFTkSuQmCC"
    ) ?? Data())
}

struct FileInspectionTests {
  private static let photo = Result {
    try Fixture.bytes(of: "schemas/samples/residence-work-first-complete/evidence/05-photo.jpg")
  }
  private static let paper = Result {
    try Fixture.bytes(of: "schemas/samples/residence-work-first-complete/evidence/01-passport.pdf")
  }

  @Test func `reads what a photograph's header states`() throws {
    let file = EvidenceInspector.inspect(try Self.photo.get())
    let image = try #require(file.image)
    #expect(file.type == .jpeg)
    #expect(file.isWhole == true)
    #expect((image.width, image.height) == (390, 520))
    #expect((image.channels, image.bitsPerChannel) == (3, 8))
    #expect(image.resolution == 300)
    #expect(!image.hasPosition)
  }

  @Test func `reads the day on which a picture was taken`() throws {
    let picture = TestJPEG.picture(width: 8, height: 8, segments: TestJPEG.taken("2025:09:15")) {
      _, _ in [9, 128, 128]
    }
    #expect(EvidenceInspector.inspect(picture).image?.takenOn == CalendarDate("2025-09-15"))
    let odd = TestJPEG.picture(width: 8, height: 8, segments: TestJPEG.taken("2025:13:15")) {
      _, _ in [9, 128, 128]
    }
    #expect(EvidenceInspector.inspect(odd).image?.takenOn == nil)
  }

  @Test func `reads a PNG and never decodes a huge one`() throws {
    let dot = EvidenceInspector.inspect(Pictures.dot)
    #expect(dot.isWhole == true)
    #expect(dot.image?.channels == 4)
    let huge = EvidenceInspector.inspect(Pictures.huge)
    #expect(huge.image?.width == 60_000)
    #expect(huge.isWhole == false)
  }

  @Test func `a PNG with one bit turned is not whole`() {
    for at in 8..<Pictures.dot.count {
      var bytes = Pictures.dot
      bytes[at] ^= 1
      #expect(EvidenceInspector.inspect(bytes).isWhole == false, "byte \(at)")
    }
  }

  @Test func `whatever is cut off is not whole, at every byte`() throws {
    let paper = try Self.paper.get()
    let end = paper.count - 6
    for count in 5..<end {
      #expect(
        EvidenceInspector.inspect(Array(paper.prefix(count))).isWhole == false, "PDF \(count)")
    }
    for count in 8..<Pictures.dot.count {
      #expect(
        EvidenceInspector.inspect(Array(Pictures.dot.prefix(count))).isWhole == false,
        "PNG \(count)")
    }
    let photo = try Self.photo.get()
    for count in Array(3..<800) + Array(stride(from: 800, to: photo.count, by: 997)) {
      #expect(
        EvidenceInspector.inspect(Array(photo.prefix(count))).isWhole == false, "JPEG \(count)")
    }
    #expect(EvidenceInspector.inspect(Array(photo.dropLast())).isWhole == false)
  }

  @Test func `noise behind a true beginning is answered`() throws {
    var noise = SystemRandomNumberGenerator()
    for head in [[0xFF, 0xD8, 0xFF], Array(Pictures.dot.prefix(33)), Array("%PDF-1.7".utf8)] {
      for _ in 0..<300 {
        let tail = (0..<Int.random(in: 0...400, using: &noise)).map { _ in
          UInt8.random(in: 0...255, using: &noise)
        }
        #expect(EvidenceInspector.inspect(head + tail).size == head.count + tail.count)
      }
    }
  }

  @Test(arguments: [
    ("GIF89a", FileType.gif), ("PK\u{3}\u{4}", .zip), ("<html>", .markup),
    ("\u{FEFF}  <svg/>", .markup),
    ("MZ", .program), ("#!/bin/sh", .program), ("hello", .unknown), ("", .empty),
    ("RIFF0000WEBP", .webp), ("%PDF-1.4", .pdf),
  ])
  func `tells types by content`(_ text: String, _ type: FileType) {
    #expect(EvidenceInspector.inspect(Array(text.utf8)).type == type)
  }
}
