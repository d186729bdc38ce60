// SPDX-License-Identifier: Apache-2.0
import Dispatch
import Glibc
import Qibei

func wallSeconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

/// The same checks in memory on one thread and on two, in turn: the least time by the clock and of processor of each.
func threads(_ path: String) throws {
  let bytes = read(path)
  let checks = 8_000
  var best: [(wall: Double, cpu: Double)] = [(.infinity, .infinity), (.infinity, .infinity)]
  for _ in 0..<8 {
    for count in 1...2 {
      let (wall, cpu) = (wallSeconds(), cpuSeconds())
      DispatchQueue.concurrentPerform(iterations: count) { _ in
        do {
          let validator = try Validator()
          for _ in 0..<(checks / count) { _ = try validator.validate(bytes) }
        } catch {
          fatalError("\(error)")
        }
      }
      best[count - 1].wall = min(best[count - 1].wall, wallSeconds() - wall)
      best[count - 1].cpu = min(best[count - 1].cpu, cpuSeconds() - cpu)
    }
  }
  print(
    "\(checks) checks in memory: one thread \(rounded(best[0].wall)) s, two \(rounded(best[1].wall)) s, \(rounded(best[0].wall / best[1].wall)) × as fast; processor time \(rounded(best[1].cpu / best[0].cpu)) ×"
  )
}
