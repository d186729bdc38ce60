// SPDX-License-Identifier: Apache-2.0
internal import ArgumentParser
internal import QibeiCore
internal import QibeiFiles
internal import QibeiPackages

/// `qibei unpack`: takes a package apart, after every byte of it has been checked.
struct UnpackCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "unpack", abstract: "安全地解开材料包 · Unpack a dossier safely")

  @Argument(help: "the package, a .zip")
  var package: String

  @Option(
    name: .shortAndLong,
    help: "the folder to write, new or empty; named after the package by default")
  var output: String?

  @OptionGroup var language: LanguageOptions

  func run() throws {
    CommandFailure.ending(language.languages, in: package) {
      let source = try DossierInput.package(at: package)
      let folder =
        output ?? (DossierInput.isPackage(package) ? String(package.dropLast(4)) : "\(package).d")
      do {
        try prepare(folder)
        var made: Set<String> = []
        for file in source.files() {
          try makeFolders(of: file, in: folder, &made)
          let content = try source.read(file, atMost: PackageLimits.unpacked)
          try FileSystem.write(content, to: "\(folder)/\(file)")
        }
      } catch let error as FileError {
        throw CommandFailure(writing: error)
      }
      for language in language.languages {
        let count = source.files().count
        let gbk =
          source.hasGB18030Names
          ? language == .zh ? "；文件名按 GB18030 读出" : "; names read as GB18030" : ""
        try FileSystem.print(
          language == .zh
            ? "写好 \(folder)/：\(count) 个文件\(gbk)\n" : "\(folder)/: \(count) files\(gbk)\n")
      }
    }
  }

  // Nothing that stands there is written over.
  private func prepare(_ folder: String) throws {
    try FileSystem.makeDirectory(folder)
    guard try FileSystem.names(in: folder).isEmpty else {
      throw CommandFailure(
        .cannotWrite,
        .init(
          "\(folder)：文件夹不是空的，没有解开", "\(folder): the folder is not empty, so nothing was unpacked"))
    }
  }

  private func makeFolders(
    of file: String, in folder: String, _ made: inout Set<String>
  ) throws(FileError) {
    var path = folder
    for step in file.split(separator: "/").dropLast() {
      path += "/\(step)"
      if made.insert(path).inserted { try FileSystem.makeDirectory(path) }
    }
  }
}
