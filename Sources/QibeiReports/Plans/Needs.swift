// SPDX-License-Identifier: Apache-2.0
package import QibeiCore

/// What a dossier lacks before anything can be foretold about it.
package enum Needs {
  /// - Parameters:
  ///   - kind: of the document that was asked for.
  ///   - assessment: of the dossier.
  ///   - lists: how many lists it can be held against.
  ///   - firstList: the first day on which any list is in force, where every list was asked for.
  ///   - day: the first day looked at.
  /// - Returns: a document that says what is needed; nil where nothing is.
  package static func document(
    _ kind: PlanningKind, _ assessment: Assessment, lists: Int, firstList: CalendarDate? = nil,
    from day: CalendarDate
  ) -> PlanningLines? {
    let zh = Wording(assessment: assessment, language: .zh)
    let en = Wording(assessment: assessment, language: .en)
    var lines: [BilingualText] = []
    if assessment.dossier.applicant == nil {
      lines.append(
        .init(
          "没有写申请人：请写 person role=\"applicant\"，至少写明 born、nationality、education 和 permit。",
          "No applicant is declared: add a person with role=\"applicant\", with born, nationality, education and permit at least."
        ))
    }
    if lists == 0, let firstList {
      lines.append(
        .init(
          "\(day) 没有任何清单适用；最早的清单自 \(firstList) 起适用，请用 --on 写明之后的日期。",
          "No list is in force on \(day); the first is from \(firstList). Name a later day with --on."
        ))
    } else if lists == 0 {
      lines += assessment.blockers.filter { FindingKind.validation.contains($0.kind) }.map {
        .init("\(zh.message($0)) → \(zh.remedy($0))", "\(en.message($0)) → \(en.remedy($0))")
      }
    }
    guard !lines.isEmpty else { return nil }
    let what = BilingualText("还不能判断，先要：", "This cannot be told yet; what is needed first:")
    return PlanningLines(kind, .needs, PlanHead(assessment, from: day), [what] + lines)
  }
}

extension [FindingKind] {
  fileprivate func contains(_ kind: FindingKind) -> Bool { contains { $0 === kind } }
}
