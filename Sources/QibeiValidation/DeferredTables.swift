// SPDX-License-Identifier: Apache-2.0
internal import QibeiCore
internal import QibeiDecoding
internal import Synchronization

/// The tables that few runs need: each is read when it is first asked for, once, whoever asks.
final class DeferredTables: Sendable {
  /// What has been read.
  struct Read: Sendable {
    var languages: NameTable?
    var divisions: NameTable?
    var apostille: ApostilleTable?
    var workingDays: WorkingDayCalendar?
    var wageAverages: WageAverageTable?
    var points: PointsTable?
  }

  private let loader: TableLoader
  private let kinds: SupplementKindTable
  private let read: Mutex<Read>

  /// Tables of which some have been read; the rest is inside the program, where the tests have found no fault in it.
  init(_ loader: TableLoader, _ kinds: SupplementKindTable, _ read: Read) {
    self.loader = loader
    self.kinds = kinds
    self.read = Mutex(read)
  }

  var languages: NameTable {
    read.withLock { once(&$0.languages, "languages", TableDecoder.languages) }
  }

  var divisions: NameTable {
    read.withLock { once(&$0.divisions, "divisions", TableDecoder.divisions) }
  }

  var apostille: ApostilleTable {
    read.withLock { once(&$0.apostille, "apostille", TableDecoder.apostille) }
  }

  var workingDays: WorkingDayCalendar {
    read.withLock { once(&$0.workingDays, "working-days", TableDecoder.workingDays) }
  }

  var wageAverages: WageAverageTable {
    read.withLock { once(&$0.wageAverages, "wage-averages", TableDecoder.wageAverages) }
  }

  var points: PointsTable {
    read.withLock { read in
      once(&read.points, "points") { (file, name) throws(ChecklistError) in
        try TableDecoder.points(file, named: name, kinds: kinds)
      }
    }
  }

  private func once<Table>(
    _ table: inout Table?, _ name: String,
    _ decode: (RuleText, String) throws(ChecklistError) -> Table
  ) -> Table {
    if let table { return table }
    do {
      let made = try loader.table(name, decode)
      table = made
      return made
    } catch {
      preconditionFailure("the built-in table \(name) cannot be read")
    }
  }
}
