// SPDX-License-Identifier: Apache-2.0
import QibeiCore
import QibeiDecoding
import QibeiTesting
import Testing

/// Plans of small cases, held against trying everything that could be done instead.
struct PlanSearchTests {
  private static let today = Fixture.day

  private static func examination(_ supplements: String) throws -> Examination {
    let text = DossierText.small(supplements: supplements)
    return Examination(
      try Examiner.decode(text).decoded.value, tables: try Fixture.tables(), submission: today)
  }

  private static func rules(_ requirements: String) throws -> RulePlan {
    RulePlan(
      try ChecklistDecoder(kinds: try Fixture.tables().kinds).checklist(
        RuleText(Array(ChecklistText.document(requirements).utf8)), named: "checklist.xml"))
  }

  private static func item(_ number: Int, _ choice: String) -> String {
    """
    <requirement id="item-\(number)" number="\(number)" for="applicant" class="principal" basis="law">
      <title zh="材料" en="paper"/>\(choice)<remedy zh="请补。" en="Add it."/>
    </requirement>
    """
  }

  private static func plan(
    _ rules: RulePlan, _ examination: Examination, _ leads: LeadTimes = LeadTimes(),
    _ horizon: Horizon = Horizon(from: today, months: 3)
  ) throws -> SubmissionPlan? {
    let turns = rules.turningDays(examination, in: horizon)
    let planner = Planner(horizon, leads, turning: turns) { day, foresight in
      let then = examination.on(day, foreseeing: foresight)
      let outcome = rules.examine(then)
      return Assessment(
        findings: outcome.findings, checklists: [rules.checklist], lines: outcome.lines,
        examination: then, place: nil)
    }
    guard case .plan(let plan) = try planner.answer() else { return nil }
    return plan
  }

  private static func isComplete(_ rules: RulePlan, _ examination: Examination) -> Bool {
    Verdict(of: rules.examine(examination).findings) == .complete
  }

