// SPDX-License-Identifier: Apache-2.0
internal import ArgumentParser
internal import QibeiCore
internal import QibeiFiles
internal import QibeiPackages
internal import QibeiReports
internal import QibeiValidation

/// `qibei pack`: puts a dossier's folder into one package.
struct PackCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pack", abstract: "把材料文件夹打成一个包 · Pack a dossier into one file",
    discussion: """
      包里是 dossier.xml、其中写明的文件，以及各文件的 SHA-256（SHA256SUMS）。同样的文件总得到同样的包。
      The package holds dossier.xml, the files it mentions, and their SHA-256 (SHA256SUMS).
      The same files always give the same bytes.
      """)

  @Argument(help: "the folder with dossier.xml")
  var folder: String

  @Option(name: .shortAndLong, help: "the package to write, such as dossier.zip")
  var output: String

  @OptionGroup var language: LanguageOptions

  func run() throws {
    CommandFailure.ending(language.languages, in: folder) {
      let input = try DossierInput(folder)
      guard FileSystem.kind(of: folder) == .directory, let files = input.files else {
        throw CommandFailure(
          .usage, .init("\(folder)：不是文件夹", "\(folder): not a folder"))
      }
      guard DossierInput.isPackage(output) else {
        throw CommandFailure(
          .usage, .init("-o：请写以 .zip 结尾的文件名", "-o: give a file name that ends in .zip"))
      }
      try OutputGuard.require([output], besides: [folder])
      let dossier: [UInt8]
      do throws(FileError) {
        dossier = try input.bytes()
      } catch {
        throw CommandFailure(reading: error)
      }
      let mentioned = try Self.mentioned(dossier, in: input.name)
      let contents = try read(mentioned, files)
      let archive = try PackageWriter.write([("dossier.xml", dossier)] + contents)
      do throws(FileError) {
        try FileSystem.write(archive, to: output)
      } catch {
        throw CommandFailure(writing: error)
      }
      try tell(
        contents.count,
        leftOut: files.files().filter { $0 != "dossier.xml" && !mentioned.contains($0) })
    }
  }

  /// The paths of the files that a dossier mentions, sorted, each once.
  ///
  /// - Throws: a failure where it is no dossier.
  static func mentioned(_ dossier: [UInt8], in file: String) throws -> [String] {
    var mentioned: Set<String> = []
    do {
      let validator = try DossierValidator(ChecklistLibrary())
      _ = try validator.validate(dossier, ValidationRequest(today: ChecklistOptions.today)) {
        mentioned.formUnion($0.map(\.path))
        return nil
      }
    } catch {
      throw CommandFailure(error, in: file)
    }
    return mentioned.sorted()
  }

  private func read(
    _ paths: [String], _ files: any DossierFiles
  ) throws -> [(name: String, bytes: [UInt8])] {
    var missing: [BilingualText] = []
    var contents: [(name: String, bytes: [UInt8])] = []
    for path in paths {
      do throws(FileError) {
        contents.append((path, try files.read(path, atMost: PackageLimits.unpacked)))
      } catch {
        missing += CommandFailure(reading: error).messages
      }
    }
    guard missing.isEmpty else {
      throw CommandFailure(status: .notFound, messages: missing)
    }
    return contents
  }

  private func tell(_ count: Int, leftOut: [String]) throws {
    for language in language.languages {
      let done =
        language == .zh
        ? "写好 \(output)：dossier.xml 和 \(count) 个文件"
        : "\(output): dossier.xml and \(count) files"
      try FileSystem.print("\(done)\n")
      guard !leftOut.isEmpty else { continue }
      let head =
        language == .zh
        ? "没有放入 \(leftOut.count) 个材料没有提到的文件："
        : "Left out \(leftOut.count) that the dossier does not mention:"
      try FileSystem.print("\(head)\n")
      for path in leftOut { try FileSystem.print("  \(SafeText.visible(path))\n") }
    }
  }
}
