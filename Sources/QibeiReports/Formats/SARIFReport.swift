// SPDX-License-Identifier: Apache-2.0
internal import QibeiCore

/// The report for code scanning (SARIF 2.1.0): one run a dossier, one result a finding.
///
/// What passes is left out, for some readers count every result.
struct SARIFReport {
  private let report: Report
  private let options: ReportOptions
  private let wordings: [Wording]
  private let kinds: [FindingKind]
  private let uri: String
  // What the earlier letter told, and why what it did not tell is there now, by fingerprint.
  private let told: Set<String>
  private let causes: [String: Resubmission.Cause]

  private init(_ report: Report, _ options: ReportOptions) {
    self.report = report
    self.options = options
    wordings = options.languages.map { Wording(assessment: report.assessment, language: $0) }
    var kinds: [String: FindingKind] = [:]
    for (finding, _) in report.shown(options) { kinds[finding.kind.code] = finding.kind }
    self.kinds = kinds.values.sorted { $0.code < $1.code }
    uri = FileReference.text(report.input)
    told = Set(report.resubmission?.letter.items.map(\.fingerprint) ?? [])
    var causes: [String: Resubmission.Cause] = [:]
    for entry in report.resubmission?.new ?? [] {
      let finding = report.assessment.findings[entry.finding]
      causes[Fingerprint(finding, in: report.assessment.dossier).text] = entry.cause
    }
    self.causes = causes
  }

  private var assessment: Assessment { report.assessment }

  /// One log over all reports.
  static func log(_ reports: [Report], _ options: ReportOptions) -> String {
    JSONValue.object([
      (
        "$schema",
        .string(
          "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
        )
      ),
      ("version", .string("2.1.0")),
      ("runs", .array(reports.map { SARIFReport($0, options).run })),
    ]).text
  }

  private var run: JSONValue {
    var ruleIndexes: [String: Int] = [:]
    for (index, kind) in kinds.enumerated() { ruleIndexes[kind.code] = index }
    return .object([
      (
        "tool",
        .object([
          (
            "driver",
            .object([
              ("name", .string("qibei")), ("language", .string(tag)),
              ("rules", .array(kinds.map(rule))),
            ])
          )
        ])
      ),
      // Results of one dossier replace those of the same dossier, never those of another.
      ("automationDetails", .object([("id", .string("qibei/\(uri)/"))])),
      ("invocations", .array([invocation])),
      ("language", .string(tag)), ("columnKind", .string("unicodeCodePoints")),
      (
        "results",
        .array(
          report.shown(options).map { finding, position in
            result(finding, position, ruleIndexes[finding.kind.code] ?? -1)
          })
      ),
      ("properties", properties),
    ])
  }

  // The schema knows a language with a country, and no scripts.
  private var tag: String { options.languages.first == .en ? "en-US" : "zh-CN" }

  private var invocation: JSONValue {
    let isRead = !report.assessment.findings.contains { $0.kind === FindingKind.inputUnread }
    var members: [(String, JSONValue)] = [("executionSuccessful", .bool(isRead))]
    if let stamp = report.stamp(options) {
      members.append(
        (
          "toolConfigurationNotifications",
          .array([
            .object([("level", .string("note")), ("message", message([stamp]))])
          ])
        ))
    }
    return .object(members)
  }

  private var properties: JSONValue {
    var members: [(String, JSONValue)] = [
      ("verdict", .string(assessment.verdict.rawValue)),
      ("submission", .string(assessment.submission.description)),
      ("place", .optional(assessment.place?.description)),
      (
        "checklists",
        .array(
          assessment.checklists.flatMap { [$0.source] + $0.overlays }.map { source in
            .string("\(source.id) \(source.version) sha256:\(source.digest)")
          })
      ),
      ("hidden", .int(report.hidden(options))),
    ]
    if let resubmission = report.resubmission {
      let settled = resubmission.letter.items.indices.filter { !resubmission.open.contains($0) }
      members.append(
        (
          "settled",
          .array(
            settled.map { index in
              let item = resubmission.letter.items[index]
              return .object([
                ("code", .string(item.code)), ("fingerprint", .string(item.fingerprint)),
              ])
            })
        ))
    }
    return .object(members)
  }

