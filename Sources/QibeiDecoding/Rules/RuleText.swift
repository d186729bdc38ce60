// SPDX-License-Identifier: Apache-2.0

/// A rule file before it is decoded.
package struct RuleText: Sendable {
  package let bytes: [UInt8]
  /// SHA-256 of the bytes, in hexadecimal.
  package let digest: String
  /// What reading it as XML gave when the program was built, as ``XMLTape`` writes it; empty where it is to be read.
  let tape: [UInt8]

  package init(_ bytes: [UInt8], digest: String = "", tape: [UInt8] = []) {
    self.bytes = bytes
    self.digest = digest
    self.tape = tape
  }
}
