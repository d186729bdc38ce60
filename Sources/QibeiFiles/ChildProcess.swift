// SPDX-License-Identifier: Apache-2.0
internal import CConfinement
internal import Glibc

/// A process that answers questions about bytes, and may die of them.
///
/// A question is a byte that says its kind, eight of length and the bytes; an answer is four of length and the bytes.
package final class ChildProcess {
  private let process: pid_t
  private let input: Int32
  private let output: Int32
  private let longestAnswer: Int

  /// Starts a program with one argument, next to no environment and nothing open but its two pipes; nil where that fails.
  ///
  /// - Parameters:
  ///   - program: its path.
  ///   - argument: tells it that it is a child.
  ///   - longestAnswer: bytes of an answer; a longer one counts as none.
  package init?(_ program: String, _ argument: String, longestAnswer: Int = 1 << 20) {
    var toChild: [Int32] = [0, 0]
    var fromChild: [Int32] = [0, 0]
    // At once, for another thread may start a process in between, which would keep the ends open.
    guard unsafe pipe2(&toChild, O_CLOEXEC) == 0 else { return nil }
    guard unsafe pipe2(&fromChild, O_CLOEXEC) == 0 else {
      toChild.forEach { close($0) }
      return nil
    }
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    unsafe posix_spawn_file_actions_adddup2(&actions, toChild[0], 0)
    unsafe posix_spawn_file_actions_adddup2(&actions, fromChild[1], 1)
    unsafe posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    var arguments = unsafe [strdup(program), strdup(argument), nil]
    // Libraries may not start threads of their own there.
    var environment = unsafe [strdup("OMP_THREAD_LIMIT=1"), nil]
    var started: pid_t = 0
    let status = unsafe posix_spawn(&started, program, &actions, nil, &arguments, &environment)
    unsafe (arguments + environment).forEach { unsafe free($0) }
    unsafe posix_spawn_file_actions_destroy(&actions)
    close(toChild[0])
    close(fromChild[1])
    // Nothing may be ended that was never begun, so this stands before the last property is set.
    guard status == 0, started > 0 else {
      close(toChild[1])
      close(fromChild[0])
      return nil
    }
    self.longestAnswer = longestAnswer
    process = started
    input = toChild[1]
    output = fromChild[0]
    _ = Glibc.fcntl(input, F_SETFL, O_NONBLOCK)
    _ = Glibc.fcntl(output, F_SETFL, O_NONBLOCK)
  }

  deinit {
    close(input)
    close(output)
    kill(process, SIGKILL)
    var status: Int32 = 0
    while unsafe waitpid(process, &status, 0) < 0, errno == EINTR {}
  }

  /// The answer to a question; nil when the process died, broke off or took too long, and is of no more use.
  package func answer(
    to kind: UInt8, _ bytes: [UInt8], within milliseconds: Int
  ) -> [UInt8]? {
    let deadline = FileSystem.milliseconds + milliseconds
    var head = [kind]
    for shift in stride(from: 56, through: 0, by: -8) {
      head.append(UInt8(truncatingIfNeeded: bytes.count >> shift))
    }
    guard send(head, by: deadline), send(bytes, by: deadline),
      let size = receive(4, by: deadline)
    else { return nil }
    let count = size.reduce(0) { $0 << 8 | Int($1) }
    return count > longestAnswer ? nil : receive(count, by: deadline)
  }

  private func send(_ bytes: [UInt8], by deadline: Int) -> Bool {
    // A process that is gone must not take this one along.
    var pipeSignal = sigset_t()
    var before = sigset_t()
    unsafe sigemptyset(&pipeSignal)
    unsafe sigaddset(&pipeSignal, SIGPIPE)
    unsafe pthread_sigmask(SIG_BLOCK, &pipeSignal, &before)
    defer { unsafe _ = pthread_sigmask(SIG_SETMASK, &before, nil) }
    var done = 0
    while done < bytes.count {
      guard wait(input, for: POLLOUT, until: deadline) else { return false }
      let count = unsafe bytes.withUnsafeBytes { buffer in
        unsafe write(input, buffer.baseAddress.map { unsafe $0 + done }, bytes.count - done)
      }
      if count > 0 {
        done += count
      } else if errno == EPIPE {
        var none = timespec()
        unsafe _ = sigtimedwait(&pipeSignal, nil, &none)
        return false
      } else if errno != EINTR, errno != EAGAIN {
        return false
      }
    }
    return true
  }

  private func receive(_ count: Int, by deadline: Int) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: count)
    var done = 0
    while done < count {
      guard wait(output, for: POLLIN, until: deadline) else { return nil }
      let got = unsafe bytes.withUnsafeMutableBytes { buffer in
        unsafe read(output, buffer.baseAddress.map { unsafe $0 + done }, count - done)
      }
      if got > 0 {
        done += got
      } else if got == 0 || (errno != EINTR && errno != EAGAIN) {
        return nil
      }
    }
    return bytes
  }

  private func wait(_ descriptor: Int32, for event: Int32, until deadline: Int) -> Bool {
    while true {
      let left = deadline - FileSystem.milliseconds
      guard left > 0 else { return false }
      var entry = pollfd(fd: descriptor, events: Int16(event), revents: 0)
      let ready = unsafe poll(&entry, 1, Int32(clamping: left))
      if ready > 0 { return true }
      if ready == 0 || errno != EINTR { return false }
    }
  }
}
