// SPDX-License-Identifier: Apache-2.0

/// Paths of evidence files, which may never leave the dossier's folder.
enum EvidencePath {
  /// Whether a path is relative, has no step upwards, no drive, scheme, escape or backslash.
  static func isInside(_ path: Span<UInt8>) -> Bool {
    var dots = 0
    var start = 0
    for at in path.indices {
      let byte = path[at]
      if byte &- UInt8(ascii: "a") < 26 { continue }
      switch byte {
      case UInt8(ascii: "/"):
        if !isStep(at - start, dots) { return false }
        (dots, start) = (0, at + 1)
      case UInt8(ascii: ":"), UInt8(ascii: "\\"), UInt8(ascii: "%"), 0..<0x20, 0x7F: return false
      case UInt8(ascii: "."): dots += 1
      default: break
      }
    }
    return isStep(path.count - start, dots)
  }

  // Neither nothing nor `.` nor `..`.
  private static func isStep(_ length: Int, _ dots: Int) -> Bool {
    length > 0 && !(dots == length && dots <= 2)
  }
}
