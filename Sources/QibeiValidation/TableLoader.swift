// SPDX-License-Identifier: Apache-2.0
internal import QibeiCore
internal import QibeiDecoding
internal import QibeiFiles

/// Reads the reference tables of a rule store.
struct TableLoader: Sendable {
  private let store: RuleStore

  init(_ store: RuleStore) { self.store = store }

  /// Tables inside the program are read when first needed, for the build's tests have read them all; those of
  /// a directory are read now, so that a fault in them is told before anything is checked.
  ///
  /// - Throws: every fault in a directory's tables.
  func load() throws(ChecklistError) -> ReferenceTables {
    let languages = try deferred(TableDecoder.languages, "languages")
    let divisions = try deferred(TableDecoder.divisions, "divisions")
    let apostille = try deferred(TableDecoder.apostille, "apostille")
    let workingDays = try deferred(TableDecoder.workingDays, "working-days")
    let wageAverages = try deferred(TableDecoder.wageAverages, "wage-averages")
    let kinds = try TableDecoder.kinds(
      try file("supplement-kinds"), named: name("supplement-kinds"))
    let points = try deferred(
      { (file, name) throws(ChecklistError) in
        try TableDecoder.points(file, named: name, kinds: kinds)
      }, "points")
    return ReferenceTables(
      countries: try TableDecoder.countries(try file("countries"), named: name("countries")),
      kinds: kinds,
      languages: languages, divisions: divisions, apostille: apostille, workingDays: workingDays,
      wageAverages: wageAverages, points: points)
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

  private func deferred<Table: Sendable>(
    _ decode: @escaping @Sendable (RuleText, String) throws(ChecklistError) -> Table,
    _ table: String
  ) throws(ChecklistError) -> @Sendable () -> Table {
    if case .directory = store {
      let value = try decode(try file(table), name(table))
      return { value }
    }
    let deferred = Deferred { () -> Table in
      do {
        return try decode(try file(table), name(table))
      } catch {
        preconditionFailure("the built-in table \(table) cannot be read")
      }
    }
    return { deferred.value }
  }

  private func name(_ table: String) -> String { store.name(of: "tables/\(table).xml") }

  // A directory of checklists need not bring its own tables.
  private func file(_ table: String) throws(ChecklistError) -> RuleText {
    let path = "tables/\(table).xml"
    if let own = try store.file(path) { return own }
    guard let shipped = try RuleStore.builtIn.file(path) else {
      throw ChecklistError.unreadable(path)
    }
    return shipped
  }
}
