// SPDX-License-Identifier: Apache-2.0
internal import QibeiCore

/// The short line of a dossier, written straight into bytes: a batch makes millions of them.
struct BriefLine {
  private var bytes: [UInt8] = []

  /// The line of a report, with other members before its own.
  static func text(_ report: Report, after members: [(String, JSONValue)]) -> [UInt8] {
    var line = BriefLine()
    line.bytes.reserveCapacity(256 + report.assessment.findings.count * 192)
    line.raw("{")
    for (name, value) in members {
      line.string(name)
      line.raw(":")
      line.bytes += value.line.dropLast()
      line.raw(",")
    }
    line.head(report)
    line.raw(",\"findings\":[")
    let judged = report.assessment.judged
    for (at, finding) in report.assessment.findings.enumerated() {
      if at > 0 { line.raw(",") }
      line.add(finding, report.positions[at], judged)
    }
    line.raw("]}\n")
    return line.bytes
  }

  private mutating func head(_ report: Report) {
    let assessment = report.assessment
    raw("\"schema_version\":\"qibei.line/1\",\"verdict\":")
    string(assessment.verdict.rawValue)
    raw(",\"input\":")
    string(report.input)
    raw(",\"submission\":")
    string(assessment.submission.description)
    raw(",\"place\":")
    optional(assessment.place?.description)
    raw(",\"checklists\":[")
    for at in assessment.checklists.indices {
      if at > 0 { raw(",") }
      let source = assessment.checklists[at].source
      string("\(source.id) \(source.version)")
    }
    raw("]")
  }

  private mutating func add(_ finding: Finding, _ position: SourcePosition, _ judged: Examination) {
    raw("{\"code\":")
    string(finding.kind.code)
    raw(",\"disposition\":")
    string(finding.disposition.rawValue)
    raw(",\"requirement\":")
    optional(finding.requirement?.id)
    raw(",\"person\":")
    switch finding.owner {
    case .person(let index): optional(judged.dossier.persons[index].id)
    case .employer(let index): optional(judged.dossier.employers[index].id)
    case .application, .nobody: optional(nil)
    }
    raw(",\"supplement\":")
    optional(finding.supplement.map { judged.dossier.text(judged.dossier.supplements[Int($0)].id) })
    raw(",\"line\":")
    number(position.line)
    raw(",\"column\":")
    number(position.column)
    raw("}")
  }

  private mutating func raw(_ text: String) { bytes += text.utf8 }

  private mutating func string(_ text: String) { JSONValue.write(text, to: &bytes) }

  // An id that could not be read is none.
  private mutating func optional(_ text: String?) {
    if let text, !text.isEmpty { string(text) } else { raw("null") }
  }

  private mutating func number(_ value: Int) { raw(String(value)) }
}
