// SPDX-License-Identifier: Apache-2.0
internal import ArgumentParser
internal import QibeiCore
internal import QibeiFiles
internal import QibeiReports

/// A format that a plan is written in.
enum PlanFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json, html, ics

  fileprivate init?(fileName: String) {
    let known: [(ending: String, format: PlanFormat)] = [
      (".txt", .text), (".json", .json), (".html", .html), (".ics", .ics),
    ]
    guard let format = known.first(where: { fileName.lowercased().hasSuffix($0.ending) })?.format
    else { return nil }
    self = format
  }

  fileprivate func render(_ document: any PlanningDocument, _ languages: [Language]) -> String {
    switch self {
    case .text: languages.map { document.text(in: $0) }.joined(separator: "\n")
    case .json: document.json
    case .html: document.html(languages)
    case .ics: document.calendar(languages)
    }
  }
}

/// How a plan is written, and where to.
struct PlanArguments: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: "a .txt, .json, .html or .ics to write; the screen where left out (repeatable)")
  var output: [String] = []

  @Option(help: "text, json, html or ics")
  var format: PlanFormat?

  @Flag(help: "the same as --format json")
  var json = false

  /// What to write where: by the format that was asked for, or by the file's extension; on the screen, as text or
  /// in that format, where no file is named.
  ///
  /// - Parameter dossier: that is read, and must not be written over.
  /// - Returns: pairs with nil for the screen.
  /// - Throws: a failure that names an unknown extension, or the dossier.
  func targets(besides dossier: String) throws -> [(path: String?, format: PlanFormat)] {
    try OutputGuard.require(output, besides: [dossier])
    let asked = format ?? (json ? .json : nil)
    if output.isEmpty { return [(nil, asked ?? .text)] }
    return try output.map { path in
      guard let format = asked ?? PlanFormat(fileName: path) else {
        throw CommandFailure(
          .usage,
          .init(
            "-o：不知道“\(path)”用什么格式，可用扩展名 .txt .json .html .ics",
            "-o: no format for “\(path)”; use .txt, .json, .html or .ics"))
      }
      return (path, format)
    }
  }

  /// Writes a document, whatever it says.
  ///
  /// - Throws: a failure where a file cannot be written.
  func write(
    _ document: any PlanningDocument, to targets: [(path: String?, format: PlanFormat)],
    _ languages: [Language]
  ) throws {
    for (path, format) in targets {
      let text = format.render(document, languages)
      guard let path else {
        try FileSystem.print(text)
        continue
      }
      try CommandFailure.writing { () throws(FileError) in
        try FileSystem.write(Array(text.utf8), to: path)
      }
    }
    guard !output.isEmpty else { return }
    let names = output.joined(separator: " ")
    for language in languages {
      try FileSystem.print(language == .zh ? "写好 \(names)\n" : "wrote \(names)\n")
    }
  }
}
