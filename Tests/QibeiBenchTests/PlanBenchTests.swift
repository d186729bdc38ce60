// SPDX-License-Identifier: Apache-2.0
import QibeiBench
import QibeiCore
import QibeiTesting
import QibeiValidation
import Testing

/// Plans that are carried out: the dossier is complete on the days of the window, and not on the day after.
struct PlanBenchTests {
  @Test func `a plan that is carried out holds on its days and on no later one`() throws {
    let library = try Fixture.library.get()
    let cases = try RuleCase.all(in: library)
    let outcomes = try ParallelWork.map(cases, { try DossierValidator(library) }) {
      validator, item in
      try PlanBench(validator, item, library.tables).run(8, seed: 20_261_124)
    }
    #expect(outcomes.flatMap(\.failures) == [])
    let plans = outcomes.reduce(0) { $0 + $1.plans }
    let none = outcomes.reduce(0) { $0 + $1.withoutPlan }
    #expect(plans > 200 && none * 10 < plans, "\(plans) plans, \(none) without")
    #expect(outcomes.reduce(0) { $0 + $1.tasks } > 1_000)
    #expect(outcomes.reduce(0) { $0 + $1.closed } > 100)
  }
}
