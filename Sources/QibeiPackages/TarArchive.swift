// SPDX-License-Identifier: Apache-2.0

/// Reads a tape archive (POSIX.1-2001 pax, ustar, and the long names of GNU tar) from its beginning to its end.
package struct TarArchive {
  /// A file in it, or what only leads to one.
  package struct Member: Sendable {
    /// What is in a file.
    package enum Content: Sendable {
      case bytes([UInt8])
      /// More than is taken.
      case tooLarge
      /// A link, a pipe or a device: nothing is in it.
      case link
    }

    package let path: String
    package let content: Content
  }

  /// Why no more can be read.
  package enum Fault: Error, Sendable {
    case damaged(offset: Int)
    case brokenOff
  }

  private let read: (inout [UInt8]) throws -> Bool
  private let limit: Int
  private var buffer: [UInt8]
  private var at = 0
  private var consumed = 0

  private static let block = 512

  /// - Parameters:
  ///   - buffer: what has been read already.
  ///   - limit: bytes of the largest file that is taken.
  ///   - read: appends more bytes, and answers false at the end.
  package init(_ buffer: [UInt8], limit: Int, read: @escaping (inout [UInt8]) throws -> Bool) {
    self.buffer = buffer
    self.limit = limit
    self.read = read
  }

  /// Whether bytes begin like one.
  package static func isOne(_ bytes: [UInt8]) -> Bool {
    bytes.count >= block && bytes[257..<262].elementsEqual("ustar".utf8)
  }

  /// The next file; nil at the end.
  ///
  /// - Throws: ``Fault``, or what reading throws.
  package mutating func next() throws -> Member? {
    var longName: String?
    while true {
      guard try need(Self.block) else {
        if at == buffer.count { return nil }
        throw Fault.brokenOff
      }
      let header = Array(buffer[at..<(at + Self.block)])
      // Blocks of zeros end an archive, and another may follow.
      if header.allSatisfy({ $0 == 0 }) {
        at += Self.block
        continue
      }
      guard Self.isSound(header), let size = Self.number(header, 124..<136) else {
        throw Fault.damaged(offset: consumed + at)
      }
      at += Self.block
      switch header[156] {
      case UInt8(ascii: "L"):
        longName = try content(size, atMost: 65_536).map { Self.text($0[...]) }
      case UInt8(ascii: "x"):
        longName = try content(size, atMost: 65_536).flatMap(Self.path) ?? longName
      case 0, UInt8(ascii: "0"), UInt8(ascii: "7"):
        return Member(
          path: longName ?? Self.name(header),
          content: try content(size, atMost: limit).map(Member.Content.bytes) ?? .tooLarge)
      // Hard and symbolic links, devices and pipes hold no bytes, whatever their size says.
      case UInt8(ascii: "1")...UInt8(ascii: "4"), UInt8(ascii: "6"):
        return Member(path: longName ?? Self.name(header), content: .link)
      default:
        _ = try content(size, atMost: 0)
        longName = nil
      }
    }
  }

  // The bytes of a member, padded to whole blocks; nil where there are too many.
  private mutating func content(_ size: Int, atMost limit: Int) throws -> [UInt8]? {
    let padded = (size + Self.block - 1) / Self.block * Self.block
    if size <= limit {
      guard try need(padded) else { throw Fault.brokenOff }
      defer { at += padded }
      return Array(buffer[at..<(at + size)])
    }
    var left = padded
    while left > 0 {
      guard try need(1) else { throw Fault.brokenOff }
      let step = min(left, buffer.count - at)
      at += step
      left -= step
    }
    return nil
  }

  private mutating func need(_ count: Int) throws -> Bool {
    while buffer.count - at < count {
      if at > 1 << 18 {
        buffer.removeFirst(at)
        consumed += at
        at = 0
      }
      guard try read(&buffer) else { return false }
    }
    return true
  }

  // The sum of all bytes, with blanks where it stands itself.
  private static func isSound(_ header: [UInt8]) -> Bool {
    var sum = 8 * 32
    for (index, byte) in header.enumerated() where !(148..<156).contains(index) { sum += Int(byte) }
    return number(header, 148..<156) == sum
  }

  // Octal digits, or for large numbers the bytes themselves behind a set bit.
  private static func number(_ header: [UInt8], _ range: Range<Int>) -> Int? {
    let field = header[range]
    if let first = field.first, first & 0x80 != 0 {
      guard field.dropFirst().dropLast(7).allSatisfy({ $0 == 0 }) else { return nil }
      return field.suffix(7).reduce(0) { $0 << 8 | Int($1) }
    }
    // A sign is no digit, though it would make a number.
    let digits = text(field).trimmingPrefix { $0 == " " }.prefix { $0 != " " }
    return digits.utf8.allSatisfy { (48...55).contains($0) } ? Int(digits, radix: 8) : nil
  }

  private static func name(_ header: [UInt8]) -> String {
    let name = text(header[0..<100])
    let prefix = header[257..<263].elementsEqual("ustar\0".utf8) ? text(header[345..<500]) : ""
    return prefix.isEmpty ? name : "\(prefix)/\(name)"
  }

  private static func text(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
  }

  // A record of a pax header: its length, a blank, `path=`, the path and a line end.
  private static func path(_ records: [UInt8]) -> String? {
    var rest = records[...]
    while let blank = rest.firstIndex(of: UInt8(ascii: " ")),
      let length = Int(text(rest[..<blank])), length > blank - rest.startIndex + 1,
      length <= rest.count
    {
      let record = rest[(blank + 1)..<(rest.startIndex + length - 1)]
      if record.starts(with: "path=".utf8) { return text(record.dropFirst(5)) }
      rest = rest.dropFirst(length)
    }
    return nil
  }
}
