// SPDX-License-Identifier: Apache-2.0

/// Brings bytes as received to checked UTF-8, refusing what could be read in two ways.
///
/// Accepted: UTF-8, UTF-16 with a byte order mark, and the GB family, always decoded as GB18030
/// (GB 18030-2022 contains GBK and GB 2312). Everything else is refused by name.
enum SourceText {
  /// The document in UTF-8.
  ///
  /// - Throws: the problem that keeps it from being text, with its place when the bytes before it are text.
  static func utf8(_ bytes: [UInt8], limits: XMLLimits) throws(XMLReadError) -> [UInt8] {
    guard !bytes.isEmpty else { throw XMLReadError(.empty) }
    guard bytes.count <= limits.bytes else {
      throw XMLReadError(.tooLarge(bytes: bytes.count, limit: limits.bytes))
    }
    try refuseForeignFormats(bytes)
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return try decodeUTF16(bytes)
    }
    let declaration = XMLDeclaration(bytes)
    if let version = declaration.version, version != "1.0" {
      throw XMLReadError(
        .unsupportedVersion(printable(version)), at: XMLPosition(line: 1, column: 1))
    }
    let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    guard let name = declaration.encoding else { return bytes }
    let declared = name.lowercased()
    switch declared {
    case "utf-8", "utf8", "us-ascii", "ascii":
      // libxml2 refuses every byte that is not UTF-8 up to the end of the root; the reader checks the rest.
      return bytes
    case "gb18030", "gbk", "gb2312", "gb-2312", "cp936", "euc-cn":
      if hasMark {
        throw XMLReadError(
          .encodingConflict(declared: printable(declared), actual: "UTF-8"),
          at: XMLPosition(line: 1, column: 1))
      }
      return try decodeGB(bytes, declared: declared)
    case "utf-16", "utf-16le", "utf-16be":
      throw XMLReadError(
        .encodingConflict(declared: printable(declared), actual: "UTF-8"),
        at: XMLPosition(line: 1, column: 1))
    default:
      throw XMLReadError(
        .unsupportedEncoding(printable(name)),
        at: XMLPosition(line: 1, column: 1))
    }
  }

  private static func refuseForeignFormats(_ bytes: [UInt8]) throws(XMLReadError) {
    // None of them begins as nearly every document does.
    if bytes[0] == UInt8(ascii: "<"), bytes.count > 1, bytes[1] != 0 { return }
    let formats: [([UInt8], String)] = [
      ([0x1F, 0x8B], "gzip"), ([0xFD, 0x37, 0x7A, 0x58], "xz"), ([0x50, 0x4B, 3, 4], "zip"),
      ([0x42, 0x5A, 0x68], "bzip2"), ([0x25, 0x50, 0x44, 0x46], "PDF"),
      ([0xD0, 0xCF, 0x11, 0xE0], "Office"),
    ]
    for (magic, name) in formats where bytes.starts(with: magic) {
      throw XMLReadError(.compressed(name))
    }
    let unreadable: [([UInt8], String)] = [
      ([0, 0, 0xFE, 0xFF], "UTF-32"), ([0xFF, 0xFE, 0, 0], "UTF-32"), ([0, 0, 0, 0x3C], "UTF-32"),
      ([0x3C, 0, 0, 0], "UTF-32"), ([0x4C, 0x6F, 0xA7, 0x94], "EBCDIC"),
      ([0x3C, 0, 0x3F, 0], "UTF-16 without a mark"), ([0, 0x3C, 0, 0x3F], "UTF-16 without a mark"),
      ([0x2B, 0x2F, 0x76], "UTF-7"),
    ]
    for (magic, name) in unreadable where bytes.starts(with: magic) {
      throw XMLReadError(.unsupportedEncoding(name))
    }
  }

  /// Refuses bytes that are not UTF-8, saying where, and whether they look like GBK.
  static func refuseInvalidUTF8(_ bytes: [UInt8]) throws(XMLReadError) {
    guard let problem = firstInvalidUTF8(bytes) else { return }
    let position = XMLLocator(Array(bytes[..<problem])).position(of: problem)
    guard (try? GB18030.decode(bytes)) != nil else {
      throw XMLReadError(.invalidBytes(encoding: "UTF-8"), at: position)
    }
    let actual = "GBK/GB18030"
    guard let declared = XMLDeclaration(bytes).encoding else {
      throw XMLReadError(.undeclaredEncoding(actual: actual), at: position)
    }
    throw XMLReadError(
      .encodingConflict(declared: printable(declared), actual: actual), at: position)
  }

  private static func firstInvalidUTF8(_ bytes: [UInt8]) -> Int? {
    do {
      _ = try UTF8Span(validating: bytes.span)
      return nil
    } catch {
      return error.byteOffsets.lowerBound
    }
  }

  private static func decodeGB(_ bytes: [UInt8], declared: String) throws(XMLReadError) -> [UInt8] {
    let hasHighByte = bytes.contains { $0 >= 0x80 }
    // UTF-8 text read as GBK gives plausible but wrong characters: 张三 becomes 寮犱笁.
    if hasHighByte, firstInvalidUTF8(bytes) == nil {
      throw XMLReadError(
        .encodingConflict(declared: printable(declared), actual: "UTF-8"),
        at: XMLPosition(line: 1, column: 1))
    }
    do {
      return try GB18030.decode(bytes)
    } catch {
      let before = (try? GB18030.decode(Array(bytes[..<error.offset]))) ?? []
      throw XMLReadError(
        .invalidBytes(encoding: "GB18030"), at: XMLLocator(before).position(of: before.count))
    }
  }

  private static func decodeUTF16(_ bytes: [UInt8]) throws(XMLReadError) -> [UInt8] {
    let little = bytes[0] == 0xFF
    guard bytes.count.isMultiple(of: 2) else {
      throw XMLReadError(.invalidBytes(encoding: "UTF-16"))
    }
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    for index in stride(from: 2, to: bytes.count, by: 2) {
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      units.append(little ? second << 8 | first : first << 8 | second)
    }
    guard let text = String(validating: units, as: UTF16.self) else {
      throw XMLReadError(.invalidBytes(encoding: "UTF-16"))
    }
    let decoded = Array(text.utf8)
    let declaration = XMLDeclaration(decoded)
    if let version = declaration.version, version != "1.0" {
      throw XMLReadError(
        .unsupportedVersion(printable(version)), at: XMLPosition(line: 1, column: 1))
    }
    if let encoding = declaration.encoding?.lowercased(), !encoding.hasPrefix("utf-16") {
      throw XMLReadError(
        .encodingConflict(declared: printable(encoding), actual: "UTF-16"),
        at: XMLPosition(line: 1, column: 1))
    }
    return decoded
  }

  /// A name from the input, clipped and without control or format characters, for a message.
  static func printable(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.prefix(40).map { scalar in
          switch scalar.properties.generalCategory {
          case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned:
            "\u{FFFD}"
          default: scalar
          }
        }))
  }
}

