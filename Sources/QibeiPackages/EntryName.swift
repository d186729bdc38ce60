// SPDX-License-Identifier: Apache-2.0
internal import QibeiXML

/// The name of an entry: what its bytes spell, and whether a file may have it.
struct EntryName {
  let text: String
  /// Chinese Windows writes names in its own encoding and does not say so.
  let isGB18030: Bool

  /// Nil when the bytes spell nothing.
  init?(_ bytes: ArraySlice<UInt8>, saysUTF8: Bool) {
    if let text = String(validating: bytes, as: UTF8.self) {
      self.text = text
      isGB18030 = false
    } else if !saysUTF8, let decoded = try? GB18030.decode(Array(bytes)) {
      text = String(decoding: decoded, as: UTF8.self)
      isGB18030 = true
    } else {
      return nil
    }
  }

  /// A folder's name ends in a stroke.
  var isFolder: Bool { text.hasSuffix("/") }

  /// What other systems take for the same name: Windows and macOS do not tell capitals apart, macOS not how marks are composed.
  static func key(_ name: String) -> String { name.lowercased() }

  /// What is wrong with it; nil when nothing is.
  var fault: PackageFault.Name? {
    if text.isEmpty { return .empty }
    if text.contains("\\") { return .backslash }
    if text.hasPrefix("/") { return .absolute }
    let steps = (isFolder ? text.dropLast() : text[...]).split(
      separator: "/", omittingEmptySubsequences: false)
    if let first = steps.first, first.dropFirst().first == ":" { return .absolute }
    if text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) {
      return .control
    }
    if text.unicodeScalars.contains(where: { $0.properties.generalCategory == .format }) {
      return .invisible
    }
    if steps.contains(where: { $0 == "." || $0 == ".." || $0.isEmpty }) { return .leavesFolder }
    if text.utf8.count > 1_024 || steps.contains(where: { $0.utf8.count > 255 }) {
      return .tooLong
    }
    if steps.count > 17 { return .tooDeep }
    if steps.contains(where: Self.isReserved) { return .reserved }
    return nil
  }

  private static func isReserved(_ step: Substring) -> Bool {
    if step.hasSuffix(".") || step.hasSuffix(" ") { return true }
    let stem = step.prefix { $0 != "." }.uppercased()
    if ["CON", "PRN", "AUX", "NUL"].contains(stem) { return true }
    return stem.count == 4 && (stem.hasPrefix("COM") || stem.hasPrefix("LPT"))
      && stem.last?.isNumber == true
  }
}
