// SPDX-License-Identifier: Apache-2.0

/// Holds the files themselves against what the dossier says of them, and photographs against their standard.
package struct EvidenceRule {
  let evidence: EvidenceFiles
  let examination: Examination
  var findings: [Finding] = []
  /// Papers of which a check has said already that their file is of another type.
  let wrongType: Set<Int32>

  struct Mention {
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
        rule.examine(mention, supplement, standards, checklists)
      }
    }
    rule.findTwins(mentions)
    rule.countPages()
    rule.tellNotLooked(mentions)
    rule.compareZones(mentions)
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
    _ mention: Mention, _ supplement: Supplement, _ standards: [PhotoStandard],
    _ checklists: [Checklist]
  ) {
    // Told whether or not the file can be opened, or it would hide behind that.
    let stated = mention.file.type.known.map(examination.dossier.text)
    if let stated, !(FileType(rawValue: stated)?.isScan ?? false),
      !wrongType.contains(mention.supplement)
    {
      report(
        .typeIsNoScan, mention, seen: .text(stated),
        expected: .either(["application/pdf", "image/jpeg", "image/png"].map { .text($0) }))
    }
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
      } else {
        measureScan(file, mention, supplement, checklists)
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
      if text != file.type.rawValue, FileType(rawValue: text)?.isScan ?? false {
        report(
          .typeDiffers, mention, seen: .text(file.type.rawValue), expected: .text(text))
      }
    }
    if file.isWhole == false {
      report(.fileDamaged, mention, seen: .words(file.type.label))
    } else {
      examineInside(of: file, mention)
    }
    guard let image = file.image else { return }
    if image.isHuge {
      report(
        .tooManyPixels, mention, seen: .text("\(image.width)×\(image.height)"),
        expected: .count(ImageFacts.mostPixels / 1_000_000))
    }
    if image.hasPosition { report(.positionInside, mention) }
    // Below this a picture is no page: a stamp or a photograph.
    if let resolution = image.resolution, resolution < Self.leastResolution,
      image.hasMorePixels(than: Self.pageOfPixels), resolution >= Self.screenResolution + 1
    {
      report(
        .coarse, mention, seen: .count(resolution), expected: .count(Self.leastResolution))
    }
  }

  // Advised by those who take scans; 72 and 96 are what cameras and screens write without knowing.
  static let leastResolution = 200
  private static let screenResolution = 96
  private static let pageOfPixels = 600 * 800

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

  mutating func report(
    _ kind: FindingKind, _ mention: Mention, seen: FindingValue? = nil,
    expected: FindingValue? = nil, pages: [Int] = []
  ) {
    var place = BilingualText(mention.path, mention.path)
    if !pages.isEmpty {
      place = .init(
        "\(mention.path) 第 \(pages.map(String.init).joined(separator: "、")) 页",
        "\(mention.path) page \(pages.map(String.init).joined(separator: ", "))")
    }
    findings.append(
      Finding(
        kind, owner: owner(of: mention), supplement: mention.supplement, seen: seen,
        expected: expected, limit: pages.isEmpty ? .text(mention.path) : .words(place),
        at: mention.file.sourcePlace))
  }

  func owner(of mention: Mention) -> Owner {
    examination.dossier.supplements[Int(mention.supplement)].owner
  }
}
