// SPDX-License-Identifier: Apache-2.0
package import QibeiFiles

/// A dossier in a ZIP archive, every byte of which has been checked before anything is used.
package struct DossierPackage: DossierFiles, Sendable {
  private let bytes: [UInt8]
  private let entries: [String: ZipEntry]
  /// Whether names were written in the encoding of Chinese Windows.
  package let hasGB18030Names: Bool

  /// A package.
  ///
  /// - Parameter bytes: the archive, as a whole.
  /// - Throws: ``PackageError`` with every fault; limits are those of ``PackageLimits``.
  package init(_ bytes: [UInt8]) throws(PackageError) {
    self.bytes = bytes
    let directory = ZipDirectory(bytes)
    var faults = directory.faults
    let files = directory.entries.filter { !$0.name.isFolder }
    faults += Self.collisions(directory.entries)
    let base: String
    do {
      base = try Self.base(of: files)
    } catch {
      base = ""
      if !directory.entries.isEmpty { faults += error.faults }
    }
    var entries: [String: ZipEntry] = [:]
    for entry in files where entry.name.text.hasPrefix(base) && !Self.isOfSystem(entry) {
      entries[String(entry.name.text.dropFirst(base.count))] = entry
    }
    self.entries = entries
    hasGB18030Names = files.contains { $0.name.isGB18030 }
    // What is refused already is not unpacked.
    guard faults.isEmpty else { throw PackageError(faults) }
    faults = verify()
    guard faults.isEmpty else { throw PackageError(faults) }
  }

  /// The names of its files, sorted; those of systems and the list of digests left out.
  package func files() -> [String] { entries.keys.filter { $0 != Manifest.name }.sorted() }

  package func read(_ name: String, atMost limit: Int) throws(FileError) -> [UInt8] {
    guard let entry = entries[name] else { throw FileError(name, .notFound) }
    guard entry.size <= limit else { throw FileError(name, .tooLarge(limit: limit)) }
    guard let content = content(of: entry) else { throw FileError(name, .notAFile) }
    return content
  }

  package func read(_ name: String, first count: Int) throws(FileError) -> [UInt8] {
    Array(try read(name, atMost: PackageLimits.unpacked).prefix(count))
  }

  private func content(of entry: ZipEntry) -> [UInt8]? {
    entry.isDeflated
      ? Deflate.expand(bytes, entry.body, to: entry.size) : Array(bytes[entry.body])
  }

  // Every file comes out whole, none is an archive itself, and all have the digests they were packed with.
  private func verify() -> [PackageFault] {
    var faults: [PackageFault] = []
    var digests: [String: String] = [:]
    var list: [UInt8]?
    for (name, entry) in entries.sorted(by: { $0.key < $1.key }) {
      guard let content = content(of: entry),
        Deflate.checkValue(of: content, content.indices) == entry.checkValue
      else {
        faults.append(.damaged(name))
        continue
      }
      if content.starts(with: [0x50, 0x4B, 3, 4]), !Self.isOffice(name) {
        faults.append(.nested(name))
      }
      if name == Manifest.name {
        list = content
      } else if entries[Manifest.name] != nil {
        digests[name] = Digest.sha256(content)
      }
    }
    return list.map { faults + Manifest.faults($0, digests) } ?? faults
  }

  // The new formats of Office are archives; that they are no scans is told when the dossier is judged.
  private static func isOffice(_ name: String) -> Bool {
    [".docx", ".xlsx", ".pptx", ".odt", ".ods"].contains { name.lowercased().hasSuffix($0) }
  }

  private static func isOfSystem(_ entry: ZipEntry) -> Bool {
    entry.name.text.split(separator: "/").contains { DossierFolder.isOfSystem(String($0)) }
  }

  // The folder that everything lies in; people compress the folder as often as what is in it.
  private static func base(of files: [ZipEntry]) throws(PackageError) -> String {
    let names = files.filter { !isOfSystem($0) }.map(\.name.text)
    let dossiers = names.filter { $0 == "dossier.xml" || $0.hasSuffix("/dossier.xml") }
    guard let dossier = dossiers.first else { throw PackageError([.noDossier]) }
    guard dossiers.count == 1 else { throw PackageError([.severalDossiers(dossiers.sorted())]) }
    let base = String(dossier.dropLast("dossier.xml".count))
    let outside = names.filter { !$0.hasPrefix(base) }
    guard outside.isEmpty else { throw PackageError(outside.sorted().map { .outside($0) }) }
    return base
  }

  private static func collisions(_ entries: [ZipEntry]) -> [PackageFault] {
    var faults: [PackageFault] = []
    var files: [String: String] = [:]
    var folders: Set<String> = []
    for entry in entries {
      let name = entry.name.isFolder ? String(entry.name.text.dropLast()) : entry.name.text
      let key = EntryName.key(name)
      if let other = files[key] {
        faults.append(.twice(other, entry.name.text))
      } else if entry.name.isFolder {
        folders.insert(key)
      } else {
        files[key] = name
      }
      var parent = key[...]
      while let stroke = parent.lastIndex(of: "/") {
        parent = parent[..<stroke]
        folders.insert(String(parent))
      }
    }
    for (key, name) in files.sorted(by: { $0.key < $1.key }) where folders.contains(key) {
      faults.append(.twice(name, "\(name)/"))
    }
    return faults
  }
}
