// SPDX-License-Identifier: Apache-2.0
internal import QibeiFiles

/// Makes packages: the same files always give the same bytes.
package enum PackageWriter {
  /// The bytes of an archive with a list of digests as its second entry.
  ///
  /// - Parameter files: names and contents, in the order they shall have.
  /// - Returns: a ZIP archive that ``DossierPackage`` takes.
  /// - Throws: ``PackageError`` when names cannot be used or the limits are passed.
  package static func write(
    _ files: [(name: String, bytes: [UInt8])]
  ) throws(PackageError) -> [UInt8] {
    var files = files
    files.insert(
      (Manifest.name, Array(Manifest.text(files).utf8)), at: min(1, files.count))
    var archive: [UInt8] = []
    var directory: [UInt8] = []
    for file in files {
      let deflated = Deflate.shrink(file.bytes)
      // Scans are compressed already; what saves nothing is stored, so that it can be read at once.
      let shrinks = deflated.map { $0.count < file.bytes.count / 50 * 49 } ?? false
      let body = shrinks ? deflated ?? file.bytes : file.bytes
      let name = Array(file.name.utf8)
      let check = Int(Deflate.checkValue(of: file.bytes, file.bytes.indices))
      let common =
        short(20) + short(name.allSatisfy { $0 < 128 } ? 0 : 0x800) + short(shrinks ? 8 : 0)
        + short(0) + short(0x21) + long(check) + long(body.count) + long(file.bytes.count)
        + short(name.count) + short(0)
      let place = archive.count
      archive += long(0x0403_4B50) + common + name + body
      directory +=
        long(0x0201_4B50) + short(20) + common + short(0) + short(0) + short(0) + long(0)
        + long(place) + name
    }
    let start = archive.count
    archive += directory
    archive +=
      long(0x0605_4B50) + short(0) + short(0) + short(files.count) + short(files.count)
      + long(directory.count) + long(start) + short(0)
    // Nothing leaves that would not be taken.
    _ = try DossierPackage(archive)
    return archive
  }

  private static func short(_ number: Int) -> [UInt8] {
    [UInt8(number & 0xFF), UInt8(number >> 8 & 0xFF)]
  }

  private static func long(_ number: Int) -> [UInt8] {
    short(number & 0xFFFF) + short(number >> 16 & 0xFFFF)
  }
}
