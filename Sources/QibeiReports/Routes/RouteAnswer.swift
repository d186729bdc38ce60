// SPDX-License-Identifier: Apache-2.0
package import QibeiCore

/// What is known of the people of a dossier and the categories, ready to be written.
package struct RouteAnswer {
  /// One person with the categories.
  struct Person {
    let name: String
    let routes: [RouteWording]

    func routes(_ fit: Route.Fit) -> [RouteWording] { routes.filter { $0.route.fit == fit } }
  }

  let assessment: Assessment
  let persons: [Person]
  /// Faults in what was declared, which the comparison rests on.
  let doubts: [BilingualText]

  /// Whether what was declared contradicts itself, so that the comparison is not to be relied on.
  package var isDoubtful: Bool { !doubts.isEmpty }

  /// - Parameters:
  ///   - assessment: of the dossier.
  ///   - persons: the applicant first, each with the categories in the order to be shown.
  package init(_ assessment: Assessment, _ persons: [(person: Int, routes: [Route])]) {
    self.assessment = assessment
    let zh = Wording(assessment: assessment, language: .zh)
    let en = Wording(assessment: assessment, language: .en)
    doubts = assessment.findings.filter { finding in
      finding.requirement == nil
        && ["QB11", "QB12", "QB13"].contains(finding.kind.code.prefix(4))
    }.map { .init(zh.message($0), en.message($0)) }
    self.persons = persons.map { entry in
      Person(
        name: SafeText.visible(assessment.dossier.persons[entry.person].displayName),
        routes: entry.routes.map {
          RouteWording(route: $0, person: entry.person, assessment: assessment)
        })
    }
  }

  /// The answer as JSON (schemas/route.schema.json), ending in a new line.
  package var json: String {
    let head = PlanHead(assessment, from: assessment.submission)
    let people = persons.map { person in
      JSONValue.object([
        ("name", .string(person.name)), ("routes", .array(person.routes.map(Self.value))),
      ])
    }
    return JSONValue.object(
      head.members(.route, isDoubtful ? "doubtful" : "route") + [
        ("persons", .array(people)), ("doubts", .array(doubts.map(JSONValue.both))),
        ("notes", .array([])),
      ]
    ).text
  }

  private static func value(_ wording: RouteWording) -> JSONValue {
    let route = wording.route
    let gaps = zip(route.gaps, wording.gaps).map(gap)
    let proof = wording.proof.map { line in
      JSONValue.object([("depth", .int(line.depth)), ("text", .both(line.text))])
    }
    let toDeclare = (route.needsPlace ? ["application.place"] : []) + route.unknowns.map(\.rawValue)
    let members: [(String, JSONValue)] = [
      ("category", .string(route.checklist.category)),
      ("title", .both(route.checklist.title)), ("fit", .string(route.fit.rawValue)),
      ("papers", route.papers.map(papers) ?? .null),
      ("gaps", .array(gaps)), ("toDeclare", .array(toDeclare.map(JSONValue.string))),
      ("opinions", .array(route.opinions.map { .both($0.text) })),
      ("elsewhere", .array(route.doors.map { .both($0.title) })),
      ("onlyIn", .array(route.onlyIn.map { .string($0.description) })),
      ("isEmployers", .bool(route.isEmployers)),
      ("submitUntil", .optional(route.criteria.fitsUntil?.day.description)),
      ("deadline", route.deadline.map(JSONValue.deadline) ?? .null),
      ("isUnconfirmed", .bool(route.isUnconfirmed)), ("proof", .array(proof)),
    ]
    return .object(members)
  }

  private static func papers(_ papers: Route.Papers) -> JSONValue {
    .object([
      ("reused", .int(papers.reused)), ("missing", .int(papers.missing)),
      ("defective", .int(papers.defective)), ("advised", .int(papers.advised)),
    ])
  }

  private static func gap(_ gap: CriteriaOutlook.Gap, _ words: BilingualText) -> JSONValue {
    let short = gap.short.map { short in
      JSONValue.object([
        ("fact", .string(short.name.rawValue)), ("value", .int(short.value)),
        ("wanted", .int(short.wanted)), ("atLeast", .bool(short.isLeast)),
      ])
    }
    let needs = gap.lacking.map { lacking in
      JSONValue.object([
        ("fact", .string(lacking.test.name.rawValue)),
        ("stated", .string(lacking.test.name.stated)),
        ("wanted", .both(ConditionWording.text(lacking.test))),
      ])
    }
    return .object([
      ("criterion", .optional(gap.criterion.id)), ("text", .both(words)), ("short", .array(short)),
      ("needs", .array(needs)), ("metOn", .optional(gap.curedOn?.description)),
      ("assumesStay", .bool(gap.curedOn != nil && gap.assumesStay)),
    ])
  }
}
