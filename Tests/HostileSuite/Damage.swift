// SPDX-License-Identifier: Apache-2.0
import Qibei
import QibeiTesting

/// Every sample cut off at every byte, and with single bytes turned, judged in this process.
enum Damage {
  private static let seed: UInt64 = 20_261_129
  private static let flipsOfEach = 4_000

  /// Judges them all; a crash ends the suite.
  static func run(_ tally: inout Tally) throws {
    let validator = try Validator()
    var (cut, turned) = (0, 0)
    var (faultsOfCuts, faultsOfTurns): ([String], [String]) = ([], [])
    var noise = SeededGenerator(seed: seed)
    for sample in Fixture.samples {
      let bytes = try Fixture.bytes(of: "schemas/samples/\(sample)/dossier.xml")
      guard let end = bytes.lastIndex(of: UInt8(ascii: ">")) else { continue }
      for count in 0...end {
        cut += 1
        if let fault = fault(of: Array(bytes.prefix(count)), validator, isCut: true) {
          faultsOfCuts.append("\(sample), \(count) bytes: \(fault)")
        }
      }
      for _ in 0..<flipsOfEach {
        turned += 1
        var bytes = bytes
        let at = Int.random(in: bytes.indices, using: &noise)
        bytes[at] ^= UInt8.random(in: 1...255, using: &noise)
        if let fault = fault(of: bytes, validator, isCut: false) {
          faultsOfTurns.append("\(sample), byte \(at) is \(bytes[at]): \(fault)")
        }
      }
    }
    tally.add("cut off", tried: cut, faults: faultsOfCuts)
    tally.add("bytes turned", tried: turned, faults: faultsOfTurns)
  }

  /// What is wrong with the answer; nil when it is a verdict, or an error that says where.
  private static func fault(
    of bytes: [UInt8], _ validator: Validator, isCut: Bool
  ) -> String? {
    do throws(ValidatorError) {
      let assessment = try validator.validate(bytes)
      return isCut ? "is judged \(assessment.verdict)" : nil
    } catch {
      guard case .notADossier(let sentences) = error else { return "gives \(error)" }
      let isPlaced = sentences.allSatisfy { $0.first?.isNumber ?? false }
      return bytes.isEmpty || isPlaced && !sentences.isEmpty
        ? nil : "has no place: \(sentences.joined(separator: " "))"
    }
  }
}
