// SPDX-License-Identifier: Apache-2.0
import QibeiCore
import QibeiTesting
import Testing

struct FindingOrderTests {
  private static func requirement(_ number: Int, lead: Int?) -> Requirement {
    Requirement(
      id: "item-\(number)", number: number, title: .init("材料", "paper"), audience: .applicant,
      countries: nil, condition: nil, choice: .anyOf([]), remedy: .init("补", "add"),
      issuedBy: nil, look: nil, reason: nil, supplementClass: .principal, bases: [],
      ifMissing: nil, ifDefective: nil, leadDays: lead, dataSharing: false, origin: [])
  }

  private static func finding(
    _ name: String, _ disposition: Disposition, owner: Owner = .application,
    _ requirement: Requirement? = nil, element: Int32 = 0
  ) -> Finding {
    var finding = Finding(
      .missing, owner: owner, seen: .text(name),
      at: SourcePlace(element: element, part: -1), requirement: requirement)
    finding.disposition = disposition
    return finding
  }

  private static let findings: [Finding] = {
    let (form, police, tax) = (
      requirement(1, lead: 1), requirement(7, lead: 30), requirement(9, lead: 5)
    )
    return [
      finding("advice", .advise), finding("look", .look),
      finding("spouse form", .supplement, owner: .person(1), form),
      finding("form", .supplement, owner: .person(0), form),
      finding("tax, later line", .supplement, owner: .person(0), tax, element: 9),
      finding("tax, earlier line", .supplement, owner: .person(0), tax, element: 4),
      finding("police", .supplement, owner: .person(0), police),
      finding("spouse police", .supplement, owner: .person(1), police),
      finding("employer", .supplement, owner: .employer(0), requirement(3, lead: 2)),
      finding("typing error", .fixNow), finding("follows", .deferrable),
      finding("unknown", .unchecked), finding("wrong door", .elsewhere),
    ]
  }()

  private static func names(_ findings: [Finding]) -> [String] {
    findings.map { finding in
      if case .text(let name) = finding.seen { name } else { "?" }
    }
  }

  @Test func `lists the slowest papers first for applicants`() {
    #expect(
      Self.names(FindingOrder.lead.sorted(Self.findings)) == [
        "wrong door", "unknown", "police", "tax, earlier line", "tax, later line", "form",
        "spouse police", "spouse form", "employer", "typing error", "follows", "look", "advice",
      ])
  }

  @Test func `lists by the checklist's numbers for officers`() {
    #expect(
      Self.names(FindingOrder.paper.sorted(Self.findings)) == [
        "wrong door", "unknown", "form", "spouse form", "employer", "police", "spouse police",
        "tax, earlier line", "tax, later line", "typing error", "follows", "look", "advice",
      ])
  }

  @Test func `lists person by person`() {
    #expect(
      Self.names(FindingOrder.person.sorted(Self.findings)) == [
        "wrong door", "unknown", "form", "police", "tax, earlier line", "tax, later line",
        "spouse form", "spouse police", "employer", "typing error", "follows", "look", "advice",
      ])
  }

  @Test(arguments: FindingOrder.allCases)
  func `gives one order whatever order the findings came in`(_ order: FindingOrder) {
    var random = SeededGenerator(seed: 7)
    let expected = Self.names(order.sorted(Self.findings))
    let orders = (0..<50).map { _ in
      Self.names(order.sorted(Self.findings.shuffled(using: &random)))
    }
    #expect(orders.filter { $0 != expected } == [])
  }

  @Test(arguments: [
    ([Disposition.look, .advise], Verdict.complete), ([], .complete),
    ([.advise, .deferrable], .incomplete), ([.fixNow], .incomplete), ([.supplement], .incomplete),
    ([.elsewhere], .incomplete), ([.supplement, .unchecked, .look], .undetermined),
  ])
  func `draws one of three conclusions`(_ dispositions: [Disposition], _ verdict: Verdict) {
    #expect(Verdict(of: dispositions.map { Self.finding("", $0) }) == verdict)
  }
}