  @Test func `no smaller set of papers completes the dossier`() throws {
    let kinds = [
      "passport", "photo", "resume", "lodging-registration", "work-permit", "marriage-certificate",
    ]
    var random = SeededGenerator(seed: 20_261_124)
    func paper() -> String {
      let count = Int.random(in: 1...2, using: &random)
      let some = kinds.shuffled(using: &random).prefix(count)
      return #"<supplement kind="\#(some.joined(separator: " "))"/>"#
    }
    func choice(_ depth: Int) -> String {
      if depth == 0 || Int.random(in: 0..<3, using: &random) == 0 { return paper() }
      let parts = (0..<Int.random(in: 2...3, using: &random)).map { _ in choice(depth - 1) }
      let name = depth == 2 || Bool.random(using: &random) ? "any-of" : "all-of"
      return "<\(name)>\(parts.joined())</\(name)>"
    }
    var shared = 0
    for _ in 0..<120 {
      let items = (1...Int.random(in: 2...4, using: &random)).map { Self.item($0, choice(2)) }
      let rules = try Self.rules(items.joined())
      let had = kinds.filter { _ in Int.random(in: 0..<6, using: &random) == 0 }
      func supplements(_ kinds: [String]) -> String {
        kinds.enumerated().map { #"<supplement id="s\#($0)" kind="\#($1)" for="p1"/>"# }.joined()
      }
      let plan = try #require(try Self.plan(rules, try Self.examination(supplements(had))))
      var least = kinds.count
      for set in 0..<(1 << kinds.count) {
        let added = kinds.indices.filter { set & (1 << $0) != 0 }.map { kinds[$0] }
        guard added.count < least else { continue }
        if Self.isComplete(rules, try Self.examination(supplements(had + added))) {
          least = added.count
        }
      }
      #expect(plan.tasks.count == least, "\(items.joined())")
      #expect(plan.isProven)
      if plan.tasks.contains(where: { $0.demands.count > 1 }) { shared += 1 }
    }
    #expect(shared > 10)
  }

  @Test func `what only advises is not planned, and what an authority has to confirm first is`()
    throws
  {
    let advised = Self.item(1, #"<supplement kind="passport"/>"#)
      .replacing(#"class="principal""#, with: #"class="principal" if-missing="advise""#)
    let due = Self.item(2, #"<supplement kind="photo"/>"#)
    let open = try #require(try Self.plan(Self.rules(advised + due), Self.examination("")))
    #expect(open.tasks.map(\.kinds.count) == [1])
    let confirm = #"<confirm zh="请问机关" en="Ask the authority"/>"#
    let unpublished = RulePlan(
      try ChecklistDecoder(kinds: try Fixture.tables().kinds).checklist(
        RuleText(Array(ChecklistText.document(advised + due, rest: confirm).utf8)),
        named: "checklist.xml"))
    let plan = try #require(try Self.plan(unpublished, Self.examination("")))
    #expect(plan.tasks.map(\.kinds.count) == [1, 0])
    #expect(plan.tasks.last?.findings.map(\.kind.code) == ["QB9103"])
    #expect(plan.undeclared.isEmpty)
  }

  @Test func `no earlier day and no wider window can be had`() throws {
    let tables = try Fixture.tables()
    let fresh = try #require(tables.kinds["police-certificate-foreign"])
    let old = try #require(tables.kinds["health-certificate"])
    var random = SeededGenerator(seed: 5)
    var renewed = 0
    for _ in 0..<24 {
      let lead = (Int.random(in: 0...9, using: &random), Int.random(in: 0...9, using: &random))
      let age = (Int.random(in: 4...14, using: &random), Int.random(in: 4...14, using: &random))
      let since = Int.random(in: 0...12, using: &random)
      let rules = try Self.rules(
        Self.item(
          1,
          #"<supplement kind="police-certificate-foreign"><issued-within period="P\#(age.0)D" before="submission"/></supplement>"#
        )
          + Self.item(
            2,
            #"<supplement kind="health-certificate"><issued-within period="P\#(age.1)D" before="submission"/></supplement>"#
          ))
      func dossier(_ first: Int?, _ second: Int) -> String {
        let one = first.map {
          #"<supplement id="s1" kind="police-certificate-foreign" for="p1" issued="\#(Self.today.adding(days: $0))"/>"#
        }
        return (one ?? "")
          + #"<supplement id="s2" kind="health-certificate" for="p1" issued="\#(Self.today.adding(days: second))"/>"#
      }
      var leads = LeadTimes()
      leads.set(.days(lead.0), for: fresh)
      leads.set(.days(lead.1), for: old)
      let plan = try #require(
        try Self.plan(rules, try Self.examination(dossier(nil, -since)), leads))
      // Everything that could be done: begin the first on any day, leave the second or begin it on any day.
      struct Way {
        var day = Int.max
        var tasks = Int.max
        var until = -1
      }
      var best = Way()
      for first in 0...14 {
        for second in -1...14 {
          let ready = max(first + lead.0, second < 0 ? 0 : second + lead.1)
          let examination = try Self.examination(
            dossier(first + lead.0, second < 0 ? -since : second + lead.1))
          func holds(_ day: Int) -> Bool {
            day >= ready
              && Self.isComplete(rules, examination.on(Self.today.adding(days: day)))
          }
          guard let day = (0...30).first(where: holds) else { continue }
          let until = (day...60).first { !holds($0) }.map { $0 - 1 } ?? 60
          let way = Way(day: day, tasks: second < 0 ? 1 : 2, until: until)
          if (way.day, way.tasks, -way.until) < (best.day, best.tasks, -best.until) { best = way }
        }
      }
      #expect(plan.window.from == Self.today.adding(days: best.day))
      #expect(plan.tasks.count == best.tasks)
      #expect(plan.window.until == Self.today.adding(days: best.until))
      if best.tasks == 2 { renewed += 1 }
      for task in plan.tasks {
        #expect(task.start <= task.latestStart)
        #expect(task.end(from: task.latestStart) <= plan.window.from)
        #expect(task.end(from: task.latestStart.adding(days: 1)) > plan.window.from)
      }
    }
    #expect(renewed > 3 && renewed < 21)
  }
}
