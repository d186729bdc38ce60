// SPDX-License-Identifier: Apache-2.0
internal import QibeiCore
internal import QibeiDecoding
internal import QibeiFiles

/// Reads the reference tables of a rule store.
struct TableLoader: Sendable {
  private let store: RuleStore

  init(_ store: RuleStore) { self.store = store }

  /// Most tables inside the program are read when first needed; those of a directory are read now, so that a fault in
  /// them is told before anything is checked.
  ///
  /// - Throws: every fault in a directory's tables.
  func load() throws(ChecklistError) -> ReferenceTables {
    var read = DeferredTables.Read()
    if case .directory = store {
      read.languages = try table("languages", TableDecoder.languages)
      read.divisions = try table("divisions", TableDecoder.divisions)
      read.apostille = try table("apostille", TableDecoder.apostille)
      read.workingDays = try table("working-days", TableDecoder.workingDays)
      read.wageAverages = try table("wage-averages", TableDecoder.wageAverages)
    }
    let kinds = try table("supplement-kinds", TableDecoder.kinds)
    if case .directory = store {
      read.points = try table("points") { (file, name) throws(ChecklistError) in
        try TableDecoder.points(file, named: name, kinds: kinds)
      }
    }
    let deferred = DeferredTables(self, kinds, read)
    return ReferenceTables(
      countries: try table("countries", TableDecoder.countries), kinds: kinds,
      languages: { deferred.languages }, divisions: { deferred.divisions },
      apostille: { deferred.apostille }, workingDays: { deferred.workingDays },
      wageAverages: { deferred.wageAverages }, points: { deferred.points })
  }

  /// Reads one table.
  ///
  /// - Throws: every fault in its file.
  func table<Table>(
    _ table: String, _ decode: (RuleText, String) throws(ChecklistError) -> Table
  ) throws(ChecklistError) -> Table {
    try decode(try file(table), store.name(of: "tables/\(table).xml"))
  }

  /// SHA-256 of all tables in a fixed order.
  ///
  /// - Throws: when one cannot be read.
  func digest() throws(ChecklistError) -> String {
    var all: [UInt8] = []
    for table in [
      "apostille", "countries", "divisions", "languages", "points", "supplement-kinds",
      "wage-averages", "working-days",
    ] {
      all += try file(table).digest.utf8
    }
    return Digest.sha256(all)
  }

  // A directory of checklists need not bring its own tables.
  private func file(_ table: String) throws(ChecklistError) -> RuleText {
    let path = "tables/\(table).xml"
    if let own = try store.file(path) { return own }
    guard let shipped = try RuleStore.builtIn.file(path) else {
      throw ChecklistError.unreadable(path)
    }
    // It may not fit the directory's own kinds.
    if case .directory = store { return shipped.strict }
    return shipped
  }
}
