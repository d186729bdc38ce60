// SPDX-License-Identifier: Apache-2.0
package import QibeiCore

/// What is planned: the category with its list, the place, the person and the day from which is counted.
package struct PlanHead {
  private let assessment: Assessment
  let day: CalendarDate

  /// - Parameters:
  ///   - assessment: of the dossier.
  ///   - day: the first day looked at.
  package init(_ assessment: Assessment, from day: CalendarDate) {
    self.assessment = assessment
    self.day = day
  }

  private var person: String? {
    assessment.dossier.applicant.map {
      SafeText.visible(assessment.dossier.persons[$0].displayName)
    }
  }

  func lines(in language: Language) -> [String] {
    let who =
      person.map { language == .zh ? " · 申请人 \($0)" : " · applicant \($0)" } ?? ""
    let since = language == .zh ? "自 \(day) 起" : "from \(day)"
    return HeaderLines(assessment, language).lines(since + who)
  }

  /// What the calendar and its events are named after.
  func name(in language: Language) -> String {
    let titles = assessment.checklists.map { $0.title[language] }
    let parts = titles + [person].compactMap(\.self)
    return parts.isEmpty ? "Qibei" : parts.joined(separator: " · ")
  }

  var categories: [String] { assessment.checklists.map(\.category) }

  var dossier: String {
    assessment.dossier.id.map(assessment.dossier.text) ?? "dossier"
  }

  /// The members of every document's JSON.
  func members(_ kind: PlanningKind, _ status: String) -> [(String, JSONValue)] {
    [
      ("schema", .string("urn:qibei:\(kind.rawValue):1")), ("status", .string(status)),
      ("today", .string(day.description)),
      ("place", .optional(assessment.place?.description)), ("person", .optional(person)),
      (
        "checklists",
        .array(
          assessment.checklists.map { checklist in
            .object([
              ("category", .string(checklist.category)),
              ("version", .string(checklist.source.version.description)),
              ("title", .both(checklist.title)),
            ])
          })
      ),
    ]
  }

  func add(to page: inout HTMLPage) {
    let (zh, en) = (lines(in: .zh), lines(in: .en))
    for (zh, en) in zip(zh, en) { page.add("<p>\(page.both(.init(zh, en)))</p>\n") }
  }
}
