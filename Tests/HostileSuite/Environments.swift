// SPDX-License-Identifier: Apache-2.0
import QibeiTesting

/// Whatever the language, zone, folder, home and number of processors: the same bytes.
struct Environments {
  private let program: String
  private let children: Children

  init(_ program: String) throws {
    children = try Children()
    self.program = program
  }

  /// What differs from an environment of nothing but a path.
  private struct Variant {
    let name: String
    var environment: [String] = []
    var folder = Fixture.path
    var before: [String] = []
  }

  private static let variants: [Variant] =
    [
      "LC_ALL=zh_CN.UTF-8", "LC_ALL=C", "LC_ALL=tr_TR.UTF-8", "LANG=de_DE.UTF-8",
      "LANG=ar_SA.UTF-8", "TZ=Asia/Shanghai", "TZ=America/Los_Angeles", "TZ=Pacific/Kiritimati",
      "TZ=:/nowhere", "HOME=/nowhere", "TMPDIR=/nowhere", "QIBEI_LANG=en", "COLUMNS=40",
      "TERM=xterm-256color",
    ].map { Variant(name: $0, environment: [$0]) } + [
      Variant(name: "in /", folder: "/"),
      Variant(name: "in /proc/self", folder: "/proc/self"),
      Variant(name: "one processor", before: ["taskset", "-c", "0"]),
    ]

  /// Judges every sample in all of them.
  func run(_ tally: inout Tally) throws {
    var tried = 0
    var faults: [String] = []
    for sample in Fixture.samples {
      for format in ["text", "json"] {
        let plain = try report(sample, format, Variant(name: "plain"))
        guard let exit = plain.exit, exit < 3 else {
          throw SuiteFailure("\(sample) is not judged: \(plain.ending)")
        }
        for variant in Self.variants {
          tried += 1
          let other = try report(sample, format, variant)
          guard other.exit != plain.exit || other.output != plain.output else { continue }
          faults.append("\(sample), \(format), \(variant.name): \(other.ending), other bytes")
        }
      }
    }
    tally.add("environments", tried: tried, faults: faults)
  }

  private func report(_ sample: String, _ format: String, _ variant: Variant) throws -> Ended {
    let command =
      variant.before + [
        program, "check", "\(Fixture.path)/schemas/samples/\(sample)", "--lang", "both",
        "--format", format,
      ]
    return try children.run(
      Launch(
        program: command[0], arguments: Array(command.dropFirst()),
        environment: ["PATH=/usr/bin:/bin"] + variant.environment, folder: variant.folder))
  }
}
