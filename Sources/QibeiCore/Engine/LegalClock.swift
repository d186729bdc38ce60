// SPDX-License-Identifier: Apache-2.0

/// By when an authority must say what a dossier lacks, counted from the day on which it received the dossier.
package enum LegalClock: Equatable, Sendable {
  /// The last day for the one notice; without it the dossier counts as accepted from the day received
  /// (Administrative Licensing Law, article 32, paragraph 1, item 4: five working days).
  case notice(WorkingDayCalendar.Deadline)
  /// The notice is due once and whole, and a receipt is given, but the text sets no days for the notice and knows no
  /// acceptance by silence (Regulations on the entry and exit of foreigners, articles 13 and 18).
  case receipt
  /// No source at hand says which of them applies.
  case unknown

  /// The clock for a kind of application.
  package init(_ kind: CategoryKind, received: CalendarDate, _ calendar: WorkingDayCalendar) {
    switch kind {
    case .workPermit: self = .notice(calendar.deadline(5, workingDaysAfter: received))
    case .residencePermit: self = .receipt
    case .permanentResidence: self = .unknown
    }
  }
}
