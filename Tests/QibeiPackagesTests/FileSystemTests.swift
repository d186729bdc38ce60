// SPDX-License-Identifier: Apache-2.0
import QibeiFiles
import Testing

struct FileSystemTests {
  // The kernel hands such a file out page by page, and says that it has no size.
  @Test func `reads a file to its end that comes in pieces`() throws {
    let text = String(
      decoding: try FileSystem.read("/proc/self/smaps", atMost: 50_000_000), as: UTF8.self)
    #expect(text.utf8.count > 20_000)
    #expect(text.hasSuffix("\n"))
    #expect(text.split(separator: "\n").last?.hasPrefix("VmFlags:") == true)
  }

  @Test func `tells what a folder lists, and follows a link only where that is wanted`() throws {
    // A process's own folder has all three.
    let own = "/proc/self"
    let entries = try FileSystem.entries(in: own)
    func isFile(_ name: String) -> Bool? { entries.first { $0.name == name }?.isFile }
    #expect(isFile("task") == false)
    #expect(isFile("stat") == true)
    #expect(isFile("exe") == false)
    #expect(entries.map(\.name) == entries.map(\.name).sorted())
    #expect(
      try FileSystem.read("\(own)/exe", atMost: 1 << 30).starts(with: Array("\u{7F}ELF".utf8)))
    #expect(throws: FileError("\(own)/exe", .notAFile)) {
      try FileSystem.read("\(own)/exe", atMost: 1 << 30, followsLinks: false)
    }
  }
}
