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
      throw XMLReadError(.unsupportedVersion(printable(version)), at: XMLPosition(line: 1, column: 1))
    }
    let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    let declared = declaration.encoding?.lowercased() ?? "utf-8"
    switch declared {
    case "utf-8", "utf8", "us-ascii", "ascii":
      return try checkUTF8(bytes)
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
        .unsupportedEncoding(printable(declaration.encoding ?? declared)),
        at: XMLPosition(line: 1, column: 1))
    }
  }

  private static func refuseForeignFormats(_ bytes: [UInt8]) throws(XMLReadError) {
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

  private static func checkUTF8(_ bytes: [UInt8]) throws(XMLReadError) -> [UInt8] {
    let problem = firstInvalidUTF8(bytes)
    if let problem {
      let position = XMLLocator(Array(bytes[..<problem])).position(of: problem)
      let looksChinese = (try? GB18030.decode(bytes)) != nil
      throw looksChinese
        ? XMLReadError(.encodingConflict(declared: "UTF-8", actual: "GBK/GB18030"), at: position)
        : XMLReadError(.invalidBytes(encoding: "UTF-8"), at: position)
    }
    return bytes
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
      throw XMLReadError(.unsupportedVersion(printable(version)), at: XMLPosition(line: 1, column: 1))
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
    var head = bytes.prefix(200)
    if head.starts(with: [0xEF, 0xBB, 0xBF]) { head = head.dropFirst(3) }
    guard head.starts(with: Array("<?xml".utf8)), let end = head.firstIndex(of: UInt8(ascii: ">"))
    else { return }
    let text = String(decoding: head[..<end], as: UTF8.self)
    version = Self.value(of: "version", in: text)
    encoding = Self.value(of: "encoding", in: text)
  }

  private static func value(of name: String, in text: String) -> String? {
    let words = text.split(whereSeparator: { $0 == "=" || $0.isWhitespace })
    guard let at = words.firstIndex(where: { $0 == name }), at + 1 < words.count else { return nil }
    return String(words[at + 1].filter { $0 != "\"" && $0 != "'" && $0 != "?" })
  }
}
