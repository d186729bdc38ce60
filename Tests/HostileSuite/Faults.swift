// SPDX-License-Identifier: Apache-2.0
import QibeiTesting

/// A machine that fails, with full disks, broken disks and too little memory: what comes of it is never "complete".
struct Faults {
  private let program: String
  private let children: Children
  private let folder: TemporaryFolder
  private static let sample = "residence-work-first-complete"
  private static let before = Array("what stood here before".utf8)

  init(_ program: String) throws {
    children = try Children()
    folder = try TemporaryFolder()
    self.program = program
  }

  /// Tries all of them.
  func run(_ tally: inout Tally) throws {
    try copySample()
    tally.add("output fails", try outputs())
    tally.add("input fails", try inputs())
    tally.add("memory ends", try memory())
  }

  private func copySample() throws {
    let copied = try children.run(
      Launch(
        program: "cp",
        arguments: [
          "-r", "\(Fixture.path)/schemas/samples/\(Self.sample)", "\(folder.path)/dossier",
        ], folder: folder.path))
    guard copied.exit == 0 else { throw SuiteFailure("the sample cannot be copied") }
  }

  /// Commands that write a file, and the file.
  private static let writers: [(command: [String], file: String)] =
    ["txt", "json", "csv", "md", "html"].map { (["check", "dossier", "-q", "-o"], "r.\($0)") } + [
      (["notice", "dossier", "-o"], "n.html"), (["notice", "dossier", "-o"], "n.xml"),
      (["brief", "dossier", "-o"], "b.html"), (["plan", "dossier", "-o"], "p.ics"),
      (["pack", "dossier", "-o"], "d.zip"),
    ]

  private func outputs() throws -> [Attempt] {
    var attempts = try full()
    for (command, file) in Self.writers {
      try renewOutput()
      let sound = try children.run(
        Launch(program: program, arguments: command + ["out/\(file)"], folder: folder.path))
      let whole = try folder.bytes(of: "out/\(file)")
      guard sound.exit ?? 70 < 3, whole != Self.before else {
        throw SuiteFailure("\(command.joined(separator: " ")) \(file): \(sound.ending)")
      }
      for (call, error) in [
        ("write", "ENOSPC"), ("write", "EIO"), ("fsync", "EIO"), ("fsync", "ENOSPC"),
        ("rename", "EIO"), ("rename", "ENOSPC"),
      ] {
        attempts += try failing(command + ["out/\(file)"], call, error) { ended in
          try faultOfOutput(ended, "out/\(file)", whole, isVerdict: command[0] == "check", call)
        }
      }
      attempts.append(try tooLarge(command, file))
    }
    return attempts
  }

  /// What is wrong with an output, and with how its writer ended; nil when nothing is.
  private func faultOfOutput(
    _ ended: Ended, _ file: String, _ whole: [UInt8], isVerdict: Bool, _ call: String
  ) throws -> String? {
    let bytes = try folder.bytes(of: file)
    if bytes == Self.before {
      // There is no letter on what could not be checked.
      if call == "write", !isVerdict, ended.exit == 2 { return try strays(beside: file) }
      if ended.exit != 73 { return "\(ended.ending), not exit 73" }
    } else if bytes != whole {
      // Processes that look into scans are written to as well; where they fail, a whole report says so.
      if call != "write" || bytes.last != whole.last { return "\(ended.ending), and half a file" }
      if isVerdict, ended.exit != 2 { return "\(ended.ending), though scans are unchecked" }
    } else if isVerdict {
      return "\(ended.ending), and nothing is said"
    }
    return try strays(beside: file)
  }

  /// The same command with the first call failing, then the second, until there is none to fail.
  private func failing(
    _ arguments: [String], _ call: String, _ error: String, paths: [String] = [],
    _ judge: (Ended) throws -> String?
  ) throws -> [Attempt] {
    var attempts: [Attempt] = []
    while true {
      try renewOutput()
      let number = attempts.count + 1
      let log = try children.scratch.write([], to: "calls")
      let ended = try children.run(
        Launch(
          program: "strace",
          arguments: ["-f", "-qq", "-o", log, "-e", "signal=none"]
            + paths.flatMap { ["-P", $0] }
            + [
              "-e", "trace=\(call)", "-e", "inject=\(call):error=\(error):when=\(number)", program,
            ]
            + arguments, folder: folder.path, patience: 60))
      guard try children.scratch.text(of: "calls").contains("(INJECTED)") else { break }
      let fault = try judge(ended) ?? (ended.exit == nil ? ended.ending : nil)
      attempts.append(
        Attempt("\(arguments.joined(separator: " ")), \(call) \(number) gives \(error)", fault))
    }
    guard !attempts.isEmpty else {
      throw SuiteFailure("\(arguments.joined(separator: " ")) never calls \(call) for \(paths)")
    }
    return attempts
  }

  private func renewOutput() throws {
    _ = try children.run(
      Launch(program: "rm", arguments: ["-rf", "out"], folder: folder.path))
    for (_, file) in Self.writers { try folder.write(Self.before, to: "out/\(file)") }
  }

  /// What stands beside the outputs and should not.
  private func strays(beside file: String) throws -> String? {
    let listed = try children.run(
      Launch(program: "ls", arguments: ["-A", "out"], folder: folder.path))
    let names = Set(String(decoding: listed.output, as: UTF8.self).split(separator: "\n"))
    let strays = names.subtracting(Self.writers.map { Substring($0.file) })
    return strays.isEmpty ? nil : "leaves \(strays.sorted().joined(separator: " ")) beside \(file)"
  }

