// SPDX-License-Identifier: Apache-2.0

/// An archive put together byte by byte, so that each can be wrong in its own way.
package struct TestArchive: Sendable {
  /// A file in it, and what is said of it.
  package struct Entry: Sendable {
    package var name: [UInt8]
    package var body: [UInt8]
    package var flags = 0
    package var method = 0
    package var check: Int?
    package var size: Int?
    /// The mode of a Unix file, and so its kind.
    package var mode = 0o100644
    /// What its own header says instead of the name.
    package var localName: [UInt8]?
    /// Where the directory says it lies, instead of where it does.
    package var place: Int?

    package init(_ name: String, _ body: String = "x") {
      self.name = Array(name.utf8)
      self.body = Array(body.utf8)
      flags = name.utf8.allSatisfy { $0 < 128 } ? 0 : 0x800
    }
  }

  package var entries: [Entry]
  package var before: [UInt8] = []
  package var after: [UInt8] = []

  package init(_ entries: [Entry]) { self.entries = entries }

  /// An archive with a dossier and one more entry.
  package init(with entry: Entry) { self.init([Entry("dossier.xml", "<dossier/>"), entry]) }

  package init(names: [String]) { self.init(names.map { Entry($0) }) }

  package var bytes: [UInt8] {
    var archive = before
    var directory: [UInt8] = []
    for entry in entries {
      let place = entry.place ?? archive.count - before.count
      let check = entry.check ?? Int(Self.checkValue(entry.body))
      let numbers =
        Self.long(check) + Self.long(entry.body.count)
        + Self.long(entry.size ?? entry.body.count)
      let local = entry.localName ?? entry.name
      archive +=
        Self.long(0x0403_4B50) + Self.short(20) + Self.short(entry.flags)
        + Self.short(entry.method) + Self.long(0x21_0000) + numbers + Self.short(local.count)
        + Self.short(0) + local + entry.body
      directory +=
        Self.long(0x0201_4B50) + Self.short(3 << 8 | 20) + Self.short(20)
        + Self.short(entry.flags) + Self.short(entry.method) + Self.long(0x21_0000) + numbers
        + Self.short(entry.name.count) + Self.short(0) + Self.short(0) + Self.short(0)
        + Self.short(0) + Self.long(entry.mode << 16) + Self.long(place) + entry.name
    }
    let start = archive.count - before.count
    return archive + directory + Self.long(0x0605_4B50) + Self.long(0)
      + Self.short(entries.count) + Self.short(entries.count) + Self.long(directory.count)
      + Self.long(start) + Self.short(0) + after
  }

  package static func short(_ number: Int) -> [UInt8] {
    [UInt8(number & 255), UInt8(number >> 8 & 255)]
  }

  package static func long(_ number: Int) -> [UInt8] {
    short(number & 0xFFFF) + short(number >> 16 & 0xFFFF)
  }

  /// The CRC-32, written another way than the program's.
  package static func checkValue(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(UInt32.max) { value, byte in
      (0..<8).reduce(value ^ UInt32(byte)) { value, _ in
        value & 1 == 1 ? 0xEDB8_8320 ^ (value >> 1) : value >> 1
      }
    }
  }
}
