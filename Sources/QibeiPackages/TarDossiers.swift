// SPDX-License-Identifier: Apache-2.0
package import QibeiFiles

/// The dossiers in a tape archive: folders with a `dossier.xml`, packages, and XML files by themselves.
///
/// An archive is read once and only forward, so what stands before the `dossier.xml` of its folder waits for it, up to
/// the size of a package.
package struct TarDossiers {
  /// One dossier.
  package struct Item: Sendable {
    /// What it is, or why it is not taken.
    package enum Content: Sendable {
      case folder(xml: [UInt8], MemberFiles)
      case package([UInt8])
      case file([UInt8])
      case tooLarge
      case link
    }

    package let path: String
    package let content: Content
    /// Which one it is, from 1: an archive may have one name several times.
    package var number = 0
  }

  private var archive: TarArchive
  private var waiting: [(path: String, bytes: [UInt8])] = []
  private var waitingBytes = 0
  private var ready: [Item] = []
  private var open: (folder: String, path: String, xml: [UInt8], files: [String: [UInt8]])?
  private var openBytes = 0
  private var isIncomplete = false
  private var isBrokenOff = false
  // Told once what had begun before it has been handed on.
  private var fault: (any Error)?
  private var count = 0

  package init(_ archive: TarArchive) { self.archive = archive }

  /// The next dossier; nil at the end.
  ///
  /// - Throws: as ``TarArchive/next()``; what was begun before is handed on first.
  package mutating func next() throws -> Item? {
    guard var item = try upcoming() else { return nil }
    count += 1
    item.number = count
    return item
  }

  private mutating func upcoming() throws -> Item? {
    while ready.isEmpty {
      if let fault {
        self.fault = nil
        throw fault
      }
      let member: TarArchive.Member?
      do {
        member = try archive.next()
      } catch {
        guard open != nil else { throw error }
        // Nobody knows what the folder still had.
        isBrokenOff = true
        fault = error
        close()
        break
      }
      guard let member else {
        return close() ? ready.removeFirst() : nil
      }
      take(member)
    }
    return ready.removeFirst()
  }

  private mutating func take(_ member: TarArchive.Member) {
    let path = member.path.hasPrefix("./") ? String(member.path.dropFirst(2)) : member.path
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let isDossier = name == "dossier.xml"
    if let folder = open?.folder, !isDossier, path.hasPrefix(folder) {
      return keep(path, member.content, in: folder)
    }
    close()
    let lower = name.lowercased()
    // As in a folder, a hidden file is nobody's dossier.
    let isOne =
      (lower.hasSuffix(".xml") || lower.hasSuffix(".zip")) && !DossierFolder.isOfSystem(name)
    switch member.content {
    case .tooLarge: if isOne { ready.append(Item(path: path, content: .tooLarge)) }
    case .link: if isOne { ready.append(Item(path: path, content: .link)) }
    case .bytes(let bytes) where isDossier: begin(path, bytes)
    case .bytes(let bytes) where isOne:
      ready.append(
        Item(path: path, content: lower.hasSuffix(".zip") ? .package(bytes) : .file(bytes)))
    case .bytes(let bytes):
      waiting.append((path, bytes))
      waitingBytes += bytes.count
      while waitingBytes > PackageLimits.packed {
        waitingBytes -= waiting.removeFirst().bytes.count
        isIncomplete = true
      }
    }
  }

  private mutating func begin(_ path: String, _ xml: [UInt8]) {
    let folder = String(path.dropLast("dossier.xml".count))
    open = (folder, path, xml, [:])
    openBytes = 0
    for earlier in waiting where earlier.path.hasPrefix(folder) {
      keep(earlier.path, .bytes(earlier.bytes), in: folder)
    }
    waiting = []
    waitingBytes = 0
  }

  private mutating func keep(
    _ path: String, _ content: TarArchive.Member.Content, in folder: String
  ) {
    // A link holds nothing; whoever names it is told that there is no such file.
    if case .link = content { return }
    guard case .bytes(let bytes) = content, openBytes + bytes.count <= PackageLimits.unpacked else {
      isIncomplete = true
      return
    }
    openBytes += bytes.count
    open?.files[String(path.dropFirst(folder.count))] = bytes
  }

  @discardableResult
  private mutating func close() -> Bool {
    guard let done = open else { return false }
    open = nil
    ready.append(
      Item(
        path: done.path,
        content: .folder(
          xml: done.xml,
          MemberFiles(done.files, isIncomplete: isIncomplete, isBrokenOff: isBrokenOff))))
    isIncomplete = false
    return true
  }
}

/// Files held in memory.
package struct MemberFiles: DossierFiles {
  private let members: [String: [UInt8]]
  /// Whether some were too large to be kept.
  package let isIncomplete: Bool
  /// Whether the archive broke off before its end, so that some may not have been read.
  package let isBrokenOff: Bool

  /// - Parameters:
  ///   - members: bytes by paths.
  ///   - isIncomplete: whether some were too large to be kept.
  ///   - isBrokenOff: whether some may not have been read.
  package init(_ members: [String: [UInt8]], isIncomplete: Bool, isBrokenOff: Bool = false) {
    self.members = members
    self.isIncomplete = isIncomplete
    self.isBrokenOff = isBrokenOff
  }

  package func read(_ path: String, atMost limit: Int) throws(FileError) -> [UInt8] {
    guard let bytes = members[path] else {
      // What was too large to keep is not the same as what is not there.
      let cause: FileError.Cause =
        isBrokenOff
        ? .damaged(line: 1)
        : isIncomplete ? .tooLarge(limit: PackageLimits.unpacked) : .notFound
      throw FileError(path, cause)
    }
    guard bytes.count <= limit else { throw FileError(path, .tooLarge(limit: limit)) }
    return bytes
  }

  package func read(_ path: String, first count: Int) throws(FileError) -> [UInt8] {
    Array(try read(path, atMost: PackageLimits.unpacked).prefix(count))
  }

  package func files() -> [String] { members.keys.sorted() }
}
