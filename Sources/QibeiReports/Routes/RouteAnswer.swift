// SPDX-License-Identifier: Apache-2.0
package import QibeiCore

/// What is known of the people of a dossier and the categories, ready to be written.
package struct RouteAnswer {
  /// One person with the categories to show.
  struct Person {
    let name: String
    let routes: [RouteWording]
  }

  let persons: [Person]
  /// Faults in what was declared, which the comparison rests on.
  let doubts: [BilingualText]

  /// - Parameters:
  ///   - assessment: of the dossier.
  ///   - persons: the applicant first, each with the categories in the order to be shown.
  package init(_ assessment: Assessment, _ persons: [(person: Int, routes: [Route])]) {
    let zh = Wording(assessment: assessment, language: .zh)
    let en = Wording(assessment: assessment, language: .en)
    doubts = assessment.findings.filter { finding in
      finding.requirement == nil && finding.supplement == nil
        && ["QB11", "QB12"].contains(finding.kind.code.prefix(4))
    }.map { .init(zh.message($0), en.message($0)) }
    self.persons = persons.enumerated().map { at, entry in
      let routes = entry.routes.map {
        RouteWording(route: $0, person: entry.person, assessment: assessment)
      }
      return Person(
        name: SafeText.visible(assessment.dossier.persons[entry.person].displayName),
        // For the family only what some fact speaks for.
        routes: at == 0
          ? routes
          : routes.filter {
            $0.route.fit != .doesNotApply && $0.route.met > 0
          })
    }
  }

  /// The answer as JSON (schemas/route.schema.json), ending in a new line.
  package var json: String {
    JSONValue.object([
      ("schema", .string("urn:qibei:route:1")),
      (
        "persons",
        .array(
          persons.map { person in
            .object([
              ("name", .string(person.name)), ("routes", .array(person.routes.map(Self.value))),
            ])
          })
      ), ("doubts", .array(doubts.map(Self.text))),
    ]).text
  }

  private static func value(_ wording: RouteWording) -> JSONValue {
    let route = wording.route
    let gaps = zip(route.gaps, wording.gaps).map(gap)
    let proof = wording.proof.map { line in
      JSONValue.object([("depth", .int(line.depth)), ("text", text(line.text))])
    }
    let members: [(String, JSONValue)] = [
      ("category", .string(route.checklist.category)),
      ("title", text(route.checklist.title)), ("fit", .string(route.fit.rawValue)),
      ("reused", .int(route.reused)), ("missing", .int(route.missing)),
      ("defective", .int(route.defective)), ("gaps", .array(gaps)),
      ("toDeclare", .array(route.unknowns.map { .string($0.rawValue) })),
      ("opinions", .array(route.opinions.map { text($0.text) })),
      ("elsewhere", .array(route.doors.map { text($0.title) })),
      ("onlyIn", .array(route.elsewhere.map { .string($0.description) })),
      ("submitUntil", .optional(route.fitsUntil?.day.description)),
      ("isUnconfirmed", .bool(route.isUnconfirmed)), ("proof", .array(proof)),
    ]
    return .object(members)
  }

  private static func gap(_ gap: Route.Gap, _ words: BilingualText) -> JSONValue {
    let short = gap.short.map { short in
      JSONValue.object([
        ("fact", .string(short.name.rawValue)), ("value", .int(short.value)),
        ("wanted", .int(short.wanted)),
      ])
    }
    return .object([
      ("criterion", .optional(gap.criterion.id)), ("text", text(words)), ("short", .array(short)),
      ("metOn", .optional(gap.curedOn?.description)),
    ])
  }

  private static func text(_ text: BilingualText) -> JSONValue {
    .object([("zh", .string(text.zh)), ("en", .string(text.en))])
  }
}
