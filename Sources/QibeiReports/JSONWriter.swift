// SPDX-License-Identifier: Apache-2.0

/// A JSON value (RFC 8259) whose members keep their order.
package indirect enum JSONValue: Sendable {
  case null
  case bool(Bool)
  case int(Int)
  /// A number that is none of Swift's whole ones, as it was written.
  case number(String)
  case string(String)
  case array([JSONValue])
  case object([(String, JSONValue)])

  /// A string, or null.
  package static func optional(_ text: String?) -> JSONValue { text.map(JSONValue.string) ?? .null }

  /// The text, indented by two blanks, ending in a new line.
  package var text: String {
    var bytes: [UInt8] = []
    write(to: &bytes, indent: 0)
    bytes.append(UInt8(ascii: "\n"))
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The text on one line, without blanks between its parts, ending in a new line.
  package var line: [UInt8] {
    var bytes: [UInt8] = []
    writeLine(to: &bytes)
    bytes.append(UInt8(ascii: "\n"))
    return bytes
  }

  private func writeLine(to bytes: inout [UInt8]) {
    switch self {
    case .array(let values):
      bytes.append(UInt8(ascii: "["))
      for (at, value) in values.enumerated() {
        if at > 0 { bytes.append(UInt8(ascii: ",")) }
        value.writeLine(to: &bytes)
      }
      bytes.append(UInt8(ascii: "]"))
    case .object(let members):
      bytes.append(UInt8(ascii: "{"))
      for (at, member) in members.enumerated() {
        if at > 0 { bytes.append(UInt8(ascii: ",")) }
        Self.write(member.0, to: &bytes)
        bytes.append(UInt8(ascii: ":"))
        member.1.writeLine(to: &bytes)
      }
      bytes.append(UInt8(ascii: "}"))
    default: write(to: &bytes, indent: 0)
    }
  }

  private func write(to bytes: inout [UInt8], indent: Int) {
    switch self {
    case .null: bytes += "null".utf8
    case .bool(let value): bytes += (value ? "true" : "false").utf8
    case .int(let value): bytes += String(value).utf8
    case .number(let text): bytes += text.utf8
    case .string(let text): Self.write(text, to: &bytes)
    case .array(let values):
      Self.write(values.count, "[", "]", to: &bytes, indent: indent) { at, bytes in
        values[at].write(to: &bytes, indent: indent + 2)
      }
    case .object(let members):
      Self.write(members.count, "{", "}", to: &bytes, indent: indent) { at, bytes in
        Self.write(members[at].0, to: &bytes)
        bytes += ": ".utf8
        members[at].1.write(to: &bytes, indent: indent + 2)
      }
    }
  }

  private static func write(
    _ count: Int, _ open: String, _ close: String, to bytes: inout [UInt8], indent: Int,
    _ member: (Int, inout [UInt8]) -> Void
  ) {
    bytes += open.utf8
    for at in 0..<count {
      bytes += (at == 0 ? "\n" : ",\n").utf8
      bytes += repeatElement(UInt8(ascii: " "), count: indent + 2)
      member(at, &bytes)
    }
    if count > 0 {
      bytes.append(UInt8(ascii: "\n"))
      bytes += repeatElement(UInt8(ascii: " "), count: indent)
    }
    bytes += close.utf8
  }

  // Controls, and what a browser could take for markup or a line end, are written as escapes.
  static func write(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    if text.utf8.contains(where: { mayNeedEscape($0) }) {
      for scalar in text.unicodeScalars { write(scalar, to: &bytes) }
    } else {
      bytes += text.utf8
    }
    bytes.append(UInt8(ascii: "\""))
  }

  // The bytes that any escaped character begins with in UTF-8; what Chinese is written in begins otherwise.
  private static func mayNeedEscape(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x00...0x1F, 0x22, 0x26, 0x3C, 0x3E, 0x5C, 0x7F, 0xC2, 0xCD, 0xD8...0xE2, 0xEF...0xFF: true
    default: false
    }
  }

  private static func write(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
    switch scalar {
    case "\"": bytes += "\\\"".utf8
    case "\\": bytes += "\\\\".utf8
    case "\n": bytes += "\\n".utf8
    case "\t": bytes += "\\t".utf8
    case "<", ">", "&": escape(scalar, to: &bytes)
    case _ where SafeText.isHarmful(scalar): escape(scalar, to: &bytes)
    default:
      if scalar.isASCII {
        bytes.append(UInt8(scalar.value))
      } else if let encoded = UTF8.encode(scalar) {
        bytes += encoded
      }
    }
  }

  // Beyond the basic plane a character is two units (RFC 8259, section 7).
  private static func escape(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
    for unit in String(scalar).utf16 {
      let digits = String(unit, radix: 16)
      bytes += "\\u".utf8
      bytes += repeatElement(UInt8(ascii: "0"), count: 4 - digits.count)
      bytes += digits.utf8
    }
  }
}
