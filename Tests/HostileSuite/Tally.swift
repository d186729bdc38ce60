// SPDX-License-Identifier: Apache-2.0
import Glibc

/// What came of everything, for one table.
struct Tally {
  /// What came of one case.
  struct Case {
    let number: Int
    let name: String
    private(set) var runs = 0
    private(set) var crashes = 0
    private(set) var hangs = 0
    private(set) var slowest = 0.0
    private(set) var elapsed = 0.0
    private(set) var peak = 0
    private(set) var hasChild = false
    private(set) var sockets = 0
    private(set) var outside = 0
    var faults: [String] = []

    /// With a process of its own for scans, twice the larger of the two is the most that both can have.
    var memory: Int { peak * (hasChild ? 2 : 1) }

    init(_ hostile: HostileCase) { (number, name) = (hostile.number, hostile.name) }

    // An internal error is a crash that was told politely.
    mutating func add(_ ended: Ended) {
      runs += 1
      if ended.hung { hangs += 1 } else if ended.exit == nil || ended.exit == 70 { crashes += 1 }
      slowest = max(slowest, ended.seconds)
      elapsed = max(elapsed, ended.elapsed)
      peak = max(peak, ended.peak)
    }

    mutating func add(_ calls: SystemCalls) {
      sockets += calls.sockets.count
      outside += calls.outside.count
      if calls.programs > 1 { hasChild = true }
    }
  }

  private var cases: [Case] = []
  private var parts: [(name: String, tried: Int, faults: [String])] = []

  /// Adds what came of a case; what deviates is printed at once.
  mutating func add(_ outcome: Case) {
    cases.append(outcome)
    tell(outcome.faults.map { "\(outcome.number) \(outcome.name): \($0)" })
  }

  /// Adds what came of a part that is not made of cases.
  mutating func add(_ name: String, tried: Int, faults: [String]) {
    parts.append((name, tried, faults))
    tell(faults.map { "\(name): \($0)" })
  }

  var isAsExpected: Bool {
    cases.allSatisfy(\.faults.isEmpty) && parts.allSatisfy(\.faults.isEmpty) && !cases.isEmpty
  }

  /// The table.
  var text: String {
    let slowest = cases.max { $0.slowest < $1.slowest }
    let largest = cases.max { $0.memory < $1.memory }
    let numbers = Set(cases.map(\.number)).subtracting([0]).count
    var rows = [
      ("cases", "\(cases.count), of \(numbers) kinds in the catalogue"),
      ("runs", "\(cases.reduce(0) { $0 + $1.runs }), each measured; every case watched"),
      ("as expected", "\(cases.count { $0.faults.isEmpty })"),
      ("crashes", "\(cases.reduce(0) { $0 + $1.crashes })"),
      ("hangs", "\(cases.reduce(0) { $0 + $1.hangs })"),
      ("slowest", slowest.map { "\(Self.milliseconds($0)): \($0.name)" } ?? "-"),
      ("peak memory", largest.map { "\($0.memory >> 20) MB at most: \($0.name)" } ?? "-"),
      ("sockets", "\(cases.reduce(0) { $0 + $1.sockets })"),
      ("outside reads", "\(cases.reduce(0) { $0 + $1.outside })"),
    ]
    rows += parts.map { ($0.name, "\($0.tried) tried, \($0.faults.count) not as expected") }
    let width = rows.map(\.0.count).max() ?? 0
    let table = rows.map { name, value in
      name + String(repeating: " ", count: width + 2 - name.count) + value + "\n"
    }
    return table.joined()
  }

  private func tell(_ deviations: [String]) {
    for deviation in deviations { print(deviation) }
    fflush(nil)
  }

  private static func milliseconds(_ hostile: Case) -> String {
    "\(Int(hostile.slowest * 1_000)) ms of processor time, \(Int(hostile.elapsed * 1_000)) ms in all"
  }
}
