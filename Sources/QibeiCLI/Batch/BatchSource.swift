// SPDX-License-Identifier: Apache-2.0
internal import QibeiCore
internal import QibeiFiles
internal import QibeiPackages
internal import QibeiReports

/// Where the inputs of a batch come from.
enum BatchSource {
  case paths(PathWalk)
  case lines(LineReader, number: Int)
  case stream(DossierStream, number: Int)
  case archive(TarDossiers, isBroken: Bool)

  private static let largestDossier = 5_000_000

  /// Paths, of which `-` stands for a list on the standard input.
  ///
  /// - Parameters:
  ///   - paths: as the user names them.
  ///   - separator: the byte between the paths of the list.
  /// - Returns: a source of what they lead to.
  static func paths(_ paths: [String], separator: UInt8) -> BatchSource {
    var upcoming = paths[...]
    var list: LineReader?
    return .paths(
      PathWalk {
        while true {
          if let line = try list?.next(separator) {
            let path = separator == 0 ? line.bytes[...] : line.trimmed
            if path.isEmpty { continue }
            // What is cut off is no path that anything has.
            return String(decoding: path, as: UTF8.self) + (line.isCutOff ? "…" : "")
          }
          list = nil
          guard let path = upcoming.popFirst() else { return nil }
          guard path == "-" else { return path }
          list = LineReader()
        }
      })
  }

  /// The standard input as lines of JSON or paths.
  static var standardInput: BatchSource { .lines(LineReader(), number: 0) }

  /// The standard input as an archive, or as dossiers one behind the other.
  ///
  /// - Throws: ``FileError`` when it cannot be read.
  static func streamed() throws -> BatchSource {
    var head: [UInt8] = []
    while head.count < 512, try StandardInput.read(into: &head) {}
    if TarArchive.isOne(head) {
      let archive = TarArchive(head, limit: PackageLimits.packed) {
        try StandardInput.read(into: &$0)
      }
      return .archive(TarDossiers(archive), isBroken: false)
    }
    return .stream(
      DossierStream(limit: largestDossier) { buffer in
        if head.isEmpty { return try StandardInput.read(into: &buffer) }
        buffer += head
        head = []
        return true
      }, number: 0)
  }

  /// The next input; nil at the end.
  ///
  /// - Throws: when the standard input cannot be read.
  mutating func next() throws -> BatchItem? {
    switch self {
    case .paths(var walk):
      defer { self = .paths(walk) }
      return try walk.next()
    case .lines(let reader, var number):
      while let line = try reader.next(UInt8(ascii: "\n")) {
        number += 1
        let text = line.trimmed
        if text.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { continue }
        self = .lines(reader, number: number)
        var item =
          line.isCutOff
          ? Self.refused(number, nil, LineReader.tooLong(number)) : Self.item(Array(text), number)
        item.line = number
        return item
      }
      return nil
    case .stream(var stream, let number):
      self = .standardInput
      defer { self = .stream(stream, number: number + 1) }
      return try stream.next().map {
        BatchItem(name: "stream#\(number + 1)@\($0.offset)", content: .xml($0.bytes))
      }
    case .archive(var dossiers, let isBroken):
      if isBroken { return nil }
      self = .standardInput
      do {
        let item = try dossiers.next().map(Self.item)
        self = .archive(dossiers, isBroken: false)
        return item
      } catch let fault as TarArchive.Fault {
        self = .archive(dossiers, isBroken: true)
        return BatchItem(name: "-", content: .refused(Self.failure(fault)))
      }
    }
  }

  private static func item(_ entry: TarDossiers.Item) -> BatchItem {
    let content: BatchItem.Content =
      switch entry.content {
      case .folder(let xml, let files): .folder(xml: xml, files)
      case .package(let bytes): .package(bytes)
      case .file(let bytes): .xml(bytes)
      case .link:
        .refused(
          CommandFailure(
            .notFound,
            .init(
              "\(entry.path)：在归档里是链接或特殊文件，没有读取；请用 tar --dereference --hard-dereference 归档",
              "\(entry.path): a link or no regular file in the archive, so it was not read; archive it with tar --dereference --hard-dereference"
            )))
      case .tooLarge:
        .refused(
          CommandFailure(
            reading: FileError(entry.path, .tooLarge(limit: PackageLimits.packed))))
      }
    return BatchItem(name: entry.path, content: content, line: entry.number)
  }

  // An object with the XML or a path, a path as a string, or a bare path.
  private static func item(_ line: [UInt8], _ number: Int) -> BatchItem {
    let first = line.first { $0 > 0x20 }
    guard first == UInt8(ascii: "{") || first == UInt8(ascii: "\"") else {
      let path = String(decoding: line, as: UTF8.self)
      return BatchItem(name: path, content: .path, id: .string(path))
    }
    do throws(JSONReader.Fault) {
      switch try JSONReader.value(line) {
      case .string(let path): return BatchItem(name: path, content: .path, id: .string(path))
      case .object(let members): return item(members, number)
      default: break
      }
    } catch {
      return refused(
        number, nil,
        .init(
          "第 \(number) 行第 \(error.offset + 1) 个字节处不是合法的 JSON",
          "line \(number) is not JSON at byte \(error.offset + 1)"))
    }
    return refused(number, nil, .init("第 \(number) 行不是对象", "line \(number) is no object"))
  }

  private static func item(_ members: [(String, JSONValue)], _ number: Int) -> BatchItem {
    let id = members.first { $0.0 == "id" }?.1
    var name = "-:\(number)"
    switch id {
    case .string(let text)?: name = text
    case .int(let value)?: name = String(value)
    case .number(let text)?: name = text
    default: break
    }
    for (member, value) in members {
      guard case .string(let text) = value else { continue }
      if member == "xml" {
        return BatchItem(name: name, content: .xml(Array(text.utf8)), id: id ?? .null)
      }
      if member == "path" { return BatchItem(name: text, content: .path, id: id ?? .null) }
    }
    return refused(
      number, id,
      .init(
        "第 \(number) 行既没有 \"xml\" 也没有 \"path\"；每行写 {\"id\": …, \"xml\": \"…\"} 或 {\"id\": …, \"path\": \"…\"}",
        "line \(number) has neither “xml” nor “path”; each line is {\"id\": …, \"xml\": \"…\"} or {\"id\": …, \"path\": \"…\"}"
      ))
  }

  private static func refused(_ number: Int, _ id: JSONValue?, _ why: BilingualText) -> BatchItem {
    BatchItem(
      name: "-:\(number)", content: .refused(CommandFailure(.notADossier, why)), id: id ?? .null)
  }

  private static func failure(_ fault: TarArchive.Fault) -> CommandFailure {
    switch fault {
    case .damaged(let offset):
      CommandFailure(
        .notADossier,
        .init(
          "tar 归档在第 \(offset + 1) 个字节处损坏，其后的内容没有读到",
          "the tar archive is damaged at byte \(offset + 1); nothing behind it was read"))
    case .brokenOff:
      CommandFailure(
        .notADossier,
        .init("tar 归档不完整，其后的内容没有读到", "the tar archive breaks off; nothing behind that was read"))
    }
  }
}
