// SPDX-License-Identifier: Apache-2.0

/// Holds photographs against the standards of all categories at once.
extension EvidenceRule {
  mutating func measure(
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
          .photoSize, .count((file.size + 512) / 1024), .text(PhotoLimits.text(kilobytes))))
    }
    let fitsWidth = limits.width?.contains(image.width) ?? true
    let fitsHeight = limits.height?.contains(image.height) ?? true
    if !fitsWidth || !fitsHeight {
      findings.append(
        finding(
          .photoPixels, .text("\(image.width)×\(image.height)"),
          .text("\(PhotoLimits.text(limits.width)) × \(PhotoLimits.text(limits.height))")))
    }
    if let ratio = limits.ratio, !ratio.fits(image) {
      findings.append(
        finding(
          .photoRatio, .text("\(image.width)×\(image.height)"),
          .text("\(ratio.width):\(ratio.height)")))
    }
    measureBackground(file, limits) { findings.append(finding($0, $1, $2)) }
    if let period = limits.takenWithin, let taken = image.takenOn,
      taken < examination.submission - period
    {
      var old = finding(.photoOld, .date(taken), .period(period))
      old.advise()
      findings.append(old)
    }
    if limits.mustBeTrueColour, !image.isTrueColour {
      findings.append(
        finding(
          .photoColour, .count(image.channels * image.bitsPerChannel), .count(24)))
    }
  }

  // A border's mean is no examination of a picture, so it only advises.
  private func measureBackground(
    _ file: InspectedFile, _ limits: PhotoLimits,
    _ tell: (FindingKind, FindingValue, FindingValue) -> Void
  ) {
    guard case .seen(let facts) = file.inside, let border = facts.border,
      !limits.backgrounds.isEmpty
    else { return }
    if !limits.backgrounds.contains(where: { $0.fits(border) }) {
      let wanted = PhotoLimits.Background.allCases.filter(limits.backgrounds.contains)
      tell(
        .photoBackground, .text("RGB \(border.red) \(border.green) \(border.blue)"),
        .list(wanted.map { .words($0.label) }))
    }
    if border.spread > Self.mostSpread {
      tell(.photoUneven, .count(border.spread), .count(Self.mostSpread))
    }
  }

  // Of 127; no standard gives a figure, and even lighting stays far below it.
  private static let mostSpread = 20
}
