// SPDX-License-Identifier: Apache-2.0
package import QibeiCore

/// What several departments that sit together need to know of one dossier (专家咨询组): facts, open points, options.
///
/// Papers on health and about minors are left out unless they are asked for.
package struct Brief: Sendable {
  /// One thing that is open.
  struct Point: Sendable {
    let number: Int
    let code: String
    let item: BilingualText
    let fault: BilingualText
    let law: [BilingualText]
    let options: [BilingualText]
    /// The last day on which a promised paper may follow; nil where none may.
    let due: CalendarDate?
  }

  /// One authority's matter.
  struct Section: Sendable {
    let authority: BilingualText
    let matter: BilingualText
    let outcome: Outcome
    let facts: [(label: BilingualText, value: BilingualText)]
    /// Conditions of the category that are not met, not known or for the authority to decide.
    let conditions: [BilingualText]
    let points: [Point]
    /// Points on health or minors that are not shown.
    let leftOut: Int
  }

  /// What whoever calls the departments together adds.
  package struct Details: Sendable {
    /// The question put to them; nil leaves room for it.
    package var question: String?
    package var received: CalendarDate?
    /// Whether papers on health and about minors are in it.
    package var isWhole = false

    package init() {}
  }

  let details: Details
  let dossier: String
  let applicant: String
  let submission: CalendarDate
  let sections: [Section]
  let clock: [BilingualText]
  /// Whether both permits of a joint dossier can be decided together.
  let joint: [BilingualText]
  /// How many findings were left out because they are about health or minors.
  let leftOut: Int

  /// - Parameters:
  ///   - report: of the whole dossier.
  ///   - details: what is added.
  package init(_ report: Report, _ details: Details) {
    let assessment = report.assessment
    self.details = details
    dossier = report.input
    submission = assessment.submission
    applicant =
      assessment.dossier.applicant.map { assessment.dossier.persons[$0].displayName } ?? ""
    joint = {
      let (zh, en) = (JointLines(assessment, .zh), JointLines(assessment, .en))
      return zip(zh.conclusion, en.conclusion).map { BilingualText($0, $1) }
    }()
    clock = details.received.map { ClockLines(assessment, received: $0).lines } ?? []
    let writer = BriefWriter(assessment)
    var number = 0
    var told: Set<Int> = []
    var leftOut: Set<Int> = []
    sections = assessment.outcomes.map { limb in
      var points: [Point] = []
      var hidden = 0
      for index in limb.findings where assessment.findings[index].disposition != .look {
        if !details.isWhole, writer.isPrivate(assessment.findings[index]) {
          leftOut.insert(index)
          hidden += 1
        } else if told.insert(index).inserted {
          // What concerns both is told where it comes first.
          number += 1
          points.append(writer.point(assessment.findings[index], number))
        }
      }
      return Section(
        authority: limb.checklist.authority, matter: limb.checklist.title, outcome: limb.outcome,
        facts: writer.facts(of: limb.checklist), conditions: writer.conditions(of: limb.checklist),
        points: points, leftOut: hidden)
    }
    self.leftOut = leftOut.count
  }

  var points: [(authority: BilingualText, point: Point)] {
    sections.flatMap { section in section.points.map { (section.authority, $0) } }
  }
}
