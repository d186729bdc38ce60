// SPDX-License-Identifier: Apache-2.0
package import QibeiCore
package import QibeiValidation

/// Reads every rule file for what would mislead an applicant or could never work.
package struct ChecklistLint: Sendable {
  /// One thing to mend, with the rule that found it.
  package struct Problem: Hashable, Sendable {
    /// Such as `L201`.
    package let code: String
    package let problem: RuleProblem
  }

  private let library: ChecklistLibrary

  package init(_ library: ChecklistLibrary) { self.library = library }

  /// All problems, by file, line and column; of one category only where it is named.
  ///
  /// - Throws: what is no fault of a rule file.
  package func run(_ category: String? = nil) throws -> [Problem] {
    var problems = try unreadable(category)
    guard problems.isEmpty else { return problems }
    // A line that a place leaves as it is has been read already.
    var read: Set<ObjectIdentifier> = []
    let cases: [RuleCase]
    do {
      cases = try RuleCase.all(in: library).filter { item in
        category.map { $0 == item.checklist.category } ?? true
      }
    } catch let error as ChecklistError {
      return Self.problems(error)
    }
    for item in cases {
      for requirement in item.checklist.requirements
      where read.insert(ObjectIdentifier(requirement)).inserted {
        problems += RequirementLint(requirement, library.tables).problems.map {
          place($0.code, requirement, $0.message)
        }
      }
      problems += twins(item.checklist)
    }
    problems += try ParallelWork.map(cases, { try DossierValidator(library) }) { validator, item in
      try unreachable(item, validator)
    }.flatMap(\.self)
    if category == nil {
      problems += TableLint(library.tables).problems.map { found in
        Problem(
          code: "L601",
          problem: RuleProblem(
            file: library.fileName(ofTable: found.table), line: nil, column: nil,
            message: found.message))
      }
    }
    for name in try library.categories() where category.map({ $0 == name }) ?? true {
      let versions = try library.versions(of: name)
      problems += gaps(versions) + versions.flatMap(unknownPlaces)
    }
    var seen: Set<Problem> = []
    return problems.filter { seen.insert($0).inserted }.sorted(by: Self.precedes)
  }

  /// What keeps rule files from being used.
  package static func problems(_ error: ChecklistError) -> [Problem] {
    error.problems.map { Problem(code: "L001", problem: $0) }
  }

  // A file that cannot be read at all is told before anything is drawn from the others.
  private func unreadable(_ category: String?) throws -> [Problem] {
    var problems: [Problem] = []
    func collect(_ work: () throws(ChecklistError) -> Void) {
      do throws(ChecklistError) {
        try work()
      } catch {
        problems += Self.problems(error)
      }
    }
    for name in try library.categories() where category.map({ $0 == name }) ?? true {
      collect { () throws(ChecklistError) in _ = try library.versions(of: name) }
    }
    for place in try library.placesWithOverlays() {
      collect { () throws(ChecklistError) in _ = try library.overlays(of: place) }
    }
    return problems
  }

  private func place(
    _ code: String, _ requirement: Requirement, _ message: BilingualText
  ) -> Problem {
    let source = requirement.origin.last
    let place = source.map { library.place(of: requirement.id, in: $0) }
    return Problem(
      code: code,
      problem: RuleProblem(
        file: place?.file ?? requirement.id, line: place?.line, column: place?.column,
        message: .init("\(requirement.id)：\(message.zh)", "\(requirement.id): \(message.en)")))
  }

  private func unreachable(
    _ item: RuleCase, _ validator: DossierValidator
  ) throws -> [Problem] {
    let (complete, dead) = try RuleBench(
      validator, item.checklist, at: item.place, on: item.day, library.tables
    ).tryWhole()
    let requirements = item.checklist.requirements
    let never = dead.compactMap { part in
      requirements.first { $0.id == part.requirement }.map { place("L101", $0, part.what) }
    }
    // One sentence for each item that keeps a golden dossier from being complete.
    var contradictory: [Problem] = []
    for failure in complete {
      for (id, text) in failure.blamed {
        guard let requirement = requirements.first(where: { $0.id == id }) else { continue }
        contradictory.append(
          place(
            "L102", requirement,
            .init(
              "没有一份材料能同时满足它和清单的其他部分（\(text.zh)）；请核对它的参数、for 和材料种类的归属",
              "no dossier can satisfy it together with the rest of the list (\(text.en)); check its parameters, its “for”, and to whom the kind belongs"
            )))
      }
    }
    return never + contradictory
  }

  // Two lines that ask the same person for the same paper unconditionally are one line.
  private func twins(_ checklist: Checklist) -> [Problem] {
    var problems: [Problem] = []
    for (index, later) in checklist.requirements.enumerated() {
      guard case .one(let demand) = later.choice, later.condition == nil else { continue }
      for earlier in checklist.requirements[..<index] {
        guard case .one(let other) = earlier.choice, earlier.condition == nil,
          earlier.audience == later.audience, earlier.countries == later.countries,
          Set(other.kinds) == Set(demand.kinds), earlier.binds == later.binds,
          Self.coversPeriod(other) == Self.coversPeriod(demand)
        else { continue }
        problems.append(
          place(
            "L303", later,
            .init(
              "与“\(earlier.id)”要的是同一份材料；请合并，把核验写在一项里",
              "it asks for the same paper as “\(earlier.id)”; make them one line with all checks")))
      }
    }
    return problems
  }

  // The papers of a whole period are others than the one that is valid today.
  private static func coversPeriod(_ demand: SupplementDemand) -> Bool {
    demand.checks.contains { type(of: $0.check).isJoint }
  }

  private func gaps(_ versions: [Checklist]) -> [Problem] {
    zip(versions, versions.dropFirst()).compactMap { earlier, later in
      guard let until = earlier.inForce.until, until.adding(days: 1) < later.inForce.from else {
        return nil
      }
      return problem(
        "L401", later,
        .init(
          "\(until.adding(days: 1)) 至 \(later.inForce.from.adding(days: -1)) 没有适用的版本；请延长前一版或提前这一版",
          "no version is in force from \(until.adding(days: 1)) to \(later.inForce.from.adding(days: -1)); let the earlier one last longer or this one begin earlier"
        ))
    }
  }

  // Nobody could ever ask for a list of a place that there is not.
  private func unknownPlaces(_ checklist: Checklist) -> [Problem] {
    checklist.places.filter { !library.tables.divisions.contains($0) }.map {
      problem(
        "L402", checklist,
        .init(
          "places：没有地点代码“\($0)”；见 qibei list places",
          "places: there is no place “\($0)”; see qibei list places"))
    }
  }

  // Of a whole file, at its beginning.
  private func problem(
    _ code: String, _ checklist: Checklist, _ message: BilingualText
  ) -> Problem {
    Problem(
      code: code,
      problem: RuleProblem(
        file: library.place(of: "", in: checklist.source).file, line: 1, column: 1,
        message: message))
  }

  private static func precedes(_ left: Problem, _ right: Problem) -> Bool {
    (left.problem.file, left.problem.line ?? 0, left.problem.column ?? 0, left.code)
      < (right.problem.file, right.problem.line ?? 0, right.problem.column ?? 0, right.code)
  }
}
