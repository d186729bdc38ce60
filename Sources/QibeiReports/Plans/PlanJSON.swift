// SPDX-License-Identifier: Apache-2.0
internal import QibeiCore

extension PlanRows {
  /// The plan as JSON (schemas/plan.schema.json), ending in a new line.
  package var json: String {
    JSONValue.object([
      ("schema", .string("urn:qibei:plan:1")),
      ("today", .string(plan.today.description)),
      ("categories", .array(plan.assessment.checklists.map { .string($0.category) })),
      (
        "window",
        .object([
          ("from", .string(plan.window.from.description)),
          ("until", .string(plan.window.until.description)), ("closes", .bool(plan.closes)),
          ("isLowerBound", .bool(!plan.untimed.isEmpty)),
        ])
      ),
      ("isLeast", .bool(plan.isProven)), ("tasks", .array(rows.map(value))),
      ("notes", .array(notes.map(text))),
    ]).text
  }

  private func value(_ row: Row) -> JSONValue {
    let task = row.task
    let kinds = plan.assessment.tables.kinds
    return .object([
      ("what", text(row.what)), ("who", text(row.who)),
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
      ("ready", .string(task.ready.description)),
      ("validUntil", .optional(task.lastDay?.description)),
      ("setsTheDate", .bool(task.setsTheDate)), ("betterLater", .bool(task.isBetterLater)),
      ("codes", .array(task.findings.map { .string($0.kind.code) })),
      ("reasons", .array(row.reasons.map(text))),
    ])
  }

  private func text(_ text: BilingualText) -> JSONValue {
    .object([("zh", .string(text.zh)), ("en", .string(text.en))])
  }
}
