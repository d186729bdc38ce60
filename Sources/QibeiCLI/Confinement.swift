// SPDX-License-Identifier: Apache-2.0
internal import QibeiCore

/// What a dossier may use up that is judged in a process of its own.
enum Confinement {
  /// This program itself, wherever it lies.
  static let program = "/proc/self/exe"
  // An input with several hostile scans has five seconds for each of the first ones.
  static let milliseconds = 60_000
  static let processorSeconds = 30
  /// Bytes beyond what the program has at its start.
  static let memory = 1 << 30

  /// The machine cannot keep a process to that.
  static var unavailable: CommandFailure {
    CommandFailure(
      .internalError,
      .init(
        "--isolate：这台机器不能限制进程（需要 seccomp），没有核对",
        "--isolate: this machine cannot confine a process (seccomp is needed), so nothing was checked"
      ))
  }
}
