// SPDX-License-Identifier: Apache-2.0
internal import QibeiCore

extension Finding {
  static func noCategory(_ application: Application, _ known: [String]) -> Finding {
    Finding(
      .categoryNotStated, expected: .list(known.map { .text($0) }), at: application.sourcePlace)
  }

  static func noChecklist(
    _ absence: ChecklistLibrary.Absence, _ application: Application
  ) -> Finding {
    switch absence {
    case .category(let name, let nearest, let known):
      let hint = nearest.map {
        FindingValue.words(.init("最接近的是“\($0)”。", "The nearest is “\($0)”. "))
      }
      return Finding(
        .unknownCategory, seen: .text(name), expected: .list(known.map { .text($0) }), on: hint,
        at: application.sourcePlace)
    case .version(let name, let day, let versions):
      return Finding(
        .noVersionInForce, seen: .text(name),
        expected: .list(
          versions.map { period in
            period.until.map { .range(period.from, $0) }
              ?? .words(.init("\(period.from) 起", "from \(period.from)"))
          }), on: .date(day), at: application.sourcePlace)
    case .edition(let name, let version, let versions):
      return Finding(
        .noSuchVersion, seen: .text(name), expected: .list(versions.map { .date($0) }),
        on: .date(version), at: application.sourcePlace)
    }
  }

  /// What to say of a category that does not exist where the dossier is filed.
  static func elsewhere(
    _ checklist: Checklist, _ place: Division, _ examination: Examination
  ) -> [Finding] {
    guard !checklist.exists(at: place) else { return [] }
    return [
      Finding(
        .notOfferedHere, seen: .place(place),
        expected: .either(checklist.places.map { .place($0) }), limit: .words(checklist.title),
        at: examination.dossier.application.sourcePlace)
    ]
  }

  /// What to say of a version that was named although another day's rules are.
  static func outOfForce(_ checklist: Checklist, _ examination: Examination) -> [Finding] {
    let day =
      checklist.decidedBy == .acceptance ? examination.acceptance : examination.submission
    guard !checklist.inForce.contains(day) else { return [] }
    return [
      Finding(
        .versionOutOfForce, seen: .date(checklist.source.version), limit: .words(checklist.title),
        on: .date(day), at: examination.dossier.application.sourcePlace)
    ]
  }

  static func unread(_ waiting: CheckReport.Waiting) -> Finding {
    Finding(
      .valueUnread, supplement: waiting.paper, expected: waiting.expected,
      limit: .text(waiting.attribute), at: waiting.sourcePlace)
  }
}
