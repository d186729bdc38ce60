// SPDX-License-Identifier: Apache-2.0
internal import QibeiCore
internal import QibeiFiles

/// Goes through paths, and through folders that hold dossiers, one after the other.
///
/// A folder with a `dossier.xml` is one dossier; in any other, every package, every XML file and every folder counts,
/// in the order of their names. Links are followed only where they are named.
struct PathWalk {
  private struct Folder {
    let path: String
    let entries: [(name: String, isFile: Bool)]
    var upcoming = 0
  }

  private let roots: () throws -> String?
  private var folders: [Folder] = []
  private var found = 0
  private var root: String?

  /// - Parameter roots: gives one path after the other, and nil at the end.
  init(_ roots: @escaping () throws -> String?) { self.roots = roots }

  /// The next input; nil at the end.
  ///
  /// - Throws: what `roots` throws.
  mutating func next() throws -> BatchItem? {
    while true {
      while let last = folders.indices.last {
        guard folders[last].upcoming < folders[last].entries.count else {
          folders.removeLast()
          continue
        }
        let entry = folders[last].entries[folders[last].upcoming]
        let path = "\(folders[last].path)/\(entry.name)"
        folders[last].upcoming += 1
        // A file is opened without following a link; whatever else was listed may have become one since.
        switch entry.isFile ? .file : FileSystem.ownKind(of: path) {
        case .directory:
          if let item = enter(path) { return count(item) }
        case .file where Self.isDossier(path): return count(BatchItem(name: path, content: .file))
        case .file: break
        case .other:
          // A link, or something that is no file: told where it looks like a dossier, never followed.
          guard Self.isDossier(path) || FileSystem.kind(of: "\(path)/dossier.xml") != nil else {
            break
          }
          return count(BatchItem(name: path, content: .refused(Self.link(path))))
        case nil: return count(BatchItem(name: path, content: .refused(Self.unnamed(path))))
        }
      }
      if let root, found == 0 {
        self.root = nil
        return BatchItem(name: root, content: .refused(Self.nothing(in: root)))
      }
      root = nil
      guard let path = try roots() else { return nil }
      found = 0
      guard FileSystem.kind(of: path) == .directory else {
        return BatchItem(name: path, content: .path)
      }
      let folder = path.hasSuffix("/") && path != "/" ? String(path.dropLast()) : path
      if let item = enter(folder) { return item }
      root = folder
    }
  }

  private mutating func count(_ item: BatchItem) -> BatchItem {
    found += 1
    return item
  }

  // A folder that is a dossier, or that cannot be read, is an input; any other is gone through.
  private mutating func enter(_ path: String) -> BatchItem? {
    if FileSystem.kind(of: "\(path)/dossier.xml") != nil {
      return BatchItem(name: path, content: .path)
    }
    do throws(FileError) {
      let entries = try FileSystem.entries(in: path)
        .filter { !DossierFolder.isOfSystem($0.name) }
      folders.append(Folder(path: path, entries: entries))
      return nil
    } catch {
      return BatchItem(name: path, content: .refused(CommandFailure(reading: error)))
    }
  }

  private static func isDossier(_ path: String) -> Bool {
    DossierInput.isPackage(path) || path.lowercased().hasSuffix(".xml")
  }

  private static func link(_ path: String) -> CommandFailure {
    CommandFailure(
      .notFound,
      .init(
        "\(path)：是链接或特殊文件，没有打开；需要时请直接写出它的路径",
        "\(path): a link or no regular file, so it was not opened; name it itself where it is meant"
      ))
  }

  private static func unnamed(_ path: String) -> CommandFailure {
    CommandFailure(
      .notFound,
      .init(
        "\(path)：已经不在，或文件名不是 UTF-8；文件名有乱码的请改名",
        "\(path): it is gone, or its name is not in UTF-8; rename it where it shows wrong characters"
      ))
  }

  private static func nothing(in folder: String) -> CommandFailure {
    CommandFailure(
      .notFound,
      .init(
        "\(folder)：里面没有材料（dossier.xml、.xml 或 .zip）",
        "\(folder): holds no dossier (dossier.xml, .xml or .zip)"))
  }
}
