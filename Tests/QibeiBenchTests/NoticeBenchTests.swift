// SPDX-License-Identifier: Apache-2.0
import QibeiBench
import QibeiCore
import QibeiTesting
import QibeiValidation
import Testing

/// The one notice: whoever does everything that a report asks for is done.
struct NoticeBenchTests {
  @Test func `keeps nothing back, over every list and place`() throws {
    let library = try Fixture.library.get()
    let cases = try RuleCase.all(in: library)
    let outcomes = try ParallelWork.map(cases, { try DossierValidator(library) }) {
      validator, item in
      try NoticeBench(validator, item, library.tables).run(rounds: 1, seed: 20_261_124)
    }
    #expect(outcomes.reduce(0) { $0 + $1.dossiers } > 1_500)
    #expect(outcomes.reduce(0) { $0 + $1.damages } >= 10_000)
    #expect(outcomes.reduce(0) { $0 + $1.told } >= 6_000)
    #expect(outcomes.reduce(0) { $0 + $1.undeclared } >= 1_000)
    #expect(outcomes.flatMap(\.failures).map(\.title) == [])
  }

  @Test func `repeats itself with the same seed`() throws {
    let library = try Fixture.library.get()
    let item = try #require(RuleCase.all(in: library).first)
    let validator = try DossierValidator(library)
    let one = try NoticeBench(validator, item, library.tables).run(rounds: 2, seed: 7)
    let two = try NoticeBench(validator, item, library.tables).run(rounds: 2, seed: 7)
    let other = try NoticeBench(validator, item, library.tables).run(rounds: 2, seed: 8)
    #expect((one.damages, one.told) == (two.damages, two.told))
    #expect((one.damages, one.told) != (other.damages, other.told))
  }
}
