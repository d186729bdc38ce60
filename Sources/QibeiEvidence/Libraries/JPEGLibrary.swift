// SPDX-License-Identifier: Apache-2.0
internal import CInspection

/// libturbojpeg, loaded when it is wanted; only for a process that may die of what it reads.
struct JPEGLibrary {
  private var calls: qibei_jpeg

  static let name = "libturbojpeg.so.0"

  /// Nil where the library is not installed.
  init?() {
    calls = qibei_jpeg()
    guard unsafe qibei_load_jpeg(&calls) == 1 else { return nil }
  }

  /// What became of a picture.
  enum Outcome {
    /// Rows from the top, each pixel one byte of brightness, or three of red, green and blue.
    case pixels([UInt8], width: Int, height: Int, breaksOff: Bool)
    case damaged
    /// It is of a kind, or a size, that is not read.
    case notRead
  }

  /// Decodes a picture.
  ///
  /// - Parameters:
  ///   - bytes: of the JPEG.
  ///   - eighth: whether an eighth of each side is enough.
  ///   - inColour: three bytes a pixel instead of one.
  ///   - limit: most pixels of the picture before it is made smaller.
  /// - Returns: pixels as far as there are any; a file that breaks off gives those before.
  func decode(_ bytes: [UInt8], eighth: Bool, inColour: Bool, limit: Int) -> Outcome {
    guard let handle = calls.tjInitDecompress() else { return .notRead }
    defer { unsafe _ = calls.tjDestroy(handle) }
    var width: Int32 = 0
    var height: Int32 = 0
    var sampling: Int32 = 0
    var space: Int32 = 0
    let header = unsafe calls.tjDecompressHeader3(
      handle, bytes, UInt(bytes.count), &width, &height, &sampling, &space)
    guard header == 0 else { return unsafe isUnsupported(handle) ? .notRead : .damaged }
    let isPrint = space == Int32(TJCS_CMYK.rawValue) || space == Int32(TJCS_YCCK.rawValue)
    guard width > 0, height > 0 else { return .damaged }
    guard Int(width) * Int(height) <= limit, !isPrint || !inColour else {
      return .notRead
    }
    let (scaledWidth, scaledHeight) =
      eighth ? ((width + 7) / 8, (height + 7) / 8) : (width, height)
    let depth = isPrint ? 4 : inColour ? 3 : 1
    let format = isPrint ? TJPF_CMYK : inColour ? TJPF_RGB : TJPF_GRAY
    var pixels = [UInt8](repeating: 0, count: Int(scaledWidth) * Int(scaledHeight) * depth)
    let status = unsafe calls.tjDecompress2(
      handle, bytes, UInt(bytes.count), &pixels, scaledWidth, 0, scaledHeight,
      Int32(format.rawValue), TJFLAG_FASTDCT | TJFLAG_FASTUPSAMPLE)
    var breaksOff = false
    if status != 0 {
      let isWarning = unsafe calls.tjGetErrorCode(handle) == Int32(TJERR_WARNING.rawValue)
      guard isWarning else { return unsafe isUnsupported(handle) ? .notRead : .damaged }
      breaksOff = unsafe error(handle).contains("remature end")
    }
    if isPrint { pixels = stride(from: 3, to: pixels.count, by: 4).map { pixels[$0] } }
    return .pixels(
      pixels, width: Int(scaledWidth), height: Int(scaledHeight), breaksOff: breaksOff)
  }

  private func isUnsupported(_ handle: tjhandle) -> Bool {
    let text = unsafe error(handle)
    return text.contains("nsupported") || text.contains("memory") || text.contains("Sorry")
  }

  private func error(_ handle: tjhandle) -> String {
    guard let text = unsafe calls.tjGetErrorStr2(handle) else { return "" }
    return unsafe String(cString: text)
  }
}
