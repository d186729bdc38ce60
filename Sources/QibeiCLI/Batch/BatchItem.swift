// SPDX-License-Identifier: Apache-2.0
internal import QibeiPackages
internal import QibeiReports

/// One input of a batch, not opened yet.
struct BatchItem: Sendable {
  enum Content: Sendable {
    /// A folder, a package or an XML file.
    case path
    /// A package or an XML file that a folder was seen to hold.
    case file
    case xml([UInt8])
    case package([UInt8])
    case folder(xml: [UInt8], MemberFiles)
    /// Nothing that could be a dossier, and why.
    case refused(CommandFailure)
  }

  /// What its user calls it: a path, or a place in a stream.
  let name: String
  let content: Content
  /// What whoever handed it in calls it; nil where it has a name only.
  var id: JSONValue?
  /// The line that it came on, where two may have the same name.
  var line: Int?
}
