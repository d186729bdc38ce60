// SPDX-License-Identifier: Apache-2.0
internal import ArgumentParser
internal import QibeiCore
internal import QibeiFiles
internal import QibeiReports
internal import QibeiValidation

/// `qibei list`: what there is to check by.
struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "列出类别、材料、核验、清单 · List what there is")

  enum Subject: String, ExpressibleByArgument, CaseIterable {
    case categories, requirements, checks, checklists, kinds, codes, countries, languages, places
  }

  @Argument(
    help:
      "categories, requirements, checks, checklists, kinds, codes, countries, languages or places")
  var subject: Subject = .categories

  @Option(
    name: .customLong("for"), help: "one category only (categories, requirements, checklists)")
  var category: String?

  @Flag(help: "as JSON")
  var json = false

  @Flag(help: "requirements as a table: kinds of supplement by categories")
  var matrix = false

  @OptionGroup var checklists: ChecklistOptions
  @OptionGroup var language: LanguageOptions

  func run() throws {
    CommandFailure.ending(language.languages) {
      if matrix { return try printMatrix() }
      let rows = try rows()
      try FileSystem.print(json ? JSONValue.array(rows.map(\.json)).text : text(rows))
    }
  }

  private func printMatrix() throws {
    guard subject == .requirements else {
      throw CommandFailure(
        .usage,
        .init(
          "--matrix 只用于 list requirements", "--matrix is for list requirements only"))
    }
    let library = try checklists.library()
    let day = try checklists.day() ?? ChecklistOptions.today
    let place = try checklists.place(in: library)
    let lists = try chosen(library).compactMap { category -> Checklist? in
      do {
        return try library.checklist(
          for: category, at: place, submission: day, acceptance: day)
      } catch is ChecklistLibrary.Absence {
        return nil
      }
    }
    let matrix = RequirementMatrix(lists, library.tables)
    try FileSystem.print(json ? matrix.json.text : matrix.text)
  }

  private func text(_ rows: [ListRow]) -> String {
    let width = rows.map { $0.key.count }.max() ?? 0
    return rows.map { row in
      let key = row.key + String(repeating: " ", count: width - row.key.count)
      return language.languages.enumerated().map { index, language in
        (index == 0 ? key : String(repeating: " ", count: width))
          + "  \(SafeText.visible(row.text[language]))\n"
      }.joined()
    }.joined()
  }

  // An option that changes nothing would be taken for one that did.
  private func refuseFilters() throws {
    let given = [("--for", category), ("--on", checklists.on), ("--at", checklists.at)]
      .filter { $0.1 != nil }.map(\.0)
    guard !given.isEmpty else { return }
    let options = given.joined(separator: " ")
    throw CommandFailure(
      .usage,
      .init(
        "list \(subject.rawValue) 不分类别、日期和地点，请去掉 \(options)",
        "list \(subject.rawValue) is the same for every category, day and place; leave out \(options)"
      ))
  }

  private func rows() throws -> [ListRow] {
    if ![.categories, .requirements, .checklists].contains(subject) { try refuseFilters() }
    switch subject {
    case .checks:
      return CheckCatalog.all.map {
        let description = $0.description
        return ListRow(description.name, description.summary)
      }
    case .codes: return CheckCatalog.findingKinds.map { ListRow($0.code, $0.meaning) }
    case .kinds:
      return try checklists.library().tables.kinds.entries.map { ListRow($0.id, $0.title) }
    case .countries:
      let tables = try checklists.library().tables
      return tables.countryCodes.compactMap { code in
        Country(code).map { ListRow(code, tables.countries.name(of: $0)) }
      }
    case .languages:
      let tables = try checklists.library().tables
      return tables.languageCodes.compactMap { code in
        Tongue(code).map { ListRow(code, tables.languages.name(of: $0)) }
      }
    case .places:
      let tables = try checklists.library().tables
      return tables.divisionCodes.compactMap { code in
        Division(code).map { ListRow(code, tables.divisions.name(of: $0)) }
      }
    case .categories: return try categories()
    case .checklists: return try versions()
    case .requirements: return try requirements()
    }
  }

  private func chosen(_ library: ChecklistLibrary) throws -> [String] {
    guard let category else { return try library.categories() }
    return [try library.requireCategory(category, option: "--for")]
  }

  private func categories() throws -> [ListRow] {
    let library = try checklists.library()
    let place = try checklists.place(in: library)
    let day = try checklists.day()
    return try chosen(library).compactMap { category in
      try library.versions(of: category)
        .last { version in
          (day.map(version.inForce.contains) ?? true) && (place.map(version.exists) ?? true)
        }
        .map { ListRow(category, $0.title) }
    }
  }

  private func versions() throws -> [ListRow] {
    let library = try checklists.library()
    let day = try checklists.day()
    var rows: [ListRow] = []
    for category in try chosen(library) {
      for version in try library.versions(of: category)
      where day.map(version.inForce.contains) ?? true {
        rows.append(
          ListRow("\(category) \(version.source.version)", .period(version.inForce), version.source)
        )
      }
    }
    let lineage = try checklists.place(in: library)?.lineage
    for place in try library.placesWithOverlays() where lineage?.contains(place) ?? true {
      for overlay in try library.overlays(of: place)
      where (day.map(overlay.inForce.contains) ?? true) && concerns(overlay) {
        let period = BilingualText.period(overlay.inForce)
        rows.append(
          ListRow(
            "\(place) \(overlay.source.version)",
            .init("\(overlay.title.zh)；\(period.zh)", "\(overlay.title.en); \(period.en)"),
            overlay.source))
      }
    }
    return rows
  }

  private func concerns(_ overlay: Overlay) -> Bool {
    category.map { category in overlay.categories.contains { $0.category == category } } ?? true
  }

  private func requirements() throws -> [ListRow] {
    let library = try checklists.library()
    let day = try checklists.day() ?? ChecklistOptions.today
    let place = try checklists.place(in: library)
    var rows: [ListRow] = []
    for category in try chosen(library) {
      do {
        let checklist = try library.checklist(
          for: category, at: place, submission: day, acceptance: day)
        rows += checklist.requirements.map { requirement in
          ListRow(
            "\(category)/\(requirement.id)",
            .init(
              "第 \(requirement.number) 项 \(requirement.title.zh)（\(requirement.audience.label.zh)\(requirement.condition == nil ? "" : "，有条件")\(requirement.binds ? "" : "，仅提示")）",
              "\(requirement.number). \(requirement.title.en) (\(requirement.audience.label.en)\(requirement.condition == nil ? "" : ", conditional")\(requirement.binds ? "" : ", advice only"))"
            ))
        }
      } catch let absence as ChecklistLibrary.Absence {
        guard case .version(_, _, let versions) = absence else { throw absence }
        rows.append(
          ListRow(
            category,
            .init(
              "\(day) 没有适用的版本；有：\(versions.map { BilingualText.period($0).zh }.joined(separator: "、"))",
              "no version in force on \(day); there are: \(versions.map { BilingualText.period($0).en }.joined(separator: ", "))"
            )))
      }
    }
    return rows
  }
}

/// One line of a list.
struct ListRow {
  let key: String
  let text: BilingualText
  let source: RuleSource?

  init(_ key: String, _ text: BilingualText, _ source: RuleSource? = nil) {
    self.key = key
    self.text = text
    self.source = source
  }

  var json: JSONValue {
    .object(
      [("id", .string(key)), ("zh", .string(text.zh)), ("en", .string(text.en))]
        + (source.map { [("digest", JSONValue.string("sha256:" + $0.digest))] } ?? []))
  }
}

extension BilingualText {
  static func period(_ period: EffectivePeriod) -> BilingualText {
    guard let until = period.until else {
      return .init("\(period.from) 起适用", "in force from \(period.from)")
    }
    return .init("\(period.from) 至 \(until) 适用", "in force from \(period.from) to \(until)")
  }
}
