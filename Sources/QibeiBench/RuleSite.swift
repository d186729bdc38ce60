// SPDX-License-Identifier: Apache-2.0
package import QibeiCore
internal import QibeiReports
package import QibeiValidation

/// The rules as a site of plain pages: one for each category, requirement and code, with the texts of `explain`.
package struct RuleSite {
  /// Path and contents of each file.
  package private(set) var files: [(path: String, bytes: [UInt8])] = []

  /// The site on a day; local rules are listed on the pages of the requirements they change.
  ///
  /// - Throws: faults in rule files.
  package init(_ library: ChecklistLibrary, on day: CalendarDate) throws {
    var categories: [(path: String, name: String, text: BilingualText)] = []
    for category in try library.categories() {
      guard
        let version = try library.versions(of: category).last(where: { $0.inForce.contains(day) })
      else { continue }
      categories.append(("\(category).html", category, version.title))
      try add(version, library, on: day)
    }
    for kind in CheckCatalog.findingKinds {
      add("\(kind.code).html", Explanation(kind))
    }
    var index = HTMLPage(.init("材料清单", "Checklists"), hasIndex: true)
    index.heading(.init("类别", "Categories"))
    index.links(categories)
    index.heading(.init("编号", "Codes"))
    index.links(CheckCatalog.findingKinds.map { ("\($0.code).html", $0.code, $0.tag) })
    files.append(("index.html", Array(index.text.utf8)))
  }

  private mutating func add(
    _ checklist: Checklist, _ library: ChecklistLibrary, on day: CalendarDate
  ) throws {
    let category = checklist.category
    let explanation = Explanation(checklist, library.tables)
    var page = HTMLPage(explanation.title, hasIndex: true)
    page.rows(explanation.rows.filter { !$0.label.en.hasPrefix("Item ") })
    page.heading(.init("材料", "Supplements"))
    page.links(
      checklist.requirements.map {
        ("\(category)_\($0.id).html", "\($0.number)", $0.title)
      })
    page.heading(.init("样例", "Sample"))
    page.links([
      (
        "\(category).xml", "\(category).xml",
        .init("一份齐备的材料（虚构）", "a dossier that is complete (invented)")
      )
    ])
    let variants = try variants(of: checklist, library, on: day)
    for (place, local) in variants {
      let added = local.requirements.filter { requirement in
        !checklist.requirements.contains { $0.id == requirement.id }
      }
      guard !added.isEmpty else { continue }
      page.heading(library.tables.divisions.name(of: place))
      page.links(
        added.map { ("\(category)_\($0.id)_\(place).html", "\($0.number)", $0.title) })
      for requirement in added {
        add(
          "\(category)_\(requirement.id)_\(place).html",
          Explanation(requirement, in: local, library.tables))
      }
    }
    files.append(("\(category).html", Array(page.text.utf8)))
    let home = try RuleCase.home(of: checklist, in: library)
    let local = try library.checklist(
      for: category, at: home, submission: day, acceptance: day,
      version: checklist.source.version)
    let golden = GoldenPaths(local, at: home, on: day, library.tables).all()
    if let sample = golden.dossiers.first { files.append(("\(category).xml", sample.bytes)) }
    for requirement in checklist.requirements {
      let own = Explanation(requirement, in: checklist, library.tables)
      var page = HTMLPage(own.title, hasIndex: true)
      page.rows(own.rows)
      for (place, local) in variants {
        guard let changed = local.requirements.first(where: { $0.id == requirement.id }),
          changed.origin != requirement.origin
            || local.waivers.contains(where: { $0.requirement == requirement.id })
        else { continue }
        page.heading(library.tables.divisions.name(of: place))
        page.rows(Explanation(changed, in: local, library.tables).rows)
      }
      files.append(("\(category)_\(requirement.id).html", Array(page.text.utf8)))
    }
  }

  private func variants(
    of checklist: Checklist, _ library: ChecklistLibrary, on day: CalendarDate
  ) throws -> [(Division, Checklist)] {
    try library.placesWithOverlays().compactMap { place in
      let local = try library.checklist(
        for: checklist.category, at: place, submission: day, acceptance: day,
        version: checklist.source.version)
      return local.overlays.contains { $0.place == place } ? (place, local) : nil
    }
  }

  private mutating func add(_ path: String, _ explanation: Explanation) {
    var page = HTMLPage(explanation.title, hasIndex: true)
    page.rows(explanation.rows)
    files.append((path, Array(page.text.utf8)))
  }
}
