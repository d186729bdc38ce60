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
    name: .shortAndLong, help: "a .txt, .json, .html or .ics to write; the screen where left out")
  var output: String?

  @Option(help: "text, json, html or ics")
  var format: PlanFormat?

  @Flag(help: "the same as --format json")
  var json = false

  /// The format that was asked for, or that the file's extension stands for; text where neither is given.
  ///
  /// - Throws: a failure that names the unknown extension.
  func chosen() throws -> PlanFormat {
    if let format { return format }
    if json { return .json }
    guard let output else { return .text }
    guard let format = PlanFormat(fileName: output) else {
      throw CommandFailure(
        .usage,
        .init(
          "-o：不知道“\(output)”用什么格式，可用扩展名 .txt .json .html .ics",
          "-o: no format for “\(output)”; use .txt, .json, .html or .ics"))
    }
    return format
  }

  /// Writes a document, whatever it says.
  ///
  /// - Throws: a failure where the file cannot be written.
  func write(
    _ document: any PlanningDocument, as format: PlanFormat, _ languages: [Language]
  ) throws {
    let text = format.render(document, languages)
    guard let output else { return try FileSystem.print(text) }
    try CommandFailure.writing { () throws(FileError) in
      try FileSystem.write(Array(text.utf8), to: output)
    }
    for language in languages {
      try FileSystem.print(language == .zh ? "写好 \(output)\n" : "wrote \(output)\n")
    }
  }
}
