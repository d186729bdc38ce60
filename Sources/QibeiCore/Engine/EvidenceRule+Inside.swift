// SPDX-License-Identifier: Apache-2.0

/// What the inside of a PDF or JPEG shows.
extension EvidenceRule {
  mutating func examineInside(of file: InspectedFile, _ mention: Mention) {
    switch file.inside {
    case .notLooked, .noLibrary: break
    case .failed: report(.insideUnread, mention)
    case .seen(let facts): examine(facts, file, mention)
    }
  }

  private mutating func examine(
    _ facts: InsideFacts, _ file: InspectedFile, _ mention: Mention
  ) {
    if facts.needsPassword { return report(.needsPassword, mention) }
    if facts.isDamaged { report(.fileDamaged, mention, seen: .words(file.type.label)) }
    if facts.isRestricted { report(.isRestricted, mention) }
    if let pages = facts.pages, let stated = mention.file.pages.known, pages != stated {
      report(.pagesDiffer, mention, seen: .count(pages), expected: .count(stated))
    }
    if !facts.blankPages.isEmpty {
      report(.blankPages, mention, seen: .list(facts.blankPages.map { .count($0) }))
    }
    if !facts.active.isEmpty {
      report(.activeContent, mention, seen: .list(facts.active.map { .words($0.label) }))
    }
    let coarse = facts.scans.filter { $0.resolution < Self.leastResolution }
    if let worst = coarse.map(\.resolution).min() {
      report(
        .coarse, mention, seen: .count(worst), expected: .count(Self.leastResolution),
        pages: coarse.map(\.page))
    }
  }

  // Files of one paper together; a page more may be a translation or a cover.
  mutating func countPages() {
    for (index, supplement) in examination.dossier.supplements.enumerated() {
      guard let stated = supplement.pages.known else { continue }
      let files = examination.dossier.files[supplement.files]
      var pages = 0
      for file in files {
        guard let own = seenPages(of: file) else {
          pages = stated
          break
        }
        pages += own
      }
      // Where a file differs from what is said of it, that has been told.
      let isTold = files.contains { file in
        file.pages.known.map { $0 != seenPages(of: file) } ?? false
      }
      guard let first = files.first, pages < stated, !isTold else { continue }
      report(
        .pagesDiffer,
        Mention(
          supplement: Int32(index), path: examination.dossier.text(first.path), file: first),
        seen: .count(pages), expected: .count(stated))
    }
  }

  // A picture is one page.
  private func seenPages(of file: EvidenceFile) -> Int? {
    guard file.path.length > 0,
      case .inspected(let inspected) = evidence.files[examination.dossier.text(file.path)]
    else { return nil }
    if case .seen(let facts) = inspected.inside, let pages = facts.pages { return pages }
    return inspected.image == nil ? nil : 1
  }

  // One line however many files they are: nobody can do anything about a single one.
  mutating func tellNotLooked(_ mentions: [Mention]) {
    var missing: [String: Int] = [:]
    var notLooked = 0
    for mention in mentions {
      guard case .inspected(let file) = evidence.files[mention.path], file.isWhole == true,
        file.image?.isHuge != true, file.type == .pdf || file.type == .jpeg
      else { continue }
      switch file.inside {
      case .notLooked: notLooked += 1
      case .noLibrary(let name): missing[name, default: 0] += 1
      case .seen, .failed: break
      }
    }
    let place = examination.dossier.application.sourcePlace
    if notLooked > 0 {
      findings.append(Finding(.insideNotLooked, seen: .count(notLooked), at: place))
    }
    for (name, count) in missing.sorted(by: { $0.key < $1.key }) {
      findings.append(
        Finding(.libraryMissing, seen: .count(count), expected: .text(name), at: place))
    }
  }
}
