// SPDX-License-Identifier: Apache-2.0
package import QibeiCore
package import QibeiFiles

/// Opens the files of a dossier and tells what they are.
package struct EvidenceInspector {
  private let files: any DossierFiles
  private let listsUnmentioned: Bool
  private let opener: EvidenceOpener?
  private let zoneReader: ZoneReader?

  /// The largest file that is opened, in bytes.
  package static let largestFile = 64 * 1_048_576

  /// - Parameters:
  ///   - files: the dossier's folder or package.
  ///   - listsUnmentioned: whether scans that the dossier does not mention are reported.
  ///   - opener: looks into files; nil for their headers only.
  ///   - zoneReader: reads the scans of passports; nil leaves them unread.
  package init(
    _ files: any DossierFiles, listsUnmentioned: Bool, opener: EvidenceOpener?,
    zoneReader: ZoneReader?
  ) {
    self.files = files
    self.listsUnmentioned = listsUnmentioned
    self.opener = opener
    self.zoneReader = zoneReader
  }

  /// What the files at these paths are; each is opened once, and only inside the folder or package.
  package func inspect(_ mentioned: [MentionedFile]) -> EvidenceFiles {
    var states: [String: EvidenceFiles.State] = [:]
    for file in mentioned where states[file.path] == nil { states[file.path] = state(of: file) }
    var unmentioned: [String] = []
    if listsUnmentioned {
      unmentioned = files.files().filter { path in
        guard states[path] == nil else { return false }
        return (try? files.read(path, first: 64)).map { FileSignature.type(of: $0).isScan }
          ?? false
      }
    }
    return EvidenceFiles(
      files: states, unmentioned: unmentioned, hasGB18030Names: files.hasGB18030Names)
  }

  private func state(of file: MentionedFile) -> EvidenceFiles.State {
    do throws(FileError) {
      return .inspected(
        Self.inspect(
          try files.read(file.path, atMost: Self.largestFile), opener,
          file.isPassport ? zoneReader : nil))
    } catch {
      switch error.cause {
      case .notFound: return .missing
      case .notAFile: return .notAFile
      case .tooLarge(let limit): return .tooLarge(limit: limit)
      case .notPermitted, .noRoom, .busy, .damaged, .system, .notWritten: return .unreadable
      }
    }
  }

  /// What these bytes are, and what is inside of them where somebody looks.
  package static func inspect(
    _ bytes: [UInt8], _ opener: EvidenceOpener? = nil, _ zoneReader: ZoneReader? = nil
  ) -> InspectedFile {
    let type = FileSignature.type(of: bytes)
    var isWhole: Bool?
    var image: ImageFacts?
    switch type {
    case .jpeg: (image, isWhole) = { ($0.facts, $0.isWhole) }(JPEGHeader.read(bytes))
    case .png: (image, isWhole) = { ($0.facts, $0.isWhole) }(PNGChunks.read(bytes))
    case .pdf: isWhole = endsLikePDF(bytes)
    default: break
    }
    // What is cut off is told as such, and what is huge is left alone.
    let isOpened = isWhole == true && image?.isHuge != true
    let inside = isOpened ? opener?.look(into: bytes, type) ?? .notLooked : .notLooked
    // What the first reader died of is not given to another.
    let isReadable = isOpened && inside != .failed
    return InspectedFile(
      size: bytes.count, digest: Digest.sha256(bytes), type: type, isWhole: isWhole, image: image,
      inside: inside, zone: isReadable ? zoneReader?.read(bytes, type) ?? .notAsked : .notAsked)
  }

  // Readers look for the end mark in the last 1,024 bytes (ISO 32000-1, annex H, implementation note 18).
  private static func endsLikePDF(_ bytes: [UInt8]) -> Bool {
    let mark = Array("%%EOF".utf8)
    let start = max(0, bytes.count - 1_024)
    guard bytes.count - start >= mark.count else { return false }
    return (start...(bytes.count - mark.count)).contains { at in
      mark.indices.allSatisfy { bytes[at + $0] == mark[$0] }
    }
  }
}
