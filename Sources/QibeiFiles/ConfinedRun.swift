// SPDX-License-Identifier: Apache-2.0
internal import Glibc

/// Runs a program to its end, with the input, the outputs and the environment of this one.
package enum ConfinedRun {
  /// Its exit code; nil when it was ended by a signal, or took too long and was ended for it.
  ///
  /// - Throws: ``FileError`` when it cannot be started.
  package static func status(
    of program: String, _ arguments: [String], within milliseconds: Int
  ) throws(FileError) -> Int32? {
    var words = unsafe ([program] + arguments).map { unsafe strdup($0) } + [nil]
    defer { unsafe words.forEach { unsafe free($0) } }
    var process: pid_t = 0
    let code = unsafe posix_spawn(&process, program, nil, nil, &words, environ)
    guard code == 0 else { throw FileError(program, errno: code) }
    let deadline = FileSystem.milliseconds + milliseconds
    var status: Int32 = 0
    while unsafe waitpid(process, &status, WNOHANG) == 0 {
      if FileSystem.milliseconds > deadline {
        kill(process, SIGKILL)
        unsafe _ = waitpid(process, &status, 0)
        return nil
      }
      usleep(1_000)
    }
    return status & 0x7F == 0 ? status >> 8 & 0xFF : nil
  }
}
