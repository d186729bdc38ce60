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
}
