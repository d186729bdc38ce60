// SPDX-License-Identifier: Apache-2.0

/// The days on which something is in force, both ends included.
package struct EffectivePeriod: Hashable, Sendable {
  package let from: CalendarDate
  /// The last day in force; nil when no end is known.
  package let until: CalendarDate?

  package init(from: CalendarDate, until: CalendarDate? = nil) {
    self.from = from
    self.until = until
  }

  package func contains(_ day: CalendarDate) -> Bool {
    day >= from && until.map { day <= $0 } ?? true
  }

  package func overlaps(_ other: EffectivePeriod) -> Bool {
    (other.until.map { from <= $0 } ?? true) && (until.map { other.from <= $0 } ?? true)
  }
}
