// SPDX-License-Identifier: Apache-2.0
import CFloor
import Glibc
import Qibei

// qibei-bench floor|check FILE ROUNDS      one loop, for an instruction counter
// qibei-bench scale                        growth with the number of supplements
// qibei-bench route FILE                   a route over all categories against one check
// qibei-bench plan                         a plan over 40 requirements with alternatives
// qibei-bench threads FILE                 the same checks on one thread and on two
// qibei-bench pair RUNS A... -- B...       CPU and memory of two commands, in turn

func read(_ path: String) -> [UInt8] {
  guard let file = fopen(path, "rb") else { fatalError("cannot open \(path)") }
  defer { fclose(file) }
  var bytes = [UInt8](repeating: 0, count: 1 << 20)
  let count = fread(&bytes, 1, bytes.count, file)
  return Array(bytes[..<count])
}

func cpuSeconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

func median(_ values: [Double]) -> Double {
  values.sorted()[values.count / 2]
}

func rounded(_ value: Double) -> String {
  String((value * 1000).rounded() / 1000)
}

/// A dossier whose every supplement is out of date, so that each is one finding.
func dossier(supplements: Int) -> [UInt8] {
  var text = """
    <dossier xmlns="urn:qibei:dossier:1">
    <application category="pr-foreign-chinese-doctor" place="320200" submission="2026-03-16"/>
    <person id="p1" role="applicant" born="1980-01-01" former-chinese="no" chinese-origin="yes"/>
    <supplements>

    """
  for index in 0..<supplements {
    text += "<supplement id=\"s\(index)\" kind=\"passport\" for=\"nobody\(index)\" issued=\"2020-01-01\"/>\n"
  }
  return Array((text + "</supplements>\n</dossier>\n").utf8)
}

func scale() throws {
  let validator = try Validator()
  let sizes = [1250, 2500, 5000, 10_000]
  let dossiers = sizes.map(dossier)
  var times = [[Double]](repeating: [], count: sizes.count)
  var findings = [Int](repeating: 0, count: sizes.count)
  // In turn, so that whatever else the machine does falls on all alike; the first two rounds warm it up.
  for round in 0..<23 {
    for (at, bytes) in dossiers.enumerated() {
      let start = cpuSeconds()
      findings[at] = try validator.validate(bytes).findingCount
      if round > 1 { times[at].append(cpuSeconds() - start) }
    }
  }
  for at in sizes.indices {
    let ratio = at == 0 ? nil : median(zip(times[at], times[at - 1]).map { $0 / $1 })
    print(
      "\(sizes[at]) supplements: \(findings[at]) findings, \(rounded(median(times[at]) * 1000)) ms"
        + (ratio.map { ", \(rounded($0)) × the half" } ?? ""))
  }
  let start = cpuSeconds()
  let json = try validator.validate(dossier(supplements: 10_000)).json()
  print("10000 supplements with the JSON report (\(json.utf8.count) bytes): \(rounded((cpuSeconds() - start) * 1000)) ms")
}

/// CPU seconds and peak KiB of one run of a command.
func run(_ command: [String]) -> (cpu: Double, peak: Int) {
  var process = pid_t()
  var actions = posix_spawn_file_actions_t()
  posix_spawn_file_actions_init(&actions)
  posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
  var arguments = command.map { strdup($0) } + [nil]
  guard posix_spawnp(&process, command[0], &actions, nil, &arguments, environ) == 0 else {
    fatalError("cannot start \(command[0])")
  }
  var usage = rusage()
  var status: Int32 = 0
  wait4(process, &status, 0, &usage)
  for argument in arguments { free(argument) }
  let cpu =
    Double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
    + Double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6
  return (cpu, usage.ru_maxrss)
}

func pair(_ runs: Int, _ first: [String], _ second: [String]) {
  var ratios: [Double] = []
  var left: [Double] = []
  var right: [Double] = []
  var peak = 0
  for round in 0..<(runs + 3) {
    let (a, b) = (run(first), run(second))
    guard round >= 3 else { continue }
    left.append(a.cpu)
    right.append(b.cpu)
    ratios.append(a.cpu / b.cpu)
    peak = max(peak, a.peak)
  }
  print("A \(first.joined(separator: " ")): median \(rounded(median(left) * 1000)) ms CPU, peak \(rounded(Double(peak) / 1024)) MiB")
  print("B \(second.joined(separator: " ")): median \(rounded(median(right) * 1000)) ms CPU")
  print("A/B: median \(rounded(median(ratios)))")
}

let arguments = Array(CommandLine.arguments.dropFirst())
switch arguments.first {
case "floor" where arguments.count == 3:
  let bytes = read(arguments[1])
  let rounds = Int(arguments[2]) ?? 1
  let sound = bytes.withUnsafeBytes { buffer in
    qibei_floor(
      buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(buffer.count), Int32(rounds))
  }
  print("\(sound) of \(rounds) passes well-formed")
case "check" where arguments.count == 3:
  let bytes = read(arguments[1])
  let validator = try Validator()
  var findings = 0
  for _ in 0..<(Int(arguments[2]) ?? 1) { findings += try validator.validate(bytes).findingCount }
  print("\(findings) findings")
case "scale": try scale()
case "route" where arguments.count == 2: try route(arguments[1])
case "plan": try plan()
case "threads" where arguments.count == 2: try threads(arguments[1])
case "pair":
  guard arguments.count > 4, let runs = Int(arguments[1]), let bar = arguments.firstIndex(of: "--")
  else { fatalError("pair RUNS A... -- B...") }
  pair(runs, Array(arguments[2..<bar]), Array(arguments[(bar + 1)...]))
default:
  print("usage: qibei-bench floor|check FILE ROUNDS | scale | route FILE | plan | threads FILE | pair RUNS A... -- B...")
  exit(64)
}
