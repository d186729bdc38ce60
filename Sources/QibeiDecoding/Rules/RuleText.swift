// SPDX-License-Identifier: Apache-2.0

/// A rule file before it is decoded.
package struct RuleText: Sendable {
  /// A file inside the program, and what reading it gave when the program was built.
  struct Recording {
    let text: String
    let tape: String
  }

  private let own: [UInt8]
  let recording: Recording?
  /// SHA-256 of the bytes, in hexadecimal.
  package let digest: String

  /// A file that is to be read.
  package init(_ bytes: [UInt8], digest: String = "") {
    own = bytes
    recording = nil
    self.digest = digest
  }

  /// A file inside the program, with what ``XMLTape`` recorded of it.
  package init(_ text: String, recordedAs tape: String, digest: String) {
    own = []
    recording = Recording(text: text, tape: tape)
    self.digest = digest
  }

  /// The same file, to be read with every refusal and with places.
  package var strict: RuleText { RuleText(bytes, digest: digest) }

  /// The file as it is.
  var bytes: [UInt8] { recording.map { Array($0.text.utf8) } ?? own }
}
