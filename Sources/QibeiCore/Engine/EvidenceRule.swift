// SPDX-License-Identifier: Apache-2.0

/// Holds the files themselves against what the dossier says of them, and photographs against their standard.
package struct EvidenceRule {
  private let evidence: EvidenceFiles
  private let examination: Examination
  private var findings: [Finding] = []
  /// Papers of which a check has said already that their file is of another type.
  private let wrongType: Set<Int32>

  private struct Mention {
    let supplement: Int32
    let path: String
    let file: EvidenceFile
  }

  /// Every fault, in the order of the dossier.
  ///
  /// - Parameters:
  ///   - evidence: what the files were found to be.
  ///   - examination: the dossier on its day.
  ///   - checklists: those in force, whose photo standards apply together.
  ///   - told: what the checks have found.
  /// - Returns: findings that no check has told.
  package static func findings(
    of evidence: EvidenceFiles, in examination: Examination, by checklists: [Checklist],
    besides told: [Finding]
  ) -> [Finding] {
    var rule = EvidenceRule(
      evidence: evidence, examination: examination,
      wrongType: Set(told.lazy.filter { $0.kind.code == "QB2701" }.compactMap(\.supplement)))
    let standards = checklists.flatMap(\.photoStandards)
    var mentions: [Mention] = []
    for (index, supplement) in examination.dossier.supplements.enumerated() {
      for file in examination.dossier.files[supplement.files] where file.path.length > 0 {
        let mention = Mention(
          supplement: Int32(index), path: examination.dossier.text(file.path), file: file)
        mentions.append(mention)
        rule.examine(mention, supplement, standards)
      }
    }
    rule.findTwins(mentions)
    for path in evidence.unmentioned {
      rule.findings.append(
        Finding(
          .fileUnmentioned, seen: .text(path), at: examination.dossier.application.sourcePlace))
    }
    return rule.findings
  }

  private init(evidence: EvidenceFiles, examination: Examination, wrongType: Set<Int32>) {
    self.wrongType = wrongType
    self.evidence = evidence
    self.examination = examination
  }

  private mutating func examine(
    _ mention: Mention, _ supplement: Supplement, _ standards: [PhotoStandard]
  ) {
    switch evidence.files[mention.path] {
    case nil, .unreadable: report(.fileUnread, mention)
    case .missing: report(.fileMissing, mention)
    case .notAFile: report(.fileIsLink, mention)
    case .tooLarge(let limit):
      report(.fileTooLarge, mention, expected: .count(limit / 1_048_576))
    case .inspected(let file):
      examine(file, mention)
      if let kind = supplement.kind.known, examination.tables.kinds[kind].id == "photo" {
        measure(file, mention, standards)
      }
    }
  }

  private mutating func examine(_ file: InspectedFile, _ mention: Mention) {
    if let stated = mention.file.digest.known,
      examination.dossier.text(stated) != file.digest
    {
      report(
        .digestDiffers, mention, seen: .text(String(file.digest.prefix(8))),
        expected: .text(String(examination.dossier.text(stated).prefix(8))))
    }
    // What is no scan, or only a part of one, cannot be what the dossier says it is; that is told once.
    guard file.type.isScan else {
      return report(.fileIsNoScan, mention, seen: .words(file.type.label))
    }
    if let stated = mention.file.type.known {
      let text = examination.dossier.text(stated)
      if text != file.type.rawValue {
        report(
          .typeDiffers, mention, seen: .text(file.type.rawValue), expected: .text(text))
      }
    }
    if file.isWhole == false { report(.fileDamaged, mention, seen: .words(file.type.label)) }
    guard let image = file.image else { return }
    if image.hasPosition { report(.positionInside, mention) }
    // Below this a picture is no page: a stamp or a photograph.
    if let resolution = image.resolution, resolution < Self.leastResolution,
      image.width * image.height > Self.pageOfPixels, resolution >= Self.screenResolution + 1
    {
      report(
        .coarse, mention, seen: .count(resolution), expected: .count(Self.leastResolution))
    }
  }

  // Advised by those who take scans; 72 and 96 are what cameras and screens write without knowing.
  private static let leastResolution = 200
  private static let screenResolution = 96
  private static let pageOfPixels = 600 * 800

  private mutating func measure(
    _ file: InspectedFile, _ mention: Mention, _ standards: [PhotoStandard]
  ) {
    let measurable = standards.filter { $0.limits != PhotoLimits() }
    guard let first = measurable.first else { return }
    var limits: PhotoLimits? = first.limits
    for standard in measurable.dropFirst() {
      limits = limits.flatMap { $0.intersection(standard.limits) }
    }
    let bases = measurable.flatMap(\.bases)
    let binds = bases.contains { $0.evidence.binds }
    let wanted = FindingValue.together(measurable.map { .words($0.text) })
    func finding(_ kind: FindingKind, _ seen: FindingValue, _ expected: FindingValue) -> Finding {
      var finding = Finding(
        kind, owner: owner(of: mention), supplement: mention.supplement, seen: seen,
        expected: expected, limit: .text(mention.path), on: wanted, at: mention.file.sourcePlace)
      finding.bases = bases
      if !binds { finding.advise() }
      return finding
    }
    guard let limits else {
      return findings.append(finding(.photoStandardsClash, wanted, wanted))
    }
    findings.append(finding(.photoLooked, wanted, wanted))
    if limits.mustBeJPEG, file.type.isScan, file.type != .jpeg,
      !wrongType.contains(mention.supplement)
    {
      findings.append(finding(.photoType, .words(file.type.label), .text("JPEG")))
    }
    guard let image = file.image else { return }
    if let kilobytes = limits.kilobytes, !kilobytes.contains((file.size + 512) / 1024) {
      findings.append(
        finding(
          .photoSize, .count((file.size + 512) / 1024), .text(Self.text(kilobytes))))
    }
    let fitsWidth = limits.width?.contains(image.width) ?? true
    let fitsHeight = limits.height?.contains(image.height) ?? true
    if !fitsWidth || !fitsHeight {
      findings.append(
        finding(
          .photoPixels, .text("\(image.width)×\(image.height)"),
          .text("\(Self.text(limits.width)) × \(Self.text(limits.height))")))
    }
    if let ratio = limits.ratio, !ratio.fits(image) {
      findings.append(
        finding(
          .photoRatio, .text("\(image.width)×\(image.height)"),
          .text("\(ratio.width):\(ratio.height)")))
    }
    if limits.mustBeTrueColour, !image.isTrueColour {
      findings.append(
        finding(
          .photoColour, .count(image.channels * image.bitsPerChannel), .count(24)))
    }
  }

  private static func text(_ range: ClosedRange<Int>?) -> String {
    guard let range else { return "–" }
    return range.upperBound == Int.max
      ? "≥ \(range.lowerBound)" : "\(range.lowerBound)–\(range.upperBound)"
  }

  // One file mentioned twice may hold both papers; two files with the same content are one paper filed twice.
  private mutating func findTwins(_ mentions: [Mention]) {
    var groups: [String: [Mention]] = [:]
    var order: [String] = []
    for mention in mentions {
      guard case .inspected(let file) = evidence.files[mention.path], file.size > 0 else {
        continue
      }
      if groups[file.digest] == nil { order.append(file.digest) }
      groups[file.digest, default: []].append(mention)
    }
    for digest in order {
      guard let group = groups[digest], let last = group.last, group.count > 1 else { continue }
      var papers: [Int32] = []
      var paths: [String] = []
      for mention in group {
        if !papers.contains(mention.supplement) { papers.append(mention.supplement) }
        if !paths.contains(mention.path) { paths.append(mention.path) }
      }
      guard papers.count > 1 || paths.count > 1 else { continue }
      var finding = Finding(
        .sameScan, owner: owner(of: last), supplement: last.supplement,
        seen: .list(paths.map { .text($0) }), expected: .papers(papers),
        at: last.file.sourcePlace)
      if paths.count == 1 { finding.advise() }
      findings.append(finding)
    }
  }

  private mutating func report(
    _ kind: FindingKind, _ mention: Mention, seen: FindingValue? = nil,
    expected: FindingValue? = nil
  ) {
    findings.append(
      Finding(
        kind, owner: owner(of: mention), supplement: mention.supplement, seen: seen,
        expected: expected, limit: .text(mention.path), at: mention.file.sourcePlace))
  }

  private func owner(of mention: Mention) -> Owner {
    examination.dossier.supplements[Int(mention.supplement)].owner
  }
}
