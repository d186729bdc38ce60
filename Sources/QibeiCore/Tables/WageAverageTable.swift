// SPDX-License-Identifier: Apache-2.0

/// Average wages that salaries are measured against, in CNY a year.
package struct WageAverageTable: Sendable {
  /// A place and the year that the average is of.
  package struct Key: Hashable, Sendable {
    package let place: Division
    package let year: Int

    package init(place: Division, year: Int) {
      self.place = place
      self.year = year
    }
  }

  private let amounts: [Key: Int]

  package init(_ amounts: [Key: Int]) { self.amounts = amounts }

  /// The places that it has averages of.
  package var places: [Division] { Set(amounts.keys.map(\.place)).sorted() }

  /// The average of a year at a place, or where the place itself has none, of the city or province it lies in.
  package func amount(at place: Division, in year: Int) -> Int? {
    place.lineage.reversed().lazy.compactMap { amounts[Key(place: $0, year: year)] }.first
  }
}
