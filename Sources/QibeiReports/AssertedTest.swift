// SPDX-License-Identifier: Apache-2.0
internal import QibeiCore

/// What a dossier would have to pass instead of giving rise to a finding, as a checklist writes it.
struct AssertedTest {
  /// The checks that find it, the papers that are asked for, or that there be no such finding.
  let text: String

  init(_ finding: Finding, in assessment: Assessment) {
    guard let choice = finding.requirement?.choice else {
      text = "not(\(finding.kind.code))"
      return
    }
    if finding.kind === FindingKind.missing {
      text = Self.written(choice, assessment.tables)
      return
    }
    let kind = finding.supplement.flatMap { assessment.dossier.supplements[Int($0)].kind.known }
    var checks: [String] = []
    for demand in choice.demands where kind.map(demand.kinds.contains) ?? true {
      for configured in demand.checks {
        let description = type(of: configured.check).description
        let check = Self.written(configured, description)
        if description.kinds.contains(where: { $0 === finding.kind }), !checks.contains(check) {
          checks.append(check)
        }
      }
    }
    text = checks.isEmpty ? "not(\(finding.kind.code))" : checks.joined(separator: " ")
  }

  private static func written(
    _ configured: ConfiguredCheck, _ description: CheckDescription
  ) -> String {
    let values = description.parameters.compactMap { parameter in
      configured.parameters.string(parameter.name).map { " \(parameter.name)=\"\($0)\"" }
    }
    return "<\(description.name)\(values.joined())/>"
  }

  private static func written(_ choice: SupplementChoice, _ tables: ReferenceTables) -> String {
    switch choice {
    case .one(let demand):
      "<supplement kind=\"\(demand.kinds.map { tables.kinds[$0].id }.joined(separator: " "))\"/>"
    case .anyOf(let parts): "<any-of>\(parts.map { written($0, tables) }.joined())</any-of>"
    case .allOf(let parts): "<all-of>\(parts.map { written($0, tables) }.joined())</all-of>"
    }
  }
}
