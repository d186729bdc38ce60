// SPDX-License-Identifier: Apache-2.0
internal import ArgumentParser
internal import QibeiCore
internal import QibeiFiles
internal import QibeiValidation

/// Which rule files to use, and for which day and place.
struct ChecklistOptions: ParsableArguments {
  @Option(
    name: .customLong("checklists"), help: "a directory of rule files instead of the built-in ones")
  var directory: String?

  @Option(help: "assume submission on this day, such as 2026-03-16")
  var on: String?

  @Option(help: "place, a GB/T 2260 code such as 320200")
  var at: String?

  /// What a suggested command must repeat to mean the same rules.
  var suggestion: String { directory.map { " --checklists \($0)" } ?? "" }

  /// Opens the library that the options name.
  func library() throws -> ChecklistLibrary { try Self.library(at: directory) }

  /// Opens the library in a directory, or the built-in one.
  static func library(at directory: String?) throws -> ChecklistLibrary {
    guard let directory else { return try ChecklistLibrary() }
    guard FileSystem.kind(of: directory) == .directory else {
      throw CommandFailure(
        .notFound, .init("\(directory)：没有这个清单文件夹", "\(directory): no such directory of checklists"))
    }
    let library = try ChecklistLibrary(.directory(directory))
    guard try !library.categories().isEmpty else {
      throw CommandFailure(
        .brokenChecklist,
        .init(
          "\(directory)：其中没有 checklists/<类别>/<类别>.<版本>.xml",
          "\(directory): holds no checklists/<category>/<category>.<version>.xml"))
    }
    return library
  }

  /// The assumed day; nil when none is given.
  func day() throws -> CalendarDate? { try Self.date(on, option: "--on") }

  /// The date that an option states; nil when it is not given.
  static func date(_ text: String?, option: String) throws -> CalendarDate? {
    guard let text else { return nil }
    guard let day = CalendarDate(text) else {
      throw CommandFailure(
        .usage,
        .init(
          "\(option)：“\(text)”不是按 年-月-日 书写的存在日期，请写成 2026-03-16",
          "\(option): “\(text)” is not an existing date as year-month-day; write it as 2026-03-16"))
    }
    return day
  }

  /// The day of receipt that `--received` states; nil when it is not given.
  static func received(_ text: String?) throws -> CalendarDate? {
    guard let day = try date(text, option: "--received") else { return nil }
    guard day > today else { return day }
    throw CommandFailure(
      .usage,
      .init(
        "--received：\(day) 还没有到（今天是 \(today)）；请写实际收到的日期",
        "--received: \(day) is still to come (today is \(today)); give the day of receipt"))
  }

  /// The given place; nil when none is given.
  func place(in library: ChecklistLibrary) throws -> Division? {
    guard let at else { return nil }
    if let place = Division(at), library.tables.divisions.contains(place) { return place }
    let nearest = Nearest.word(to: at, among: library.tables.divisionCodes)
      .flatMap { Division($0) }
    let hint = nearest.map { place in
      let name = library.tables.divisions.name(of: place)
      return BilingualText("；最接近的是 \(place) \(name.zh)", "; the nearest is \(place) \(name.en)")
    }
    throw CommandFailure(
      .usage,
      .init(
        "--at：没有地点代码“\(at)”\(hint?.zh ?? "")", "--at: there is no place “\(at)”\(hint?.en ?? "")"))
  }

  /// Today by the machine's clock.
  static var today: CalendarDate {
    let (year, month, day) = FileSystem.today
    guard let today = CalendarDate(year: year, month: month, day: day) else {
      preconditionFailure("the machine's clock gives a day that does not exist")
    }
    return today
  }
}

extension ChecklistLibrary {
  /// One category, or two with a plus sign between them for a joint dossier, that exist.
  func requireCategories(_ names: String, option: String) throws -> String {
    let parts = names.split(separator: "+", maxSplits: 1, omittingEmptySubsequences: false)
    if names == JointDossier.category || (parts.count == 2 && parts[0] == parts[1]) {
      let name = option.isEmpty ? names : option
      throw CommandFailure(
        .usage,
        .init(
          "\(name)：联办请用加号连接两个不同的类别，如 work-permit-in-country-new+residence-work-first",
          "\(name): for a joint dossier give two different categories with a plus sign, such as work-permit-in-country-new+residence-work-first"
        ))
    }
    return try parts.map { try requireCategory(String($0), option: option) }
      .joined(separator: "+")
  }

  /// A category that exists, or a failure that names the nearest one.
  func requireCategory(_ name: String, option: String) throws -> String {
    let known = try categories()
    if known.contains(name) { return name }
    let nearest = Nearest.word(to: name, among: known)
    throw CommandFailure(
      .usage,
      .init(
        "\(option.isEmpty ? "" : option + "：")没有“\(name)”这个类别\(nearest.map { "；最接近的是 \($0)" } ?? "")。可用：\(known.joined(separator: " "))",
        "\(option.isEmpty ? "" : option + ": ")there is no category “\(name)”\(nearest.map { "; the nearest is \($0)" } ?? ""). There are: \(known.joined(separator: " "))"
      ))
  }
}
