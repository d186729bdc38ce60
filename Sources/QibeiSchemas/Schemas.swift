// SPDX-License-Identifier: Apache-2.0
internal import CQibeiSchemas

/// The rule files that ship inside the program.
package enum Schemas {
  /// Their paths below `schemas/`, sorted.
  package static let paths: [String] = (0..<qibei_schema_count()).compactMap { position in
    unsafe qibei_schema_at(position).map { unsafe String(cString: $0.pointee.path) }
  }

  /// The bytes of a file, or nil when there is none with that path.
  package static func bytes(of path: String) -> [UInt8]? {
    guard let position = paths.firstIndex(of: path), let file = unsafe qibei_schema_at(position)
    else { return nil }
    return unsafe Array(UnsafeBufferPointer(start: file.pointee.bytes, count: file.pointee.count))
  }
}
