// SPDX-License-Identifier: Apache-2.0
import Glibc

/// The calls that starting and measuring programs takes.
enum System {
  /// Starts a program, with this environment or its own, and its standard files at these paths or as they are.
  ///
  /// A program whose files are given leads a group, so that all of it can be ended.
  static func start(
    _ arguments: [String], _ environment: [String]?,
    _ files: (input: String, output: String, error: String)?
  ) throws -> pid_t {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe _ = posix_spawn_file_actions_destroy(&actions) }
    var attributes = posix_spawnattr_t()
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe _ = posix_spawnattr_destroy(&attributes) }
    if let files {
      unsafe posix_spawn_file_actions_addopen(&actions, 0, files.input, O_RDONLY, 0)
      unsafe posix_spawn_file_actions_addopen(&actions, 1, files.output, O_WRONLY, 0)
      unsafe posix_spawn_file_actions_addopen(&actions, 2, files.error, O_WRONLY, 0)
      unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
    }
    var words = unsafe arguments.map { unsafe strdup($0) } + [nil]
    var variables = unsafe (environment ?? []).map { unsafe strdup($0) } + [nil]
    defer { unsafe (words + variables).forEach { unsafe free($0) } }
    var process: pid_t = 0
    let status =
      environment == nil
      ? unsafe posix_spawnp(&process, arguments[0], &actions, &attributes, &words, environ)
      : unsafe posix_spawnp(&process, arguments[0], &actions, &attributes, &words, &variables)
    guard status == 0 else { throw SuiteFailure("cannot start \(arguments[0]): error \(status)") }
    return process
  }

  /// How a process ended, and what it and those that it waited for took; nil while it runs.
  ///
  /// The peak is the largest resident set of any one of them, in bytes; the time is their processors', in microseconds.
  static func ended(
    _ process: pid_t, waiting: Bool
  ) -> (status: Int32, peak: Int, microseconds: Int)? {
    var usage = rusage()
    var status: Int32 = 0
    var found: pid_t
    repeat {
      found = unsafe wait4(process, &status, waiting ? 0 : WNOHANG, &usage)
    } while found < 0 && errno == EINTR
    guard found == process else { return nil }
    let seconds = usage.ru_utime.tv_sec + usage.ru_stime.tv_sec
    let microseconds = seconds * 1_000_000 + usage.ru_utime.tv_usec + usage.ru_stime.tv_usec
    return (status, usage.ru_maxrss * 1_024, microseconds)
  }

  /// Ends a process and all of its group.
  static func end(groupOf process: pid_t) { kill(-process, SIGKILL) }

  /// Waits a moment.
  static func pause() { usleep(300) }

  /// Seconds since some time.
  static var now: Double {
    var time = timespec()
    unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// A path from the root.
  static func whole(_ path: String) throws -> String {
    guard let found = unsafe realpath(path, nil) else { throw SuiteFailure("\(path) is not there") }
    defer { unsafe free(found) }
    return unsafe String(cString: found)
  }

  /// Makes a folder the current one.
  static func enter(_ folder: String) throws {
    guard unsafe chdir(folder) == 0 else { throw SuiteFailure("cannot enter \(folder)") }
  }

  /// Writes to a file that is there.
  static func write(_ text: String, to path: String) throws {
    guard let file = unsafe fopen(path, "w") else { throw SuiteFailure("cannot write \(path)") }
    defer { unsafe _ = fclose(file) }
    unsafe _ = fputs(text, file)
  }

  /// Makes a symbolic link.
  static func link(_ path: String, to target: String) throws {
    guard unsafe symlink(target, path) == 0 else { throw SuiteFailure("no link at \(path)") }
  }

  /// Makes a named pipe.
  static func pipe(_ path: String) throws {
    guard unsafe mkfifo(path, 0o600) == 0 else { throw SuiteFailure("no pipe at \(path)") }
  }
}
