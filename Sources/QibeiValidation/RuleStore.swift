// SPDX-License-Identifier: Apache-2.0
internal import QibeiCore
internal import QibeiDecoding
internal import QibeiFiles
internal import QibeiSchemas

/// Where rule files come from: inside the program, or a directory that replaces them.
package enum RuleStore: Sendable {
  case builtIn
  case directory(String)

  private static let limit = 5_000_000

  /// Paths of the XML files below a folder, sorted; empty when there is no such folder.
  ///
  /// - Throws: ``ChecklistError`` when a directory cannot be read.
  func paths(in folder: String) throws(ChecklistError) -> [String] {
    switch self {
    case .builtIn:
      let start = folder + "/"
      return Schemas.paths.filter { $0.hasPrefix(start) }
    case .directory(let root): return try Self.walk(root, folder)
    }
  }

  /// A rule file; nil when it is not there.
  ///
  /// - Throws: ``ChecklistError`` when it is there and cannot be read.
  func file(_ path: String) throws(ChecklistError) -> RuleText? {
    switch self {
    case .builtIn:
      return Schemas.file(path).map {
        RuleText($0.text, recordedAs: $0.tape, digest: $0.digest)
      }
    case .directory(let root):
      do throws(FileError) {
        let bytes = try DossierFolder(root).read(path, atMost: Self.limit)
        return RuleText(bytes, digest: Digest.sha256(bytes))
      } catch {
        if error.cause == .notFound { return nil }
        guard case .tooLarge(let limit) = error.cause else {
          throw ChecklistError.unreadable("\(root)/\(path)")
        }
        throw ChecklistError([
          RuleProblem(
            file: "\(root)/\(path)", line: nil, column: nil,
            message: .init("超过 \(limit) 字节", "larger than \(limit) bytes"))
        ])
      }
    }
  }

  /// Rule files beside the rule folders, where nothing looks for them; schemas and other files are none.
  ///
  /// - Throws: ``ChecklistError`` when the directory cannot be read.
  func outsideFolders() throws(ChecklistError) -> [String] {
    guard case .directory(let root) = self else { return [] }
    do throws(FileError) {
      return try FileSystem.names(in: root).filter { $0.lowercased().hasSuffix(".xml") }
    } catch {
      throw ChecklistError.unreadable(error.path)
    }
  }

  /// Folders whose names nearly are those of rule folders, with what they should be called.
  ///
  /// - Throws: ``ChecklistError`` when the directory cannot be read.
  func misspeltFolders() throws(ChecklistError) -> [(name: String, meant: String)] {
    guard case .directory(let root) = self else { return [] }
    let folders = ["checklists", "overlays", "tables"]
    let names: [String]
    do throws(FileError) {
      names = try FileSystem.names(in: root)
    } catch {
      throw ChecklistError.unreadable(error.path)
    }
    return names.compactMap { name in
      guard !folders.contains(name), FileSystem.kind(of: "\(root)/\(name)") == .directory else {
        return nil
      }
      return Nearest.word(to: name, among: folders).map { (name, $0) }
    }
  }

  /// A path as its user knows it.
  func name(of path: String) -> String {
    switch self {
    case .builtIn: path
    case .directory(let root): "\(root)/\(path)"
    }
  }

  private static func walk(_ root: String, _ folder: String) throws(ChecklistError) -> [String] {
    switch FileSystem.ownKind(of: "\(root)/\(folder)") {
    case .directory: break
    case .other: throw ChecklistError.link("\(root)/\(folder)")
    case .file, nil: return []
    }
    let names: [String]
    do throws(FileError) {
      names = try FileSystem.names(in: "\(root)/\(folder)")
    } catch {
      throw ChecklistError.unreadable(error.path)
    }
    var paths: [String] = []
    for name in names {
      let path = "\(folder)/\(name)"
      switch FileSystem.ownKind(of: "\(root)/\(path)") {
      case .directory: paths += try walk(root, path)
      case .other: throw ChecklistError.link("\(root)/\(path)")
      case .file where name.lowercased().hasSuffix(".xml.txt"):
        throw ChecklistError.misnamed("\(root)/\(path)")
      case .file, nil: if name.lowercased().hasSuffix(".xml") { paths.append(path) }
      }
    }
    return paths
  }
}

extension ChecklistError {
  // Links lead out of the directory, or round in it without end.
  static func link(_ path: String) -> ChecklistError {
    ChecklistError([
      RuleProblem(
        file: path, line: nil, column: nil,
        message: .init(
          "是链接或特殊文件；规则文件夹里只能有普通文件和文件夹",
          "is a link or a special file; rules are plain files in plain folders")
      )
    ])
  }

  // Editors add an ending that nobody sees, and the rules would pass for being in force.
  static func misnamed(_ path: String) -> ChecklistError {
    ChecklistError([
      RuleProblem(
        file: path, line: nil, column: nil,
        message: .init(
          "文件名以 .xml.txt 结尾，不会读取；请改为以 .xml 结尾",
          "its name ends in .xml.txt, so it would not be read; let it end in .xml"))
    ])
  }

  static func unreadable(_ path: String) -> ChecklistError {
    ChecklistError([
      RuleProblem(
        file: path, line: nil, column: nil, message: .init("读不了这个文件", "this file cannot be read"))
    ])
  }
}
