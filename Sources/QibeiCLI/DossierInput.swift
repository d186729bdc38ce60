// SPDX-License-Identifier: Apache-2.0
internal import QibeiCore
internal import QibeiEvidence
internal import QibeiFiles
internal import QibeiPackages

/// A dossier as its user names it: a folder, a package, an XML file or the standard input.
struct DossierInput {
  /// The XML as its user knows it.
  let name: String
  /// What lies beside the XML; nil for the standard input.
  let files: (any DossierFiles)?
  /// The package it comes in; nil for anything else.
  let package: DossierPackage?
  private let isFolder: Bool
  // Where the XML has been read already.
  private let xml: [UInt8]?
  // What a folder was seen to hold may not have become a link since.
  private let followsLinks: Bool

  private static let limit = 5_000_000

  /// A folder, or a package, stands for the `dossier.xml` inside it.
  ///
  /// - Throws: a failure that says what is not there, or why a package is refused.
  init(_ path: String) throws {
    guard FileSystem.kind(of: path) == .directory else {
      try self.init(file: path)
      return
    }
    let folder = path.hasSuffix("/") && path != "/" ? String(path.dropLast()) : path
    self.init("\(folder)/dossier.xml", xml: nil, files: DossierFolder(folder))
    guard FileSystem.kind(of: name) == nil else { return }
    throw CommandFailure(
      .notFound,
      .init(
        "\(path)：文件夹里没有 dossier.xml；可用 qibei new 生成",
        "\(path): there is no dossier.xml in this folder; qibei new makes one"))
  }

  private init(file path: String, followsLinks: Bool = true) throws {
    xml = nil
    self.followsLinks = followsLinks
    isFolder = false
    if Self.isPackage(path) {
      let package = try Self.package(at: path, followsLinks: followsLinks)
      name = "\(path)/dossier.xml"
      files = package
      self.package = package
    } else {
      name = path
      let parent = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
      files = path == "-" ? nil : DossierFolder(parent)
      package = nil
    }
  }

  /// An input of a batch, opened.
  ///
  /// - Throws: a failure as for a path, or the one that the item is.
  init(_ item: BatchItem) throws {
    switch item.content {
    case .path: try self.init(item.name)
    case .file: try self.init(file: item.name, followsLinks: false)
    case .xml(let bytes):
      self.init(item.name, xml: bytes, files: nil)
    case .folder(let bytes, let files):
      self.init(item.name, xml: bytes, files: files)
    case .package(let bytes):
      let package: DossierPackage
      do {
        package = try DossierPackage(bytes)
      } catch {
        throw CommandFailure(error, in: item.name)
      }
      self.init(item.name, xml: nil, files: package, package: package)
    case .refused(let failure): throw failure
    }
  }

  private init(
    _ name: String, xml: [UInt8]?, files: (any DossierFiles)?, package: DossierPackage? = nil
  ) {
    self.name = name
    self.xml = xml
    followsLinks = true
    self.files = files
    self.package = package
    isFolder = files != nil && package == nil
  }

  /// Whether a path names a package, which its name says.
  static func isPackage(_ path: String) -> Bool { path.lowercased().hasSuffix(".zip") }

  /// A package that has been checked.
  ///
  /// - Throws: a failure with every reason against it.
  static func package(at path: String, followsLinks: Bool = true) throws -> DossierPackage {
    let bytes = try FileSystem.read(
      path, atMost: PackageLimits.packed, followsLinks: followsLinks)
    do {
      return try DossierPackage(bytes)
    } catch {
      throw CommandFailure(error, in: path)
    }
  }

  /// What the files are that the dossier mentions; nil for the standard input, which has none beside it.
  func inspect(_ mentioned: [MentionedFile], readingPassports: Bool) -> EvidenceFiles? {
    // What else lies beside a file that was named alone is nobody's business.
    files.map {
      EvidenceInspector(
        $0, listsUnmentioned: isFolder || package != nil,
        opener: EvidenceOpener(program: Confinement.program),
        zoneReader: readingPassports ? ZoneReader(program: Confinement.program) : nil
      ).inspect(mentioned)
    }
  }

  /// What tells whether the files in the dossier's folder have changed.
  var stamps: [String] { (files as? DossierFolder).map { isFolder ? $0.stamps() : [] } ?? [] }

  /// The XML.
  func bytes() throws(FileError) -> [UInt8] {
    if let xml { return xml }
    if let package { return try package.read("dossier.xml", atMost: Self.limit) }
    // What a stranger put into a folder must not lead out of it; a file that the user named may be a link.
    if isFolder, let files {
      do throws(FileError) {
        return try files.read("dossier.xml", atMost: Self.limit)
      } catch {
        throw FileError(name, error.cause)
      }
    }
    return name == "-"
      ? try FileSystem.readStandardInput(atMost: Self.limit)
      : try FileSystem.read(name, atMost: Self.limit, followsLinks: followsLinks)
  }
}
