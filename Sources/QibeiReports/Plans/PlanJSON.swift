// SPDX-License-Identifier: Apache-2.0
internal import QibeiCore

extension PlanRows {
  /// The plan as JSON (schemas/plan.schema.json), ending in a new line.
  package var json: String {
    let open = plan.openDays
    let window: [(String, JSONValue)] = [
      ("from", .string(plan.window.from.description)),
      ("until", .string(plan.window.until.description)), ("closes", .bool(plan.closes)),
      ("firstOpenDay", .optional(open?.first.description)),
      ("lastOpenDay", .optional(open?.last.description)),
      ("openDaysAnnounced", .bool(areOpenDaysAnnounced)),
      ("isLowerBound", .bool(!plan.untimed.isEmpty)),
    ]
    return JSONValue.object(
      planHead.members(.plan, "plan") + [
        ("window", .object(window)), ("isLeast", .bool(plan.isProven)),
        ("tasks", .array(rows.map(value))),
        ("toDeclare", .array(declare.map(JSONValue.both))),
        ("deadlines", .array(plan.deadlines.map(JSONValue.deadline))),
        ("unmet", .array(plan.unmet.map { .both($0.criterion.text) })),
        ("notes", .array((openDays + timed + notes).map(JSONValue.both))),
      ]
    ).text
  }

  private func value(_ row: Row) -> JSONValue {
    let task = row.task
    let kinds = plan.assessment.tables.kinds
    return .object([
      ("what", .both(row.what)), ("who", .both(row.who)),
      ("kinds", .array(task.kinds.map { .string(kinds[$0].id) })),
      (
        "supplement",
        .optional(
          task.supplement.map {
            plan.assessment.dossier.text(plan.assessment.dossier.supplements[Int($0)].id)
          })
      ),
      (
        "steps",
        .array(
          task.steps.map {
            .object([
              ("step", .string($0.step.rawValue)), ("lead", .optional($0.lead?.code)),
              ("onlyIfAbroad", .bool($0.isOnlyIfAbroad)),
            ])
          })
      ),
      ("start", .string(task.start.description)),
      ("latestStart", .string(task.latestStart.description)),
      ("latestOpenStart", .string(task.latestOpenStart.description)),
      ("latestStartForLastDay", .string(task.lastStart.description)),
      ("ready", .string(task.ready.description)),
      ("validUntil", .optional(task.lastDay?.description)),
      ("setsTheDate", .bool(task.setsTheDate)), ("betterLater", .bool(task.isBetterLater)),
      ("codes", .array(task.findings.map { .string($0.kind.code) })),
      ("reasons", .array(row.reasons.map(JSONValue.both))),
    ])
  }
}

extension JSONValue {
  /// A limit that the applicant has to keep.
  static func deadline(_ limit: (deadline: Deadline, last: CalendarDate)) -> JSONValue {
    .object([
      ("id", .string(limit.deadline.id)), ("title", .both(limit.deadline.title)),
      ("last", .string(limit.last.description)),
    ])
  }
}
