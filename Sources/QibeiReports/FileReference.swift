// SPDX-License-Identifier: Apache-2.0

/// A file's name as a URI reference (RFC 3986): relative where the name is.
enum FileReference {
  /// The name with everything but plain letters, digits and slashes percent-encoded.
  static func text(_ path: String) -> String {
    let relative = path.hasPrefix("./") ? String(path.dropFirst(2)) : path
    var text = path.hasPrefix("/") ? "file://" : ""
    for byte in relative.utf8 {
      let scalar = Unicode.Scalar(byte)
      if scalar.isASCII,
        scalar.properties.isAlphabetic || "0123456789-._~/".contains(Character(scalar))
      {
        text.unicodeScalars.append(scalar)
      } else {
        text += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }
    return text
  }
}
