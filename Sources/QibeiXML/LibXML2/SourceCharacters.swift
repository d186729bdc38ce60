// SPDX-License-Identifier: Apache-2.0

/// What a run of bytes holds beyond ASCII.
@safe struct SourceCharacters {
  /// Whether it is UTF-8 (RFC 3629) without what XML 1.0 forbids beyond ASCII (section 2.2).
  private(set) var areSound = true
  /// Whether there is one that nobody sees; see ``InvisibleCharacters``.
  private(set) var hide = false

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let base = bytes.baseAddress else { return }
    var at = 0
    let count = bytes.count
    while at < count {
      while at + 32 <= count, unsafe Self.isASCII(base + at) { at += 32 }
      while at + 8 <= count {
        let high = unsafe EightBytes.beyondASCII(in: EightBytes.load(base + at))
        if high != 0 {
          at &+= EightBytes.place(of: high)
          break
        }
        at &+= 8
      }
      while at < count, unsafe base[at] < 0x80 { at += 1 }
      while at + 4 <= count, unsafe Self.isChinese(base + at) { at += 3 }
      guard at < count, unsafe base[at] >= 0x80 else { continue }
      guard let value = unsafe Self.read(base + at, count - at) else {
        areSound = false
        return
      }
      at += value < 0x800 ? 2 : value < 0x1_0000 ? 3 : 4
      if InvisibleCharacters.contains(value) { hide = true }
    }
  }

  // From U+4000 to U+9FFF, as most characters beyond ASCII are; the fourth byte is not looked at.
  @inline(__always)
  private static func isChinese(_ at: UnsafePointer<UInt8>) -> Bool {
    let four = unsafe UInt32(littleEndian: UnsafeRawPointer(at).loadUnaligned(as: UInt32.self))
    return four & 0xC0_C0F0 == 0x80_80E0 && (four & 0xF) &- 4 < 6
  }

  // Of 32 bytes.
  @inline(__always)
  private static func isASCII(_ at: UnsafePointer<UInt8>) -> Bool {
    var all: UInt64 = 0
    for word in 0..<4 {
      unsafe all |= UnsafeRawPointer(at + word * 8).loadUnaligned(as: UInt64.self)
    }
    return all & 0x8080_8080_8080_8080 == 0
  }

  /// One character; nil where there is none, or one that XML forbids.
  @inline(__always)
  private static func read(_ at: UnsafePointer<UInt8>, _ left: Int) -> UInt32? {
    let first = unsafe UInt32(at[0])
    if first & 0xF0 == 0xE0, left >= 3 {
      let (second, third) = unsafe (UInt32(at[1]) ^ 0x80, UInt32(at[2]) ^ 0x80)
      let value = (first & 0xF) << 12 | second << 6 | third
      let isSound = second | third < 0x40 && value >= 0x800 && value & 0xF800 != 0xD800
      return isSound && value < 0xFFFE ? value : nil
    }
    if first >= 0xC2, first < 0xE0, left >= 2 {
      let second = unsafe UInt32(at[1]) ^ 0x80
      return second < 0x40 ? (first & 0x1F) << 6 | second : nil
    }
    guard first >= 0xF0, first < 0xF5, left >= 4 else { return nil }
    let (second, third, fourth) = unsafe (
      UInt32(at[1]) ^ 0x80, UInt32(at[2]) ^ 0x80, UInt32(at[3]) ^ 0x80
    )
    let value = (first & 0x7) << 18 | second << 12 | third << 6 | fourth
    return second | third | fourth < 0x40 && value >= 0x1_0000 && value < 0x11_0000 ? value : nil
  }
}
