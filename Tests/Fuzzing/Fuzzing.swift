// SPDX-License-Identifier: Apache-2.0
internal import QibeiFiles

/// `qibei-fuzz TARGET [libFuzzer options] CORPUS…`; `.ci/fuzz` runs every target.
enum Fuzzing {
  /// What inputs can be thrown at, by the names that the script uses.
  static let targets: [String: @Sendable ([UInt8]) -> Void] = [
    "dossier": DossierTarget.run, "markup": MarkupTarget.run, "rules": RuleTarget.run,
    "package": PackageTarget.run, "number": NumberTarget.run, "letter": LetterTarget.run,
    "stream": StreamTarget.run,
    "tape": TapeTarget.run, "text": TextTarget.run,
  ]

  static let target: @Sendable ([UInt8]) -> Void = {
    guard let name = CommandLine.arguments.dropFirst().first, let target = targets[name] else {
      fail("qibei-fuzz TARGET …, one of: \(targets.keys.sorted())")
    }
    return target
  }()
}

/// Takes the target's name out of the arguments; libFuzzer calls it first.
@_cdecl("LLVMFuzzerInitialize")
func begin(
  _ count: UnsafeMutablePointer<Int32>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>
) -> Int32 {
  _ = Fuzzing.target
  stopWatching()
  DossierTarget.warmUp()
  goOnWatching()
  let own = unsafe Int(count.pointee)
  for index in 2..<max(2, own) {
    unsafe arguments.pointee[index - 1] = arguments.pointee[index]
  }
  unsafe count.pointee = Int32(own - 1)
  return 0
}

// What is kept for the life of the process is no leak, but Swift marks pointers inside enumerations with bits that hide
// them from LeakSanitizer, so it is made while nobody watches.
@_silgen_name("__lsan_disable") func stopWatching()
@_silgen_name("__lsan_enable") func goOnWatching()

/// Runs the target on one input; libFuzzer calls it for each.
@_cdecl("LLVMFuzzerTestOneInput")
func examine(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  Fuzzing.target(unsafe Array(UnsafeBufferPointer(start: bytes, count: count)))
  return 0
}

/// A number that depends on nothing but the input, to choose by.
func choice(_ input: [UInt8], below count: Int) -> Int {
  guard count > 0 else { return 0 }
  var hash: UInt32 = 2_166_136_261
  for byte in input { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
  return Int(hash) % count
}

/// Ends the process, which libFuzzer keeps the input for.
func fail(_ what: String) -> Never {
  // Optimised programs do not print what a precondition says.
  try? FileSystem.print("qibei-fuzz: \(what)\n", toError: true)
  preconditionFailure(what)
}

/// Ends the process where something does not hold.
func require(_ holds: Bool, _ what: String = "a value changed in being written") {
  if !holds { fail(what) }
}
