// SPDX-License-Identifier: Apache-2.0
internal import CConfinement
internal import Glibc

/// The other end of a ``ChildProcess``: what is run there cannot take more than its share.
package enum ChildSide {
  /// What a process may open besides its two pipes.
  package enum Reach: Sendable {
    case nothing
    /// Files to read, and processes of its own, but no socket.
    case files
  }

  /// Answers questions until there are no more, and ends the process.
  ///
  /// - Parameters:
  ///   - reach: what it may open; where that cannot be enforced, the process ends without an answer.
  ///   - memory: bytes that may be taken beyond what the program has now.
  ///   - seconds: of processor time for each answer.
  ///   - largest: bytes of a question; a larger one ends the process.
  ///   - answer: what to say to a question of a kind.
  package static func serve(
    _ reach: Reach = .nothing, memory: Int, seconds: Int, largest: Int,
    _ answer: (UInt8, [UInt8]) -> [UInt8]
  ) -> Never {
    guard confine(reach, memory: memory) else { exit(1) }
    while let head = receive(9), let kind = head.first {
      let count = head.dropFirst().reduce(0) { $0 << 8 | Int($1) }
      guard count >= 0, count <= largest, let bytes = receive(count) else { break }
      limitProcessor(seconds: seconds)
      let reply = answer(kind, bytes)
      var frame = stride(from: 24, through: 0, by: -8).map {
        UInt8(truncatingIfNeeded: reply.count >> $0)
      }
      frame += reply
      guard FileSystem.writeAll(frame, to: 1) == 0 else { break }
    }
    exit(0)
  }

  /// Keeps this process, and all that it starts, to what it may open and to an amount of memory; false where that fails.
  package static func confine(_ reach: Reach, memory: Int) -> Bool {
    limit(RLIMIT_AS, to: addressSpace + memory)
    limit(RLIMIT_CORE, to: 0)
    switch reach {
    case .nothing:
      limit(RLIMIT_FSIZE, to: 0)
      limit(__RLIMIT_NPROC, to: 0)
      limit(RLIMIT_NOFILE, to: 0)
      return true
    case .files:
      limit(RLIMIT_NOFILE, to: 64)
      return qibei_refuse_network() == 0
    }
  }

  /// Ends this process once it has used so many seconds of processor time.
  package static func limitProcessor(seconds: Int) {
    limit(RLIMIT_CPU, to: secondsUsed + seconds + 1, ceiling: false)
  }

  private static func limit(_ resource: __rlimit_resource, to value: Int, ceiling: Bool = true) {
    var limits = rlimit()
    unsafe _ = getrlimit(__rlimit_resource_t(resource.rawValue), &limits)
    limits.rlim_cur = min(rlim_t(value), limits.rlim_max)
    if ceiling { limits.rlim_max = limits.rlim_cur }
    unsafe _ = setrlimit(__rlimit_resource_t(resource.rawValue), &limits)
  }

  private static var secondsUsed: Int {
    var usage = rusage()
    unsafe _ = getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_utime.tv_sec + usage.ru_stime.tv_sec
  }

  // In bytes, as the system counts them.
  private static var addressSpace: Int {
    let bytes = (try? FileSystem.read("/proc/self/statm", atMost: 4_096)) ?? []
    let pages = String(decoding: bytes.prefix { $0 != UInt8(ascii: " ") }, as: UTF8.self)
    return (Int(pages) ?? 65_536) * sysconf(Int32(_SC_PAGESIZE))
  }

  private static func receive(_ count: Int) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: count)
    var done = 0
    while done < count {
      let got = unsafe bytes.withUnsafeMutableBytes { buffer in
        unsafe read(0, buffer.baseAddress.map { unsafe $0 + done }, count - done)
      }
      if got > 0 {
        done += got
      } else if got == 0 || errno != EINTR {
        return nil
      }
    }
    return bytes
  }
}
