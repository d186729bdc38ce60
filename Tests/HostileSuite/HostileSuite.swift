// SPDX-License-Identifier: Apache-2.0
import Glibc
import QibeiTesting

/// `qibei-hostile PROGRAM [WORD]`: everything hostile that is known, against a built `qibei`.
///
/// It needs strace, and fails where it cannot watch. With a word, only cases whose names hold it.
@main
enum HostileSuite {
  static func main() {
    let arguments = CommandLine.arguments.dropFirst()
    guard let first = arguments.first else {
      print("usage: qibei-hostile .build/release/qibei [WORD]")
      exit(64)
    }
    do {
      if first == Meter.argument {
        try Meter.run(arguments.dropFirst())
        return
      }
      exit(try run(System.whole(first), only: arguments.dropFirst().first))
    } catch {
      print("qibei-hostile: \(error)")
      exit(70)
    }
  }

  /// Prints what deviates, and then the table; zero where all of it is as expected.
  private static func run(_ program: String, only word: String?) throws -> Int32 {
    try requireWatching()
    var tally = Tally()
    let run = try CaseRun(program)
    for hostile in try HostileCase.all() where word.map(hostile.name.contains) ?? true {
      try run.run(hostile, &tally)
    }
    if word == nil {
      try Damage.run(&tally)
      try Faults(program).run(&tally)
      try Environments(program).run(&tally)
    }
    print(tally.text, terminator: "")
    return tally.isAsExpected ? 0 : 1
  }

  // A suite that cannot see what is opened has proved nothing.
  private static func requireWatching() throws {
    guard let strace = Program(named: "strace") else {
      throw SuiteFailure("strace is not installed: apt-get install strace")
    }
    let seen = try strace.run(["-qq", "-e", "trace=execve", "/bin/true"])
    guard seen.status == 0, seen.error.contains("execve(\"/bin/true\"") else {
      throw SuiteFailure("strace may not watch here (ptrace is refused): \(seen.error)")
    }
  }
}
