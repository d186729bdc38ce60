// SPDX-License-Identifier: Apache-2.0
import QibeiTesting

/// What a program asked the system for, as strace wrote it down.
struct SystemCalls {
  /// Calls that concern the network; there ought to be none.
  private(set) var sockets: [String] = []
  /// Calls that touch a path outside of what is allowed.
  private(set) var outside: [String] = []
  /// Programs that were started, the first one included.
  private(set) var programs = 0

  /// Options that write everything about files, the network and processes to a file.
  static func arguments(_ file: String, _ program: String, _ arguments: [String]) -> [String] {
    [
      "-f", "-y", "-qq", "-s", "256", "-e", "trace=%file,%network,execve,execveat", "-e",
      "signal=none", "-o", file, program,
    ] + arguments
  }

  /// Reads what strace wrote.
  ///
  /// - Parameters:
  ///   - log: its file's text.
  ///   - folder: where the program was started.
  ///   - allowed: beginnings of paths that are the program's business.
  /// - Throws: when there is nothing to read, or a line that cannot be: proof has to be whole.
  init(_ log: String, in folder: String, allowed: [String]) throws {
    let lines = log.split(separator: "\n")
    for line in lines {
      let call = line.drop { $0.isNumber }.drop { $0 == " " }
      if call.hasPrefix("+++") || call.hasPrefix("---") { continue }
      if call.hasPrefix("<... ") {
        judge(Self.result(of: call).map { [$0] } ?? [], String(line), allowed)
        continue
      }
      guard let open = call.firstIndex(of: "(") else {
        throw SuiteFailure("strace wrote what cannot be read: \(line)")
      }
      let name = call[..<open]
      if name.hasPrefix("exec") { programs += 1 }
      guard Self.ofFiles(name) else {
        sockets.append(String(line))
        continue
      }
      judge(
        Self.paths(in: call[open...], folder) + (Self.result(of: call).map { [$0] } ?? []),
        String(line), allowed)
    }
    guard programs > 0 else { throw SuiteFailure("strace saw no program start:\n\(log)") }
  }

  private mutating func judge(_ paths: [String], _ line: String, _ allowed: [String]) {
    for path in paths
    where !Self.isOfSystem(path)
      && !allowed.contains(where: { path == $0 || path.hasPrefix($0 + "/") })
    {
      outside.append(line)
      return
    }
  }

  // All that strace calls %file; whatever else was asked for concerns the network.
  private static func ofFiles(_ name: Substring) -> Bool {
    [
      "open", "openat", "openat2", "creat", "access", "faccessat", "faccessat2", "stat", "lstat",
      "newfstatat", "statx", "statfs", "readlink", "readlinkat", "execve", "execveat", "rename",
      "renameat", "renameat2", "unlink", "unlinkat", "mkdir", "mkdirat", "chdir", "getcwd",
      "rmdir", "link", "linkat", "symlink", "symlinkat", "chmod", "fchmodat", "truncate",
    ].contains(String(name))
  }

  /// The program loader, the C library and the Swift runtime, which open the same whatever the input is.
  private static func isOfSystem(_ path: String) -> Bool {
    let exact: Set = [
      "/etc/ld.so.cache", "/etc/ld.so.preload", "/etc/localtime", "/dev/null",
      "/sys/devices/system/cpu/possible", "/proc/self/exe", "/proc/self/maps", "/proc/self/statm",
      "/proc/self", "/proc/self/swift-backtrace", "/etc/gnutls/config",
    ]
    if exact.contains(path) || path.hasPrefix("/usr/share/zoneinfo/") { return true }
    if path.hasPrefix("/proc/self/libexec/swift") || path.hasPrefix("/proc/self/bin") {
      return true
    }
    if path.hasPrefix("/proc/"), path.hasSuffix("/maps") || path.hasSuffix("/statm") { return true }
    let isOfLibraries = ["/lib/", "/lib64/", "/usr/lib/", "/usr/lib64/"].contains {
      path.hasPrefix($0)
    }
    // The C library's converters of encodings lie among them.
    return isOfLibraries && (path.contains(".so") || path.contains("/gconv"))
  }

  /// The path of the file that a call gave, as in `= 3</path>`; nil when it gave none.
  private static func result(of call: Substring) -> String? {
    guard call.last == ">", let open = call.lastIndex(of: "<"),
      call[..<open].reversed().drop(while: \.isNumber).starts(with: " = ".reversed())
    else { return nil }
    return String(call[call.index(after: open)...].dropLast())
  }

  /// The paths that a call names, each from the folder that it is relative to.
  private static func paths(in call: Substring, _ folder: String) -> [String] {
    var paths: [String] = []
    var base = folder
    var rest = call.dropFirst()
    // Two at most, as in a rename; what stands in brackets are arguments of a program.
    while let first = rest.first, first != "[", first != "{" {
      if first == "\"" {
        let text = rest.dropFirst()
        var end = text.startIndex
        while end < text.endIndex, text[end] != "\"" {
          if text[end] == "\\" { end = text.index(after: end) }
          if end < text.endIndex { end = text.index(after: end) }
        }
        let written = text[..<end]
        if !written.isEmpty { paths.append(whole(String(written), base)) }
        rest = end < text.endIndex ? text[text.index(after: end)...] : ""
      } else if first == "<" {
        let end = rest.firstIndex(of: ">") ?? rest.endIndex
        base = String(rest[..<end].dropFirst())
        rest = rest[end...]
      } else {
        rest = rest.dropFirst()
      }
    }
    return paths
  }

  private static func whole(_ path: String, _ base: String) -> String {
    var steps: [Substring] = []
    for step in (path.hasPrefix("/") ? path : "\(base)/\(path)").split(separator: "/") {
      if step == ".." { _ = steps.popLast() } else if step != "." { steps.append(step) }
    }
    return "/" + steps.joined(separator: "/")
  }
}
