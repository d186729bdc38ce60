// SPDX-License-Identifier: Apache-2.0
internal import QibeiCore
internal import QibeiReports
internal import QibeiValidation

extension Validator {
  /// What planning comes to: JSON, and how many entries it has.
  public struct Answer: Sendable {
    /// Categories compared, or tasks planned.
    public let count: Int
    private let write: @Sendable () -> String

    init(_ count: Int, _ write: @escaping @Sendable () -> String) {
      self.count = count
      self.write = write
    }

    /// The JSON that the command writes (`schemas/route.schema.json`, `schemas/plan.schema.json`).
    public func json() -> String { write() }
  }

  /// Holds the people of a dossier against every category in force at the place and day.
  ///
  /// - Parameters:
  ///   - bytes: the XML, as in `schemas/dossier.xsd`.
  ///   - day: as in ``validate(_:on:at:as:)``.
  ///   - place: as in ``validate(_:on:at:as:)``.
  /// - Returns: how every category stands to the applicant and the family.
  /// - Throws: as ``validate(_:on:at:as:)``.
  public func route(
    _ bytes: [UInt8], on day: String? = nil, at place: String? = nil
  ) throws(ValidatorError) -> Answer {
    let validation = try validation(bytes, on: day, at: place, as: "", inspecting: nil)
    do {
      let persons = try validator.routes(validation)
      return Answer(persons.reduce(0) { $0 + $1.routes.count }) {
        RouteAnswer(validation.assessment, persons.map { ($0.person, $0.routes) }).json
      }
    } catch {
      throw ValidatorError(error)
    }
  }

  /// Plans the shortest way to a complete dossier within 24 months.
  ///
  /// - Parameters:
  ///   - bytes: the XML, as in `schemas/dossier.xsd`.
  ///   - day: the first day of the plan; the dossier's day of submission where nil.
  ///   - place: as in ``validate(_:on:at:as:)``.
  ///   - category: as in ``validate(_:on:at:as:)``.
  /// - Returns: the tasks with their days, or why there is no plan.
  /// - Throws: as ``validate(_:on:at:as:)``.
  public func plan(
    _ bytes: [UInt8], on day: String? = nil, at place: String? = nil, as category: String? = nil
  ) throws(ValidatorError) -> Answer {
    let validation = try validation(bytes, on: day, at: place, as: category, inspecting: nil)
    let assessment = validation.assessment
    let horizon = Horizon(from: assessment.submission, months: 24)
    let needs = Needs.document(
      .plan, assessment, lists: assessment.checklists.count, from: horizon.first)
    if let needs { return Answer(0) { needs.json } }
    do {
      switch try validator.plan(validation, LeadTimes(), in: horizon) {
      case .plan(let plan): return Answer(plan.tasks.count) { PlanRows(plan).json }
      case .none(let answer): return Answer(0) { PlanningLines(answer).json }
      }
    } catch {
      throw ValidatorError(error)
    }
  }
}
