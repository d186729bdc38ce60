// SPDX-License-Identifier: Apache-2.0
internal import QibeiCore

extension DossierValidator {
  /// One plan for each category that has a list in force.
  ///
  /// - Throws: ``ChecklistError`` when the rules are faulty.
  func plans(
    at place: Division?, submission: CalendarDate, acceptance: CalendarDate
  ) throws -> [RulePlan] {
    let here = PlaceAndDay(place: place, submission: submission, acceptance: acceptance)
    if let inForce, inForce.at == here { return inForce.plans }
    let day = Examination(
      Dossier(), tables: library.tables, submission: submission, acceptance: acceptance)
    let plans = try library.categories().compactMap { category in
      do {
        return try plan(category, place, day, version: nil)
      } catch is ChecklistLibrary.Absence {
        return nil
      }
    }
    inForce = (here, plans)
    return plans
  }

  // One plan for each edition of a list, on however many days it is asked for.
  func plan(
    _ category: String, _ place: Division?, _ examination: Examination, version: CalendarDate?
  ) throws -> RulePlan {
    let question = Question(
      category: category, place: place, submission: examination.submission,
      acceptance: examination.acceptance, version: version)
    for index in recent.indices where recent[index].question == question {
      return recent[index].plan
    }
    let plan = try plan(question)
    // More are not looked through faster than the files are chosen anew.
    if recent.count == 32 { recent.removeAll(keepingCapacity: true) }
    recent.append(Answer(question, plan))
    return plan
  }

  private func plan(_ question: Question) throws -> RulePlan {
    let edition = try library.edition(
      for: question.category, at: question.place, submission: question.submission,
      acceptance: question.acceptance, version: question.version)
    let key = edition.sources.reduce(into: "") { $0 += $1.digest }
    if let made = plans.first(where: { $0.key == key }) { return made.plan }
    let plan = RulePlan(try library.checklist(of: edition))
    plans.append(KnownPlan(key, plan))
    return plan
  }
}

// Classes, for a list of other things is a type of its own that the runtime makes at the start of every run.
extension DossierValidator {
  /// A plan and the digests of the files that it rests on.
  final class KnownPlan {
    let key: String
    let plan: RulePlan

    init(_ key: String, _ plan: RulePlan) {
      self.key = key
      self.plan = plan
    }
  }

  /// A plan and the question that it answered.
  final class Answer {
    let question: Question
    let plan: RulePlan

    init(_ question: Question, _ plan: RulePlan) {
      self.question = question
      self.plan = plan
    }
  }
}
