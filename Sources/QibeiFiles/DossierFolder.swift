// SPDX-License-Identifier: Apache-2.0
internal import Glibc

/// The files that a dossier comes with, by their paths beside `dossier.xml`.
package protocol DossierFiles: Sendable {
  /// The bytes of a file.
  ///
  /// - Throws: ``FileError`` when it is not there, is no regular file, or is too large.
  func read(_ path: String, atMost limit: Int) throws(FileError) -> [UInt8]

  /// The first bytes of a file, fewer where it is shorter.
  ///
  /// - Throws: ``FileError`` as for the whole file.
  func read(_ path: String, first count: Int) throws(FileError) -> [UInt8]

  /// Paths of all files, sorted; hidden ones and those of systems left out.
  func files() -> [String]

  /// Whether names were written in the encoding of Chinese Windows, and so had to be decoded.
  var hasGB18030Names: Bool { get }
}

extension DossierFiles {
  package var hasGB18030Names: Bool { false }
}

/// A folder out of which nothing leads: no step of a path may be a link.
package struct DossierFolder: DossierFiles {
  private let path: String

  /// The folder at a path, which itself may be a link of the user's own.
  package init(_ path: String) { self.path = path }

  /// The bytes of a file in it.
  ///
  /// - Throws: ``FileError`` when it is not there, is no regular file, lies behind a link, or is too large.
  package func read(_ relative: String, atMost limit: Int) throws(FileError) -> [UInt8] {
    let descriptor = try open(relative)
    defer { close(descriptor) }
    return try FileSystem.read(descriptor, relative, atMost: limit)
  }

  /// The first bytes of a file in it, fewer where it is shorter.
  ///
  /// - Throws: ``FileError`` as for the whole file.
  package func read(_ relative: String, first count: Int) throws(FileError) -> [UInt8] {
    let descriptor = try open(relative)
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: count)
    let got = unsafe Glibc.read(descriptor, &bytes, count)
    guard got >= 0 else { throw FileError(relative, errno: errno) }
    return Array(bytes.prefix(got))
  }

  /// Paths of the regular files in it, sorted; hidden ones, those of the system and those behind links left out.
  package func files() -> [String] {
    var found: [String] = []
    var folders = [(name: "", depth: 0)]
    while let (folder, depth) = folders.popLast(), found.count < Self.mostFiles {
      for name in (try? FileSystem.names(in: folder.isEmpty ? path : "\(path)/\(folder)")) ?? []
      where !Self.isOfSystem(name) {
        let relative = folder.isEmpty ? name : "\(folder)/\(name)"
        switch FileSystem.ownKind(of: "\(path)/\(relative)") {
        case .file: found.append(relative)
        case .directory where depth < Self.deepest: folders.append((relative, depth + 1))
        default: break
        }
      }
    }
    return found.sorted()
  }

  /// What tells whether a file in it has changed: paths with sizes and times, in order.
  package func stamps() -> [String] {
    files().map { file in
      var status = stat()
      unsafe _ = lstat("\(path)/\(file)", &status)
      return "\(file) \(status.st_size) \(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec)"
    }
  }

  private static let mostFiles = 5_000
  private static let deepest = 8
  private static let ofSystems: Set = ["__MACOSX", "Thumbs.db", "desktop.ini"]

  /// Whether systems make files or folders of this name without being asked.
  package static func isOfSystem(_ name: String) -> Bool {
    name.hasPrefix(".") || ofSystems.contains(name)
  }

  private func open(_ relative: String) throws(FileError) -> Int32 {
    var descriptor = unsafe Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    let steps = relative.split(separator: "/", omittingEmptySubsequences: false)
    for (index, step) in steps.enumerated() {
      guard descriptor >= 0 else { break }
      // The decoder has refused such paths already; nothing may depend on that alone.
      guard !step.isEmpty, step != ".", step != "..", !step.utf8.contains(0) else {
        close(descriptor)
        throw FileError(relative, .notAFile)
      }
      let kind = index == steps.count - 1 ? O_NONBLOCK : O_DIRECTORY
      let next = unsafe openat(
        descriptor, String(step), O_RDONLY | O_NOFOLLOW | O_CLOEXEC | kind)
      let code = errno
      let isLink =
        next < 0 && code == ENOTDIR
        && FileSystem.isLink(String(step), in: descriptor)
      close(descriptor)
      if next < 0 {
        throw isLink ? FileError(relative, .notAFile) : FileError(relative, errno: code)
      }
      descriptor = next
    }
    guard descriptor >= 0 else { throw FileError(relative, errno: errno) }
    return descriptor
  }
}

extension FileSystem {
  /// What is at a path itself, without following a link.
  package static func ownKind(of path: String) -> Kind? {
    var status = stat()
    guard unsafe lstat(path, &status) == 0 else { return nil }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .directory
    default: return .other
    }
  }

  static func isLink(_ name: String, in folder: Int32) -> Bool {
    var status = stat()
    guard unsafe fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return false }
    return status.st_mode & S_IFMT == S_IFLNK
  }
}
