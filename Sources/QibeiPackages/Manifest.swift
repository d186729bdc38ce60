// SPDX-License-Identifier: Apache-2.0
internal import QibeiFiles

/// The digests of a package's files, in the form that `sha256sum -c` reads.
enum Manifest {
  static let name = "SHA256SUMS"

  /// One line a file, in the order given.
  static func text(_ files: [(name: String, bytes: [UInt8])]) -> String {
    files.map { "\(Digest.sha256($0.bytes))  \($0.name)\n" }.joined()
  }

  /// What is wrong with the files when held against a list.
  ///
  /// - Parameters:
  ///   - list: its bytes.
  ///   - digests: of each file but the list itself, by name.
  /// - Returns: the list's own faults first, then files that it leaves out, by name.
  static func faults(_ list: [UInt8], _ digests: [String: String]) -> [PackageFault] {
    var listed: Set<String> = []
    var faults: [PackageFault] = []
    let lines = String(decoding: list, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() where !line.isEmpty {
      let parts = line.split(separator: "  ", maxSplits: 1)
      guard parts.count == 2, parts[0].utf8.count == 64 else {
        faults.append(.listUnreadable(index + 1))
        continue
      }
      let name = String(parts[1])
      listed.insert(name)
      guard let digest = digests[name] else {
        faults.append(.listedMissing(name))
        continue
      }
      if digest != parts[0].lowercased() { faults.append(.changed(name)) }
    }
    return faults + digests.keys.filter { !listed.contains($0) }.sorted().map { .unlisted($0) }
  }
}
