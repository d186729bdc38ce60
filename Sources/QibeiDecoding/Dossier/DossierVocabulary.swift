// SPDX-License-Identifier: Apache-2.0
package import QibeiCore
internal import QibeiXML

/// The words and codes that values are looked up in; made once, used for every dossier.
package final class DossierVocabulary: Sendable {
  let tables: ReferenceTables
  let kinds: WordTable
  /// To what each kind of supplement belongs.
  let subjects: [SupplementSubject]

  /// Prepares the look-ups for a set of reference tables.
  package init(_ tables: ReferenceTables) {
    self.tables = tables
    kinds = WordTable(tables.kinds.entries.map(\.id))
    subjects = tables.kinds.entries.map(\.subject)
  }
}
