// SPDX-License-Identifier: Apache-2.0
package import QibeiCore
internal import QibeiDecoding
internal import Synchronization

/// The checklists, overlays and tables at hand; each is read when it is first needed.
package final class ChecklistLibrary: Sendable {
  /// Why there is no checklist to judge by.
  package enum Absence: Error, Sendable {
    /// No such category; with the nearest one and all there are.
    case category(String, nearest: String?, known: [String])
    /// A category that has no version in force on the day; with the versions there are.
    case version(String, CalendarDate, versions: [EffectivePeriod])
    /// A category that has no version of that name; with the versions there are.
    case edition(String, CalendarDate, versions: [CalendarDate])
  }

  let store: RuleStore
  /// The reference tables.
  package let tables: ReferenceTables
  private let decoder: ChecklistDecoder
  // Rule files do not change while the program runs, so each is read once. There are some dozens of lists and a few
  // hundred places: they are looked through sooner than the runtime finds out that a key can be hashed.
  private let versionsRead = Mutex<[[Checklist]]>([])
  private let overlaysRead = Mutex<[PlaceOverlays]>([])

  private struct PlaceOverlays {
    let place: Division
    let overlays: [Overlay]
  }

  /// Opens a library and reads its tables.
  ///
  /// - Throws: every fault in the tables, with file, line and column. A directory without tables uses those
  ///   inside the program.
  package init(_ store: RuleStore = .builtIn) throws(ChecklistError) {
    self.store = store
    tables = try TableLoader(store).load()
    decoder = ChecklistDecoder(kinds: tables.kinds)
    if case .directory = store { try refuseStrayFiles() }
  }

  // A file that nothing would ever ask for looks as if it were in force.
  private func refuseStrayFiles() throws(ChecklistError) {
    var problems: [RuleProblem] = []
    for path in try store.paths(in: "checklists") where RulePath(path) == nil {
      problems.append(
        stray(
          path, "checklists/<类别>/<类别>.<版本>.xml", "checklists/<category>/<category>.<version>.xml"))
    }
    for path in try store.paths(in: "overlays") {
      let place = (RulePath(path)?.subject).flatMap { Division($0) }
      if place.map(tables.divisions.contains) ?? false { continue }
      if let place {
        problems.append(
          RuleProblem(
            file: store.name(of: path), line: nil, column: nil,
            message: .init("没有地点代码“\(place)”", "there is no place “\(place)”")))
      } else {
        problems.append(
          stray(
            path, "overlays/<行政区划代码>/<代码>.<版本>.xml", "overlays/<place code>/<code>.<version>.xml"))
      }
    }
    for path in try store.outsideFolders() {
      problems.append(
        stray(path, "checklists/、overlays/ 或 tables/ 里", "in checklists/, overlays/ or tables/"))
    }
    for (name, meant) in try store.misspeltFolders() {
      problems.append(
        RuleProblem(
          file: store.name(of: name), line: nil, column: nil,
          message: .init(
            "不会采用这个文件夹；是不是要写 \(meant)？",
            "nothing uses this folder; did you mean \(meant)?")))
    }
    if !problems.isEmpty { throw ChecklistError(problems) }
  }

  private func stray(_ path: String, _ zh: String, _ en: String) -> RuleProblem {
    RuleProblem(
      file: store.name(of: path), line: nil, column: nil,
      message: .init(
        "这个文件不会被采用；规则文件须在 \(zh)", "nothing uses this file; a rule file is \(en)"))
  }

  /// The identifiers of all categories, sorted.
  ///
  /// - Throws: when the rule files cannot be listed.
  package func categories() throws(ChecklistError) -> [String] {
    var names: Set<String> = []
    for path in try store.paths(in: "checklists") {
      if let name = RulePath(path)?.subject { names.insert(name) }
    }
    return names.sorted()
  }

  /// All versions of a category, oldest first, without overlays.
  ///
  /// - Throws: every fault in its files, or periods that overlap.
  package func versions(of category: String) throws(ChecklistError) -> [Checklist] {
    if let read = versionsRead.withLock({ $0.first { $0[0].source.id == category } }) {
      return read
    }
    // What somebody calls a category is not a way through folders.
    guard !category.contains("/"), category != ".." else { return [] }
    var versions: [Checklist] = []
    var problems: [RuleProblem] = []
    for path in try store.paths(in: "checklists/\(category)") {
      do throws(ChecklistError) {
        versions.append(try checklist(path))
      } catch {
        problems += error.problems
      }
    }
    versions.sort { $0.inForce.from < $1.inForce.from }
    for (earlier, later) in zip(versions, versions.dropFirst())
    where earlier.inForce.overlaps(later.inForce) {
      problems.append(overlap(earlier.inForce, earlier.source, later.source, later.inForce.from))
    }
    if !problems.isEmpty { throw ChecklistError(problems) }
    if !versions.isEmpty { versionsRead.withLock { [versions] in $0.append(versions) } }
    return versions
  }

  /// The checklist of a category at a place on a day, with its overlays applied; a version that is named is
  /// taken whether or not it is in force on that day.
  ///
  /// - Throws: ``ChecklistError`` for faulty rule files, ``Absence`` when there is nothing to judge by.
  package func checklist(
    for category: String, at place: Division?, submission: CalendarDate, acceptance: CalendarDate,
    version named: CalendarDate? = nil
  ) throws -> Checklist {
    try checklist(
      of: try edition(
        for: category, at: place, submission: submission, acceptance: acceptance, version: named))
  }

  /// What stands on a day before overlays are applied: the version in force and the overlays upon it.
  struct Edition {
    let checklist: Checklist
    let overlays: [Overlay]

    /// Tells one edition from another.
    var sources: [RuleSource] { [checklist.source] + overlays.map(\.source) }
  }

  /// Chooses the version and the overlays for a day.
  ///
  /// - Throws: as ``checklist(for:at:submission:acceptance:version:)``.
  func edition(
    for category: String, at place: Division?, submission: CalendarDate, acceptance: CalendarDate,
    version named: CalendarDate?
  ) throws -> Edition {
    let versions = try versions(of: category)
    guard !versions.isEmpty else {
      let known = try categories()
      throw Absence.category(
        category, nearest: Nearest.word(to: category, among: known), known: known)
    }
    let chosen = versions.first { version in
      if let named { return version.source.version == named }
      return version.inForce.contains(
        version.decidedBy == .acceptance ? acceptance : submission)
    }
    guard let checklist = chosen else {
      if let named {
        throw Absence.edition(category, named, versions: versions.map(\.source.version))
      }
      throw Absence.version(category, submission, versions: versions.map(\.inForce))
    }
    let day = checklist.decidedBy == .acceptance ? acceptance : submission
    let overlays = try (place?.lineage ?? []).flatMap { division in
      try self.overlays(of: division).filter { $0.inForce.contains(day) }
    }
    return Edition(checklist: checklist, overlays: overlays)
  }

  /// Applies the overlays of an edition.
  ///
  /// - Throws: ``ChecklistError`` where an overlay does not fit the list.
  func checklist(of edition: Edition) throws -> Checklist {
    var checklist = edition.checklist
    for overlay in edition.overlays {
      try OverlayFit(overlay, checklist).refuse { self.place(of: $0, in: overlay.source) }
      checklist = checklist.applying(overlay)
    }
    return checklist
  }

  /// The overlays of one place, oldest first.
  ///
  /// - Throws: every fault in its files, or periods that overlap.
  package func overlays(of place: Division) throws(ChecklistError) -> [Overlay] {
    if let read = overlaysRead.withLock({ $0.first { $0.place == place } }) {
      return read.overlays
    }
    var overlays: [Overlay] = []
    for path in try store.paths(in: "overlays/\(place)") {
      guard let file = try store.file(path) else { continue }
      let overlay = try decoder.overlay(
        file, named: store.name(of: path), unknownCategory: unknownCategory)
      try refuseMisnamed(path, overlay.source)
      overlays.append(overlay)
    }
    overlays.sort { $0.inForce.from < $1.inForce.from }
    for (earlier, later) in zip(overlays, overlays.dropFirst())
    where earlier.inForce.overlaps(later.inForce) {
      throw ChecklistError([
        overlap(earlier.inForce, earlier.source, later.source, later.inForce.from)
      ])
    }
    overlaysRead.withLock { [overlays] in
      $0.append(PlaceOverlays(place: place, overlays: overlays))
    }
    return overlays
  }

  private func unknownCategory(_ name: String) -> BilingualText? {
    guard (try? store.paths(in: "checklists/\(name)").isEmpty) ?? true else { return nil }
    let hint = (try? categories()).flatMap { Nearest.word(to: name, among: $0) }
    return .init(
      "没有“\(name)”这个类别\(hint.map { "；最接近的是 \($0)" } ?? "")",
      "there is no category “\(name)”\(hint.map { "; the nearest is \($0)" } ?? "")")
  }

  /// SHA-256 of all reference tables, 64 hexadecimal digits.
  ///
  /// - Throws: when one cannot be read.
  package func tablesDigest() throws(ChecklistError) -> String {
    try TableLoader(store).digest()
  }

  /// Whether any place has rules of its own.
  ///
  /// - Throws: when the rule files cannot be listed.
  func hasOverlays() throws(ChecklistError) -> Bool { try !store.paths(in: "overlays").isEmpty }

  /// The places that have overlays, sorted.
  ///
  /// - Throws: when the rule files cannot be listed.
  package func placesWithOverlays() throws(ChecklistError) -> [Division] {
    var places: Set<Division> = []
    for path in try store.paths(in: "overlays") {
      if let place = (RulePath(path)?.subject).flatMap({ Division($0) }) { places.insert(place) }
    }
    return places.sorted()
  }

  private func checklist(_ path: String) throws(ChecklistError) -> Checklist {
    guard let file = try store.file(path) else { throw ChecklistError.unreadable(path) }
    let checklist = try decoder.checklist(file, named: store.name(of: path))
    try refuseMisnamed(path, checklist.source)
    return checklist
  }

  private func refuseMisnamed(_ path: String, _ source: RuleSource) throws(ChecklistError) {
    let expected = "\(source.id)/\(source.id).\(source.version).xml"
    guard !path.hasSuffix("/" + expected) else { return }
    throw ChecklistError([
      RuleProblem(
        file: store.name(of: path), line: 1, column: 1,
        message: .init(
          "内容是 \(expected)，文件名与此不符", "its contents say \(expected), which the file name does not"))
    ])
  }
}