  /// A screen that takes nothing.
  private func full() throws -> [Attempt] {
    try [
      ["check", "dossier"], ["check", "dossier", "--json"], ["list", "codes"],
      ["route", "dossier"],
      ["plan", "dossier"], ["window", "dossier"], ["brief", "dossier"], ["explain", "QB3102"],
      ["checklist", "lint"],
    ].map { command in
      let ended = try children.run(
        Launch(program: program, arguments: command, folder: folder.path, output: "/dev/full"))
      return Attempt(
        "\(command.joined(separator: " ")) > /dev/full",
        ended.exit == 73 ? nil : "\(ended.ending), not exit 73")
    }
  }

  /// No file may have a byte.
  private func tooLarge(_ command: [String], _ file: String) throws -> Attempt {
    try renewOutput()
    let ended = try children.run(
      Launch(
        program: "sh",
        arguments: ["-c", "ulimit -f 0; exec \"$0\" \"$@\" >/dev/null 2>&1", program] + command
          + ["out/\(file)"], folder: folder.path))
    var fault = ended.exit == 73 ? nil : "\(ended.ending), not exit 73"
    if try folder.bytes(of: "out/\(file)") != Self.before { fault = "the file is another" }
    return Attempt(
      "\(command.joined(separator: " ")) \(file) with RLIMIT_FSIZE",
      try fault ?? strays(beside: file))
  }

  private func inputs() throws -> [Attempt] {
    var attempts: [Attempt] = []
    let evidence = "schemas/samples/\(Self.sample)/evidence"
    for file in ["dossier.xml"] + Fixture.names(in: evidence).map({ "evidence/\($0)" }) {
      let isDossier = file == "dossier.xml"
      attempts += try failing(
        ["check", "dossier"], "read", "EIO", paths: ["\(folder.path)/dossier/\(file)"]
      ) { ended in
        // After it was read it is opened once more, to tell whether it is a scan that nobody mentions.
        if isDossier, ended.exit == 0, ended.error.isEmpty { return nil }
        let code: Int32 = isDossier ? 66 : 2
        return ended.exit == code ? nil : "\(file): \(ended.ending), not exit \(code)"
      }
    }
    return try attempts + rules()
  }

  /// Folders that cannot be listed, and rule files that cannot be read.
  private func rules() throws -> [Attempt] {
    let rules = "\(Fixture.path)/schemas"
    let folders = ["", "/checklists", "/overlays", "/checklists/residence-work-first"]
    let files =
      Fixture.names(in: "schemas/tables").map { "/tables/\($0)" }
      + Fixture.names(in: "schemas/checklists/residence-work-first").map {
        "/checklists/residence-work-first/\($0)"
      }
    let failures =
      folders.flatMap { [("openat", $0), ("getdents64", $0)] } + files.map { ("read", $0) }
    var attempts: [Attempt] = []
    for (call, place) in failures {
      attempts += try failing(
        ["check", "dossier", "--checklists", rules], call, "EIO", paths: [rules + place]
      ) { $0.exit == 78 ? nil : "\(place): \($0.ending), not exit 78" }
    }
    return attempts
  }

  /// A large dossier in less and less memory: a true report, or none.
  private func memory() throws -> [Attempt] {
    let text = try Fixture.sample(Self.sample)
    let large = text.replacing(
      "</dossier>", with: "<!--\(Sample.times(4_700_000, "x"))--></dossier>")
    try folder.write(Array(large.utf8), to: "large.xml")
    let whole = try limited(to: "unlimited")
    guard let exit = whole.exit, exit < 3 else {
      throw SuiteFailure("the large dossier is not judged: \(whole.ending)")
    }
    var attempts: [Attempt] = []
    for kilobytes in stride(from: 40_000, through: 240_000, by: 4_000) {
      let ended = try limited(to: String(kilobytes))
      let isTrue = ended.exit == exit && ended.output == whole.output
      // Below what the program itself takes, the loader gives up with 127, or the system ends what it cannot map;
      // where libxml2 has too little, nothing is read.
      let isTold =
        try (ended.exit.map { [65, 66, 70, 127].contains($0) } ?? !begins(in: kilobytes))
        && ended.output.isEmpty
      attempts.append(
        Attempt("\(kilobytes) KB of memory", isTrue || isTold ? nil : ended.ending))
    }
    return attempts
  }

  // Whether there is room for the program at all.
  private func begins(in kilobytes: Int) throws -> Bool {
    try limited(to: String(kilobytes), "--version").exit == 0
  }

  private func limited(
    to kilobytes: String, _ command: String = "check large.xml --lang both"
  ) throws -> Ended {
    try children.run(
      Launch(
        program: "sh",
        arguments: ["-c", "ulimit -v \(kilobytes); exec \"$0\" \(command)", program],
        folder: folder.path))
  }
}

/// Something that was made to fail, and what is wrong with what came of it.
struct Attempt {
  let name: String
  let fault: String?

  init(_ name: String, _ fault: String?) { (self.name, self.fault) = (name, fault) }
}

extension Tally {
  /// Adds attempts as a part.
  mutating func add(_ name: String, _ attempts: [Attempt]) {
    add(
      name, tried: attempts.count,
      faults: attempts.compactMap { attempt in attempt.fault.map { "\(attempt.name): \($0)" } })
  }
}
