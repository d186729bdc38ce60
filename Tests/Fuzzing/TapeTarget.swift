// SPDX-License-Identifier: Apache-2.0
internal import QibeiPackages

/// Tape archives: whatever the sizes they come in, the same files or the same fault.
enum TapeTarget {
  private struct Seen: Equatable {
    var files: [[UInt8]] = []
    var end = ""
  }

  @Sendable static func run(_ input: [UInt8]) {
    let whole = members(of: input, step: max(1, input.count))
    require(members(of: input, step: 100) == whole, "files depend on how the bytes come in")
    require(
      whole.files.reduce(0) { $0 + $1.count } <= input.count + whole.files.count * 66_000,
      "more came out than went in")
    dossiers(of: input)
  }

  private static func members(of input: [UInt8], step: Int) -> Seen {
    var archive = archive(input, step: step)
    var seen = Seen()
    do {
      while let member = try archive.next() {
        let content: [UInt8] =
          switch member.content {
          case .bytes(let bytes): bytes
          case .tooLarge: [1]
          case .link: [2]
          }
        seen.files.append(Array(member.path.utf8) + [0] + content)
      }
    } catch {
      seen.end = "\(error)"
    }
    return seen
  }

  private static func dossiers(of input: [UInt8]) {
    var dossiers = TarDossiers(archive(input, step: 4096))
    var left = 100_000
    do {
      while let item = try dossiers.next() {
        left -= 1
        require(left > 0, "an archive without an end")
        if case .folder(_, let files) = item.content { _ = files.files() }
      }
    } catch {
      require(error is TarArchive.Fault, "an error that nobody foresaw: \(error)")
    }
  }

  private static func archive(_ input: [UInt8], step: Int) -> TarArchive {
    var at = 0
    return TarArchive([], limit: 1 << 16) { buffer in
      guard at < input.count else { return false }
      let end = min(input.count, at + step)
      buffer += input[at..<end]
      at = end
      return true
    }
  }
}
