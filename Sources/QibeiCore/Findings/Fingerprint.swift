// SPDX-License-Identifier: Apache-2.0

/// Tells the same finding in two reports: requirement, code, person and paper, and in a fault of the file the attribute
/// and the place within it too, but no line numbers.
package struct Fingerprint: Hashable, Sendable {
  /// Sixteen hexadecimal digits.
  package let text: String

  package init(_ finding: Finding, in dossier: Dossier) {
    var parts = [finding.kind.code, finding.requirement?.id ?? ""]
    switch finding.owner {
    case .person(let index): parts.append(dossier.persons[index].id)
    case .employer(let index): parts.append(dossier.employers[index].id)
    case .application, .nobody: parts.append("")
    }
    parts.append(finding.supplement.map { dossier.text(dossier.supplements[Int($0)].id) } ?? "")
    // A file may have the same fault in two attributes of one paper.
    if finding.requirement == nil, finding.kind.code.hasPrefix("QB1"),
      case .text(let attribute) = finding.limit
    {
      parts.append(attribute)
      parts.append(String(finding.sourcePlace.element - Self.beginning(finding, dossier)))
    }
    text = TextHash.digits(TextHash.of(parts.joined(separator: "\u{1F}")))
  }

  // Where the paper, the person or the employer begins, so that what stands before it does not count.
  private static func beginning(_ finding: Finding, _ dossier: Dossier) -> Int32 {
    if let paper = finding.supplement { return dossier.supplements[Int(paper)].sourcePlace.element }
    switch finding.owner {
    case .person(let index): return dossier.persons[index].sourcePlace.element
    case .employer(let index): return dossier.employers[index].sourcePlace.element
    case .application, .nobody: return 0
    }
  }
}
