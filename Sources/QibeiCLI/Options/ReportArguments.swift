// SPDX-License-Identifier: Apache-2.0
internal import ArgumentParser
internal import QibeiCore
internal import QibeiFiles
internal import QibeiReports

extension ReportFormat: ExpressibleByArgument {}
extension FindingOrder: ExpressibleByArgument {}

/// When to use colours.
enum ColorChoice: String, ExpressibleByArgument, CaseIterable {
  case auto, always, never

  /// `--color` first, then `NO_COLOR`, `CLICOLOR_FORCE` and `FORCE_COLOR`, then the terminal.
  var isOn: Bool {
    switch self {
    case .always: return true
    case .never: return false
    case .auto:
      if FileSystem.environment("NO_COLOR") != nil { return false }
      for name in ["CLICOLOR_FORCE", "FORCE_COLOR"] {
        if let value = FileSystem.environment(name), value != "0" { return true }
      }
      return FileSystem.isTerminal() && FileSystem.environment("TERM") != "dumb"
    }
  }
}

/// How the report is written, and where to.
struct ReportArguments: ParsableArguments {
  @Option(name: .shortAndLong, help: "write a file; the format goes by its extension (repeatable)")
  var output: [String] = []

  @Option(help: "text, json, csv, md, html, sarif, junit or svrl on the standard output")
  var format: ReportFormat = .text

  @Flag(help: "the same as --format json")
  var json = false

  @Flag(help: "one line per finding")
  var brief = false

  @Flag(help: "one line per finding, separated by tabs")
  var plain = false

  @Flag(name: .shortAndLong, help: "add legal bases, paths and what the window looks at")
  var verbose = false

  @Flag(name: .shortAndLong, help: "only the exit code")
  var quiet = false

  @Option(help: "lead (longest first), paper or person")
  var order: FindingOrder = .lead

  @Option(help: "show one person only; everybody is checked")
  var person: String?

  @Option(help: "show findings of this code only, or of all that begin so (repeatable)")
  var only: [String] = []

  @Option(help: "leave out findings of this code, or of all that begin so (repeatable)")
  var skip: [String] = []

  @Option(help: "auto, always or never")
  var color: ColorChoice = .auto

  /// How the report looks, or a failure that names the code there is not.
  func options(_ languages: [Language]) throws -> ReportOptions {
    var options = Self.defaults(languages)
    options.order = order
    options.view = try view()
    options.color = color.isOn
    options.detail = plain ? .plain : brief ? .brief : verbose ? .verbose : .normal
    return options
  }

  private func view() throws -> ReportView {
    var view = ReportView()
    view.person = person
    view.only = try only.map { try code($0, option: "--only") }
    view.skipped = try skip.map { try code($0, option: "--skip") }
    return view
  }

  // A code that nothing has would hide everything, or nothing, without a word.
  private func code(_ text: String, option: String) throws -> String {
    let code = text.uppercased()
    let known = CheckCatalog.findingKinds.map(\.code)
    if known.contains(where: { $0.hasPrefix(code) }) { return code }
    let nearest = Nearest.word(to: code, among: known)
    throw CommandFailure(
      .usage,
      .init(
        "\(option)：没有“\(text)”这个编号\(nearest.map { "；最接近的是 \($0)" } ?? "")，见 qibei list codes",
        "\(option): there is no code “\(text)”\(nearest.map { "; the nearest is \($0)" } ?? ""); see qibei list codes"
      ))
  }

  /// How a report looks when no option says otherwise.
  static func defaults(_ languages: [Language]) -> ReportOptions {
    var options = ReportOptions()
    options.languages = languages
    options.color = ColorChoice.auto.isOn
    options.width = min(max(FileSystem.terminalColumns ?? 100, 40), 120)
    options.ambiguousWidth = FileSystem.environment("QIBEI_AMBIGUOUS_WIDTH") == "2" ? 2 : 1
    return options
  }

  /// The formats of the output files, or a failure that names the unknown extension.
  func files() throws -> [(path: String, format: ReportFormat)] {
    let endings = ReportFormat.allCases.flatMap(\.endings).map { ".\($0)" }
    return try output.map { path in
      guard let format = ReportFormat(fileName: path) else {
        throw CommandFailure(
          .usage,
          .init(
            "-o：不知道“\(path)”用什么格式，可用扩展名 \(endings.joined(separator: " "))",
            "-o: no format for “\(path)”; use one of \(endings.joined(separator: " "))"))
      }
      return (path, format)
    }
  }
}
