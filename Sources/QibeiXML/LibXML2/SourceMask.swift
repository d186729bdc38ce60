// SPDX-License-Identifier: Apache-2.0
internal import Glibc

/// A copy of a source as libxml2 reads it fastest: of the same length, and in ASCII.
///
/// libxml2 2.9 copies each value with a character beyond ASCII or a reference character by character. In the
/// copy, DEL stands for every such byte: it may stand wherever a character may, and never in a name. So where
/// the copy is well-formed the source is, as far as its own characters are sound, and every value is taken from
/// the source; whatever is refused here is read again as it is.
@safe struct SourceMask {
  /// One of the five references that XML itself knows.
  struct Reference: BitwiseCopyable {
    var offset: Int32
    var length: Int32
    var character: UInt8
  }

  static let blank: UInt8 = 0x7F
  // libxml2 looks for more input with every step once it is this near to the end.
  private static let margin = 256
  // A comment is what it passes over fastest.
  private static let (open, close): (StaticString, StaticString) = ("<!--", "-->")

  private(set) var bytes = GrowingBuffer<UInt8>(capacity: 16_384)
  /// In the order of the source.
  private(set) var references = GrowingBuffer<Reference>(capacity: 64)

  mutating func cover(_ source: UnsafeBufferPointer<UInt8>) {
    bytes.removeAll()
    references.removeAll()
    guard let from = source.baseAddress else { return }
    let target = unsafe bytes.extend(by: source.count + Self.margin)
    for at in 0..<source.count { unsafe target[at] = unsafe min(from[at], Self.blank) }
    unsafe (target + source.count).initialize(repeating: UInt8(ascii: "."), count: Self.margin)
    unsafe (target + source.count).update(from: Self.open.utf8Start, count: 4)
    unsafe (target + source.count + Self.margin - 3).update(from: Self.close.utf8Start, count: 3)
    // libxml2 knows UTF-8 by its mark.
    if unsafe source.starts(with: [0xEF, 0xBB, 0xBF]) {
      unsafe target.update(from: from, count: 3)
    }
    var at = 0
    while let hit = unsafe memchr(from + at, Int32(UInt8(ascii: "&")), source.count - at) {
      let offset = unsafe UnsafeRawPointer(hit) - UnsafeRawPointer(from)
      let found = unsafe Self.reference(from + offset, source.count - offset)
      if let found {
        references.append(
          Reference(
            offset: Int32(offset), length: Int32(found.length), character: found.character))
        unsafe (target + offset).update(repeating: Self.blank, count: found.length)
      }
      at = offset + (found?.length ?? 1)
    }
  }

  func free() {
    bytes.free()
    references.free()
  }

  // XML 1.0, section 4.6.
  private static func reference(
    _ text: UnsafePointer<UInt8>, _ left: Int
  ) -> (length: Int, character: UInt8)? {
    let known: [(StaticString, UInt8)] = [
      ("&lt;", UInt8(ascii: "<")), ("&gt;", UInt8(ascii: ">")), ("&amp;", UInt8(ascii: "&")),
      ("&quot;", UInt8(ascii: "\"")), ("&apos;", UInt8(ascii: "'")),
    ]
    for (name, character) in known
    where unsafe name.utf8CodeUnitCount <= left
      && memcmp(name.utf8Start, text, name.utf8CodeUnitCount) == 0
    {
      return (name.utf8CodeUnitCount, character)
    }
    return nil
  }
}