/// The version and encoding that a document's first line declares, read without trusting it.
struct XMLDeclaration {
  var version: String?
  var encoding: String?

  init(_ bytes: [UInt8]) {
    var at = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    guard bytes.count >= at + 5, bytes[at] == UInt8(ascii: "<"), bytes[at + 1] == UInt8(ascii: "?"),
      bytes[at + 2] == UInt8(ascii: "x"), bytes[at + 3] == UInt8(ascii: "m"),
      bytes[at + 4] == UInt8(ascii: "l")
    else { return }
    at += 5
    let end = min(bytes.count, at + 200)
    while at < end, bytes[at] != UInt8(ascii: ">") {
      let start = at
      while at < end, (97...122).contains(bytes[at]) { at += 1 }
      guard at > start else {
        at += 1
        continue
      }
      let name = start..<at
      while at < end, bytes[at] == 0x20 || bytes[at] == UInt8(ascii: "=") { at += 1 }
      guard at < end, bytes[at] == UInt8(ascii: "\"") || bytes[at] == UInt8(ascii: "'") else {
        continue
      }
      let quote = bytes[at]
      at += 1
      let from = at
      while at < end, bytes[at] != quote { at += 1 }
      set(name, from..<at, bytes)
      at += 1
    }
  }

  private mutating func set(_ name: Range<Int>, _ value: Range<Int>, _ bytes: [UInt8]) {
    switch String(decoding: bytes[name], as: UTF8.self) {
    case "version": version = String(decoding: bytes[value], as: UTF8.self)
    case "encoding": encoding = String(decoding: bytes[value], as: UTF8.self)
    default: break
    }
  }
}
