// SPDX-License-Identifier: Apache-2.0
internal import QibeiCore

/// What somebody who opened a drafted dossier's files would have seen: whole scans, but for those that are damaged.
struct DraftedFiles {
  /// Files that are not there, are links or were cut off, by path.
  var damaged: [String: Damage] = [:]

  /// What can be wrong with a file.
  enum Damage: CaseIterable {
    case missing, isLink, cutOff, noScan
  }

  static func path(_ paper: DraftedPaper, _ index: Int) -> String {
    "evidence/\(paper.id)-\(index)"
  }

  /// What they are found to be.
  func seen(of dossier: DraftedDossier) -> EvidenceFiles {
    var files: [String: EvidenceFiles.State] = [:]
    for paper in dossier.papers {
      for (index, type) in paper.draft.files.enumerated() {
        let path = Self.path(paper, index)
        files[path] = state(of: path, FileType(rawValue: type) ?? .pdf)
      }
    }
    return EvidenceFiles(files: files, unmentioned: [])
  }

  private func state(of path: String, _ type: FileType) -> EvidenceFiles.State {
    // Within every standard for photographs and scans; no two files are the same.
    func file(_ type: FileType, isWhole: Bool = true) -> EvidenceFiles.State {
      .inspected(
        InspectedFile(size: 60_000, digest: path, type: type, isWhole: isWhole, image: nil))
    }
    switch damaged[path] {
    case nil: return file(type)
    case .missing: return .missing
    case .isLink: return .notAFile
    case .cutOff: return file(type, isWhole: false)
    case .noScan: return file(.unknown)
    }
  }
}
