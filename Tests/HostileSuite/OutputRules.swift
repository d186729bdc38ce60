// SPDX-License-Identifier: Apache-2.0

/// What no output may hold, whatever the input was.
enum OutputRules {
  /// Stands in files outside of the dossier.
  static let canary = "QIBEI-CANARY-9f31"

  /// Everything that is wrong with an output.
  static func faults(in output: [UInt8], format: String, _ hostile: HostileCase) -> [String] {
    guard let text = String(validating: output, as: UTF8.self) else { return ["is no UTF-8"] }
    var faults: [String] = []
    // A spreadsheet wants the mark in front.
    let scalars = text.unicodeScalars.drop { format == "csv" && $0 == "\u{FEFF}" }
    if let scalar = scalars.first(where: { isHarmful($0, format) }) {
      faults.append("holds U+\(String(scalar.value, radix: 16, uppercase: true))")
    }
    if text.contains(canary) { faults.append("holds what stands outside of the dossier") }
    for (name, live) in hostile.forbidden where name == "*" || name == format {
      // Bytes, for as a character a quotation mark with an accent upon it is no quotation mark.
      if text.utf8.firstRange(of: live.utf8) != nil { faults.append("holds “\(live)” alive") }
    }
    if format == "csv", let cell = firstFormula(in: text) {
      faults.append("has the formula “\(cell)”")
    }
    return faults
  }

  // New lines and tabs are the writer's own; lines of a spreadsheet end in two characters.
  private static func isHarmful(_ scalar: Unicode.Scalar, _ format: String) -> Bool {
    switch scalar {
    case "\n": return false
    case "\r": return format != "csv" && format != "ics"
    default: break
    }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: return true
    default: return false
    }
  }

  /// The first cell that a spreadsheet would calculate.
  private static func firstFormula(in text: String) -> String? {
    let scalars = text.unicodeScalars
    var isQuoted = false
    var isFirst = false
    for (index, scalar) in zip(scalars.indices, scalars) {
      if isFirst, scalar != "\"", formulas.contains(scalar) {
        return String(scalars[index...].prefix(40))
      }
      isFirst = isFirst && scalar == "\""
      if scalar == "\"" {
        isQuoted.toggle()
      } else if !isQuoted, scalar == "," || scalar == "\n" {
        isFirst = true
      }
    }
    return nil
  }

  private static let formulas: Set<Unicode.Scalar> = [
    "=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠",
  ]
}
