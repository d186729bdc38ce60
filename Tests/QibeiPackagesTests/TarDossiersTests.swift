// SPDX-License-Identifier: Apache-2.0
import Foundation
import QibeiPackages
import QibeiTesting
import Testing

/// Dossiers in archives that the machine's `tar` has made.
struct TarDossiersTests {
  private static func archive(_ files: [(String, String)], _ format: String) throws -> [UInt8] {
    let folder = try TemporaryFolder()
    for (path, text) in files { try folder.write(text.utf8, to: path) }
    let names = files.map(\.0).map { "'\($0)'" }.joined(separator: " ")
    let shell = try #require(Program(named: "sh"))
    let result = try shell.run(
      [
        "-c",
        "cd '\(folder.path)' && mkdir -p out && tar --format=\(format) -cf out/x.tar \(names)",
      ])
    #expect(result.status == 0, "\(result.error)")
    return try Array(Data(contentsOf: folder.url.appendingPathComponent("out/x.tar")))
  }

  private static func read(_ bytes: [UInt8], parts: Int = 1_000) throws -> [String] {
    var rest = bytes[...]
    var dossiers = TarDossiers(
      TarArchive([], limit: 10_000) { buffer in
        buffer += rest.prefix(parts)
        defer { rest = rest.dropFirst(parts) }
        return !rest.isEmpty
      })
    var found: [String] = []
    while let item = try dossiers.next() {
      switch item.content {
      case .folder(let xml, let files):
        found.append(
          "\(item.path): \(String(decoding: xml, as: UTF8.self)) \(files.files().joined(separator: " "))"
        )
      case .package(let bytes): found.append("\(item.path): package of \(bytes.count)")
      case .file(let bytes): found.append("\(item.path): \(String(decoding: bytes, as: UTF8.self))")
      case .tooLarge: found.append("\(item.path): too large")
      case .link: found.append("\(item.path): link")
      }
    }
    return found
  }

  private static let long = String(repeating: "长名", count: 40)

  @Test(arguments: ["pax", "gnu", "ustar"])
  func `reads folders, packages and files`(_ format: String) throws {
    let long = format == "ustar" ? "long" : Self.long
    let bytes = try Self.archive(
      [
        ("in/a/evidence/1.pdf", "one"), ("in/a/dossier.xml", "<a/>"),
        ("in/a/evidence/2.pdf", "two"),
        ("in/\(long)/dossier.xml", "<b/>"), ("in/\(long)/scan.jpg", "jpg"), ("in/c.zip", "PK"),
        ("in/d.xml", "<d/>"), ("in/big.xml", String(repeating: "x", count: 10_001)),
        ("in/notes.txt", "no"),
      ], format)
    #expect(TarArchive.isOne(bytes))
    for parts in [1, 511, 1_000_000] {
      #expect(
        try Self.read(bytes, parts: parts) == [
          "in/a/dossier.xml: <a/> evidence/1.pdf evidence/2.pdf",
          "in/\(long)/dossier.xml: <b/> scan.jpg", "in/c.zip: package of 2", "in/d.xml: <d/>",
          "in/big.xml: too large",
        ])
    }
  }

  @Test func `what a folder had before the archive breaks off is not taken for all of it`() throws {
    let bytes = try Self.archive(
      [("a/dossier.xml", "<a/>"), ("a/1.pdf", "one"), ("b.xml", "<b/>")], "ustar")
    // Exactly behind the header of the scan, and in the middle of what it holds.
    for length in [1_536, 1_700] {
      var rest = bytes.prefix(length)
      var dossiers = TarDossiers(
        TarArchive([], limit: 10_000) { buffer in
          buffer += rest
          defer { rest = [] }
          return !rest.isEmpty
        })
      let item = try #require(try dossiers.next())
      guard case .folder(_, let files) = item.content else { return #expect(Bool(false)) }
      #expect(files.isBrokenOff)
      #expect(throws: TarArchive.Fault.self) { try dossiers.next() }
    }
  }

  @Test func `tells links, and passes over what is hidden`() throws {
    let folder = try TemporaryFolder()
    for name in ["in/a.xml", "in/.h/x.xml", "in/.y.xml", "in/z.xml"] {
      try folder.write("<a/>".utf8, to: name)
    }
    let shell = try #require(Program(named: "sh"))
    let result = try shell.run([
      "-c",
      "cd '\(folder.path)' && ln in/a.xml in/b.xml && ln -s a.xml in/c.xml && mkfifo in/d.zip && ln -s x in/e.txt && tar --format=ustar -cf x.tar in/a.xml in/b.xml in/c.xml in/d.zip in/e.txt in/.h/x.xml in/.y.xml in/z.xml",
    ])
    #expect(result.status == 0, "\(result.error)")
    #expect(
      try Self.read(folder.bytes(of: "x.tar")) == [
        "in/a.xml: <a/>", "in/b.xml: link", "in/c.xml: link", "in/d.zip: link", "in/.h/x.xml: <a/>",
        "in/z.xml: <a/>",
      ])
  }

  @Test(arguments: ["-0000000001", "+0000000001", "000000000 8", "-", ""])
  func `a size that is no number is damage`(_ size: String) throws {
    var bytes = try Self.archive([("a.xml", "<a/>")], "ustar")
    bytes.replaceSubrange(
      124..<136, with: size.utf8 + [UInt8](repeating: 0, count: 12 - size.count))
    let sum = bytes[..<512].enumerated().reduce(0) {
      $0 + ((148..<156).contains($1.offset) ? 32 : Int($1.element))
    }
    let octal = String(sum, radix: 8)
    let digits = String(repeating: "0", count: 6 - octal.count) + octal
    bytes.replaceSubrange(148..<156, with: digits.utf8 + [0, 32])
    #expect(throws: TarArchive.Fault.self) { try Self.read(bytes) }
  }

  @Test func `says where an archive is damaged or breaks off, after what was whole`() throws {
    let bytes = try Self.archive([("a.xml", "<a/>"), ("b.xml", "<b/>")], "ustar")
    var damaged = bytes
    damaged[1_024 + 100] ^= 1
    #expect(throws: TarArchive.Fault.self) { try Self.read(damaged) }
    for length in stride(from: 513, to: 2_048, by: 97) {
      #expect(throws: TarArchive.Fault.self, "at \(length)") {
        try Self.read(Array(bytes.prefix(length)))
      }
    }
  }
}
