// SPDX-License-Identifier: Apache-2.0

/// A file that a dossier mentions.
package struct MentionedFile: Hashable, Sendable {
  /// As the dossier writes it.
  package let path: String
  /// Whether it is the scan of a passport.
  package let isPassport: Bool

  package init(path: String, isPassport: Bool) {
    self.path = path
    self.isPassport = isPassport
  }
}

/// What the files of a dossier were found to be.
package struct EvidenceFiles: Sendable {
  /// What became of one file that the dossier mentions.
  package enum State: Sendable {
    case inspected(InspectedFile)
    case missing
    /// A link, a folder or a device; it was not followed.
    case notAFile
    /// Larger than the limit, in bytes; it was not opened.
    case tooLarge(limit: Int)
    case unreadable
  }

  /// By path, as the dossier writes it.
  package let files: [String: State]
  /// Scans in the folder that the dossier does not mention, sorted.
  package let unmentioned: [String]
  /// Whether names in the package were written in the encoding of Chinese Windows.
  package let hasGB18030Names: Bool

  package init(files: [String: State], unmentioned: [String], hasGB18030Names: Bool = false) {
    self.files = files
    self.unmentioned = unmentioned
    self.hasGB18030Names = hasGB18030Names
  }
}

/// What the content of one file says about it.
package struct InspectedFile: Hashable, Sendable {
  /// In bytes.
  package let size: Int
  /// SHA-256, 64 hexadecimal digits.
  package let digest: String
  package let type: FileType
  /// Whether it has its end; nil where its type does not tell.
  package let isWhole: Bool?
  /// Set for JPEG and PNG.
  package let image: ImageFacts?
  package let inside: Inside
  package let zone: ZoneReading

  package init(
    size: Int, digest: String, type: FileType, isWhole: Bool?, image: ImageFacts?,
    inside: Inside = .notLooked, zone: ZoneReading = .notAsked
  ) {
    self.size = size
    self.digest = digest
    self.type = type
    self.isWhole = isWhole
    self.image = image
    self.inside = inside
    self.zone = zone
  }
}

/// What the header of an image states; no picture is decoded.
package struct ImageFacts: Hashable, Sendable {
  /// In pixels.
  package var width = 0
  package var height = 0
  package var bitsPerChannel = 8
  /// 1 grey, 3 colour, 4 CMYK or colour with transparency.
  package var channels = 3
  /// Dots per inch; nil where the file does not state them.
  package var resolution: Int?
  /// Whether it says where it was taken.
  package var hasPosition = false
  /// The day it says it was taken on.
  package var takenOn: CalendarDate?

  package init() {}

  /// Larger pictures are never decoded.
  package static let mostPixels = 50_000_000

  /// Whether it has more pixels than are ever decoded.
  package var isHuge: Bool { hasMorePixels(than: Self.mostPixels) }

  /// Whether width times height is more than a number; a file may state any width and height.
  package func hasMorePixels(than count: Int) -> Bool { width > count / max(1, height) }

  /// 24 bits a pixel: three channels of eight.
  package var isTrueColour: Bool { channels == 3 && bitsPerChannel == 8 }
}

/// What a file is by its first bytes, whatever its name says.
package enum FileType: String, Sendable {
  case pdf = "application/pdf"
  case jpeg = "image/jpeg"
  case png = "image/png"
  case gif = "image/gif"
  case tiff = "image/tiff"
  case webp = "image/webp"
  case bmp = "image/bmp"
  case heif = "image/heif"
  case zip = "application/zip"
  case office = "application/x-ole-storage"
  case markup = "text/html"
  case program = "application/x-executable"
  case empty = ""
  case unknown = "application/octet-stream"

  package var label: BilingualText {
    switch self {
    case .pdf: .init("PDF", "PDF")
    case .jpeg: .init("JPEG", "JPEG")
    case .png: .init("PNG", "PNG")
    case .gif: .init("GIF", "GIF")
    case .tiff: .init("TIFF", "TIFF")
    case .webp: .init("WebP", "WebP")
    case .bmp: .init("BMP", "BMP")
    case .heif: .init("HEIF（手机照片格式）", "HEIF (a telephone's format)")
    case .zip: .init("压缩包或新版 Office 文件", "a ZIP archive or an Office file")
    case .office: .init("旧版 Office 文件", "an old Office file")
    case .markup: .init("网页或 SVG", "a web page or SVG")
    case .program: .init("程序", "a program")
    case .empty: .init("空文件", "an empty file")
    case .unknown: .init("无法识别的内容", "content of no known kind")
    }
  }

  /// Whether somebody may have scanned a paper into it.
  package var isScan: Bool {
    switch self {
    case .pdf, .jpeg, .png, .gif, .tiff, .webp, .bmp, .heif: true
    default: false
    }
  }
}
