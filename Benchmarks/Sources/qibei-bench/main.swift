// SPDX-License-Identifier: Apache-2.0
import CFloor
import Glibc
import Qibei

/// Reads a whole file.
func read(_ path: String) -> [UInt8] {
  guard let file = fopen(path, "rb") else { fatalError("cannot open \(path)") }
  defer { fclose(file) }
  var bytes = [UInt8](repeating: 0, count: 16 << 20)
  let count = fread(&bytes, 1, bytes.count, file)
  return Array(bytes[..<count])
}

func cpuSeconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

func check(_ bytes: [UInt8], rounds: Int) throws -> Int {
  let validator = try Validator()
  var findings = 0
  for _ in 0..<rounds { findings += try validator.validate(bytes).findingCount }
  return findings
}

let arguments = CommandLine.arguments
guard arguments.count == 4, let rounds = Int(arguments[3]) else {
  print("usage: qibei-bench floor|check FILE ROUNDS")
  exit(64)
}
let bytes = read(arguments[2])
let start = cpuSeconds()
switch arguments[1] {
case "floor":
  let sound = bytes.withUnsafeBytes { buffer in
    qibei_floor(
      buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(buffer.count), Int32(rounds))
  }
  print("floor: \(sound) of \(rounds) passes well-formed")
case "check": print("check: \(try check(bytes, rounds: rounds)) findings in \(rounds) rounds")
default: exit(64)
}
let spent = cpuSeconds() - start
print("cpu \(spent / Double(rounds) * 1e6) µs per round")
