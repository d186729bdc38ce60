// SPDX-License-Identifier: Apache-2.0
internal import CConfinement
internal import Glibc

/// Why a file could not be read or written, without a word of what is in it.
package struct FileError: Error, Hashable, Sendable {
  /// What the system said.
  package enum Cause: Hashable, Sendable {
    case notFound
    case notAFile
    case tooLarge(limit: Int)
    case notPermitted
    /// The disk is full, or a file may not grow any more.
    case noRoom
    /// Another process is at work on it.
    case busy
    /// It is not what it should be from this line on.
    case damaged(line: Int)
    case system(Int32)
    /// Nobody takes what was to be written.
    case notWritten
  }

  package let path: String
  package let cause: Cause

  init(_ path: String, errno code: Int32) {
    self.path = path
    cause =
      switch code {
      case ENOENT, ENOTDIR: .notFound
      case EACCES, EPERM: .notPermitted
      case ELOOP: .notAFile
      case ENOSPC, EDQUOT, EFBIG: .noRoom
      case EWOULDBLOCK: .busy
      default: .system(code)
      }
  }

  package init(_ path: String, _ cause: Cause) {
    self.path = path
    self.cause = cause
  }
}

/// The few things that the program does with files; the only place that calls the system for them.
package enum FileSystem {
  /// What a path leads to.
  package enum Kind: Sendable {
    case file, directory, other
  }

  /// What is at a path, following links of the caller's own; nil when nothing is there.
  package static func kind(of path: String) -> Kind? {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return nil }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .directory
    default: return .other
    }
  }

  /// Whether two paths lead to the same regular file.
  package static func isSame(_ path: String, _ other: String) -> Bool {
    var (one, two) = (stat(), stat())
    return unsafe stat(path, &one) == 0 && stat(other, &two) == 0
      && one.st_mode & S_IFMT == S_IFREG && one.st_dev == two.st_dev && one.st_ino == two.st_ino
  }

  /// The bytes of a regular file.
  ///
  /// - Parameters:
  ///   - path: where it is.
  ///   - limit: the bytes that it may have.
  ///   - followsLinks: whether it may be a link to the file.
  /// - Returns: all of them.
  /// - Throws: ``FileError`` when it is not there, is no regular file, or is larger than the limit.
  package static func read(
    _ path: String, atMost limit: Int, followsLinks: Bool = true
  ) throws(FileError) -> [UInt8] {
    let flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | (followsLinks ? 0 : O_NOFOLLOW)
    let descriptor = unsafe open(path, flags)
    guard descriptor >= 0 else { throw FileError(path, errno: errno) }
    defer { close(descriptor) }
    return try read(descriptor, path, atMost: limit)
  }

  // The bytes of an open regular file.
  static func read(
    _ descriptor: Int32, _ path: String, atMost limit: Int
  ) throws(FileError) -> [UInt8] {
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw FileError(path, errno: errno) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw FileError(path, .notAFile) }
    let size = Int(status.st_size)
    return try drain(
      descriptor, path, atMost: limit, expecting: size, endingAt: size > 0 ? size : nil)
  }

  /// All of the standard input.
  ///
  /// - Throws: ``FileError`` when it is larger than the limit or cannot be read.
  package static func readStandardInput(atMost limit: Int) throws(FileError) -> [UInt8] {
    try drain(0, "-", atMost: limit, expecting: 65_536)
  }

  /// Names inside a directory, sorted, without `.` and `..`.
  ///
  /// - Throws: ``FileError`` when it cannot be opened, or not be read to its end.
  package static func names(in directory: String) throws(FileError) -> [String] {
    try entries(in: directory).map(\.name)
  }

  /// The same, each with whether it is known to be a regular file itself, and no link to one.
  package static func entries(
    in directory: String
  ) throws(FileError) -> [(name: String, isFile: Bool)] {
    guard let stream = unsafe opendir(directory) else { throw FileError(directory, errno: errno) }
    defer { unsafe _ = closedir(stream) }
    var entries: [(name: String, isFile: Bool)] = []
    errno = 0
    while let entry = unsafe readdir(stream) {
      let (name, isText) = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) {
          unsafe (String(cString: $0), String(validatingCString: $0) != nil)
        }
      }
      if name != ".", name != ".." {
        // A name that is not text leads to nothing.
        entries.append((name, unsafe isText && entry.pointee.d_type == DT_REG))
      }
      errno = 0
    }
    // A directory that breaks off looks as if it ended; what it lists then is not all.
    guard errno == 0 else { throw FileError(directory, errno: errno) }
    return entries.sorted { $0.name < $1.name }
  }

  /// Makes a directory.
  ///
  /// - Throws: ``FileError`` when that fails.
  package static func makeDirectory(_ path: String) throws(FileError) {
    if unsafe mkdir(path, 0o777) != 0, errno != EEXIST { throw FileError(path, errno: errno) }
  }

  /// Writes a whole file or none: beside it first, to disk, then in its place.
  ///
  /// - Parameters:
  ///   - bytes: all of it.
  ///   - path: where it will stand.
  ///   - toDisk: whether it is on the disk before it has its name; else ``settle(_:)`` brings it there.
  /// - Throws: ``FileError`` when that fails; what stood there before still stands.
  package static func write(
    _ bytes: [UInt8], to path: String, toDisk: Bool = true
  ) throws(FileError) {
    let draft = "\(path).\(getpid()).part"
    let descriptor = unsafe open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw FileError(path, errno: errno) }
    let status = writeAll(bytes, to: descriptor)
    let written = status == 0 && (!toDisk || fsync(descriptor) == 0)
    let code = status == 0 ? errno : status
    close(descriptor)
    guard written, unsafe Glibc.rename(draft, path) == 0 else {
      let cause = written ? errno : code
      unsafe _ = unlink(draft)
      throw FileError(path, errno: cause)
    }
  }

  /// Brings everything to the disk that was written to the file system of a directory.
  ///
  /// - Throws: ``FileError`` when that fails.
  package static func settle(_ directory: String) throws(FileError) {
    let descriptor = unsafe open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError(directory, errno: errno) }
    defer { close(descriptor) }
    if syncfs(descriptor) != 0 { throw FileError(directory, errno: errno) }
  }

  /// Writes to the standard output, or the standard error.
  ///
  /// - Throws: ``FileError`` when nobody takes it.
  package static func print(_ text: String, toError: Bool = false) throws(FileError) {
    try print(Array(text.utf8), toError: toError)
  }

  /// Writes bytes to the standard output, or the standard error.
  ///
  /// - Throws: ``FileError`` when nobody takes them.
  package static func print(_ bytes: [UInt8], toError: Bool = false) throws(FileError) {
    let code = writeAll(bytes, to: toError ? 2 : 1)
    if code != 0 { throw FileError("-", code == ENOSPC ? .noRoom : .notWritten) }
  }

  /// Gives a file another name, in the place of whatever has it.
  ///
  /// - Throws: ``FileError`` when that fails.
  package static func rename(_ path: String, to name: String) throws(FileError) {
    if unsafe Glibc.rename(path, name) != 0 { throw FileError(name, errno: errno) }
  }

  /// Milliseconds since some moment, for telling how long something takes.
  package static var milliseconds: Int {
    var time = timespec()
    unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1_000 + time.tv_nsec / 1_000_000
  }

  /// How many processors are at work.
  package static var processors: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  /// Waits.
  package static func pause(milliseconds: UInt32) { usleep(milliseconds * 1000) }

  /// Ends the process; everything printed so far has been handed on.
  package static func leave(_ code: Int32) -> Never { exit(code) }

  /// Whether the standard output, or the standard error, is a terminal.
  package static func isTerminal(error: Bool = false) -> Bool { isatty(error ? 2 : 1) == 1 }

  /// Columns of the terminal; nil when there is none.
  package static var terminalColumns: Int? {
    var size = winsize()
    guard unsafe ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  /// A variable of the environment; nil when it is not set or empty.
  package static func environment(_ name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    let text = unsafe String(cString: value)
    return text.isEmpty ? nil : text
  }

  /// Today by the machine's clock and time zone, as year, month and day.
  package static var today: (year: Int, month: Int, day: Int) {
    var now = time(nil)
    var parts = unsafe tm()
    unsafe _ = localtime_r(&now, &parts)
    return unsafe (Int(parts.tm_year) + 1900, Int(parts.tm_mon) + 1, Int(parts.tm_mday))
  }

  private static func drain(
    _ descriptor: Int32, _ path: String, atMost limit: Int, expecting size: Int,
    endingAt end: Int? = nil
  ) throws(FileError) -> [UInt8] {
    if size > limit, path != "-" { throw FileError(path, .tooLarge(limit: limit)) }
    var bytes: [UInt8] = []
    var room = min(max(size, 512) + 1, limit + 1)
    while true {
      var (isAtEnd, code) = (false, Int32(0))
      let more = unsafe [UInt8](unsafeUninitializedCapacity: room) { buffer, filled in
        while filled < room, !isAtEnd, code == 0 {
          let start = unsafe buffer.baseAddress.map { unsafe $0 + filled }
          let got = unsafe Glibc.read(descriptor, start, room - filled)
          if got > 0 { filled += got }
          // What a file has by its size is all of it, unless more comes; a short read alone says nothing.
          isAtEnd = got == 0 || got > 0 && filled < room && bytes.count + filled == end
          if got < 0, errno != EINTR { code = errno }
        }
      }
      if code != 0 { throw FileError(path, errno: code) }
      if bytes.isEmpty { bytes = more } else { bytes += more }
      guard bytes.count <= limit else { throw FileError(path, .tooLarge(limit: limit)) }
      if isAtEnd { return bytes }
      room = min(bytes.count, limit - bytes.count) + 1
    }
  }

  // Zero, or the error's number.
  static func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
    var done = 0
    while done < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        unsafe Glibc.write(
          descriptor, buffer.baseAddress.map { unsafe $0 + done }, bytes.count - done)
      }
      if count < 0 {
        if errno == EINTR { continue }
        return errno
      }
      done += count
    }
    return 0
  }
}
