// SPDX-License-Identifier: Apache-2.0

/// What was seen of the inside of a PDF or a JPEG.
package enum Inside: Hashable, Sendable {
  /// Nobody was there to look, or nothing of this type is looked into.
  case notLooked
  case seen(InsideFacts)
  /// Looking into it took too much time or memory, or failed otherwise.
  case failed
  /// The library that reads this type is not installed.
  case noLibrary(String)
}

/// What became of reading the machine-readable zone of a passport's scan.
package enum ZoneReading: Hashable, Sendable {
  /// Nobody asked for it, or the file is no passport.
  case notAsked
  /// Its second line, as far as check digits protect it.
  case read(PassportDataLine)
  case unreadable
  /// The library that reads pictures is not installed.
  case noLibrary(String)
}

/// What a library found that took a file apart.
package struct InsideFacts: Hashable, Sendable {
  /// Its picture breaks off, or no page of it can be read.
  package var isDamaged = false
  package var needsPassword = false
  /// It opens without a password, but forbids something.
  package var isRestricted = false
  /// Of a PDF.
  package var pages: Int?
  /// Counted from 1, in order.
  package var blankPages: [Int] = []
  package var active: [ActiveContent] = []
  /// Pages that one picture covers, in order.
  package var scans: [PageScan] = []
  /// Of a JPEG small enough to be a photograph.
  package var border: PictureBorder?

  package init() {}
}

/// Something in a PDF that acts instead of showing.
package enum ActiveContent: String, CaseIterable, Sendable {
  case script, launch, submission, attachment, media

  package var label: BilingualText {
    switch self {
    case .script: .init("脚本", "a script")
    case .launch: .init("启动程序的动作", "an action that starts a program")
    case .submission: .init("提交或导入数据的动作", "an action that sends or takes data")
    case .attachment: .init("嵌入的文件", "an embedded file")
    case .media: .init("音像或三维内容", "sound, film or 3D")
    }
  }
}

/// A page of a PDF that one picture covers.
package struct PageScan: Hashable, Sendable {
  /// From 1.
  package let page: Int
  /// Dots per inch, the smaller of both directions.
  package let resolution: Int
  package let isGrey: Bool

  package init(page: Int, resolution: Int, isGrey: Bool) {
    self.page = page
    self.resolution = resolution
    self.isGrey = isGrey
  }
}

/// The background of a photograph: the strip along its top, and the upper half of its sides.
package struct PictureBorder: Hashable, Sendable {
  /// The mean of each channel, 0 to 255.
  package let red: Int
  package let green: Int
  package let blue: Int
  /// Standard deviation of the brightness, 0 to 127.
  package let spread: Int

  package init(red: Int, green: Int, blue: Int, spread: Int) {
    self.red = red
    self.green = green
    self.blue = blue
    self.spread = spread
  }
}
