// SPDX-License-Identifier: Apache-2.0
internal import QibeiCore
internal import QibeiDecoding

/// Reads the reference tables of a rule store.
struct TableLoader {
  private let store: RuleStore

  init(_ store: RuleStore) { self.store = store }

  func load() throws(ChecklistError) -> ReferenceTables {
    ReferenceTables(
      countries: try TableDecoder.countries(try bytes("countries"), named: name("countries")),
      languages: try TableDecoder.languages(try bytes("languages"), named: name("languages")),
      divisions: try TableDecoder.divisions(try bytes("divisions"), named: name("divisions")),
      kinds: try TableDecoder.kinds(try bytes("supplement-kinds"), named: name("supplement-kinds")),
      apostille: try TableDecoder.apostille(try bytes("apostille"), named: name("apostille")),
      workingDays: try TableDecoder.workingDays(
        try bytes("working-days"), named: name("working-days")))
  }

  private func name(_ table: String) -> String { store.name(of: "tables/\(table).xml") }

  // A directory of checklists need not bring its own tables.
  private func bytes(_ table: String) throws(ChecklistError) -> [UInt8] {
    let path = "tables/\(table).xml"
    if let own = try store.bytes(of: path) { return own }
    guard let shipped = try RuleStore.builtIn.bytes(of: path) else {
      throw ChecklistError.unreadable(path)
    }
    return shipped
  }
}
