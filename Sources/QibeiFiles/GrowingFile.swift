// SPDX-License-Identifier: Apache-2.0
internal import Glibc

/// A file that is written at its end, and that can be gone on with after the process was killed.
///
/// Whoever uses it keeps count of how much of it stands for something, and opens it again at that length.
package final class GrowingFile {
  package let path: String
  /// Bytes that it will have once everything is handed on.
  package private(set) var size: Int
  private let descriptor: Int32
  private var waiting: [UInt8] = []

  /// Opens a file for writing, cut off or begun at a length.
  ///
  /// - Throws: ``FileError``, also when the file is shorter than that.
  package init(_ path: String, keeping length: Int = 0) throws(FileError) {
    self.path = path
    size = length
    descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw FileError(path, errno: errno) }
    var status = stat()
    // Two runs would write into each other's lines.
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0, unsafe fstat(descriptor, &status) == 0,
      status.st_size >= length, ftruncate(descriptor, length) == 0,
      lseek(descriptor, 0, SEEK_END) == length
    else {
      let code = errno
      close(descriptor)
      throw FileError(path, errno: code == 0 ? EIO : code)
    }
  }

  deinit { close(descriptor) }

  /// Adds bytes, which are handed on with the next ``flush(toDisk:)``.
  package func append(_ bytes: some Collection<UInt8>) {
    waiting += bytes
    size += bytes.count
  }

  /// Hands everything on to the system, and to the disk where asked.
  ///
  /// - Throws: ``FileError`` when nobody takes it.
  package func flush(toDisk: Bool = false) throws(FileError) {
    let code = FileSystem.writeAll(waiting, to: descriptor)
    if code != 0 { throw FileError(path, errno: code) }
    waiting.removeAll(keepingCapacity: true)
    if toDisk, fdatasync(descriptor) != 0 { throw FileError(path, errno: errno) }
  }

  /// Gives the file its final name once it is whole and on the disk.
  ///
  /// - Throws: ``FileError`` when that fails.
  package func finish(as name: String) throws(FileError) {
    try flush(toDisk: true)
    if name != path { try FileSystem.rename(path, to: name) }
  }
}