  private func rule(_ kind: FindingKind) -> JSONValue {
    let page = Explanation(kind)
    return .object([
      ("id", .string(kind.code)), ("shortDescription", message([kind.meaning])),
      (
        "fullDescription",
        message([
          kind.meaning,
          .init("处理方式：\(kind.disposition.label.zh)。", "Counts as: \(kind.disposition.label.en)."),
        ])
      ),
      (
        "help",
        message(
          page.rows.map { row in
            func line(_ text: String) -> String {
              // What a result fills in is left open here.
              text.split(separator: "\n").joined(separator: " ")
                .replacing(/\{[a-z]+\}/, with: "…")
            }
            return .init(
              "\(row.label.zh)：\(line(row.text.zh))", "\(row.label.en): \(line(row.text.en))")
          })
      ),
      (
        "defaultConfiguration",
        .object([("level", .string(kind.disposition.level))])
      ),
    ])
  }

  private func result(
    _ finding: Finding, _ position: SourcePosition, _ ruleIndex: Int
  ) -> JSONValue {
    let fingerprint = Fingerprint(finding, in: assessment.dossier).text
    var members: [(String, JSONValue)] = [
      ("ruleId", .string(finding.kind.code)), ("ruleIndex", .int(ruleIndex)),
      ("kind", .string(finding.disposition.resultKind)),
      ("level", .string(finding.disposition.level)),
      (
        "message",
        text(
          wordings.flatMap { wording in
            [wording.message(finding), wording.remedy(finding)].filter { !$0.isEmpty }
          })
      ),
      ("locations", .array([location(position)])),
      ("partialFingerprints", .object([("qibeiFinding/v1", .string(fingerprint))])),
    ]
    // All results or none have one; what the letter did not tell is new, whatever it is.
    if report.resubmission != nil {
      let state = told.contains(fingerprint) ? "unchanged" : "new"
      members.append(("baselineState", .string(state)))
    }
    let dossier = assessment.dossier
    let properties: [(String, String?)] = [
      ("disposition", finding.disposition.rawValue), ("requirement", finding.requirement?.id),
      ("person", dossier.identifier(of: finding.owner)),
      ("supplement", dossier.identifier(ofSupplement: finding.supplement)),
      ("cause", causes[fingerprint]?.rawValue),
    ]
    members.append(
      (
        "properties",
        .object(properties.compactMap { name, value in value.map { (name, .string($0)) } })
      ))
    return .object(members)
  }

  private func location(_ position: SourcePosition) -> JSONValue {
    let isAttribute = position.path.split(separator: "/").last?.hasPrefix("@") ?? false
    return .object([
      (
        "physicalLocation",
        .object([
          ("artifactLocation", .object([("uri", .string(uri))])),
          (
            "region",
            .object([("startLine", .int(position.line)), ("startColumn", .int(position.column))])
          ),
        ])
      ),
      (
        "logicalLocations",
        .array([
          .object([
            ("fullyQualifiedName", .string(position.path)),
            ("kind", .string(isAttribute ? "attribute" : "element")),
          ])
        ])
      ),
    ])
  }

  private func message(_ parts: [BilingualText]) -> JSONValue {
    text(options.languages.flatMap { language in parts.map { $0[language] } })
  }

  // Braces and brackets would be places for values and links, so a reader takes them for themselves.
  private func text(_ paragraphs: [String]) -> JSONValue {
    var text = ""
    for character in paragraphs.map(SafeText.visible).joined(separator: "\n") {
      switch character {
      case "{", "}": text += "\(character)\(character)"
      case "[", "]": text += "\\\(character)"
      default: text.append(character)
      }
    }
    return .object([("text", .string(text))])
  }
}

extension Disposition {
  fileprivate var resultKind: String {
    switch self {
    case .elsewhere, .supplement, .fixNow, .deferrable: "fail"
    case .look: "review"
    case .unchecked: "open"
    case .advise: "informational"
    }
  }

  // Only what fails has one.
  fileprivate var level: String {
    switch self {
    case .elsewhere, .supplement: "error"
    case .fixNow, .deferrable: "warning"
    case .look, .unchecked, .advise: "none"
    }
  }
}
